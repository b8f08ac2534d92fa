/** What a unit could write if it got past the use cases: the database itself refuses what is another's to do. */
import { withTransaction } from '@xincheng/store/connection';
import { answerNotice, tellUnit } from '@xincheng/usecases/notices';
import { askHandOver, draftOrder, fileReport } from '@xincheng/usecases/supervision';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, officeAt } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';
import { givePlanOut, HELPER, LEAD, PLAN, STRANGER, UNIT, unitAt } from './_supervision.ts';

const AT = '2021-05-07T10:00';
const FORBIDDEN = /row-level security/u;
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await givePlanOut(desk.platform);
});
afterAll(() => desk.close());

/** Writes as a unit, or as the office, and takes it back: what comes is whether it could. */
async function write(unit: string | null, sql: string, values: readonly unknown[] = []): Promise<string> {
  const who = unit === null ? officeAt(AT).actor : unitAt(AT, unit).actor;
  const identity = { actor: who.id, scope: who.scope, units: [...who.units], subjects: [] };
  try {
    await withTransaction(desk.platform.database.app, identity, async (client) => {
      await client.query(sql, [...values]);
      throw new Error('taken back');
    });
    return 'kept';
  } catch (thrown) {
    const { message } = thrown as Error;
    if (message === 'taken back') return 'written';
    return FORBIDDEN.test(message) ? 'forbidden' : message;
  }
}

function act(
  unit: string | null,
  { matter, kind }: { readonly matter: string; readonly kind: string },
  name: string,
  byUnit = unit,
  seenBy: readonly string[] = [UNIT, LEAD],
) {
  const actor = unit === null ? officeAt(AT).actor.id : unitAt(AT, unit).actor.id;
  return write(
    unit,
    `insert into supervision_act (matter_id, kind, unit_id, ordinal, act, by_unit, actor, name, at, day, figures, attachments, seen_by)
     values ($1, $6, $7, 9, $2, $3, $4, '某人', now(), current_date, '[]', '{}', $5)`,
    [matter, name, byUnit, actor, seenBy, kind, UNIT],
  );
}

describe('acts in a matter', () => {
  const about = { plan: PLAN, number: '一1', unit: UNIT };
  const said = { name: '孙报送', words: '已办理' };

  it('of a report are done by the unit and reviewed by the lead', async () => {
    const { matter } = done(await fileReport(desk.platform, unitAt(AT, UNIT), { ...about, ...said, period: '2021-04' }));
    const report = { matter, kind: 'report' };
    expect(await act(UNIT, report, 'file')).toBe('written');
    expect(await act(UNIT, report, 'accept')).toBe('forbidden');
    expect(await act(UNIT, report, 'reopen')).toBe('forbidden');
    expect(await act(UNIT, report, 'file', LEAD)).toBe('forbidden');
    expect(await act(UNIT, { matter, kind: 'hand-over' }, 'file')).toMatch(/foreign key/u);
    expect(await act(LEAD, report, 'accept')).toBe('written');
    expect(await act(LEAD, report, 'file')).toBe('forbidden');
    expect(await act(HELPER, report, 'accept')).toBe('forbidden');
    expect(await act(STRANGER, report, 'file')).toBe('forbidden');
    expect(await act(null, report, 'reopen')).toBe('written');
  });

  it('that are the office’s, and of another’s matter, are not a unit’s', async () => {
    const asked = done(await askHandOver(desk.platform, unitAt(AT, UNIT), { ...about, to: STRANGER, ...said }));
    const handOver = { matter: asked.matter, kind: 'hand-over' };
    const seenBy = [UNIT, LEAD, STRANGER];
    expect(await act(STRANGER, handOver, 'agree', STRANGER, seenBy)).toBe('written');
    expect(await act(UNIT, handOver, 'agree', UNIT, seenBy)).toBe('forbidden');
    for (const unit of seenBy) expect(await act(unit, handOver, 'grant', unit, seenBy)).toBe('forbidden');
    const drafted = done(await draftOrder(desk.platform, officeAt(AT), { ...about, sinceOn: officeAt(AT).today, ...said }));
    const order = { matter: drafted.matter, kind: 'order' };
    for (const name of ['close', 'drop', 'return']) expect(await act(UNIT, order, name)).toBe('forbidden');
    expect(await act(UNIT, order, 'reply')).toBe('written');
  });

  it('begin with what a unit may begin', async () => {
    const open = (kind: string, unit = UNIT) =>
      write(
        UNIT,
        `insert into supervision_matter (id, kind, plan_id, number, unit_id, opened_at, seen_by)
         values (gen_random_uuid(), $1, $2, '一2', $3, now(), array[$3])`,
        [kind, PLAN, unit],
      );
    expect(await open('extension')).toBe('written');
    expect(await open('extension', LEAD)).toBe('forbidden');
    expect(await open('order')).toBe('forbidden');
    expect(await open('urging')).toBe('forbidden');
  });
});

