/** From a draft to tasks given out: who confirms, what must be settled before, what is frozen, what a paper changes later. */
import { asDay } from '@xincheng/core/calendar';
import type { PlanDraft } from '@xincheng/core/plans';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import { boundUnits, dueDayOf, findPlan, listAmendments, listDueChanges } from '@xincheng/store/plans';
import { amendDraft, amendPlan, closePlan, confirmPlan, dropDraft, importPlan, settleDraft } from '@xincheng/usecases/plans';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';
import { BUREAU, dispatch, draftOf, officeAt, PLAN, SOURCE, task } from './_plans.ts';

const AT = '2021-03-02T09:00';
const LATER = '2021-05-10T09:00';
const READER = { name: SOURCE.name };
const CHECKER = { name: '钱确认' };
/** Who amends a plan in effect: one prepares it, another approves it. */
const PAIR = { ...CHECKER, preparedBy: '吴拟办' };

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function codeOf(result: Result<unknown, { readonly code: string; readonly message: string }>): string {
  if (!result.ok) expect(result.error.message).not.toMatch(/[{}]|undefined/u);
  return result.ok ? 'ok' : result.error.code;
}

async function read(draft: PlanDraft, id = PLAN): Promise<string> {
  return codeOf(await importPlan(desk.platform, officeAt(AT), draft, { ...SOURCE, id }));
}

async function confirm(name = CHECKER.name, at = AT): Promise<string> {
  return codeOf(await confirmPlan(desk.platform, officeAt(at), PLAN, { name }));
}

async function bound(number: string): Promise<readonly string[]> {
  const units = await withTransaction(desk.platform.database.app, { actor: 't', scope: 'units', units: [BUREAU] }, (client) =>
    boundUnits(client, PLAN, number),
  );
  return units.map(({ unitId, role, viaGroup }) => `${role} ${unitId}${viaGroup === null ? '' : ` (${viaGroup})`}`);
}

async function due(number: string): Promise<string | null> {
  return withTransaction(desk.platform.database.app, { actor: 't', scope: 'all' }, (client) => dueDayOf(client, PLAN, number));
}

