/** What plans, supervision, notices, bulletins and accounts give the desk to do. */
import { dayOf } from '@xincheng/core/calendar';
import type { components } from '../../api/index.ts';
import { taskOf } from './task.ts';
import type { Task } from './task.ts';
import { isMyTurn } from './whose-turn.ts';
import type { Who } from './who.ts';

type Schemas = components['schemas'];

/** A notice that wants an answer. */
export function toAnswer({ id, unit, title, answerDueOn }: Schemas['Notice'], who: Who): Task {
  return taskOf({
    ...{ id: `notice-${id}`, kind: 'notice', isMine: who.unit === unit && who.may('notice.answer'), unit, dueOn: answerDueOn },
    details: [title],
    to: '/notices',
    search: { open: id },
  });
}

/** A matter of supervision that goes on. */
export function toAct(matter: Schemas['Matter'], who: Who): Task {
  const { id, unit, number, document: paper, dueOn } = matter;
  return taskOf({
    ...{ id: `matter-${id}`, kind: 'matter', isMine: isMyTurn(matter, who), unit, dueOn },
    details: [number ?? '', paper ?? ''],
    to: '/matters',
    search: { open: id },
  });
}

/** A unit's part of a task of a plan, due or late and not proven. */
export function toFulfil(plan: string, task: Schemas['PlanTask'], unit: string, who: Who): Task {
  const { number, text, short, dueOn } = task;
  return taskOf({
    ...{
      id: `task-${plan}-${number}-${unit}`,
      kind: 'plan-task',
      isMine: who.unit === unit && who.may('plan.declare'),
      unit,
      dueOn,
    },
    details: [number, short ?? text],
    to: '/plans',
    search: { plan, task: number },
  });
}

/** A progress report that is owed and has not come. */
export function toReport({ plan, number, unit, period, dueOn }: Schemas['OwedReport'], who: Who): Task {
  return taskOf({
    ...{ id: `report-${plan}-${number}-${unit}-${period}`, kind: 'report', unit, dueOn },
    isMine: who.unit === unit && who.may('supervision.report'),
    details: [number, period],
    to: '/plans',
    search: { plan, task: number },
  });
}

/** A bulletin that is drafted and not issued. */
export function toIssue({ id, title }: Schemas['Bulletin'], { may }: Who): Task {
  return taskOf({
    ...{ id: `bulletin-${id}`, kind: 'bulletin', isMine: may('bulletin.issue'), details: [title] },
    to: '/bulletins',
    search: { open: id },
  });
}

/** A plan that was read and waits for another person to confirm it. */
export function toConfirmPlan({ id, title }: Schemas['PlanDraftHead'], { may }: Who): Task {
  return taskOf({ id: `draft-${id}`, kind: 'plan-draft', isMine: may('plan.confirm'), details: [title], to: '/plans' });
}

/** An account that is held up after failures. */
export function toUnlock({ login, name, unit }: Schemas['Account'], { may }: Who): Task {
  return taskOf({
    ...{ id: `locked-${login}`, kind: 'locked', isMine: may('account.manage'), unit, details: [`${name} ${login}`] },
    to: '/accounts',
    search: { tab: 'accounts', open: login },
  });
}

/** A program's token that ends soon. */
export function toRenew({ id, name, unit, expiresAt }: Schemas['ApiClient'], { may }: Who): Task {
  return taskOf({
    ...{ id: `token-${id}`, kind: 'token', isMine: may('client.manage'), unit, details: [name] },
    dueOn: dayOf(new Date(expiresAt)),
    to: '/accounts',
    search: { tab: 'clients', open: id },
  });
}