describe('answers to alarms', () => {
  const ALARM = '01900000-0000-7000-8000-000000000001';

  it('are given to alarms of the unit alone, and numbers are not made void in the name of an alarm', async () => {
    await desk.rows(
      `insert into concealment_alarm (id, unit_id, kind, dataset, about, series, serials, evidence, found_at, found_on, found_by)
       values ($1, $2, 'gap', 'penalty', 'x', 's', '{1}', '{}', now(), current_date, 'x')`,
      [ALARM, UNIT],
    );
    const answer = (unit: string, step: string) =>
      write(
        unit,
        `insert into concealment_answer (alarm_id, ordinal, unit_id, step, answer, words, name, actor, at)
         values ($1, 1, $2, $3, case when $3 = 'answer' then 'explained' end, '说明', '某人', $4, now())`,
        [ALARM, unit, step, unitAt(AT, unit).actor.id],
      );
    expect(await answer(UNIT, 'answer')).toBe('written');
    expect(await answer(UNIT, 'accept')).toBe('forbidden');
    expect(await answer(STRANGER, 'answer')).toMatch(/foreign key/u);
    const empty = (alarm: string | null) =>
      write(
        UNIT,
        `insert into concealment_void (unit_id, series, serial, reason, alarm_id, name, at) values ($1, 's', 1, '作废', $2, '某人', now())`,
        [UNIT, alarm],
      );
    expect(await empty(null)).toBe('written');
    expect(await empty(ALARM)).toBe('forbidden');
  });
});

describe('a bulletin', () => {
  it('is written and issued by the office, and stays as it is', async () => {
    const id = '01900000-0000-7000-8000-000000000002';
    await desk.rows(
      `insert into bulletin (id, month, content, name, actor, at) values ($1, '2021-03', '{}', '甲起草', 'x', now())`,
      [id],
    );
    const issue = (unit: string | null, name = '丙签发', month = '2021-03') =>
      write(
        unit,
        `insert into bulletin_issue (bulletin_id, month, writers, year, number, snapshot, snapshot_sha256, pdf_sha256, name, actor, at)
         values ($1, $4, '{甲起草,乙修改}', 2021, 1, '{}', $2, $2, $5, $3, now())`,
        [id, '0'.repeat(64), officeAt(AT).actor.id, month, name],
      );
    const give = (unit: string | null) =>
      write(unit, `insert into bulletin_drop (bulletin_id, reason, name, actor, at) values ($1, '写错', '丁', $2, now())`, [
        id,
        officeAt(AT).actor.id,
      ]);
    expect(await issue(null)).toBe('written');
    expect(await issue(UNIT)).toBe('forbidden');
    for (const writer of ['甲起草', '乙修改']) expect(await issue(null, writer)).toMatch(/check constraint/u);
    expect(await issue(null, '丙签发', '2021-04')).toMatch(/foreign key/u);
    expect([await give(null), await give(UNIT)]).toEqual(['written', 'forbidden']);
    for (const change of ['update bulletin_issue set snapshot = $1', 'update bulletin set content = $1'])
      expect(await write(null, change, ['{}'])).toMatch(/permission denied/u);
  });
});

describe('a notice', () => {
  it('is answered once, and its ways out go with it', async () => {
    const { platform } = desk;
    const sent = done(await tellUnit(platform, officeAt(AT), { unit: UNIT, title: '题', text: '文' }));
    const { id } = sent.notice;
    const change = () =>
      write(UNIT, `update notice set answer = '改过', answered_at = now(), answered_by = '某人' where id = $1`, [id]);
    expect(await change()).toBe('written');
    done(await answerNotice(platform, unitAt(AT, UNIT), id, { name: '钱答复', text: '收到' }));
    const count = `with changed as (update notice set answer = '改过' where id = $1 returning 1) select 1 / count(*) from changed`;
    expect(await write(UNIT, count, [id])).toMatch(/division by zero/u);
    const queue = (unit: string, toUnit: string) =>
      write(
        unit,
        `insert into notice_delivery (notice_id, channel, unit_id, from_unit, state, attempts, queued_at, next_at)
         values ($1, 'sms', $2, $3, 'queued', 0, now(), now())`,
        [id, toUnit, unit],
      );
    await desk.rows(`delete from notice_delivery where channel = 'sms'`);
    expect(await queue(STRANGER, UNIT)).toMatch(/foreign key/u);
    expect(await queue(UNIT, STRANGER)).toMatch(/foreign key/u);
  });
});