describe('a draft', () => {
  it('is confirmed by another person than the one who read it in', async () => {
    expect(await read(draftOf([task('一1')]))).toBe('ok');
    expect(await confirm(READER.name)).toBe('same-person');
    expect(await confirm(' 赵 导入')).toBe('same-person');
    expect(await confirm(' ')).toBe('name-missing');
    expect(await confirm()).toBe('ok');
    expect(await confirm()).toBe('plan-in-effect');
    const acts = await desk.rows<{ act: string }>("select act from audit_event where object_kind = 'plan' order by act desc");
    expect(acts.map(({ act }) => act)).toEqual(['plan.import', 'plan.confirm']);
  });

  it('is confirmed by nobody who put a task right or settled a line', async () => {
    const unread = [{ reason: 'text-outside-tasks', line: 3, text: '印发范围', task: null }] as const;
    expect(await read(draftOf([task('一1')], { unread }))).toBe('ok');
    const amendment = { name: ' 孙改正 ', reason: '文件笔误', number: '一1', leads: ['区财政局'] };
    const view = await amendDraft(desk.platform, officeAt(AT), PLAN, amendment);
    expect(view).toMatchObject({ ok: true, value: { amendedBy: ['孙改正'] } });
    for (const name of ['李处理', '周处理']) {
      const settling = { name, reason: '已核对', ordinals: [1], as: 'irrelevant' } as const;
      expect(codeOf(await settleDraft(desk.platform, officeAt(AT), PLAN, settling))).toBe('ok');
    }
    // The first of two who settled one line has had a hand in it too.
    for (const name of ['孙改正', '孙 改正', '李处理', '周处理', READER.name]) expect(await confirm(name)).toBe('same-person');
    const byHand = "update plan_draft set state = 'confirmed', decided_by = '李处理', decided_at = now()";
    await expect(desk.rows(byHand)).rejects.toThrow(/plan_draft_check/u);
    expect(await confirm()).toBe('ok');
    const drafts = await desk.rows('select amended_by as "amendedBy" from plan_draft');
    expect(drafts).toEqual([{ amendedBy: ['孙改正', '李处理', '周处理'] }]);
  });

  it('keeps names without the spaces around them', async () => {
    const source = { ...SOURCE, name: ' 赵导入 ' };
    expect(codeOf(await importPlan(desk.platform, officeAt(AT), draftOf([task('一1')]), source))).toBe('ok');
    expect(await confirm(' 钱确认 ')).toBe('ok');
    const rows = await desk.rows('select imported_by as "from", confirmed_by as "to" from plan');
    expect(rows).toEqual([{ from: '赵导入', to: '钱确认' }]);
    const said = await desk.rows("select details->>'name' as name from audit_event where object_kind = 'plan' order by act desc");
    expect(said).toEqual([{ name: '赵导入' }, { name: '钱确认' }]);
  });

  it('is the credit office’s: units neither see nor touch it', async () => {
    expect(await read(draftOf([task('一1')]))).toBe('ok');
    const unit = actAt(AT, [BUREAU]);
    const attempts = [
      await importPlan(desk.platform, unit, draftOf([task('一1')]), SOURCE),
      await amendDraft(desk.platform, unit, PLAN, { ...CHECKER, reason: '改', number: '一1', leads: [BUREAU] }),
      await settleDraft(desk.platform, unit, PLAN, { ...CHECKER, reason: '改', ordinals: [1], as: 'irrelevant' }),
      await dropDraft(desk.platform, unit, PLAN, { ...CHECKER, reason: '改' }),
      await confirmPlan(desk.platform, unit, PLAN, CHECKER),
      await amendPlan(desk.platform, unit, PLAN, { ...PAIR, reason: '改', number: '一1', document: '函' }),
      await closePlan(desk.platform, unit, PLAN, { ...CHECKER, reason: '改' }),
    ];
    expect(new Set(attempts.map(codeOf))).toEqual(new Set(['credit-office-only']));
  });

  it('bears a name and an id that no other plan bears', async () => {
    expect(await read(draftOf([task('一1')]))).toBe('ok');
    expect(await read(draftOf([task('一1')]), 'other-2021')).toBe('plan-name-taken');
    expect(await read(draftOf([task('一1')], { title: '另一方案' }))).toBe('plan-id-taken');
    expect(await confirm()).toBe('ok');
    expect(await read(draftOf([task('一1')]), 'other-2021')).toBe('plan-name-taken');
    expect(await read(draftOf([task('一1')], { title: '另一方案' }), 'Other 2021')).toBe('bad-plan-id');
    expect(await read(draftOf([], { title: '另一方案' }), 'other-2021')).toBe('empty-plan');
  });

  it('can be dropped, and its name is free again', async () => {
    expect(await read(draftOf([task('一1')]))).toBe('ok');
    expect(codeOf(await dropDraft(desk.platform, officeAt(AT), PLAN, { ...READER, reason: '文件有误' }))).toBe('ok');
    expect(await confirm()).toBe('no-such-draft');
    expect(await read(draftOf([task('一1')]))).toBe('ok');
  });

  it('takes effect only when everything that was not understood is settled', async () => {
    const unread = [
      { reason: 'text-outside-tasks', line: 3, text: '印发范围', task: null },
      { reason: 'due-not-understood', line: 9, text: '尽快完成', task: '一1' },
    ] as const;
    expect(await read(draftOf([task('一1')], { unread }))).toBe('ok');
    expect(await confirm()).toBe('unread-left');
    const settle = async (ordinals: readonly number[], as: 'resolved' | 'irrelevant'): Promise<string> =>
      codeOf(await settleDraft(desk.platform, officeAt(AT), PLAN, { ...READER, reason: '已核对', ordinals, as }));
    expect(await settle([3], 'irrelevant')).toBe('no-such-unread');
    expect(await settle([1], 'irrelevant')).toBe('ok');
    expect(await confirm()).toBe('unread-left');
    expect(await settle([2], 'resolved')).toBe('ok');
    expect(await confirm()).toBe('ok');
  });

  it('names units that exist, and some for every task', async () => {
    expect(await read(draftOf([task('一1', { responsible: ['区月球局'] }), task('一2', { leads: [] })]))).toBe('ok');
    const amend = async (number: string, leads: readonly string[], responsible: readonly string[] = []): Promise<string> =>
      codeOf(await amendDraft(desk.platform, officeAt(AT), PLAN, { ...READER, reason: '文件笔误', number, leads, responsible }));
    expect(await confirm()).toBe('unknown-unit');
    expect(await amend('一1', ['区火星局'])).toBe('unknown-unit');
    expect(await amend('九9', [BUREAU])).toBe('no-such-task');
    expect(await amend('一1', [BUREAU], ['区财政局'])).toBe('ok');
    expect(await confirm()).toBe('task-without-unit');
    expect(await amend('一2', ['各街道'])).toBe('ok');
    expect(await amend('一2', ['各街道'])).toBe('nothing-changes');
    expect(await confirm()).toBe('ok');
    expect(await bound('一1')).toEqual(['lead lc-fgj', 'responsible lc-czj']);
    expect(await bound('一2')).toHaveLength(14);
  });

  it('has no due day before its own, unless a person says why', async () => {
    expect(await read(draftOf([task('一1', { due: asDay('2020-06-30') })]))).toBe('ok');
    expect(await confirm()).toBe('due-before-plan');
    const accept = { ...READER, reason: '补发的方案，任务已在去年布置', number: '一1', acceptsEarlyDue: true };
    expect(codeOf(await amendDraft(desk.platform, officeAt(AT), PLAN, accept))).toBe('ok');
    expect(await confirm()).toBe('ok');
    expect(await due('一1')).toBe('2020-06-30');
  });
});

