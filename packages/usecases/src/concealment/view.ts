/** An alarm as people see it: what is missing, how it stands, by when it must be answered. */
import { dayOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { alarmState, numberAt, seriesPlace } from '@xincheng/core/concealment';
import type { AlarmState, ConcealmentDefinition } from '@xincheng/core/concealment';
import { normaliseDecisionNumber } from '@xincheng/core/records';
import type { AlarmRow, AnswerRow } from '@xincheng/store/concealment';
import { numbersOfUnit } from '@xincheng/store/concealment';
import type { Client } from '@xincheng/store/connection';
import { computeDue } from '../calendar/index.ts';
import type { Platform } from '../platform/index.ts';
import { missingSince } from './find-gaps.ts';

export interface AlarmView {
  readonly id: string;
  readonly unitId: string;
  readonly kind: AlarmRow['kind'];
  readonly dataset: string;
  /** What is missing, in one sentence. */
  readonly sentence: string;
  /** The numbers that are missing; none for a drop. */
  readonly numbers: readonly string[];
  readonly evidence: AlarmRow['evidence'];
  /** How likely a gap is a decision never filed, by what earlier ones turned out to be when it was found; null for other alarms. */
  readonly confidence: number | null;
  readonly foundOn: string;
  readonly dueOn: Day | null;
  readonly state: AlarmState;
  readonly isOverdue: boolean;
  readonly steps: readonly Omit<AnswerRow, 'alarmId' | 'unitId' | 'actor'>[];
}

/** The view of an alarm. */
export function alarmView(
  platform: Platform,
  today: Day,
  alarm: AlarmRow,
  steps: readonly AnswerRow[],
  isFiled: boolean,
): AlarmView {
  const dueOn = answerDue(platform, owedSince(alarm, steps.findLast(({ step }) => step === 'return')?.at ?? null));
  const state = alarmState(steps, isFiled);
  return {
    id: alarm.id,
    unitId: alarm.unitId,
    kind: alarm.kind,
    dataset: alarm.dataset,
    sentence: sentenceOf(platform, alarm),
    numbers: numbersOf(alarm),
    evidence: alarm.evidence,
    confidence: (alarm.evidence['confidence'] as number | undefined) ?? null,
    foundOn: alarm.foundOn,
    dueOn,
    state,
    isOverdue: dueOn !== null && dueOn < today && (state === 'open' || state === 'returned'),
    steps: steps.map(({ ordinal, step, answer, words, document, name, at }) => ({
      ordinal,
      step,
      answer,
      words,
      document,
      name,
      at,
    })),
  };
}

/** Whether everything an alarm misses has been filed by now. */
export async function isFiled(client: Client, rules: ConcealmentDefinition, alarm: AlarmRow): Promise<boolean> {
  return (await stillMissing(client, rules, alarm.unitId, [alarm])).length === 0;
}

/** Those of a unit's alarms that miss something still. A drop is never filed by itself: people say what it was. */
export async function stillMissing<T extends AlarmRow>(
  client: Client,
  { datasets }: ConcealmentDefinition,
  unitId: string,
  alarms: readonly T[],
): Promise<readonly T[]> {
  const [since] = alarms
    .filter(({ kind }) => kind !== 'drop')
    .map(missingSince)
    .sort();
  const rows = since === undefined ? [] : await numbersOfUnit(client, unitId, datasets, since);
  const filed = new Set(rows.map(({ number }) => placeKey(number)));
  return alarms.filter((alarm) => alarm.kind === 'drop' || !numbersOf(alarm).every((number) => filed.has(placeKey(number))));
}

/** Two ways of writing one number have one key. */
export function placeKey(number: string): string {
  const normalised = normaliseDecisionNumber(number);
  const place = seriesPlace(normalised);
  return place === null ? normalised : numberAt(place.series, place.serial);
}

function numbersOf({ kind, series, serials, about }: AlarmRow): readonly string[] {
  if (kind === 'seen') return [about];
  return series === null ? [] : serials.map((serial) => numberAt(series, serial));
}

/** The day from which the clock of an answer runs: the return of the last one, else the finding. */
export function owedSince({ foundOn }: AlarmRow, returnedAt: Date | null): Day {
  return returnedAt === null ? (foundOn as Day) : dayOf(returnedAt);
}

/** By when an alarm must be answered. */
export function answerDue(platform: Platform, from: Day): Day | null {
  const deadline = platform.pack.concealment?.answerWithin;
  const due = deadline === undefined ? null : computeDue(platform, { deadline, from });
  return due?.ok === true ? due.value.due : null;
}

/** What an alarm misses, in one sentence. */
export function sentenceOf(platform: Platform, alarm: AlarmRow): string {
  const dataset = platform.pack.datasets.get(alarm.dataset)?.name.zh ?? alarm.dataset;
  const { evidence, about, serials } = alarm;
  switch (alarm.kind) {
    case 'gap': {
      const last = numbersOf(alarm).at(-1) ?? about;
      const span = serials.length === 1 ? about : `${about}至${last}（${String(serials.length)}个）`;
      return `${dataset}文号缺号：${span}没有报送。请补报，或说明为什么没有。`;
    }
    case 'drop':
      return `${dataset}${about}只有${String(evidence['count'])}件，按本单位往常应有约${String(evidence['expected'])}件。请核对有无漏报。`;
    case 'seen':
      return `${dataset}“${about}”在别处见到，没有报送。请补报，或说明为什么没有。`;
  }
}
