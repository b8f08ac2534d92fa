/** Reminders: by the district's steps, once each, also when they run at once, late, or not for a while. */
import { withTransaction } from '@xincheng/store/connection';
import { changeDueDay, insertProofEvents } from '@xincheng/store/plans';
import { decideMatter, draftOrder, fileReport, REMINDER, sendReminders } from '@xincheng/usecases/supervision';
import { asDay } from '@xincheng/core/calendar';
import type { ActContext } from '@xincheng/usecases/identity';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { done, officeAt } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';
import { givePlanOut, HELPER, LEAD, PLAN, UNIT, unitAt } from './_supervision.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  await desk.empty();
  await givePlanOut(desk.platform);
});
afterAll(() => desk.close());

function jobAt(local: string): ActContext {
  return { ...officeAt(local), actor: REMINDER };
}

/** Reminders of tasks and orders that one run sends, as `about id unit step`; those of reports are another test's. */
async function run(day: string): Promise<readonly string[]> {
  const before = await noted();
  await sendReminders(desk.platform, jobAt(`${day}T06:00`));
  return (await noted()).filter((one) => !before.includes(one));
}

async function noted(about = "about <> 'report'"): Promise<readonly string[]> {
  const rows = await desk.rows<{ text: string }>(
    `select concat_ws(' ', about, about_id, unit_id, days_ahead) as text from supervision_reminder where ${about} order by 1`,
  );
  return rows.map(({ text }) => text);
}

const units = [LEAD, UNIT, HELPER];
/** Reminders of a task to all that it binds. */
function of(number: string, step: number): readonly string[] {
  return units.map((unit) => `task ${PLAN}/${number} ${unit} ${String(step)}`).sort();
}

it('come by the steps of the district, to every bound unit, once', async () => {
  expect(await run('2021-05-30')).toEqual([]);
  expect(await run('2021-05-31')).toEqual(of('一1', 15));
  expect(await run('2021-05-31')).toEqual([]);
  expect(await run('2021-06-01')).toEqual([]);
  // Nothing ran until four days before the first task is due: the step of seven days, and for the other that of fifteen has not come.
  expect(await run('2021-06-11')).toEqual(of('一1', 7));
  expect(await run('2021-06-16')).toEqual([...of('一1', -1), ...of('一2', 15)].sort());
  const [notice] = await desk.rows<{ title: string; body: string }>(
    `select title, body from notice where unit_id = '${UNIT}' and title like '任务提醒%' order by body limit 1`,
  );
  expect(notice?.body).toMatch(/^历城区司法局：《示例重点任务分工》任务“一1”的期限是2021-06-15，(?:已过期 1|还有 \d+) 天。$/u);
});

it('are sent once each by two that run at once', async () => {
  const both = await Promise.all([
    sendReminders(desk.platform, jobAt('2021-06-14T06:00')),
    sendReminders(desk.platform, jobAt('2021-06-14T06:00:01')),
  ]);
  const [{ count } = { count: -1 }] = await desk.rows<{ count: number }>(
    "select count(*)::integer as count from notice where template like 'supervision-%'",
  );
  expect(both[0].sent + both[1].sent).toBe(count);
  expect(count).toBe((await noted('true')).length);
  expect(await noted()).toEqual(of('一1', 1));
});

it('follow a due day that moved, and end when the task is proven', async () => {
  expect(await run('2021-06-14')).toEqual(of('一1', 1));
  const app = desk.platform.database.app;
  await withTransaction(app, { actor: '信用办', scope: 'all' }, async (client) => {
    const change = { number: '一1', dueOn: '2021-06-22', reason: '资料未齐', document: null };
    await changeDueDay(client, PLAN, {
      ...change,
      askedBy: '李申请',
      approvedBy: '周主任',
      at: new Date('2021-06-14T12:00:00+08:00'),
    });
  });
  expect(await run('2021-06-15')).toEqual([...of('一1', 7), ...of('一2', 15)].sort());
  await withTransaction(app, { actor: '信用办', scope: 'all' }, (client) =>
    insertProofEvents(client, PLAN, [
      {
        ...{ number: '一1', condition: 'all', from: null, to: 'holds' as const, version: '1', snapshot: {} },
        ...{ at: new Date('2021-06-18T12:00:00+08:00'), day: asDay('2021-06-18') },
      },
    ]),
  );
  expect(await run('2021-06-21')).toEqual([]);
});

it('tell of missing reports and of orders that wait for an answer', async () => {
  const filing = { plan: PLAN, number: '一1', unit: UNIT, period: '2021-04', name: '孙报送', words: '已清理' };
  done(await fileReport(desk.platform, unitAt('2021-05-06T10:00', UNIT), filing));
  // The report on April is due on 10 May 2021: five working days, of which the 8th is a Saturday worked instead.
  const order = { plan: PLAN, number: '一1', unit: UNIT, name: '周主任', words: '没有报送', sinceOn: asDay('2021-05-01') };
  const { matter } = done(await draftOrder(desk.platform, officeAt('2021-05-06T10:00'), order));
  done(await decideMatter(desk.platform, officeAt('2021-05-06T10:00'), matter, { act: 'issue', name: '吴局长' }));
  expect(await run('2021-05-11')).toEqual([`order ${matter} ${UNIT} 1`]);
  const reports = await noted("about = 'report'");
  expect(reports).toHaveLength(7);
  expect(reports).not.toContain(expect.stringContaining(`一1/2021-04 ${UNIT}`));
  done(
    await decideMatter(desk.platform, unitAt('2021-05-12T09:00', UNIT), matter, {
      act: 'reply',
      name: '孙报送',
      words: '已补报',
    }),
  );
  expect(await run('2021-05-13')).toEqual([]);
});

it('tell the unit that a meeting asked, by its steps, until the decision is done', async () => {
  const at = '2021-05-06T10:00';
  const decide = (set: Readonly<Record<string, string>>): Promise<{ readonly outcomes: readonly string[] }> =>
    desk.send({ dataset: 'credit-meeting.decision', rows: [{ set: { decisionNo: '1', dueOn: '2021/05/20', ...set } }], at });
  expect((await desk.send({ dataset: 'credit-meeting', rows: [{}], at })).outcomes).toEqual(['已入库']);
  expect((await decide({})).outcomes).toEqual(['已入库']);
  const told = async (): Promise<readonly { unit: string; body: string; due: string }[]> =>
    desk.rows(
      "select unit_id as unit, body, answer_due_on as due from notice where template = 'supervision-decision-due' order by id",
    );
  await run('2021-05-12');
  expect(await told()).toEqual([]);
  await run('2021-05-13');
  await run('2021-05-14');
  const [notice, ...more] = await told();
  expect(more).toEqual([]);
  const asked = desk.platform.pack.units.get(notice?.unit ?? '');
  expect(asked?.name).toBe('历城区示例市场监督管理局');
  expect(notice).toMatchObject({ due: '2021-05-20' });
  expect(notice?.body).toMatch(/^历城区示例市场监督管理局：议定事项“.+”应于2021-05-20前落实，还有 7 天。$/u);
  await run('2021-05-21');
  expect((await told()).at(-1)?.body).toMatch(/已过期 1 天。$/u);
  // Done: its later day is reminded of no more.
  expect((await decide({ dueOn: '2021/05/28', decisionState: '已完成', doneOn: '2021/05/06' })).outcomes).toEqual(['已更正']);
  await run('2021-05-27');
  expect(await told()).toHaveLength(2);
});
