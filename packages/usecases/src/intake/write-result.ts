/**
 * The sender's rows back again, in their order and columns, with what became of each beside it. Made from the kept file whenever it
 * is asked for, so it also shows what was confirmed since.
 */
import { hidePersonalData, issueSentence } from '@xincheng/core/intake';
import { withTransaction } from '@xincheng/store/connection';
import { listIssues, waitingOfBatch } from '@xincheng/store/intake';
import type { BatchRow, IssueRow, WaitingRow } from '@xincheng/store/intake';
import { writeAct } from '../audit/index.ts';
import { csvFileStart, csvText } from '../csv.ts';
import { identityOf, mayActFor } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidText } from '../ids.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { openSource, rowsOf } from '../reading/index.ts';
import type { OpenedSource } from '../reading/index.ts';
import { columnsOf, readOptions, REPLACES_COLUMN, RESULT_COLUMNS } from './columns.ts';
import { keptSource } from './kept-file.ts';
import { maskedCells } from './masked-cells.ts';
import { isHeld, OUTCOME_LABEL, OUTCOMES, WAITING_LABEL } from './outcome.ts';
import { readRowFile } from './row-file.ts';
import type { RowEntry } from './row-file.ts';
import { rowFilePath } from './submit-batch.ts';

const ISSUE_PAGE = 5000;
const NO_ISSUES: readonly IssueRow[] = [];

/**
 * Yields the marked result as CSV text, part by part, beginning with a byte order mark so that spreadsheets read the Chinese. Only who
 * acts for the unit that sent the file gets the cells as they were filed; for others who may read the batch, persons are masked.
 */
export async function* markedResult(platform: Platform, context: ActContext, batch: BatchRow): AsyncGenerator<string> {
  const layout = datasetOf(platform, batch.dataset);
  const source = await openSource(await keptSource(platform, batch), columnsOf(layout.dataset), readOptions(batch.sheet));
  if (!source.ok) throw new Error(`the kept file of batch ${batch.id} no longer reads: ${source.error.code}`);
  const shown = shownFields(source.value);
  const names = shown.map((index) => layout.dataset.fields[index]?.definition.name.zh ?? '');
  const isSender = mayActFor(context.actor, batch.unitId);
  const hasReplaces = source.value.header.extras.replaces >= 0;
  yield csvFileStart([[...names, ...RESULT_COLUMNS, ...(hasReplaces ? [REPLACES_COLUMN] : [])]]);
  const waits = await withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    // The rows as filed hold numbers of persons in full: who took them out is written down.
    await writeAct(client, context, {
      act: 'batch.result',
      objectKind: 'batch',
      objectId: batch.id,
      unitId: batch.unitId,
      details: { dataset: batch.dataset },
    });
    return waitingOfBatch(client, batch.id);
  });
  const issues = new IssueCursor(platform, context, batch.id);
  const nextEntry = await readRowFile(rowFilePath(platform, batch.id));
  for await (const chunk of source.value.chunks()) {
    const lines: string[][] = [];
    for (const { cells, rowNo, extras } of rowsOf(chunk, source.value.plan)) {
      const entry = nextEntry();
      if (entry?.row !== rowNo)
        throw new Error(`the row file of batch ${batch.id} does not fit its file at row ${String(rowNo)}`);
      const found = issues.isBefore(rowNo) ? await issues.of(rowNo) : NO_ISSUES;
      const { label, recordId } = markOf(entry, waits.get(rowNo));
      const told = isSender ? cells : maskedCells(layout.dataset, cells);
      lines.push([
        ...shown.map((index) => told[index] ?? ''),
        label,
        found.map(sentence).join('\n'),
        recordId,
        ...(hasReplaces ? [isSender ? (extras.replaces ?? '') : hidePersonalData(extras.replaces ?? '')] : []),
      ]);
    }
    yield csvText(lines);
  }
}

/**
 * What became of a row until now, and its record where there is one: an id without a record would later be taken for one to replace,
 * when the row's number is put right in the result and sent back.
 */
function markOf(
  entry: RowEntry,
  wait: Pick<WaitingRow, 'state' | 'recordId'> | undefined,
): { readonly label: string; readonly recordId: string } {
  const outcome = OUTCOMES[entry.outcome] ?? 'none';
  if (outcome !== 'waiting' || wait === undefined)
    return { label: OUTCOME_LABEL[outcome], recordId: isHeld(outcome) ? uuidText(entry.recordId) : '' };
  return { label: WAITING_LABEL[wait.state], recordId: wait.state === 'confirmed' ? wait.recordId : '' };
}

/** Fields the file had, in the order of its columns. JSON has no columns: then all fields in the dataset's order. */
function shownFields({ header, format }: OpenedSource): number[] {
  const indices = header.mapping.map((_, index) => index);
  if (format === 'json') return indices;
  return indices
    .filter((index) => (header.mapping[index] ?? -1) >= 0)
    .sort((a, b) => (header.mapping[a] ?? 0) - (header.mapping[b] ?? 0));
}

function sentence(issue: IssueRow): string {
  return `【${issue.code}】${issueSentence(issue)}`;
}

/** Issues come in row order, so a page at a time is enough. */
class IssueCursor {
  readonly #platform: Platform;
  readonly #context: ActContext;
  readonly #batch: string;
  #page: readonly IssueRow[] = [];
  #next = 0;
  #isEnd = false;

  constructor(platform: Platform, context: ActContext, batch: string) {
    this.#platform = platform;
    this.#context = context;
    this.#batch = batch;
  }

  /** Whether an issue of this row, or of one before it, may be next: most rows have none, and are not waited for. */
  isBefore(row: number): boolean {
    const next = this.#page[this.#next];
    return next === undefined ? !this.#isEnd : next.row <= row;
  }

  async of(row: number): Promise<readonly IssueRow[]> {
    const found: IssueRow[] = [];
    for (;;) {
      const issue = await this.#peek();
      if (issue === null || issue.row > row) return found;
      if (issue.row === row) found.push(issue);
      this.#next += 1;
    }
  }

  async #peek(): Promise<IssueRow | null> {
    if (this.#next < this.#page.length) return this.#page[this.#next] ?? null;
    if (this.#isEnd) return null;
    const last = this.#page.at(-1);
    const after = last === undefined ? { row: 0, ordinal: -1 } : { row: last.row, ordinal: last.ordinal };
    this.#page = await withTransaction(this.#platform.database.app, identityOf(this.#context.actor), (client) =>
      listIssues(client, this.#batch, after, ISSUE_PAGE),
    );
    this.#next = 0;
    this.#isEnd = this.#page.length < ISSUE_PAGE;
    return this.#page[0] ?? null;
  }
}
