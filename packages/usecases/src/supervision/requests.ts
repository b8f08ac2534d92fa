/** What the office lays upon a unit (orders, urging), and what a unit asks of the office (another due day, hand-over, release). */
import { yearOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { MatterKind } from '@xincheng/core/supervision';
import { SETTLING_ACTS } from '@xincheng/core/supervision';
import type { Result } from '@xincheng/core/result';
import { listMatters } from '@xincheng/store/supervision';
import { mayActFor, mayActForDistrict } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { boundPart, onPlan, openMatter, partsOf, taskOf } from './in-hand.ts';
import type { Acted, PlanInHand, Said } from './in-hand.ts';
import { MATTER_WORDS } from '@xincheng/core/supervision';
import { supervisionProblem } from './problem.ts';
import type { SupervisionProblem } from './problem.ts';
import type { AboutPart } from './reports.ts';
import { leadsOf, unitName } from './parts.ts';

/** Drafts a supervision order: what is owed, and since when. It is issued by another person. */
export async function draftOrder(
  platform: Platform,
  context: ActContext,
  { plan, number, unit, sinceOn, name, words }: AboutPart & Said & { readonly sinceOn: Day },
): Acted {
  if (!mayActForDistrict(context.actor, 'supervision.order')) return supervisionProblem('credit-office-only');
  if (sinceOn > context.today) return supervisionProblem('day-in-future', { day: sinceOn });
  return onPlan(platform, context, plan, async (inHand) => {
    const part = boundPart(inHand, number, unit);
    if (!part.ok) return part;
    return openMatter(inHand, { kind: 'order', number, unitId: unit }, { act: 'draft', name, words, sinceOn });
  });
}

/** Urges a unit. */
export async function urgeUnit(
  platform: Platform,
  context: ActContext,
  { plan, number, unit, name, words }: AboutPart & Said,
): Acted {
  if (!mayActForDistrict(context.actor, 'supervision.order')) return supervisionProblem('credit-office-only');
  return onPlan(platform, context, plan, async (inHand) => {
    const part = boundPart(inHand, number, unit);
    if (!part.ok) return part;
    return openMatter(inHand, { kind: 'urging', number, unitId: unit }, { act: 'urge', name, words });
  });
}

/** A lead asks for a later due day of its task; where there is no lead, a responsible unit. */
export async function askExtension(
  platform: Platform,
  context: ActContext,
  { plan, number, unit, dueOn, name, words }: AboutPart & Said & { readonly dueOn: Day },
): Acted {
  if (!mayActFor(context.actor, 'supervision.report', unit)) return supervisionProblem('not-your-unit');
  return onPlan(platform, context, plan, async (inHand) => {
    const part = boundPart(inHand, number, unit);
    if (!part.ok) return part;
    const leads = leadsOf(inHand, number);
    const roles = partsOf(inHand, number, unit).map(({ role }) => role);
    if (!roles.includes(leads.length === 0 ? 'responsible' : 'lead')) return supervisionProblem('not-lead', { number });
    const refusal = checkExtension(inHand, number, dueOn) ?? (await openAlready(inHand, ['extension'], number, null));
    if (refusal !== null) return refusal;
    return openMatter(inHand, { kind: 'extension', number, unitId: unit }, { act: 'ask', name, words, dueOn });
  });
}

/** Why a task cannot be put off to a day; null when it can. */
export function checkExtension(inHand: PlanInHand, number: string, day: string): Result<never, SupervisionProblem> | null {
  const task = taskOf(inHand, number);
  if (!task.ok) return task;
  const { dueOn } = task.value;
  if (dueOn === null) return supervisionProblem('no-due-day', { number });
  if (day <= dueOn) return supervisionProblem('earlier-day', { day, dueOn });
  const last = lastDay(inHand);
  return day > last ? supervisionProblem('beyond-plan', { day, last }) : null;
}

/** The last day to which a task of the plan may be put off; the plan has a due day, for one of its tasks has. */
function lastDay({ rules, tasks }: PlanInHand): string {
  const days = tasks.map(({ plannedDueOn }) => plannedDueOn).filter((day) => day !== null);
  const last = days.reduce((later, day) => (day > later ? day : later), '');
  return rules.extensions.until === 'last-due-day' ? last : `${String(yearOf(last as Day))}-12-31`;
}

/** A unit asks another to take its part of a task over: the other agrees, the office decides. */
export async function askHandOver(
  platform: Platform,
  context: ActContext,
  { plan, number, unit, to, name, words }: AboutPart & Said & { readonly to: string },
): Acted {
  if (!mayActFor(context.actor, 'supervision.report', unit)) return supervisionProblem('not-your-unit');
  if (!platform.pack.units.has(to)) return supervisionProblem('unknown-unit', { unit: to });
  if (to === unit) return supervisionProblem('same-unit');
  return onPlan(platform, context, plan, async (inHand) => {
    const part = boundPart(inHand, number, unit);
    if (!part.ok) return part;
    const refusal = boundAlready(inHand, number, to) ?? (await openAlready(inHand, LEAVING, number, unit));
    if (refusal !== null) return refusal;
    return openMatter(inHand, { kind: 'hand-over', number, unitId: unit, otherUnit: to }, { act: 'ask', name, words });
  });
}

/** Why a unit cannot take a part over; null when it can. */
export function boundAlready(inHand: PlanInHand, number: string, unitId: string): Result<never, SupervisionProblem> | null {
  if (partsOf(inHand, number, unitId).length === 0) return null;
  return supervisionProblem('already-bound', { unit: unitName(inHand.platform, unitId), number });
}

/** A unit says that a task is not its own: the office decides. */
export async function askRelease(
  platform: Platform,
  context: ActContext,
  { plan, number, unit, name, words }: AboutPart & Said,
): Acted {
  if (!mayActFor(context.actor, 'supervision.report', unit)) return supervisionProblem('not-your-unit');
  return onPlan(platform, context, plan, async (inHand) => {
    const part = boundPart(inHand, number, unit);
    if (!part.ok) return part;
    const refusal = await openAlready(inHand, LEAVING, number, unit);
    if (refusal !== null) return refusal;
    return openMatter(inHand, { kind: 'release', number, unitId: unit }, { act: 'ask', name, words });
  });
}

/** Two ways of giving a part away; one at a time. */
const LEAVING: readonly MatterKind[] = ['hand-over', 'release'];

/** One matter of its kind at a time: for a task, or for one unit's part of it. */
async function openAlready(
  { client, plan }: PlanInHand,
  kinds: readonly MatterKind[],
  number: string,
  unitId: string | null,
): Promise<Result<never, SupervisionProblem> | null> {
  for (const kind of kinds) {
    const filter = { kind, planId: plan.id, number, unitId, butBehind: SETTLING_ACTS, before: null, limit: 1 };
    if ((await listMatters(client, filter)).length > 0) return supervisionProblem('already-open', { matter: MATTER_WORDS[kind] });
  }
  return null;
}
