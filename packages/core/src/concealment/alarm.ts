/** What becomes of an alarm: a fold over what people said of it. */

export const ALARM_KINDS = ['gap', 'drop', 'seen'] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** found: it was there and is filed now; lawful-gap: the numbers were lawfully never used; explained: there was less to file. */
export const ALARM_ANSWERS = ['found', 'lawful-gap', 'explained'] as const;
export type AlarmAnswer = (typeof ALARM_ANSWERS)[number];

export const ALARM_STEPS = ['answer', 'accept', 'return'] as const;
export type AlarmStep = (typeof ALARM_STEPS)[number];

/** filed: nothing is missing any more, though nobody said so. */
export const ALARM_STATES = ['open', 'answered', 'returned', 'closed', 'filed'] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

/** The state after these steps. */
export function alarmState(steps: readonly { readonly step: AlarmStep }[], isFiled: boolean): AlarmState {
  const last = steps.at(-1)?.step;
  if (last === 'accept') return 'closed';
  if (isFiled) return 'filed';
  if (last === undefined) return 'open';
  return last === 'answer' ? 'answered' : 'returned';
}

/** Whether a step can follow: an open or returned alarm is answered, an answered one is accepted or returned. */
export function canFollow(state: AlarmState, step: AlarmStep): boolean {
  if (state === 'closed') return false;
  return step === 'answer' ? state !== 'answered' : state === 'answered';
}

/** The answers that make sense of a kind of alarm. */
export function answersOf(kind: AlarmKind): readonly AlarmAnswer[] {
  return kind === 'gap' ? ALARM_ANSWERS : ['found', 'explained'];
}
