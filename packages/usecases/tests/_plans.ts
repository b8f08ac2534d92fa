/** Plans for tests: a small draft as a reader of documents would make it, and the persons who act upon it. */
import { asDay } from '@xincheng/core/calendar';
import type { DraftTask, PlanDraft } from '@xincheng/core/plans';
import { confirmPlan, importPlan } from '@xincheng/usecases/plans';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { actAt } from '@xincheng/testkit/platform';

export const PLAN = 'test-2021';
/** A unit and two of its streets, which the group 各街道 has among others. */
export const BUREAU = 'lc-fgj';

/** The credit office at a local time. */
export function officeAt(local: string): ActContext {
  const { now, today } = actAt(local, []);
  return { now, today, actor: { id: '信用办', scope: 'all', units: [], subjects: [] } };
}

/** A task of area 一. */
export function task(number: string, more: Partial<DraftTask> = {}): DraftTask {
  return {
    number,
    area: '一',
    text: `任务${number}的内容。`,
    assignment: '',
    isOpenEnded: false,
    leads: ['区发展改革局'],
    responsible: [],
    supporting: [],
    due: asDay('2021-06-30'),
    dueKind: 'day',
    dueWords: null,
    targets: [],
    instruments: [],
    lines: { first: 1, last: 1 },
    ...more,
  };
}

/** A draft of these tasks. */
export function draftOf(tasks: readonly DraftTask[], more: Partial<PlanDraft> = {}): PlanDraft {
  return {
    title: '示例区社会信用重点任务分工方案',
    issuedOn: asDay('2021-03-01'),
    headings: [],
    areas: [{ number: '一', title: '第一部分', lines: null }],
    tasks,
    unread: [],
    ...more,
  };
}

export const SOURCE = { id: PLAN, name: '赵导入', fileName: '方案.docx', fileSha256: null };

/** Reads a draft in and has it confirmed by another person. */
export async function dispatch(
  platform: Platform,
  draft: PlanDraft,
  { id = PLAN, at = '2021-03-02T09:00' }: { readonly id?: string; readonly at?: string } = {},
): Promise<void> {
  const imported = await importPlan(platform, officeAt(at), draft, { ...SOURCE, id });
  if (!imported.ok) throw new Error(imported.error.message);
  const confirmed = await confirmPlan(platform, officeAt(at), id, { name: '钱确认' });
  if (!confirmed.ok) throw new Error(confirmed.error.message);
}
