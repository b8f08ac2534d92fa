/** What people do about alarms: the unit answers, another person of the credit office accepts or returns. */
import { answersOf, alarmState, canFollow, seriesPlace } from '@xincheng/core/concealment';
import type { AlarmAnswer, AlarmStep } from '@xincheng/core/concealment';
import { allows, hadAHand } from '@xincheng/core/identity';
import { hidePersonalData } from '@xincheng/core/intake';
import { normaliseDecisionNumber } from '@xincheng/core/records';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import {
  findAlarm,
  insertAnswer,
  insertSighting,
  insertVoids,
  listAnswers,
  numbersOfUnit,
  takeAlarm,
} from '@xincheng/store/concealment';
import type { AlarmRow, AnswerRow, SeenIn } from '@xincheng/store/concealment';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor, mayActForDistrict, needs, signed } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { refused } from './problem.ts';
import type { ConcealmentProblem } from './problem.ts';
import { tellOfReturn } from './tell.ts';
import { alarmView, isFiled } from './view.ts';
import type { AlarmView } from './view.ts';

/** The person who answers for an act, and what is said. */
interface Said {
  /** Typed where nobody signed in. */
  readonly name?: string | undefined;
  readonly words: string;
  /** The paper or list behind it. */
  readonly document?: string | undefined;
}

export interface Answer extends Said {
  readonly answer: AlarmAnswer;
}

export interface Review extends Said {
  readonly step: 'accept' | 'return';
}

/** The unit answers an alarm. An answer that everything is filed is held against the records. */
export async function answerAlarm(
  platform: Platform,
  context: ActContext,
  id: string,
  answer: Answer,
): Promise<Result<AlarmView, ConcealmentProblem>> {
  const may = needs(context.actor, 'concealment.answer');
  if (!may.ok) return may;
  return upon(platform, context, id, 'answer', answer, (alarm, _steps, hasCome) => {
    if (!allows(context.actor, 'concealment.answer', alarm.unitId)) return 'not-your-unit';
    if (!answersOf(alarm.kind).includes(answer.answer)) return 'wrong-answer';
    if (answer.answer === 'lawful-gap' && answer.document === undefined) return 'document-missing';
    return answer.answer === 'found' && alarm.kind !== 'drop' && !hasCome ? 'still-missing' : null;
  });
}

/** The credit office accepts an answer, which closes the alarm, or returns it. */
export async function reviewAlarm(
  platform: Platform,
  context: ActContext,
  id: string,
  review: Review,
): Promise<Result<AlarmView, ConcealmentProblem>> {
  if (!mayActForDistrict(context.actor, 'concealment.review')) return refused('credit-office-only');
  return upon(platform, context, id, review.step, review, (_alarm, steps, _hasCome, name) => {
    const answered = steps.slice(-1).map((step) => step.name);
    return hadAHand({ name, persons: context.actor }, answered) ? 'same-person' : null;
  });
}

type Objection = Parameters<typeof refused>[0] | null;

async function upon(
  platform: Platform,
  context: ActContext,
  id: string,
  step: AlarmStep,
  words: Said & { readonly answer?: AlarmAnswer },
  judge: (alarm: AlarmRow, steps: readonly AnswerRow[], hasCome: boolean, name: string) => Objection,
): Promise<Result<AlarmView, ConcealmentProblem>> {
  const rules = platform.pack.concealment;
  if (rules === null) return refused('not-configured');
  const name = signed(context, words.name);
  if (!name.ok) return name;
  const said = { ...words, name: name.value };
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takeAlarm(client, id);
    const alarm = await findAlarm(client, id);
    if (alarm === null) return refused('no-such-alarm');
    const steps = await listAnswers(client, [id]);
    const hasCome = await isFiled(client, rules, alarm);
    if (!canFollow(alarmState(steps, false), step)) return refused('not-possible-now');
    const objection = judge(alarm, steps, hasCome, said.name);
    if (objection !== null) return refused(objection);
    await append(client, context, alarm, step, said);
    const last = steps.at(-1);
    if (step === 'accept' && last?.answer === 'lawful-gap') await noteLawful(client, context, alarm, last);
    if (step === 'return')
      await tellOfReturn(client, context, platform, rules.notices.returned, alarm, {
        name: said.name,
        words: hidePersonalData(said.words),
      });
    return ok(alarmView(platform, context.today, alarm, await listAnswers(client, [id]), hasCome));
  });
}

