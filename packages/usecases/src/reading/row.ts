/** What reading hands to checking: one row at a time. */
import type { JsonValue } from './json-object.ts';

/** What can be wrong with the shape of a row, before anything is said about its content. */
export const ROW_PROBLEMS = [
  'too-few', // fewer cells than columns, and not merely trailing blanks left out
  'too-many', // something stands behind the last column
  'stray-quote', // text behind a closing quote
  'not-an-object', // JSON: an element of the list is a text, a number, a list
  'unreadable', // JSON: not well-formed
  'duplicate-member', // JSON: one field given twice
  'unknown-member', // JSON: a member no earlier record had and no field is named
  'bad-value', // JSON: a list or object where one value belongs, or a character no text may hold
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** One problem of shape; `value` is a count, a column or a member's name, never data of the row. */
export interface RowProblem {
  readonly code: RowProblemCode;
  readonly value: string;
  readonly expected: string;
}

/** A row as it stands in the file: nothing trimmed, nothing judged but its shape. */
export interface CellRow {
  /** In the order of the dataset's fields; '' where the file has no such column. */
  readonly cells: readonly string[];
  /** As a spreadsheet shows it: header and blank rows counted, from 1. In JSON the record's place. */
  readonly rowNo: number;
  readonly extras: RowExtras;
  readonly problem: RowProblem | null;
  /** JSON only: members that are lists or objects and no field, such as the children of a record. */
  readonly nested: Readonly<Record<string, JsonValue>> | null;
}

/** Hidden columns of a result that was corrected and sent back. */
export interface RowExtras {
  readonly recordId?: string;
  readonly replaces?: string;
}
