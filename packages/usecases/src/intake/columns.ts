/** The columns a file of a dataset may have, as the reader looks for them. */
import type { CompiledDataset } from '@xincheng/core/intake';
import { SUMMARY_SHEET, TEMPLATE_SHEETS } from '../marking/index.ts';
import type { ColumnSpec, ReadOptions } from '../reading/index.ts';

/**
 * A column must be there when every kind of subject requires it and nothing computes it; what only some kinds need is the row
 * checks' matter.
 */
export function columnsOf(dataset: CompiledDataset): ColumnSpec[] {
  return dataset.fields.map(({ definition, requirements }) => ({
    code: definition.code,
    names: [definition.name.zh, ...(definition.aliases ?? [])],
    required: requirements.every((requirement) => requirement === 'required') && definition.computed === undefined,
  }));
}

/** Headers of the columns a marked result adds. Sent back with a corrected file, 记录编号 tells which record a row was. */
export const RESULT_COLUMNS = ['处理结果', '问题与修改建议', '记录编号'] as const;

/** Header of the column in which a row names the record it replaces. */
export const REPLACES_COLUMN = '替换记录编号';

/** Sheets of ours in marked workbooks and templates, none of which holds data. */
const OWN_SHEETS = [SUMMARY_SHEET, ...TEMPLATE_SHEETS];

/**
 * How a received file is opened: chunks of some two thousand rows, whose cells stay in a processor's cache between one pass and the
 * next; our own result columns and sheets are known. `sheet` is the one the sender asked for.
 */
export function readOptions(sheet: string | null): ReadOptions {
  return { chunkBytes: 1 << 20, ownColumns: RESULT_COLUMNS, ownSheets: OWN_SHEETS, sheet };
}
