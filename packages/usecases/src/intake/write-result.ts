/**
 * The sender's rows back again, in their order and columns, with what became of each beside it, as CSV. Made from the kept file
 * whenever it is asked for, so it also shows what was confirmed since.
 */
import type { BatchRow } from '@xincheng/store/intake';
import { csvFileStart, csvText } from '../csv.ts';
import type { ActContext } from '../identity/index.ts';
import { remarks } from '../marking/index.ts';
import type { Platform } from '../platform/index.ts';
import { openKept, resultRows } from './result-rows.ts';

/** Yields the marked result as CSV text, part by part, beginning with a byte order mark so that spreadsheets read the Chinese. */
export async function* markedResult(platform: Platform, context: ActContext, batch: BatchRow): AsyncGenerator<string> {
  const { names, behind, rows } = resultRows(platform, context, batch, await openKept(platform, batch));
  yield csvFileStart([names]);
  for await (const some of rows()) {
    const lines = some.map(({ cells, mark }) => {
      const own = cells.length - behind;
      return [...cells.slice(0, own), mark.outcome, remarks(mark.cells), mark.recordId, ...cells.slice(own)];
    });
    yield csvText(lines);
  }
}
