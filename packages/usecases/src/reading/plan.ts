/** What the parts of reading hand to each other. */
import type { Encoding } from './encoding.ts';

/** A column of the dataset as the reader needs it, in the order of the dataset's fields. */
export interface ColumnSpec {
  readonly code: string;
  /** Chinese name first, then every other header under which it is sent. */
  readonly names: readonly string[];
  /** A file without this column is refused. */
  readonly required: boolean;
}

/** Hidden columns of a result that is corrected and sent back; column or -1. */
export interface ExtraColumns {
  readonly recordId: number;
  readonly replaces: number;
}

/** Which column of the file is which field. Rows are counted from 1 as a spreadsheet shows them, columns from 0. */
export interface Header {
  readonly firstRow: number;
  /** Differs from `firstRow` where names and codes stand in two rows. */
  readonly lastRow: number;
  /** Column of each field, -1 where the file does not have it. */
  readonly mapping: readonly number[];
  readonly extras: ExtraColumns;
  /** Columns of the headers that we add to results ourselves, in the order in which they were named; -1 where there is none. */
  readonly own: readonly number[];
  /** How many columns the header has, trailing blank ones not counted. */
  readonly columns: number;
  /** Headers by column, as they stand in the file. */
  readonly names: readonly string[];
  /** Headers that are no field of the dataset: read over. */
  readonly unknown: readonly string[];
  /** Names of required fields the file does not have. */
  readonly missing: readonly string[];
}

export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Encoding of the bytes in chunks: UTF-16 has become UTF-8 on the way. */
export type ChunkEncoding = Extract<Encoding, 'utf-8' | 'gb18030'>;

/** All that a worker needs to turn chunks into rows; can be cloned into a thread. */
export type ReadPlan = CsvPlan | JsonPlan;

export interface CsvPlan {
  readonly format: 'csv';
  readonly encoding: ChunkEncoding;
  readonly delimiter: Delimiter;
  readonly fields: number;
  readonly header: Header;
  /** A row may end after so many cells: what is left out are columns that are not required. */
  readonly fewestCells: number;
}

export interface JsonPlan {
  readonly format: 'json';
  readonly fields: number;
  /** Field by the plain form of a member's name; -1 and -2 stand for `recordId` and `replaces`. */
  readonly members: readonly (readonly [string, number])[];
  /** Members that are no field, known since the file was opened and read over. */
  readonly unknown: readonly string[];
  /** One record a line, or records in a list. */
  readonly isLines: boolean;
}

/** A run of whole records. */
export interface Chunk {
  /** Owns its memory: can be transferred to a worker. */
  readonly bytes: Uint8Array;
  /** Number of the first record, as a spreadsheet shows it. */
  readonly firstRecordNo: number;
  /** Where it begins in the text as read (for UTF-16: in its UTF-8 form). */
  readonly byteOffset: number;
  readonly last: boolean;
}
