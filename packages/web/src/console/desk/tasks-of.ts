/** What each capability gives the desk to do. */
import type { components } from '../../api/index.ts';
import type { Task } from './sort-tasks.ts';
import type { useDeskWords } from './words.ts';

type Schemas = components['schemas'];

/** Names and words that a task is told in. */
export interface Telling {
  readonly say: ReturnType<typeof useDeskWords>;
  readonly unitName: (id: string) => string;
  readonly datasetName: (id: string) => string;
}

function about(
  { unitName, datasetName }: Telling,
  one: { readonly unit: string; readonly dataset: string },
  more: string,
): string {
  return [datasetName(one.dataset), unitName(one.unit), more].join(' · ');
}

/** A record that the city should have by a day. */
export function toForward(one: Schemas['DueForwarding'], telling: Telling): Task {
  return {
    id: `due-${one.recordId}`,
    title: telling.say('forward'),
    about: about(telling, one, one.number),
    dueOn: one.dueOn,
    to: '/records',
    open: one.recordId,
  };
}

/** A record that the city did not take. */
export function toCorrect(one: Schemas['RefusedForwarding'], telling: Telling): Task {
  return {
    id: `refused-${one.recordId}`,
    title: telling.say('refused'),
    about: about(telling, one, `${one.number} ${one.message ?? ''}`),
    dueOn: null,
    to: '/records',
    open: one.recordId,
  };
}

/** A row that its unit must confirm or drop. */
export function toConfirm(one: Schemas['WaitingRow'], telling: Telling): Task {
  return {
    id: `waiting-${one.id}`,
    title: telling.say('waiting'),
    about: about(telling, one, one.number),
    dueOn: null,
    to: '/intake',
    open: null,
  };
}

/** A notice that wants an answer. */
export function toAnswer(one: Schemas['Notice'], { say, unitName }: Telling): Task {
  return {
    id: `notice-${one.id}`,
    title: say('notice'),
    about: `${one.title} · ${unitName(one.unit)}`,
    dueOn: one.answerDueOn,
    to: '/notices',
    open: one.id,
  };
}

/** A matter of supervision that goes on. */
export function toAct(one: Schemas['Matter'], { say, unitName }: Telling): Task {
  return {
    id: `matter-${one.id}`,
    title: say('matter'),
    about: `${one.number ?? ''} ${unitName(one.unit)}`,
    dueOn: one.dueOn,
    to: '/matters',
    open: one.id,
  };
}

/** An alarm that the unit has to explain. */
export function toExplain(one: Schemas['ConcealmentAlarm'], { say, unitName }: Telling): Task {
  return {
    id: `alarm-${one.id}`,
    title: say('alarm'),
    about: `${unitName(one.unit)} · ${one.sentence}`,
    dueOn: one.dueOn,
    to: null,
    open: null,
  };
}

/** A record that the city has and has not answered. */
export function toArrive(one: Schemas['UnansweredForwarding'], telling: Telling): Task {
  return {
    id: `city-${one.recordId}`,
    title: telling.say('unanswered'),
    about: about(telling, one, `${one.number} · ${telling.say('days', { count: one.workingDays })}`),
    dueOn: null,
    to: '/records',
    open: one.recordId,
  };
}