describe('a plan in effect', () => {
  it('keeps the members that its groups had when it was given out', async () => {
    await dispatch(desk.platform, draftOf([task('一1', { responsible: ['郭店街道', '各街道'] })]));
    const before = await bound('一1');
    // Named by itself, not through the group.
    expect(before.filter((one) => one.includes('lc-jd-guodian'))).toEqual(['responsible lc-jd-guodian']);
    expect(before).toContain('responsible lc-jd-baoshan (lc-jiedao)');
    const group = desk.platform.pack.groups.get('lc-jiedao');
    if (group === undefined) throw new Error('no group');
    const groups = new Map(desk.platform.pack.groups).set('lc-jiedao', { ...group, members: ['lc-jd-guodian'] });
    const later = { ...desk.platform, pack: { ...desk.platform.pack, groups } };
    await dispatch(later, draftOf([task('一1', { responsible: ['各街道'] })], { title: '后来的方案' }), { id: 'later-2021' });
    expect(await bound('一1')).toEqual(before);
    const all = await desk.rows<{ count: number }>(
      "select count(*)::integer as count from plan_task_unit where plan_id = 'later-2021'",
    );
    expect(all).toEqual([{ count: 2 }]);
  });

  it('is not edited but amended by a paper', async () => {
    await dispatch(desk.platform, draftOf([task('一1'), task('一2')]));
    const { platform } = desk;
    const by = { ...PAIR, number: '一1' };
    const edit = await amendDraft(platform, officeAt(LATER), PLAN, { ...by, reason: '改', leads: ['区财政局'] });
    expect(codeOf(edit)).toBe('plan-in-effect');
    const amend = async (what: object): Promise<string> =>
      codeOf(
        await amendPlan(platform, officeAt(LATER), PLAN, {
          ...by,
          reason: '机构调整',
          document: '济历城信用〔2021〕3号',
          ...what,
        }),
      );
    expect(await amend({ dueOn: asDay('2021-09-30'), document: ' ' })).toBe('document-missing');
    expect(await amend({ dueOn: asDay('2021-09-30'), reason: '' })).toBe('reason-missing');
    expect(await amend({})).toBe('nothing-changes');
    expect(await amend({ dueOn: asDay('2021-06-30') })).toBe('nothing-changes');
    expect(await amend({ number: '九9', dueOn: asDay('2021-09-30') })).toBe('no-such-task');
    expect(await amend({ units: { leads: [], responsible: [], supporting: [] } })).toBe('task-without-unit');
    expect(await amend({ dueOn: asDay('2021-09-30'), preparedBy: ' 钱 确认' })).toBe('same-person');
    expect(await amend({ dueOn: asDay('2021-09-30'), preparedBy: ' ' })).toBe('name-missing');
    expect(await amend({ dueOn: asDay('2021-09-30') })).toBe('ok');
    expect(await amend({ dueOn: asDay('2021-10-31'), preparedBy: ' 吴拟办 ' })).toBe('ok');
    expect([await due('一1'), await due('一2')]).toEqual(['2021-10-31', '2021-06-30']);
    const changes = await withTransaction(platform.database.app, { actor: 't', scope: 'all' }, (client) =>
      listDueChanges(client, PLAN),
    );
    expect(changes.map(({ dueOn, askedBy, approvedBy }) => [dueOn, askedBy, approvedBy])).toEqual([
      ['2021-09-30', PAIR.preparedBy, PAIR.name],
      ['2021-10-31', PAIR.preparedBy, PAIR.name],
    ]);
    const leads = (...names: readonly string[]): object => ({ units: { leads: names, responsible: [], supporting: [] } });
    expect(await amend(leads('区财政局'))).toBe('ok');
    expect(await bound('一1')).toEqual(['lead lc-czj']);
    // Changed and changed back on one day.
    expect(await amend(leads('区发展改革局'))).toBe('ok');
    expect(await bound('一1')).toEqual(['lead lc-fgj']);
    expect(await bound('一2')).toEqual(['lead lc-fgj']);
    // Every paper is kept with its two persons, whatever it changed.
    const papers = await withTransaction(platform.database.app, { actor: 't', scope: 'units', units: [BUREAU] }, (client) =>
      listAmendments(client, PLAN),
    );
    expect(papers.map(({ number, preparedBy, approvedBy }) => [number, preparedBy, approvedBy])).toEqual(
      Array.from({ length: 4 }, () => ['一1', PAIR.preparedBy, PAIR.name]),
    );
    await expect(desk.rows('update plan_amendment set prepared_by = approved_by')).rejects.toThrow(/plan_amendment_check/u);
  });

  it('is told to each unit that it binds, once, and only when it takes effect', async () => {
    const told = (): Promise<readonly { unit: string; body: string }[]> =>
      desk.rows("select unit_id as unit, body from notice where template = 'plan-dispatched' order by unit_id, sent_at");
    const tasks = [task('一1', { responsible: ['区财政局'] }), task('一2', { supporting: ['区财政局', '各街道'] })];
    expect(await read(draftOf(tasks))).toBe('ok');
    expect(await confirm(READER.name)).toBe('same-person');
    expect(await told()).toEqual([]);
    expect(await confirm()).toBe('ok');
    const notices = await told();
    expect(new Set(notices.map(({ unit }) => unit)).size).toBe(notices.length);
    expect(notices).toHaveLength(16);
    expect(notices.find(({ unit }) => unit === 'lc-czj')?.body).toContain('责任一1；配合一2');
    const units = { leads: ['区发展改革局'], responsible: ['区司法局'], supporting: [] };
    const paper = { ...PAIR, number: '一1', reason: '机构调整', document: '函1号', units };
    expect(codeOf(await amendPlan(desk.platform, officeAt(LATER), PLAN, paper))).toBe('ok');
    expect((await told()).filter(({ unit }) => unit === 'lc-sfj')).toHaveLength(1);
    expect(await told()).toHaveLength(17);
  });

  it('is closed once', async () => {
    await dispatch(desk.platform, draftOf([task('一1')]));
    const close = async (): Promise<string> =>
      codeOf(await closePlan(desk.platform, officeAt(LATER), PLAN, { ...CHECKER, reason: '年度结束' }));
    expect([await close(), await close()]).toEqual(['ok', 'plan-closed']);
    const plan = await withTransaction(desk.platform.database.app, { actor: 't', scope: 'all' }, (client) =>
      findPlan(client, PLAN),
    );
    expect(plan?.state).toBe('closed');
  });
});
