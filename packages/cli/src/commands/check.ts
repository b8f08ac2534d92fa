/** `xincheng check FILE --dataset licence`: checks a file without a server and names what it could not check. */
import { dayOf } from '@xincheng/core/calendar';
import { issueSentence } from '@xincheng/core/intake';
import type { Issue } from '@xincheng/core/intake';
import type { StandardsPack } from '@xincheng/core/standards';
import { checkFile } from '@xincheng/usecases/intake';
import { fileSource } from '@xincheng/usecases/reading';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor } from '../platform.ts';
import { columnLines } from '../column-lines.ts';
import { showProgress } from '../progress.ts';

export interface CheckOptions {
  readonly dataset: string;
  readonly unit?: string;
  readonly sheet?: string;
}

/** Issues and columns named one by one to people; the rest are counted. JSON carries all. */
const SHOWN_ISSUES = 50;

/** Checks one file. Exit 3 when a row would be refused. */
export async function check(environment: Environment, file: string, { dataset, unit, sheet }: CheckOptions): Promise<Answer> {
  const found = await fileSource(file);
  if (!found.ok) return failure(EXIT.unusable, found.error);
  const named = await standardsFor(environment, { dataset, unit });
  if (!named.ok) return named.error;
  const { standards, unitId } = named.value;
  const now = environment.now();
  const issues: Issue[] = [];
  const progress = showProgress(environment, found.value.size);
  const checked = await checkFile(standards, {
    path: file,
    dataset,
    unitId,
    sheet,
    now,
    today: dayOf(now),
    onIssue: (issue) => issues.push(issue),
    onProgress: ({ stage, rows, bytes }) => progress.update({ stage, rows, done: bytes }),
  }).finally(progress.stop);
  if (!checked.ok) return failure(EXIT.unusable, checked.error);
  const { counts, checksNotRun, columnsNotRead } = checked.value;
  const senderChecks = unitId === null ? checksOfSender(standards.pack) : [];
  const notRun = [...checksNotRun, ...senderChecks].sort();
  const { rows, accepted, rejected, waiting } = counts;
  return {
    exit: rejected > 0 ? EXIT.refused : EXIT.done,
    text: [
      `共 ${String(rows)} 行：可入库 ${String(accepted)}，将退回 ${String(rejected)}，需确认 ${String(waiting)}`,
      ...issueLines(issues),
      ...columnLines(columnsNotRead),
      `未能执行的校验（需要平台数据${senderChecks.length === 0 ? '' : '或 --unit'}）：${notRun.join('、')}`,
    ].join('\n'),
    json: { rows, accepted, rejected, waiting, issues: counts.issues, checksNotRun: notRun, columnsNotRead, findings: issues },
  };
}

/** Clauses that compare a row with whoever sends it. */
function checksOfSender({ checks }: StandardsPack): string[] {
  return [...checks.values()].flatMap(({ id, clauses }) =>
    clauses
      .filter((clause) => clause.kind === 'unit-registry' && clause.id === 'sender')
      .map((clause) => `${id}.${String(clause.id)}`),
  );
}

function issueLines(issues: readonly Issue[]): string[] {
  const shown = issues.slice(0, SHOWN_ISSUES).map((issue) => `第 ${String(issue.row)} 行 ${issue.code} ${issueSentence(issue)}`);
  return issues.length > SHOWN_ISSUES
    ? [...shown, `另有 ${String(issues.length - SHOWN_ISSUES)} 处问题，用 --json 查看全部。`]
    : shown;
}
