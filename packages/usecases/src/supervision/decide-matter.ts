/** What goes on in a matter that is open: reviewing, replying, agreeing, deciding; with what a decision changes in the plan. */
import { yearOf } from '@xincheng/core/calendar';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Decision, MatterAct, MatterKind } from '@xincheng/core/supervision';
import { withTransaction } from '@xincheng/store/connection';
import { bindUnits, changeDueDay, releaseUnit } from '@xincheng/store/plans';
import { actsOf, findMatter, letSee, nextOrderSerial } from '@xincheng/store/supervision';
import { computeDue } from '../calendar/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { findUnknownAttachment } from './evidence.ts';
import { onPlan, partsOf, takeAct } from './in-hand.ts';
import type { Acted, Matter, PlanInHand, Said, SignedWriting, Writing } from './in-hand.ts';
import { unitName } from './parts.ts';
import { supervisionProblem } from './problem.ts';
import type { SupervisionProblem } from './problem.ts';
import { boundAlready, checkExtension } from './requests.ts';

/** Does the next act in a matter. */
export async function decideMatter(
  platform: Platform,
  context: ActContext,
  id: string,
  { act, name, words, attachments = [] }: Said & { readonly act: Decision; readonly attachments?: readonly string[] | undefined },
): Acted {
  const found = await withTransaction(platform.database.app, identityOf(context.actor), (client) => findMatter(client, id));
  if (found === null) return supervisionProblem('no-such-matter');
  return onPlan(platform, context, found.planId, async (inHand) => {
    const acts = (await actsOf(inHand.client, [id])).get(id) ?? [];
    const matter: Matter = { row: found, acts };
    const unknown = await findUnknownAttachment(inHand, found, attachments);
    if (unknown !== null) return unknown;
    const effect = EFFECTS[`${found.kind}.${act}`];
    const writing: Writing = { act, name, words, attachments };
    return takeAct(inHand, matter, writing, effect && ((said) => effect(inHand, matter, said)));
  });
}

/** Changes what an act changes beside the matter, and adds what only then is known. Refuses before it writes. */
type Effect = (inHand: PlanInHand, matter: Matter, writing: SignedWriting) => Promise<Result<SignedWriting, SupervisionProblem>>;

const EFFECTS: Partial<Record<`${MatterKind}.${MatterAct}`, Effect>> = {
  'order.issue': numberOrder,
  'order.return': answerAgain,
  'extension.grant': putOff,
  'hand-over.grant': handOver,
  'release.grant': release,
};

async function numberOrder(inHand: PlanInHand, matter: Matter, writing: SignedWriting): ReturnType<Effect> {
  const due = await answerAgain(inHand, matter, writing);
  if (!due.ok) return due;
  const { client, context, rules } = inHand;
  const year = yearOf(context.today);
  const serial = await nextOrderSerial(client, year);
  const document = `${rules.orders.word}〔${String(year)}〕${String(serial)}号`;
  return ok({ ...due.value, order: { year, serial, document } });
}

/** By when the unit has to answer, counted from today. */
function answerAgain({ platform, context, rules }: PlanInHand, _matter: Matter, writing: SignedWriting): ReturnType<Effect> {
  const computed = computeDue(platform, { deadline: rules.orders.deadline, from: context.today });
  if (!computed.ok) return Promise.resolve(computed);
  return Promise.resolve(ok(computed.value.due === null ? writing : { ...writing, dueOn: computed.value.due }));
}

async function putOff(inHand: PlanInHand, { row, acts }: Matter, writing: SignedWriting): ReturnType<Effect> {
  const { client, context, plan } = inHand;
  const asked = acts[0];
  if (asked?.dueOn === undefined || asked.dueOn === null || row.number === null)
    throw new Error(`extension ${row.id} asks for no day`);
  const refusal = checkExtension(inHand, row.number, asked.dueOn);
  if (refusal !== null) return refusal;
  await changeDueDay(client, plan.id, {
    number: row.number,
    dueOn: asked.dueOn,
    reason: asked.words ?? '',
    document: null,
    askedBy: asked.name,
    approvedBy: writing.name,
    at: context.now,
  });
  return ok(writing);
}

async function handOver(inHand: PlanInHand, { row }: Matter, writing: SignedWriting): ReturnType<Effect> {
  const { client, context, plan, platform } = inHand;
  const { number, unitId, otherUnit } = row;
  if (number === null || otherUnit === null) throw new Error(`hand-over ${row.id} names no task or no receiver`);
  const parts = partsOf(inHand, number, unitId);
  if (parts.length === 0) return supervisionProblem('not-bound', { unit: unitName(platform, unitId), number });
  const refusal = boundAlready(inHand, number, otherUnit);
  if (refusal !== null) return refusal;
  await endParts(inHand, row);
  const namedAs = `由${unitName(platform, unitId)}移交`;
  await bindUnits(
    client,
    plan.id,
    parts.map(({ role }) => ({ number, unitId: otherUnit, role, namedAs, viaGroup: null, since: context.today })),
  );
  if (parts.some(({ role }) => role === 'lead')) await letSee(client, plan.id, number, otherUnit);
  return ok(writing);
}

async function release(inHand: PlanInHand, { row }: Matter, writing: SignedWriting): ReturnType<Effect> {
  await endParts(inHand, row);
  return ok(writing);
}

/** From today the unit is no longer bound; history keeps that it was. */
async function endParts(inHand: PlanInHand, { number, unitId }: Matter['row']): Promise<void> {
  for (const { role } of partsOf(inHand, number ?? '', unitId))
    await releaseUnit(inHand.client, inHand.plan.id, { number: number ?? '', unitId, role }, inHand.context.today);
}
