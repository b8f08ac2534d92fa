/** What stands in the store, as clients get it. */
import type { ForwardBatch, TakenForwardAnswer } from '@xincheng/contract/api';
import type { TakenAnswer } from '@xincheng/usecases/forwarding';

/** A batch. */
export function presentBatch({
  id,
  number,
  dataset,
  templateVersion,
  madeAt,
  madeBy,
  rows,
  fileName,
  fileSha256,
  state,
  handedAt,
  handedBy,
  cityNumber,
  answeredAt,
}: TakenAnswer['batch']): ForwardBatch {
  return {
    id,
    number,
    dataset,
    templateVersion,
    madeAt: madeAt.toISOString(),
    madeBy,
    rows,
    fileName,
    fileSha256,
    state,
    handedAt: textOf(handedAt),
    handedBy,
    cityNumber,
    answeredAt: textOf(answeredAt),
  };
}

/** What an answer brought. */
export function presentAnswer({ batch, answer, isRepeat, differingRows, unknownLines }: TakenAnswer): TakenForwardAnswer {
  const { rows, accepted, refused, unchanged } = answer;
  return {
    batch: presentBatch(batch),
    isRepeat,
    rows,
    accepted,
    refused,
    unchanged,
    differingRows: [...differingRows],
    unknownLines: [...unknownLines],
  };
}

/** A row of a list: the unit under its name in the API, instants as text. */
export function presentItem<
  T extends { readonly unitId: string; readonly handedAt: Date | null; readonly answeredAt: Date | null },
>({
  unitId,
  handedAt,
  answeredAt,
  ...rest
}: T): Omit<T, 'unitId' | 'handedAt' | 'answeredAt'> & { unit: string; handedAt: string | null; answeredAt: string | null } {
  return { ...rest, unit: unitId, handedAt: textOf(handedAt), answeredAt: textOf(answeredAt) };
}

/** The same for rows without instants. */
export function withUnit<T extends { readonly unitId: string }>({ unitId, ...rest }: T): Omit<T, 'unitId'> & { unit: string } {
  return { ...rest, unit: unitId };
}

function textOf(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