async function append(
  client: Client,
  context: ActContext,
  alarm: AlarmRow,
  step: AlarmStep,
  { name, words, document, answer }: Said & { readonly name: string; readonly answer?: AlarmAnswer },
): Promise<void> {
  const details = { step, answer: answer ?? null, words: hidePersonalData(words), document: document ?? null, name };
  await insertAnswer(client, {
    alarmId: alarm.id,
    unitId: alarm.unitId,
    ...details,
    actor: context.actor.id,
    at: context.now,
  });
  await writeAct(client, context, {
    act: `concealment.${step}`,
    objectKind: 'alarm',
    objectId: alarm.id,
    unitId: alarm.unitId,
    details,
  });
}

/** What was accepted as lawful is not asked about again. */
async function noteLawful(client: Client, { now }: ActContext, alarm: AlarmRow, answer: AnswerRow): Promise<void> {
  if (alarm.series === null) return;
  const { words: reason, document, name } = answer;
  const entry = { unitId: alarm.unitId, series: alarm.series, reason, document, alarmId: alarm.id, name, at: now };
  await insertVoids(client, entry, alarm.serials);
}

export interface VoidNumbers extends Said {
  readonly unitId: string;
  /** Numbers as they would have been written. */
  readonly numbers: readonly string[];
}

/** A unit says beforehand which of its numbers were lawfully never used; how many were not known. */
export async function declareVoidNumbers(
  platform: Platform,
  context: ActContext,
  { unitId, numbers, words, document, ...by }: VoidNumbers,
): Promise<Result<{ readonly noted: number }, ConcealmentProblem>> {
  const rules = platform.pack.concealment;
  if (rules === null) return refused('not-configured');
  if (!mayActFor(context.actor, 'concealment.answer', unitId)) return refused('not-your-unit');
  const signature = signed(context, by.name);
  if (!signature.ok) return signature;
  const name = signature.value;
  if (document === undefined) return refused('document-missing');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const filed = new Map<string, Set<number>>();
    for (const { number } of await numbersOfUnit(client, unitId, rules.datasets, '1949-10-01')) {
      const place = seriesPlace(normaliseDecisionNumber(number));
      if (place === null) continue;
      filed.set(place.series, (filed.get(place.series) ?? new Set<number>()).add(place.serial));
    }
    const bySeries = new Map<string, number[]>();
    for (const number of numbers) {
      const place = seriesPlace(normaliseDecisionNumber(number));
      if (place === null) return refused('no-number', { number });
      const known = filed.get(place.series);
      if (known === undefined) return refused('foreign-series', { number });
      if (known.has(place.serial)) return refused('number-filed', { number });
      bySeries.set(place.series, [...(bySeries.get(place.series) ?? []), place.serial]);
    }
    let noted = 0;
    const reason = hidePersonalData(words);
    for (const [series, serials] of bySeries)
      noted += await insertVoids(client, { unitId, series, reason, document, alarmId: null, name, at: context.now }, serials);
    const details = { numbers, reason, document, name, noted };
    await writeAct(client, context, { act: 'concealment.void', objectKind: 'unit', objectId: unitId, unitId, details });
    return ok({ noted });
  });
}

export interface Sighting extends Said {
  readonly unitId: string;
  readonly dataset: string;
  readonly number: string;
  readonly seenIn: SeenIn;
}

/** The credit office notes a decision that was met with elsewhere; the next scan tells whether it was ever filed. */
export async function noteSighting(
  platform: Platform,
  context: ActContext,
  { unitId, dataset, number, seenIn, words, document, ...by }: Sighting,
): Promise<Result<{ readonly id: string }, ConcealmentProblem>> {
  const rules = platform.pack.concealment;
  if (rules === null) return refused('not-configured');
  if (!mayActForDistrict(context.actor, 'concealment.review')) return refused('credit-office-only');
  const signature = signed(context, by.name);
  if (!signature.ok) return signature;
  const name = signature.value;
  if (!rules.datasets.includes(dataset)) return refused('unknown-dataset', { dataset, known: rules.datasets.join('、') });
  if (!platform.pack.units.has(unitId)) return refused('unknown-unit', { unit: unitId });
  if (seriesPlace(normaliseDecisionNumber(number)) === null) return refused('no-number', { number });
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const id = uuidV7(context.now);
    const said = { unitId, dataset, number, seenIn, words: hidePersonalData(words), document: document ?? null, name };
    if (!(await insertSighting(client, { id, ...said, at: context.now }))) return refused('number-seen');
    await writeAct(client, context, { act: 'concealment.sight', objectKind: 'unit', objectId: unitId, unitId, details: said });
    return ok({ id });
  });
}
