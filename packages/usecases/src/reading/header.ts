/** Finds the row of column names in what departments really send: below titles, in any order, by name or code, in any width. */
import { halfWidth } from '@xincheng/core/records';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ColumnSpec, ExtraColumns, Header } from './plan.ts';
import { readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';

/** The header is looked for in so many rows. */
export const HEADER_ROWS = 30;
const LISTED_NAMES = 5;

/** In place of a field: the hidden columns of a result sent back. */
export const RECORD_ID = -1;
export const REPLACES = -2;
const EXTRA_NAMES: readonly (readonly [string, number])[] = [
  ['记录编号', RECORD_ID],
  ['recordId', RECORD_ID],
  ['record_id', RECORD_ID],
  ['替换记录编号', REPLACES],
  ['replaces', REPLACES],
];

/** A header without what people put around it: width, spaces, quotes, asterisks, （必填）. Letters in upper case. */
export function plainHeader(text: string): string {
  return halfWidth(text)
    .replace(/[\s\u200b\ufeff"'“”‘’*★※]+/gu, '')
    .replace(/[([{【〔]?(?:必填|选填|条件必填|必填项|选填项|非必填)[)\]}】〕]?$/u, '')
    .replace(/^[([{【〔](?:必填|选填|条件必填|必填项|选填项|非必填)[)\]}】〕]/u, '')
    .replace(/[:：]$/u, '')
    .replace(/[【〔[{]/gu, '(')
    .replace(/[】〕\]}]/gu, ')')
    .replace(/[—–‐‑_-]+/gu, '_')
    .toUpperCase();
}

/** Field by plain header; -1 and -2 stand for the hidden columns `recordId` and `replaces`. A field's own name wins over another's alias. */
export function fieldNames(columns: readonly ColumnSpec[]): Map<string, number> {
  const names = new Map<string, number>(EXTRA_NAMES.map(([name, target]) => [plainHeader(name), target]));
  for (const rank of [2, 1, 0]) {
    columns.forEach(({ code, names: all }, field) => {
      const ranked = rank === 0 ? [code] : rank === 1 ? all.slice(0, 1) : all.slice(1);
      for (const name of ranked) names.set(plainHeader(name), field);
    });
  }
  return names;
}

interface Match {
  readonly row: number;
  readonly cells: readonly string[];
  /** Per column: field, hidden column, or undefined. */
  readonly targets: readonly (number | undefined)[];
  readonly known: number;
  readonly filled: number;
}

/**
 * Finds the header among the first records. Refused: none recognised, less than half recognised, one field in two columns, a
 * required column missing. `ownColumns` are headers we add to results ourselves: read over without a word.
 */
export function findHeader(
  records: readonly (readonly string[])[],
  columns: readonly ColumnSpec[],
  ownColumns: readonly string[] = [],
): Result<Header, ReadProblem> {
  const names = fieldNames(columns);
  const own = new Set(ownColumns.map(plainHeader));
  const rows = records.slice(0, HEADER_ROWS).map((cells, index) => matchRow(cells, index + 1, names, own));
  const best = rows.reduce<Match | null>((found, row) => (row.known > (found?.known ?? 0) ? row : found), null);
  if (best === null) return err(noHeader(rows.length, columns));
  if (best.known * 2 < best.filled) return err(wrongHeader(best));
  const last = lastHeaderRow(rows, best);
  const plain = (records[best.row - 1] ?? []).map(plainHeader);
  const places = ownColumns.map((name) => plain.indexOf(plainHeader(name)));
  return headerOf(best, last, columns, places);
}

/** How many fields the best of these records names: tells which delimiter is the right one. */
export function recognisedFields(records: readonly (readonly string[])[], columns: readonly ColumnSpec[]): number {
  const names = fieldNames(columns);
  return Math.max(0, ...records.slice(0, HEADER_ROWS).map((cells, index) => matchRow(cells, index + 1, names, new Set()).known));
}

function matchRow(cells: readonly string[], row: number, names: ReadonlyMap<string, number>, own: ReadonlySet<string>): Match {
  const plain = cells.map(plainHeader);
  const targets = plain.map((name) => names.get(name));
  const known = new Set(targets.filter((target) => target !== undefined)).size;
  const filled = plain.filter((name, column) => name !== '' && (targets[column] !== undefined || !own.has(name))).length;
  const kept = cells.map((cell, column) => (own.has(plain[column] ?? '') && targets[column] === undefined ? OWN : cell.trim()));
  return { row, cells: kept, targets, known, filled };
}

/** Stands for a column of our own results. */
const OWN = '\u0000';

/** Names in one row, codes in the next: both are header, as long as they say the same of every column. */
function lastHeaderRow(rows: readonly Match[], best: Match): Match {
  let last = best;
  for (const row of rows.slice(best.row)) {
    const isSame = row.targets.every(
      (target, column) => target === undefined || best.targets[column] === undefined || best.targets[column] === target,
    );
    if (row.known < 2 || row.known * 2 < row.filled || !isSame) break;
    last = row;
  }
  return last;
}

function headerOf(best: Match, last: Match, columns: readonly ColumnSpec[], own: readonly number[]): Result<Header, ReadProblem> {
  const targets = Array.from(
    { length: Math.max(best.targets.length, last.targets.length) },
    (_, column) => best.targets[column] ?? last.targets[column],
  );
  const places = new Map<number, number>();
  for (const [column, target] of targets.entries()) {
    if (target === undefined) continue;
    const first = places.get(target);
    if (first !== undefined) return err(duplicate(best, first, column));
    places.set(target, column);
  }
  const missing = columns
    .filter(({ required }, field) => required && !places.has(field))
    .map(({ code, names }) => names[0] ?? code);
  if (missing.length > 0)
    return err(readProblem('missing-columns', { row: best.row, missing: listed(missing) }, { line: best.row }));
  const extras: ExtraColumns = { recordId: places.get(RECORD_ID) ?? -1, replaces: places.get(REPLACES) ?? -1 };
  const width = widthOf(best.cells, targets);
  const names = Array.from({ length: width }, (_, column) => (best.cells[column] === OWN ? '' : (best.cells[column] ?? '')));
  return ok({
    firstRow: best.row,
    lastRow: last.row,
    mapping: columns.map((_, field) => places.get(field) ?? -1),
    extras,
    own,
    columns: width,
    names,
    unknown: unknownNames(best.cells.slice(0, width), targets),
    missing,
  });
}

/** Trailing blank headers are what is left of formatted cells, not columns. */
function widthOf(cells: readonly string[], targets: readonly (number | undefined)[]): number {
  let width = Math.max(cells.length, targets.length);
  while (width > 0 && targets[width - 1] === undefined && plainHeader(cells[width - 1] ?? '') === '') width -= 1;
  return width;
}

function unknownNames(cells: readonly string[], targets: readonly (number | undefined)[]): string[] {
  return cells.flatMap((cell, column) => {
    if (targets[column] !== undefined || cell === OWN) return [];
    return [cell === '' ? `第 ${String(column + 1)} 列（没有列名）` : cell];
  });
}

function noHeader(rows: number, columns: readonly ColumnSpec[]): ReadProblem {
  const example = columns.find(({ required }) => required) ?? columns[0];
  return readProblem('no-header', { rows, name: example?.names[0] ?? example?.code ?? '', code: example?.code ?? '' });
}

function wrongHeader(best: Match): ReadProblem {
  const unknown = unknownNames(best.cells, best.targets).filter((name) => !name.endsWith('（没有列名）'));
  return readProblem(
    'wrong-header',
    { row: best.row, columns: best.filled, known: best.known, unknown: listed(unknown) },
    { line: best.row },
  );
}

function duplicate(best: Match, first: number, second: number): ReadProblem {
  const name = (column: number): string => best.cells[column] ?? '';
  return readProblem(
    'duplicate-column',
    { first: first + 1, firstName: name(first), second: second + 1, secondName: name(second) },
    { line: best.row },
  );
}

/** Names in quotation marks, the first few of them. */
export function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, LISTED_NAMES)
    .map((name) => `“${shortened(name)}”`)
    .join('、');
  return names.length > LISTED_NAMES ? `${shown}等 ${String(names.length)} 项` : shown;
}

function shortened(name: string): string {
  return name.length > 30 ? `${name.slice(0, 30)}…` : name;
}
