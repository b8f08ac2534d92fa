/**
 * The rows of a batch as its result shows them: the sender's cells in the sender's order, each row with its marks. Only who acts for
 * the unit that sent the file gets the cells as they were filed; for others who may read the batch, persons are masked.
 */
import { hidePersonalData } from '@xincheng/core/intake';
import type { BatchRow } from '@xincheng/store/intake';
import { mayActFor } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { PlainRow } from '../marking/index.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { openSource, rowsOf } from '../reading/index.ts';
import type { OpenedSource } from '../reading/index.ts';
import { columnsOf, readOptions, REPLACES_COLUMN, RESULT_COLUMNS } from './columns.ts';
import { keptSource } from './kept-file.ts';
import { maskedCells } from './masked-cells.ts';
import { openRowMarks } from './row-marks.ts';

/** The result of a batch, ready to be written. */
export interface ResultRows {
  readonly source: OpenedSource;
  /** Headers of all columns. */
  readonly names: readonly string[];
  /** Columns behind the three of our own. */
  readonly behind: number;
  /** Column of each field in the result, -1 where it has none. */
  readonly columns: readonly number[];
  /** In row order, some at a time. To be read once. */
  readonly rows: () => AsyncGenerator<readonly PlainRow[]>;
}

/** Opens the kept file of a batch as its columns are looked for. */
export async function openKept(platform: Platform, batch: BatchRow): Promise<OpenedSource> {
  const { dataset } = datasetOf(platform, batch.dataset);
  const source = await openSource(await keptSource(platform, batch), columnsOf(dataset), readOptions(batch.sheet));
  if (!source.ok) throw new Error(`the kept file of batch ${batch.id} no longer reads: ${source.error.code}`);
  return source.value;
}

/** Opens the result's rows. */
export function resultRows(platform: Platform, context: ActContext, batch: BatchRow, source: OpenedSource): ResultRows {
  const { dataset } = datasetOf(platform, batch.dataset);
  const shown = shownFields(source);
  const hasReplaces = source.header.extras.replaces >= 0;
  const names = shown.map((index) => dataset.fields[index]?.definition.name.zh ?? '');
  const isSender = mayActFor(context.actor, 'intake.read', batch.unitId);
  return {
    source,
    names: [...names, ...RESULT_COLUMNS, ...(hasReplaces ? [REPLACES_COLUMN] : [])],
    behind: hasReplaces ? 1 : 0,
    columns: source.header.mapping.map((_, index) => shown.indexOf(index)),
    rows: async function* () {
      const next = await openRowMarks(platform, context, batch);
      for await (const chunk of source.chunks()) {
        const rows: PlainRow[] = [];
        for (const { cells, rowNo, extras } of rowsOf(chunk, source.plan)) {
          const mark = await next();
          if (mark?.row !== rowNo)
            throw new Error(`the row file of batch ${batch.id} does not fit its file at row ${String(rowNo)}`);
          const told = isSender ? cells : maskedCells(dataset, cells);
          const replaces = isSender ? (extras.replaces ?? '') : hidePersonalData(extras.replaces ?? '');
          rows.push({ cells: [...shown.map((index) => told[index] ?? ''), ...(hasReplaces ? [replaces] : [])], mark });
        }
        yield rows;
      }
    },
  };
}

/** Fields the file had, in the order of its columns. JSON has no columns: then all fields in the dataset's order. */
function shownFields({ header, format }: OpenedSource): number[] {
  const indices = header.mapping.map((_, index) => index);
  if (format === 'json') return indices;
  return indices
    .filter((index) => (header.mapping[index] ?? -1) >= 0)
    .sort((a, b) => (header.mapping[a] ?? 0) - (header.mapping[b] ?? 0));
}
