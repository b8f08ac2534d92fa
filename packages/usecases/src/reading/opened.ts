/** What opening a source takes and gives. */
import type { Encoding } from './encoding.ts';
import type { TemplateStamp } from '../workbook/index.ts';
import type { Chunk, Delimiter, Header, ReadPlan } from './plan.ts';

/** Limits and sizes; all have defaults. */
export interface ReadOptions {
  /** Chunks are closed at the first record end after so many bytes. Default 4 MiB. */
  readonly chunkBytes?: number;
  /** Largest file. Default 8 GiB. */
  readonly maxBytes?: number;
  /** Longest record. Default 1 MiB. */
  readonly maxRecordBytes?: number;
  /** Most columns. Default 1024. */
  readonly maxColumns?: number;
  /** Headers that we add to results ourselves: read over when they come back. */
  readonly ownColumns?: readonly string[];
  /** Sheets that we add to results ourselves: passed over when a result comes back. */
  readonly ownSheets?: readonly string[];
  /** The sheet of a workbook to read. Default null: the one whose header matches. */
  readonly sheet?: string | null;
}

/** The same with nothing left out. */
export type ReadLimits = Required<ReadOptions>;

/** A sheet in its workbook. */
export interface WorkbookPlace {
  readonly sheet: string;
  /** Name of the sheet's part in the archive. */
  readonly part: string;
  /** By which rules the template was made that was filled in; null where it was none of ours. */
  readonly template: TemplateStamp | null;
}

/** A file that can be used: all of it was looked at once. */
export interface OpenedSource {
  readonly format: 'csv' | 'json' | 'xlsx';
  /** As received. */
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
  /** Which sheet of a workbook it is; null for other files. */
  readonly workbook: WorkbookPlace | null;
  readonly header: Header;
  /** Records behind the header, blank ones included. */
  readonly records: number;
  readonly plan: ReadPlan;
  /** All chunks in file order, anew at every call. Throws `ReadFailure` when the file fails or has changed since. */
  readonly chunks: () => AsyncGenerator<Chunk>;
}
