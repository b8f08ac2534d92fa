/** What records, their forwarding and their gaps give the desk to do. */
import type { components } from '../../api/index.ts';
import { taskOf } from './task.ts';
import type { Task } from './task.ts';
import type { Who } from './who.ts';

type Schemas = components['schemas'];

/** A record that the city should have by a day. */
export function toForward({ recordId, dataset, unit, number, dueOn }: Schemas['DueForwarding'], { may }: Who): Task {
  return taskOf({
    ...{ id: `due-${recordId}`, kind: 'forward', isMine: may('forwarding.make'), unit, dataset, dueOn },
    details: [number],
    to: '/records',
    search: { dataset, open: recordId },
  });
}

/** A record that the city did not take, and that its unit corrects. */
export function toCorrect({ recordId, dataset, unit, number, message }: Schemas['RefusedForwarding'], who: Who): Task {
  return taskOf({
    ...{ id: `refused-${recordId}`, kind: 'refused', isMine: who.unit === unit && who.may('intake.submit'), unit, dataset },
    details: [number, message ?? ''],
    to: '/forwarding',
    search: { tab: 'refused', dataset, unit, open: recordId },
  });
}

/** A row that its unit must confirm or drop. */
export function toConfirm({ id, dataset, unit, number }: Schemas['WaitingRow'], who: Who): Task {
  return taskOf({
    ...{ id: `waiting-${id}`, kind: 'waiting', isMine: who.unit === unit && who.may('intake.confirm'), unit, dataset },
    details: [number],
    to: '/intake',
  });
}

/** An alarm that its unit has to explain, or an answer that the credit office has to judge. */
export function toExplain({ id, unit, sentence, dueOn, state }: Schemas['ConcealmentAlarm'], who: Who): Task {
  const isAnswered = state === 'answered';
  return taskOf({
    id: `alarm-${id}`,
    kind: isAnswered ? 'alarm-review' : 'alarm',
    isMine: isAnswered ? who.may('concealment.review') : who.unit === unit && who.may('concealment.answer'),
    unit,
    details: [sentence],
    dueOn: isAnswered ? null : dueOn,
    to: '/alarms',
    search: { open: id },
  });
}

/** A record that the city has and has not answered. */
export function toArrive({ recordId, dataset, unit, number, workingDays }: Schemas['UnansweredForwarding']): Task {
  return taskOf({
    ...{ id: `city-${recordId}`, kind: 'unanswered', isMine: false, dataset },
    details: [number],
    waitingDays: workingDays,
    to: '/forwarding',
    search: { tab: 'unanswered', dataset, unit },
  });
}
