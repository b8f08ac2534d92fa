/** What all acts around the tasks of a plan share: the plan in hand, who acts as what, one act written with its audit and its notice. */
import { hidePersonalData } from '@xincheng/core/intake';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { SupervisionRules } from '@xincheng/core/standards';
import {
  judgeAct,
  MATTER_ACT_PAST,
  MATTER_ACT_WORDS,
  MATTER_STATE_WORDS,
  MATTER_WORDS,
  needsWords,
  stateOf,
} from '@xincheng/core/supervision';
import type { MatterAct, MatterKind, MatterState, Party } from '@xincheng/core/supervision';
import { showAttachments } from '@xincheng/store/attachments';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findPlan, listTasks } from '@xincheng/store/plans';
import type { PlanRow, PlanTaskRow } from '@xincheng/store/plans';
import { insertAct, insertMatter, partsOfPlans, takeSupervisionTurn } from '@xincheng/store/supervision';
import type { ActRow, MatterRow, PartRow } from '@xincheng/store/supervision';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor, mayActForDistrict, signed } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { leadsOf, unitName } from './parts.ts';
import { supervisionProblem } from './problem.ts';
import type { SupervisionProblem } from './problem.ts';
import { tellUnits } from './tell.ts';

/** The person who answers for an act, and what it says. */
export interface Said {
  /** Typed where nobody signed in. */
  readonly name?: string | undefined;
  readonly words?: string | undefined;
}

/** The plan that is acted upon, in a transaction that nobody else acts beside. */
export interface PlanInHand {
  readonly platform: Platform;
  readonly context: ActContext;
  readonly client: Client;
  readonly rules: SupervisionRules;
  readonly plan: PlanRow;
  readonly tasks: readonly PlanTaskRow[];
  /** Parts of units, also those that have ended. */
  readonly parts: readonly PartRow[];
}

/** A matter with everything that was done in it. */
export interface Matter {
  readonly row: MatterRow;
  readonly acts: readonly ActRow[];
}

/** What becomes of a matter by an act. */
export interface Taken {
  readonly matter: string;
  readonly state: MatterState;
}

export type Acted = Promise<Result<Taken, SupervisionProblem>>;

/** Takes a plan in hand and acts. A refusal writes nothing. */
export async function onPlan<T>(
  platform: Platform,
  context: ActContext,
  planId: string,
  act: (inHand: PlanInHand) => Promise<Result<T, SupervisionProblem>>,
): Promise<Result<T, SupervisionProblem>> {
  const rules = platform.pack.supervision;
  if (rules === null) return supervisionProblem('no-supervision-rules');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takeSupervisionTurn(client, planId);
    const plan = await findPlan(client, planId);
    if (plan === null) return supervisionProblem('no-such-plan', { plan: planId });
    if (plan.state === 'closed') return supervisionProblem('plan-closed', { plan: planId });
    const tasks = await listTasks(client, planId);
    const parts = await partsOfPlans(client, planId);
    return act({ platform, context, client, rules, plan, tasks, parts });
  });
}

/** A task of the plan in hand. */
export function taskOf({ plan, tasks }: PlanInHand, number: string): Result<PlanTaskRow, SupervisionProblem> {
  const task = tasks.find((one) => one.number === number);
  return task === undefined ? supervisionProblem('no-such-task', { plan: plan.id, number }) : ok(task);
}

/** What binds a unit to a task today, in one role or several. */
export function partsOf({ parts }: PlanInHand, number: string, unitId: string): readonly PartRow[] {
  return parts.filter((part) => part.number === number && part.unitId === unitId && part.until === null);
}

/** The part of a unit that a task binds; refused where it does not. */
export function boundPart(inHand: PlanInHand, number: string, unitId: string): Result<PartRow, SupervisionProblem> {
  const task = taskOf(inHand, number);
  if (!task.ok) return task;
  const [part] = partsOf(inHand, number, unitId);
  return part === undefined ? supervisionProblem('not-bound', { unit: unitName(inHand.platform, unitId), number }) : ok(part);
}

/** Everything that an act may say beside its words. */
export interface Writing extends Said {
  readonly act: MatterAct;
  readonly figures?: ActRow['figures'];
  readonly attachments?: readonly string[];
  readonly sinceOn?: string;
  readonly dueOn?: string;
  readonly order?: { readonly year: number; readonly serial: number; readonly document: string };
}

/** The same under the signature of who says it. */
export interface SignedWriting extends Writing {
  readonly name: string;
}

/** Opens a matter by its first act. */
export async function openMatter(
  inHand: PlanInHand,
  about: Pick<MatterRow, 'kind' | 'number' | 'unitId'> & Partial<Pick<MatterRow, 'period' | 'otherUnit'>>,
  writing: Writing,
): Acted {
  const { context, plan } = inHand;
  const { number, unitId, period = null, otherUnit = null } = about;
  const leads = number === null ? [] : leadsOf(inHand, number);
  const seenBy = [...new Set([unitId, ...leads, ...(otherUnit === null ? [] : [otherUnit])])];
  const id = uuidV7(context.now);
  const row = { id, kind: about.kind, planId: plan.id, number, unitId, period, otherUnit, openedAt: context.now, seenBy };
  return takeAct(inHand, { row, acts: [] }, writing);
}

