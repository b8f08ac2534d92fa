/** What follows from the numbers: shown cells, who is praised, who is named and why, and the words of the paragraphs. */
import type { Day } from '../calendar/index.ts';
import { countCell, formatCell, isTargetMet } from '../indicators/index.ts';
import type { Cell, ValueFormat } from '../indicators/index.ts';
import type { Label } from '../standards/index.ts';
import type {
  BulletinCell,
  BulletinColumn,
  BulletinCondition,
  BulletinDefinition,
  BulletinOccasion,
  BulletinRow,
  BulletinRules,
  BulletinText,
} from './types.ts';

/** What a column takes of an indicator's cell. */
export function columnCell({ part }: Pick<BulletinColumn, 'part'>, cell: Cell): Cell {
  if (part === 'value' || cell.absence !== null) return cell;
  return countCell(cell[part] ?? 0n);
}

/** A cell with its words. */
export function shownCell(cell: Cell, format: ValueFormat): BulletinCell {
  return {
    numerator: cell.numerator === null ? null : String(cell.numerator),
    denominator: cell.denominator === null ? null : String(cell.denominator),
    absence: cell.absence,
    shown: { zh: formatCell(cell, format, 'zh'), en: formatCell(cell, format, 'en') },
  };
}

/** The rules of a day: the last that began. */
export function rulesOn({ rules }: Pick<BulletinDefinition, 'rules'>, day: Day): BulletinRules | null {
  return [...rules].sort((a, b) => (a.from < b.from ? -1 : 1)).findLast(({ from }) => from <= day) ?? null;
}

interface Columns {
  readonly columns: readonly { readonly id: string; readonly format: ValueFormat }[];
}

/** Units of which everything holds that earns praise. */
export function praisedRows(rules: BulletinRules, table: Columns, rows: readonly BulletinRow[]): readonly BulletinRow[] {
  return rows.filter((row) => rules.praise.length > 0 && rules.praise.every((condition) => holds(condition, table, row)));
}

/** Units of which something holds for which they are named, with every reason. */
export function namedRows(
  rules: BulletinRules,
  table: Columns,
  rows: readonly BulletinRow[],
): readonly { readonly unit: string; readonly name: string; readonly reasons: readonly Label[] }[] {
  return rows
    .map((row) => ({
      unit: row.unit,
      name: row.name,
      reasons: rules.name
        .filter((condition) => holds(condition, table, row))
        .map(({ reason, column }) => {
          const shown = row.cells[placeOf(table, column)]?.shown;
          return fillLabel(reason, { value: shown ?? { zh: '', en: '' } });
        }),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}

function holds({ column, is, value }: BulletinCondition, table: Columns, { cells }: BulletinRow): boolean {
  const at = placeOf(table, column);
  const [cell, format] = [cells[at], table.columns[at]?.format];
  if (cell === undefined || format === undefined || cell.numerator === null) return false;
  const exact = {
    numerator: BigInt(cell.numerator),
    denominator: cell.denominator === null ? null : BigInt(cell.denominator),
    absence: null,
  };
  return isTargetMet(exact, { is, value, from: BEGINNING, basis: NO_BASIS }, format) === true;
}

const BEGINNING = '1949-10-01' as Day;
const NO_BASIS = { instrument: '' };

function placeOf({ columns }: Columns, id: string): number {
  return columns.findIndex((column) => column.id === id);
}

/** Paragraphs whose occasion is there, with their words filled in. */
export function fillParagraphs(
  { paragraphs }: Pick<BulletinDefinition, 'paragraphs'>,
  occasions: ReadonlySet<BulletinOccasion>,
  words: Readonly<Record<string, Label>>,
): readonly BulletinText[] {
  return paragraphs
    .filter(({ when }) => when === undefined || occasions.has(when))
    .map(({ heading = null, text }) => ({ heading, text: fillLabel(text, words) }));
}

/** Fills `{word}`; a word nobody gave stays as it is written. */
export function fillLabel(label: Label, words: Readonly<Record<string, Label>>): Label {
  const fill = (text: string, language: keyof Label): string =>
    text.replace(/\{([\w.-]+)\}/gu, (whole, word: string) => words[word]?.[language] ?? whole);
  return { zh: fill(label.zh, 'zh'), en: fill(label.en, 'en') };
}
