/** What the tests of supervision share: a small plan in effect, units that act, and the office with its two persons. */
import { asDay } from '@xincheng/core/calendar';
import type { PlanDraft } from '@xincheng/core/plans';
import type { Result } from '@xincheng/core/result';
import type { ActContext } from '@xincheng/usecases/identity';
import { confirmPlan, importPlan } from '@xincheng/usecases/plans';
import type { Platform } from '@xincheng/usecases/platform';
import { actAt } from '@xincheng/testkit/platform';
import { done, officeAt } from './_forwarding.ts';

export const PLAN = 'small-2021';
/** Lead of both tasks, a responsible unit, a supporting one, and one that nothing binds. */
export const LEAD = 'lc-scjg';
export const UNIT = 'lc-sfj';
export const HELPER = 'lc-czj';
export const STRANGER = 'lc-kjj';

const NAMES = { [LEAD]: '', [UNIT]: '', [HELPER]: '' };

/** Two tasks with a day, one without, as a document would ask for them. */
export function smallPlan(platform: Platform): PlanDraft {
  const [lead, unit, helper] = Object.keys(NAMES).map((id) => platform.pack.units.get(id)?.name ?? '');
  const task = {
    area: '一',
    targets: [],
    instruments: [],
    leads: [lead ?? ''],
    responsible: [unit ?? ''],
    supporting: [helper ?? ''],
    assignment: '',
    isOpenEnded: false,
    dueWords: null,
    lines: { first: 1, last: 1 },
  };
  return {
    title: '示例重点任务分工',
    issuedOn: asDay('2021-04-01'),
    headings: [],
    areas: [{ number: '一', title: '示例领域', lines: null }],
    tasks: [
      { ...task, number: '一1', text: '清理制度文件', due: asDay('2021-06-15'), dueKind: 'day' },
      { ...task, number: '一2', text: '报送工作动态', due: asDay('2021-06-30'), dueKind: 'day' },
      { ...task, number: '一3', text: '加强宣传', due: null, dueKind: 'standing', leads: [] },
    ],
    unread: [],
  };
}

/** Gives the plan out on 20 April 2021. */
export async function givePlanOut(platform: Platform): Promise<void> {
  const office = officeAt('2021-04-20T09:00');
  done(
    await importPlan(platform, office, smallPlan(platform), { id: PLAN, name: '赵录入', fileName: '方案.txt', fileSha256: null }),
  );
  done(await confirmPlan(platform, office, PLAN, { name: '钱确认' }));
}

/** A unit at a local time. */
export function unitAt(local: string, unit: string): ActContext {
  return actAt(local, [unit], unit);
}

/** The code of a refusal, or `done`. */
export function codeOf(result: Result<unknown, { readonly code: string; readonly message: string }>): string {
  if (result.ok) return 'done';
  if (!/^[^{}]*\p{Script=Han}[^{}]*。$/u.test(result.error.message)) throw new Error(`no sentence: ${result.error.message}`);
  return result.error.code;
}

/** A plan with one task, due on a day, that binds one unit; given out at a time. */
export async function bindUnit(platform: Platform, unit: string, dueOn: string, at: string): Promise<void> {
  const draft = smallPlan(platform);
  const [first] = draft.tasks;
  if (first === undefined) throw new Error('the plan has no task');
  const responsible = [platform.pack.units.get(unit)?.name ?? ''];
  const tasks = [{ ...first, leads: [], responsible, supporting: [], due: asDay(dueOn) }];
  const source = { id: PLAN, name: '赵录入', fileName: '方案.txt', fileSha256: null };
  done(await importPlan(platform, officeAt(at), { ...draft, tasks }, source));
  done(await confirmPlan(platform, officeAt(at), PLAN, { name: '钱确认' }));
}
