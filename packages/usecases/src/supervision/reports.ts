/** Reports on progress and action plans: called for, filed, filed again. Reviewing them is `decideMatter`. */
import type { Day } from '@xincheng/core/calendar';
import { periodOf } from '@xincheng/core/indicators';
import type { Period, PeriodKind } from '@xincheng/core/indicators';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { actsOf, findActionPlan, findReport } from '@xincheng/store/supervision';
import type { Figure, MatterRow, PartRow } from '@xincheng/store/supervision';
import { mayActFor, mayActForDistrict } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { findUnknownAttachment } from './evidence.ts';
import { boundPart, onPlan, openMatter, takeAct } from './in-hand.ts';
import type { Acted, PlanInHand, Said, Writing } from './in-hand.ts';
import { supervisionProblem } from './problem.ts';
import type { SupervisionProblem } from './problem.ts';
import { unitName } from './parts.ts';

/** The part of a task that an act is about. */
export interface AboutPart {
  readonly plan: string;
  readonly number: string;
  readonly unit: string;
}

export interface ReportFiling extends AboutPart, Said {
  readonly period: string;
  readonly figures?: readonly Figure[] | undefined;
  readonly attachments?: readonly string[] | undefined;
}

/** A bound unit files its report on a period, or files it again after it was returned. */
export async function fileReport(platform: Platform, context: ActContext, filing: ReportFiling): Acted {
  const { plan, number, unit, figures = [], attachments = [] } = filing;
  if (!mayActFor(context.actor, 'supervision.report', unit)) return supervisionProblem('not-your-unit');
  const bad = figures.find(({ value }) => !/^-?\d+(?:\.\d+)?$/u.test(value));
  if (bad !== undefined) return supervisionProblem('bad-figure', { ...bad });
  return onPlan(platform, context, plan, async (inHand) => {
    const part = boundPart(inHand, number, unit);
    if (!part.ok) return part;
    const period = reportPeriod(inHand, part.value, filing.period);
    if (!period.ok) return period;
    const known = await findReport(inHand.client, { planId: plan, number, unitId: unit, period: period.value.id });
    if (known === null && period.value.kind !== inHand.rules.reports.period)
      return supervisionProblem('period-not-asked', { period: period.value.id, kind: PERIOD_WORDS[inHand.rules.reports.period] });
    const unknown = await findUnknownAttachment(inHand, { number, unitId: unit }, attachments);
    if (unknown !== null) return unknown;
    const writing: Writing = { act: 'file', name: filing.name, words: filing.words, figures, attachments };
    return openOrGoOn(inHand, known, { kind: 'report', number, unitId: unit, period: period.value.id }, writing);
  });
}

/** The office asks a unit for a report, on whatever period it needs, by a day. */
export async function callForReport(
  platform: Platform,
  context: ActContext,
  { plan, number, unit, period: asked, dueOn, name, words }: AboutPart & Said & { readonly period: string; readonly dueOn: Day },
): Acted {
  if (!mayActForDistrict(context.actor, 'supervision.order')) return supervisionProblem('credit-office-only');
  if (dueOn < context.today) return supervisionProblem('day-in-past', { day: dueOn });
  return onPlan(platform, context, plan, async (inHand) => {
    const part = boundPart(inHand, number, unit);
    if (!part.ok) return part;
    const period = reportPeriod(inHand, part.value, asked);
    if (!period.ok) return period;
    const known = await findReport(inHand.client, { planId: plan, number, unitId: unit, period: period.value.id });
    const about = { kind: 'report', number, unitId: unit, period: period.value.id } as const;
    return openOrGoOn(inHand, known, about, { act: 'call', name, words, dueOn });
  });
}

const PERIOD_WORDS: Readonly<Record<PeriodKind, string>> = { month: '月', quarter: '季', year: '年', total: '累计' };

function reportPeriod(
  { platform, context }: PlanInHand,
  { number, unitId, since }: PartRow,
  text: string,
): Result<Period, SupervisionProblem> {
  const period = periodOf(text, context.today);
  if (period === null || period.kind === 'total') return supervisionProblem('bad-period', { period: text });
  if (period.from > context.today) return supervisionProblem('period-in-future', { period: text });
  if (period.to < since)
    return supervisionProblem('period-before-bound', { unit: unitName(platform, unitId), since, number, period: text });
  return ok(period);
}

async function openOrGoOn(
  inHand: PlanInHand,
  known: MatterRow | null,
  about: Parameters<typeof openMatter>[1],
  writing: Writing,
): Acted {
  if (known === null) return openMatter(inHand, about, writing);
  const acts = (await actsOf(inHand.client, [known.id])).get(known.id) ?? [];
  return takeAct(inHand, { row: known, acts }, writing);
}

/** A bound unit files its action plan for all its tasks of a plan, or files it again after it was returned. */
export async function fileActionPlan(
  platform: Platform,
  context: ActContext,
  { plan, unit, attachments, name, words }: Omit<AboutPart, 'number'> & Said & { readonly attachments: readonly string[] },
): Acted {
  if (!mayActFor(context.actor, 'supervision.report', unit)) return supervisionProblem('not-your-unit');
  if (attachments.length === 0) return supervisionProblem('attachment-missing');
  return onPlan(platform, context, plan, async (inHand) => {
    if (!inHand.parts.some(({ unitId, until }) => unitId === unit && until === null))
      return supervisionProblem('not-in-plan', { unit: unitName(platform, unit), plan });
    const unknown = await findUnknownAttachment(inHand, { number: null, unitId: unit }, attachments);
    if (unknown !== null) return unknown;
    const known = await findActionPlan(inHand.client, plan, unit);
    const about = { kind: 'action-plan', number: null, unitId: unit } as const;
    return openOrGoOn(inHand, known, about, { act: 'file', name, words, attachments });
  });
}
