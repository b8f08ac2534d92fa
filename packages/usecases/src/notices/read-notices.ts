/** The inbox: reading, which is marked once with name and time, and answering. */
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findNotice, listDeliveries, listNotices, markAnswered, markRead } from '@xincheng/store/notices';
import type { DeliveryRow, NoticeFilter, NoticeRow } from '@xincheng/store/notices';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor, needs, readerOf, signed } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { noticeProblem } from './problem.ts';
import type { NoticeProblem } from './problem.ts';

/** A notice with its ways out. */
export interface NoticeView extends NoticeRow {
  readonly deliveries: readonly DeliveryRow[];
}

/** Notices to or from the units of whoever asks, all for the credit office; the newest first. Listing marks nothing as read. */
export async function readNotices(
  platform: Platform,
  { actor }: ActContext,
  filter: NoticeFilter,
): Promise<readonly NoticeView[]> {
  return withTransaction(platform.database.app, readerOf(actor, 'notice.read'), async (client) =>
    withDeliveries(client, await listNotices(client, filter)),
  );
}

async function withDeliveries(client: Client, notices: readonly NoticeRow[]): Promise<readonly NoticeView[]> {
  const deliveries = await listDeliveries(
    client,
    notices.map(({ id }) => id),
  );
  return notices.map((notice) => ({ ...notice, deliveries: deliveries.filter(({ noticeId }) => noticeId === notice.id) }));
}

/** Looks at one; that marks nothing as read. */
export async function lookAtNotice(
  platform: Platform,
  { actor }: ActContext,
  id: string,
): Promise<Result<NoticeView, NoticeProblem>> {
  return withTransaction(platform.database.app, identityOf(actor), async (client) =>
    (await findNotice(client, id)) === null ? noticeProblem('no-such-notice') : ok(await viewOf(client, id)),
  );
}

/** Opens one. The first reading by its recipient is marked with the reader's name; everybody else just looks. */
export async function readNotice(
  platform: Platform,
  context: ActContext,
  id: string,
  typed: string | undefined,
): Promise<Result<NoticeView, NoticeProblem>> {
  const signature = signed(context, typed);
  if (!signature.ok) return signature;
  const name = signature.value;
  return withTransaction(platform.database.app, readerOf(context.actor, 'notice.read'), async (client) => {
    const notice = await findNotice(client, id);
    if (notice === null) return noticeProblem('no-such-notice');
    if (mayActFor(context.actor, 'notice.read', notice.unitId) && (await markRead(client, id, context.now, name)))
      await note(client, context, notice, 'notice.read', { name });
    return ok(await viewOf(client, id));
  });
}

/** The recipient's answer; there is one. */
export interface NoticeAnswer {
  /** Typed where nobody signed in. */
  readonly name?: string | undefined;
  readonly text: string;
}

/** Answers a notice, in the name of the unit it went to. */
export async function answerNotice(
  platform: Platform,
  context: ActContext,
  id: string,
  { name: typed, text }: NoticeAnswer,
): Promise<Result<NoticeView, NoticeProblem>> {
  const may = needs(context.actor, 'notice.answer');
  if (!may.ok) return may;
  const signature = signed(context, typed);
  if (!signature.ok) return signature;
  const name = signature.value;
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const notice = await findNotice(client, id);
    if (notice === null) return noticeProblem('no-such-notice');
    if (!mayActFor(context.actor, 'notice.answer', notice.unitId))
      return noticeProblem('not-recipient', { unit: platform.pack.units.get(notice.unitId)?.name ?? notice.unitId });
    if (!(await markAnswered(client, id, context.now, name, text))) {
      const answered = await findNotice(client, id);
      return noticeProblem('already-answered', { name: answered?.answeredBy ?? '' });
    }
    await note(client, context, notice, 'notice.answer', { name, isLate: isLate(notice, context) });
    return ok(await viewOf(client, id));
  });
}

function isLate({ answerDueOn }: NoticeRow, { today }: ActContext): boolean {
  return answerDueOn !== null && today > answerDueOn;
}

async function viewOf(client: Client, id: string): Promise<NoticeView> {
  const notice = await findNotice(client, id);
  const [view] = notice === null ? [] : await withDeliveries(client, [notice]);
  if (view === undefined) throw new Error(`notice ${id} is gone`);
  return view;
}

async function note(
  client: Client,
  context: ActContext,
  { id, unitId }: NoticeRow,
  act: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeAct(client, context, { act, objectKind: 'notice', objectId: id, unitId, details });
}
