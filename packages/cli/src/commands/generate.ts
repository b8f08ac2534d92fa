/** `xincheng generate`: invented but lifelike rows of a dataset, the same for the same seed. */
import { dayOf } from '@xincheng/core/calendar';
import { generateFile } from '@xincheng/usecases/generate';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor } from '../platform.ts';
import { showProgress } from '../progress.ts';

export interface GenerateOptions {
  readonly dataset: string;
  readonly rows: number;
  readonly seed: number;
  readonly bad: number;
  readonly out: string;
  readonly unit?: string;
  readonly header: 'names' | 'codes';
}

/** Writes a CSV of generated rows; `bad` of them are spoilt, each in one named way. */
export async function generate(
  environment: Environment,
  { dataset, rows, seed, bad, out, unit, header }: GenerateOptions,
): Promise<Answer> {
  const named = await standardsFor(environment, { dataset, unit });
  if (!named.ok) return named.error;
  const { standards, unitId } = named.value;
  const progress = showProgress(environment, rows);
  const written = await generateFile({
    pack: standards.pack,
    dataset,
    rows,
    seed,
    bad,
    today: dayOf(environment.now()),
    path: out,
    header,
    onProgress: (done) => progress.update({ stage: 'generating', rows: done, done }),
    ...(unitId === null ? {} : { unit: unitId }),
  }).finally(progress.stop);
  if (!written.ok) return failure(EXIT.unusable, written.error);
  const { rows: count, bytes, spoilt } = written.value;
  const text = `${out}：${count.toLocaleString('zh')} 行，${bytes.toLocaleString('zh')} 字节，其中 ${String(spoilt.length)} 行有意写错`;
  return { exit: EXIT.done, text, json: { out, rows: count, bytes, bad: spoilt.length, spoilt } };
}
