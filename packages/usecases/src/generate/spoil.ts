/** Spoiling rows: each by one failing example of one check, so that what fires is known beforehand. */
import { dayFromNumber } from '@xincheng/core/calendar';
import type { CheckedRow, CompiledClause, CompiledDataset } from '@xincheng/core/intake';
import type { FieldRole, Severity, StandardsPack, SubjectKind } from '@xincheng/core/standards';
import type { Writer } from './draft.ts';
import { exampleDay } from './field-context.ts';
import type { RowPlan } from './row-plan.ts';

/** One way to spoil a row. */
export interface Spoiling {
  readonly check: string;
  /** The clause that fires, e.g. `R09.future`. */
  readonly code: string;
  readonly severity: Severity;
  readonly kind: SubjectKind;
  /** Cells to set, by field. */
  readonly cells: ReadonlyMap<number, string>;
  /** Checks that may fire beside it. */
  readonly also: ReadonlySet<string>;
}

/** The failing examples of the pack's checks that speak of this dataset. */
export function spoilingsOf(pack: Pick<StandardsPack, 'checks'>, dataset: CompiledDataset): Spoiling[] {
  return [...pack.checks.values()].flatMap((check) =>
    check.examples
      .filter((example) => example.fires && example.dataset === dataset.definition.id)
      .map((example) => ({
        check: check.id,
        code: example.code ?? check.id,
        severity: check.severity,
        kind: example.kind,
        cells: cellsOf(example.set, dataset),
        also: new Set([check.id, ...(check.also ?? [])]),
      })),
  );
}

/** Fields are named by code or by role. */
function cellsOf(set: Readonly<Record<string, string>>, dataset: CompiledDataset): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(set).map(([name, value]) => {
      const index = dataset.byCode.get(name) ?? dataset.roles.get(name as FieldRole);
      if (index === undefined)
        throw new Error(`an example of a check sets ${name}, which ${dataset.definition.id} does not have`);
      return [index, value];
    }),
  );
}

/**
 * The ways to write a spoiling's cells in rows of a plan: following the row where the example's own values are meant (the year in a
 * number's brackets, a value that stands in another cell of the example), then as they are. Written after all other cells.
 */
export function spoiltCells(spoiling: Spoiling, plan: RowPlan): readonly ReadonlyMap<number, Writer>[] {
  const literal = new Map([...spoiling.cells].map(([index, cell]): [number, Writer] => [index, () => cell]));
  const following = [...spoiling.cells].flatMap(([index, cell]): [number, Writer][] => {
    const writer = followingYear(cell, plan) ?? followingCell(index, cell, plan);
    return writer === null ? [] : [[index, writer]];
  });
  return following.length === 0 ? [literal] : [new Map([...literal, ...following]), literal];
}

function followingYear(cell: string, { context }: RowPlan): Writer | null {
  const decided = exampleDay(context);
  const year = decided === null ? '' : dayFromNumber(decided).slice(0, 4);
  const match = new RegExp(`^(.*[〔［【\\[(（])${year}([〕］】\\])）].*)$`, 'su').exec(cell);
  if (match === null) return null;
  const [, head = '', tail = ''] = match;
  return ({ day }) => head + dayFromNumber(day).slice(0, 4) + tail;
}

const SHORTEST_FOLLOWED = 4;

function followingCell(index: number, cell: string, { context }: RowPlan): Writer | null {
  const other =
    cell.length < SHORTEST_FOLLOWED ? -1 : context.example.cells.findIndex((value, at) => at !== index && value === cell);
  return other < 0 ? null : ({ cells }) => cells[other] ?? '';
}

/** The clause that fired as foreseen; null when it did not, or when an unforeseen check fired beside it. */
export function firedAsForeseen(spoiling: Spoiling, row: CheckedRow): CompiledClause | null {
  const fired = row.issues
    .map(({ clause }) => clause)
    .find((clause) => clause.code === spoiling.code || clause.check.id === spoiling.code);
  return fired !== undefined && row.issues.every(({ clause }) => spoiling.also.has(clause.check.id)) ? fired : null;
}
