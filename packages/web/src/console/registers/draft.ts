/** What somebody has entered and not yet sent, kept in the browser. */
import type { components } from '../../api/index.ts';

type Form = components['schemas']['DatasetForm'];

/** Texts by field code. */
export type Cells = Readonly<Record<string, string>>;

/** A version of a record that somebody has in view. */
export interface Base {
  readonly record: string;
  readonly version: number;
}

/** One row of a form: what was entered, and of which record it is a next version. */
export interface Row {
  /** Tells rows of a form apart. */
  readonly key: string;
  readonly cells: Cells;
  readonly base: Base | null;
}

/** A record with what hangs on it, by child dataset. */
export interface Draft {
  readonly row: Row;
  readonly children: Readonly<Record<string, readonly Row[]>>;
}

/** Names what is being entered: a new record of a unit, or the next version of one. */
export function placeOf(dataset: string, unit: string, record: string | null): string {
  return `xincheng.draft.${dataset}.${unit}${record === null ? '' : `.${record}`}`;
}

/** The draft kept in a place, or null. */
export function keptDraft(place: string): Draft | null {
  const text = localStorage.getItem(place);
  const draft = text === null ? null : (JSON.parse(text) as Partial<Draft>);
  return draft?.row === undefined || draft.children === undefined ? null : { row: draft.row, children: draft.children };
}

/** Keeps a draft; numbers of persons and the like are never written down here. */
export function keepDraft(place: string, forms: readonly Form[], draft: Draft): void {
  const hidden = new Map(forms.map(({ id, fields }) => [id, new Set(fields.filter(sensitive).map(({ code }) => code))]));
  const open = (row: Row, dataset: string): Row => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).filter(([code]) => hidden.get(dataset)?.has(code) !== true)),
  });
  const [own] = forms;
  const children = Object.entries(draft.children).map(([id, rows]) => [id, rows.map((row) => open(row, id))] as const);
  localStorage.setItem(
    place,
    JSON.stringify({ row: open(draft.row, own?.id ?? ''), children: Object.fromEntries(children) } satisfies Draft),
  );
}

/** Forgets it. */
export function dropDraft(place: string): void {
  localStorage.removeItem(place);
}

/** A kept draft over what the record holds: what was not kept because it is sensitive stands as the record has it. */
export function over(held: Draft, kept: Draft | null): Draft {
  if (kept === null) return held;
  const heldRows = new Map(Object.values(held.children).flatMap((rows) => rows.map((row) => [row.key, row] as const)));
  const filled = (row: Row): Row => ({ ...row, cells: { ...heldRows.get(row.key)?.cells, ...row.cells } });
  const children = Object.entries({ ...held.children, ...kept.children });
  return {
    row: { ...kept.row, cells: { ...held.row.cells, ...kept.row.cells } },
    children: Object.fromEntries(children.map(([id, rows]) => [id, rows.map(filled)])),
  };
}

function sensitive({ isSensitive }: Form['fields'][number]): boolean {
  return isSensitive;
}
