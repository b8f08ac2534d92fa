/** What is to be said of every row of a batch, row by row: its outcome until now, its record, its issues. */
import { issueSentence } from '@xincheng/core/intake';
import type { CompiledDataset } from '@xincheng/core/intake';
import { withTransaction } from '@xincheng/store/connection';
import { listIssues, waitingOfBatch } from '@xincheng/store/intake';
import type { BatchRow, IssueRow, WaitingRow } from '@xincheng/store/intake';
import { writeAct } from '../audit/index.ts';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidText } from '../ids.ts';
import type { CellMark, NextMark } from '../marking/index.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { isHeld, OUTCOME_LABEL, OUTCOMES, WAITING_LABEL } from './outcome.ts';
import { readRowFile } from './row-file.ts';
import type { RowEntry } from './row-file.ts';
import { rowFilePath } from './submit-batch.ts';

const ISSUE_PAGE = 5000;

/** Opens the marks of a batch. The rows as filed hold numbers of persons in full: who took them out is written down. */
export async function openRowMarks(platform: Platform, context: ActContext, batch: BatchRow): Promise<NextMark> {
  const { dataset } = datasetOf(platform, batch.dataset);
  const waits = await withTransaction(platform.database.app, readerOf(context.actor, 'intake.read'), async (client) => {
    await writeAct(client, context, {
      act: 'batch.result',
      objectKind: 'batch',
      objectId: batch.id,
      unitId: batch.unitId,
      details: { dataset: batch.dataset },
    });
    return waitingOfBatch(client, batch.id);
  });
  const issues = issuesOf(platform, context, batch.id);
  const nextEntry = await readRowFile(rowFilePath(platform, batch.id));
  let issue = await issues.next();
  return async () => {
    const entry = nextEntry();
    if (entry === null) return null;
    const cells: CellMark[] = [];
    while (issue.done !== true && issue.value.row <= entry.row) {
      if (issue.value.row === entry.row) cells.push(cellMark(dataset, issue.value));
      issue = await issues.next();
    }
    return { row: entry.row, ...fateOf(entry, waits.get(entry.row)), cells };
  };
}

/** An issue as a mark of its cell. */
export function cellMark({ byCode }: CompiledDataset, issue: IssueRow): CellMark {
  const { severity, code } = issue;
  return { field: byCode.get(issue.column ?? '') ?? -1, severity, code, sentence: issueSentence(issue) };
}

/** The issues of a batch in row order, read a page at a time. */
export async function* issuesOf(platform: Platform, context: ActContext, batch: string): AsyncGenerator<IssueRow> {
  let after = { row: 0, ordinal: -1 };
  for (;;) {
    const page = await withTransaction(platform.database.app, readerOf(context.actor, 'intake.read'), (client) =>
      listIssues(client, batch, after, ISSUE_PAGE),
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < ISSUE_PAGE) return;
    after = { row: last.row, ordinal: last.ordinal };
  }
}

/**
 * What became of a row until now, and its record where there is one: an id without a record would later be taken for one to replace,
 * when the row's number is put right in the result and sent back.
 */
function fateOf(
  entry: RowEntry,
  wait: Pick<WaitingRow, 'state' | 'recordId'> | undefined,
): { readonly outcome: string; readonly recordId: string } {
  const outcome = OUTCOMES[entry.outcome] ?? 'none';
  if (outcome !== 'waiting' || wait === undefined)
    return { outcome: OUTCOME_LABEL[outcome], recordId: isHeld(outcome) ? uuidText(entry.recordId) : '' };
  return { outcome: WAITING_LABEL[wait.state], recordId: wait.state === 'confirmed' ? wait.recordId : '' };
}
