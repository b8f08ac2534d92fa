/** The paper of a supervision order, in the form of an official letter. */
import { shownName } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import { findPlan, listTasks } from '@xincheng/store/plans';
import { renderPdf } from '../documents/index.ts';
import type { DocumentProblem } from '../documents/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { supervisionProblem } from './problem.ts';
import type { SupervisionProblem } from './problem.ts';
import { readMatter } from './read-matters.ts';
import { unitName } from './parts.ts';

/** What the template sets; every value is text and stays text. */
export interface OrderPaper {
  readonly issuer: string;
  readonly number: string;
  readonly title: string;
  readonly to: string;
  readonly plan: string;
  readonly task: string;
  readonly taskText: string;
  readonly taskDueOn: string | null;
  readonly sinceOn: string;
  readonly owed: string;
  readonly answerDueOn: string;
  readonly signedBy: string;
  readonly day: string;
}

/** What stands on the paper of an order that was issued. */
export async function readOrderPaper(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<OrderPaper, SupervisionProblem>> {
  const rules = platform.pack.supervision;
  if (rules === null) return supervisionProblem('no-supervision-rules');
  const matter = await readMatter(platform, context, id);
  if (!matter.ok) return matter;
  const { acts, planId, number, unitId, document } = matter.value;
  const draft = acts.find(({ act }) => act === 'draft');
  const issue = acts.find(({ act }) => act === 'issue');
  if (draft === undefined || issue === undefined || document === null) return supervisionProblem('not-an-order');
  const [plan, tasks] = await withTransaction(platform.database.app, identityOf(context.actor), async (client) => [
    await findPlan(client, planId),
    await listTasks(client, planId),
  ]);
  const task = tasks.find((one) => one.number === number);
  const dueOn = task?.dueOn ?? null;
  return ok({
    issuer: rules.orders.issuer,
    number: document,
    title: '督办通知单',
    to: unitName(platform, unitId),
    plan: plan?.title ?? planId,
    task: number ?? '',
    taskText: task?.text ?? '',
    taskDueOn: dueOn === null ? null : chineseDay(dueOn),
    sinceOn: chineseDay(draft.sinceOn ?? draft.day),
    owed: draft.words ?? '',
    answerDueOn: chineseDay(issue.dueOn ?? issue.day),
    signedBy: shownName(issue.name),
    day: chineseDay(issue.day),
  });
}

/** The paper as PDF. */
export async function orderPdf(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<{ readonly name: string; readonly bytes: Buffer }, SupervisionProblem | DocumentProblem>> {
  const paper = await readOrderPaper(platform, context, id);
  if (!paper.ok) return paper;
  const pdf = await renderPdf('supervision-order', paper.value);
  return pdf.ok ? ok({ name: `${paper.value.number}.pdf`, bytes: pdf.value }) : pdf;
}

/** 2021年5月8日, as official papers write it. */
function chineseDay(day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `${year}年${String(Number(month))}月${String(Number(dayOfMonth))}日`;
}
