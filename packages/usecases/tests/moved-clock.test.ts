/** A corrected day of decision moves the clock of a record, and somebody should know. */
import { readRecord } from '@xincheng/usecases/records';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function alarms(): Promise<readonly object[]> {
  return desk.rows("select object_id as id, actor, details from audit_event where act = 'alarm.decided-on-changed'");
}

function clock(jurisdiction: string, dueOn: string, isLate: boolean): object {
  return { jurisdiction, dueOn, isLate };
}

it('is told with the clocks before and after: what was timely is late now', async () => {
  const held = await desk.send({ dataset: 'licence', rows: [{ set: { decidedOn: '2021/04/23' } }], at: '2021-05-07T10:00' });
  const sent = await desk.send({ dataset: 'licence', rows: [{ set: { decidedOn: '2021/04/12' } }], at: '2021-05-08T10:00' });
  expect([sent.outcomes, await alarms()]).toEqual([['待确认'], []]);
  expect(await desk.decide(sent, 1, 'correction', '2021-05-09T10:00')).toBe('done');
  const view = await readRecord(desk.platform, actAt('2021-06-01T00:00', [held.unit]), held.recordIds[0] ?? '', null);
  expect(view?.timeliness[0]).toMatchObject({ dueOn: '2021-04-27', isLate: true, lateDays: 10 });
  expect(await alarms()).toEqual([
    {
      id: held.recordIds[0],
      actor: '测试员',
      details: {
        from: {
          decidedOn: '2021-04-23',
          clocks: [clock('licheng', '2021-05-08', false), clock('national', '2021-05-06', true)],
        },
        to: { decidedOn: '2021-04-12', clocks: [clock('licheng', '2021-04-27', true), clock('national', '2021-04-21', true)] },
      },
    },
  ]);
});

it('is no alarm where the row is another decision, or is dropped', async () => {
  for (const as of ['new-decision', 'drop'] as const) {
    await desk.empty();
    await desk.send({ dataset: 'licence', rows: [{ set: { decidedOn: '2021/04/23' } }], at: '2021-05-07T10:00' });
    const sent = await desk.send({ dataset: 'licence', rows: [{ set: { decidedOn: '2021/04/12' } }], at: '2021-05-08T10:00' });
    expect(await desk.decide(sent, 1, as, '2021-05-09T10:00')).toBe('done');
    expect(await alarms()).toEqual([]);
  }
});