/** Does one act in a matter: judged by the closed table of core, written, audited, told. `effect` is what it changes beside. */
export async function takeAct(
  inHand: PlanInHand,
  matter: Matter,
  writing: Writing,
  effect: (writing: SignedWriting) => Promise<Result<SignedWriting, SupervisionProblem>> = (same) => Promise.resolve(ok(same)),
): Acted {
  const { context, client } = inHand;
  const { row, acts } = matter;
  const name = signed(context, writing.name);
  if (!name.ok) return name;
  const written = { ...writing, name: name.value };
  const judged = judge(inHand, matter, written);
  if (!judged.ok) return judged;
  const effected = await effect(written);
  if (!effected.ok) return effected;
  if (acts.length === 0) await insertMatter(client, row);
  const act = actRow(context, matter, judged.value.by, effected.value);
  await insertAct(client, act, row);
  if (act.attachments.length > 0) await showAttachments(client, act.attachments, { units: row.seenBy, caseId: row.id });
  await writeAct(client, context, {
    act: `supervision.${row.kind}-${MATTER_ACT_PAST[act.act]}`,
    objectKind: 'supervision',
    objectId: row.id,
    unitId: row.unitId,
    details: {
      plan: row.planId,
      number: row.number,
      period: row.period,
      otherUnit: row.otherUnit,
      name: act.name,
      words: act.words,
      dueOn: act.dueOn,
      document: act.document,
    },
  });
  await tellUnits(inHand, matter, act);
  return ok({ matter: row.id, state: judged.value.to });
}

function judge(
  { context: { actor }, parts }: PlanInHand,
  { row, acts }: Matter,
  { act, name, words = '' }: SignedWriting,
): Result<{ readonly to: MatterState; readonly by: ActingUnit }, SupervisionProblem> {
  const state = stateOf(row.kind, acts);
  const parties = partiesOf(actor, act, row, leadsIn(parts, row));
  const judged = judgeAct(row.kind, state, act, { name, persons: actor, parties }, acts);
  if (!judged.ok)
    return supervisionProblem(judged.error, {
      matter: MATTER_WORDS[row.kind],
      act: MATTER_ACT_WORDS[act],
      state: state === 'none' ? '未立' : MATTER_STATE_WORDS[state],
      who: whoDoes(row.kind, act),
    });
  if (words.trim() === '' && needsWords(row.kind, state, act)) return supervisionProblem('words-missing');
  return ok({ to: judged.value.to, by: actingUnit(actor, row, leadsIn(parts, row), judged.value.by) });
}

function leadsIn(parts: readonly PartRow[], { number }: MatterRow): readonly string[] {
  return number === null ? [] : leadsOf({ parts }, number);
}

/** Unit in whose name an act is done; null for the credit office. */
type ActingUnit = string | null;

/** Acts of the office that are entered; the others decide. An order that was drafted is given up by either. */
const ENTERED_BY_OFFICE: readonly MatterAct[] = ['call', 'draft', 'urge', 'drop'];

function partiesOf(actor: Actor, act: MatterAct, { unitId, otherUnit }: MatterRow, leads: readonly string[]): readonly Party[] {
  const decides = mayActForDistrict(actor, 'supervision.decide');
  const enters = ENTERED_BY_OFFICE.includes(act) && mayActForDistrict(actor, 'supervision.order');
  const receives = (['supervision.report', 'supervision.review'] as const).some(
    (right) => otherUnit !== null && mayActFor(actor, right, otherUnit),
  );
  const parties: readonly (readonly [Party, boolean])[] = [
    ['unit', mayActFor(actor, 'supervision.report', unitId)],
    ['receiver', receives],
    // Who files does not accept: a lead reviews others, and the office reviews leads.
    ['reviewer', decides || leads.some((lead) => lead !== unitId && mayActFor(actor, 'supervision.review', lead))],
    ['office', enters || (decides && !['call', 'draft', 'urge'].includes(act))],
  ];
  return parties.filter(([, isIt]) => isIt).map(([party]) => party);
}

function actingUnit(actor: Actor, { unitId, otherUnit }: MatterRow, leads: readonly string[], by: Party): ActingUnit {
  if (by === 'unit') return unitId;
  if (by === 'receiver') return otherUnit;
  if (actor.scope === 'all') return null;
  return leads.find((lead) => lead !== unitId && mayActFor(actor, 'supervision.review', lead)) ?? null;
}

function whoDoes(kind: MatterKind, act: MatterAct): string {
  if (act === 'file' || act === 'ask' || act === 'reply') return '请由该单位办理。';
  if (act === 'agree' || act === 'decline') return '请由接收单位办理。';
  if (kind === 'report' && act !== 'call' && act !== 'reopen') return '请由任务的其他牵头单位或区信用办办理。';
  return '请由区信用办办理。';
}

function actRow({ now, today, actor }: ActContext, { row, acts }: Matter, byUnit: ActingUnit, writing: SignedWriting): ActRow {
  const { act, name, words = '', figures = [], attachments = [], sinceOn, dueOn, order } = writing;
  return {
    matterId: row.id,
    ordinal: acts.length + 1,
    act,
    byUnit,
    actor: actor.id,
    name,
    at: now,
    day: today,
    words: words.trim() === '' ? null : hidePersonalData(words.trim()),
    figures,
    attachments,
    sinceOn: sinceOn ?? null,
    dueOn: dueOn ?? null,
    year: order?.year ?? null,
    serial: order?.serial ?? null,
    document: order?.document ?? null,
  };
}
