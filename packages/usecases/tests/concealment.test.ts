/** Alarms of concealment: what raises them, who answers, what closes them, and who sees them. */
import { actAt } from '@xincheng/testkit/platform';
import {
  answerAlarm,
  declareVoidNumbers,
  noteSighting,
  readAlarm,
  readAlarms,
  readVoidNumbers,
  reviewAlarm,
  scanConcealment,
} from '@xincheng/usecases/concealment';
import type { AlarmView } from '@xincheng/usecases/concealment';
import type { ActContext } from '@xincheng/usecases/identity';
import { REMINDER, sendReminders } from '@xincheng/usecases/supervision';
import { withdrawRecord } from '@xincheng/usecases/publicity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

let desk: Desk;
let unit = '';
beforeAll(async () => {
  desk = await openDesk();
  unit = desk.owner('penalty');
});
beforeEach(() => desk.empty());
afterAll(() => desk.close());

const LIST = { words: '当事人死亡，终止调查', document: '2021年发文登记簿' };

function office(at = '2021-07-01T09:00', actor = '信用办'): ActContext {
  const { now, today } = actAt(at, []);
  return { now, today, actor: { id: actor, scope: 'all', units: [], subjects: [] } };
}

function own(at = '2021-07-02T09:00', of = unit): ActContext {
  return actAt(at, [of]);
}

function rowOf(serial: number, decidedOn = '2021-04-01'): RowSpec {
  return { set: { number: `济历城市监罚〔2021〕${String(serial)}号`, decidedOn } };
}

function numbers(from: number, to: number, without: readonly number[] = []): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((serial) => !without.includes(serial));
}

async function file(serials: readonly number[], decidedOn?: string): Promise<readonly string[]> {
  const rows = serials.map((serial) => rowOf(serial, decidedOn));
  const sent = await desk.send({ dataset: 'penalty', rows, at: '2021-06-01T10:00' });
  expect(sent.batch.accepted, JSON.stringify(sent.issues[0])).toBe(serials.length);
  return sent.recordIds;
}

async function scan(at?: string): Promise<void> {
  expect((await scanConcealment(desk.platform, office(at))).ok).toBe(true);
}

async function alarms(context = office()): Promise<readonly AlarmView[]> {
  return readAlarms(desk.platform, context, { unitId: null, after: null, limit: 100 });
}

async function onlyAlarm(): Promise<AlarmView> {
  const all = await alarms();
  expect(all).toHaveLength(1);
  return all[0] as AlarmView;
}

describe('a gap in the numbers', () => {
  it('is told once, in one sentence, with a day by which to answer', async () => {
    await file(numbers(1, 30, [7, 8]));
    await scan();
    await scan('2021-07-02T09:00');
    expect(await onlyAlarm()).toMatchObject({
      unitId: unit,
      kind: 'gap',
      sentence: '行政处罚文号缺号：济历城市监罚〔2021〕7号至济历城市监罚〔2021〕8号（2个）没有报送。请补报，或说明为什么没有。',
      numbers: ['济历城市监罚〔2021〕7号', '济历城市监罚〔2021〕8号'],
      foundOn: '2021-07-01',
      dueOn: '2021-07-08',
      state: 'open',
      isOverdue: false,
    });
    const late = await readAlarms(desk.platform, office('2021-07-09T00:01'), { unitId: unit, after: null, limit: 10 });
    expect(late[0]?.isOverdue).toBe(true);
  });

  it('is none while the decisions above it may still be filed', async () => {
    await file(numbers(1, 30, [7]), '2021-05-30');
    await scan('2021-06-10T09:00');
    expect(await alarms()).toEqual([]);
    await scan('2021-06-15T09:00');
    expect(await alarms()).toHaveLength(1);
  });

  it('is none where a record was taken back: its number was filed', async () => {
    const [, , third = ''] = await file(numbers(1, 30));
    const withdrawn = await withdrawRecord(desk.platform, own('2021-06-02T09:00'), third, {
      because: 'error',
      name: '王核对',
      reason: '重复报送',
    });
    expect(withdrawn.ok).toBe(true);
    await scan();
    expect(await alarms()).toEqual([]);
  });

  it('is filed as soon as what was missing has come, however its number is written', async () => {
    await file(numbers(1, 30, [7]));
    await scan();
    const { id } = await onlyAlarm();
    const early = await answerAlarm(desk.platform, own(), id, { answer: 'found', name: '李报送', words: '已补报' });
    expect(early).toMatchObject({ ok: false, error: { code: 'still-missing' } });
    const sent = await desk.send({
      dataset: 'penalty',
      rows: [{ set: { number: '济历城市监罚[2021]07号', decidedOn: '2021-04-01' } }],
      at: '2021-07-02T10:00',
    });
    expect(sent.batch.accepted).toBe(1);
    expect(await readAlarm(desk.platform, own(), id)).toMatchObject({ ok: true, value: { state: 'filed' } });
    const answered = await answerAlarm(desk.platform, own(), id, { answer: 'found', name: '李报送', words: '已补报' });
    expect(answered).toMatchObject({ ok: true });
    const accepted = await reviewAlarm(desk.platform, office(), id, { step: 'accept', name: '赵审核', words: '属实' });
    expect(accepted).toMatchObject({ ok: true, value: { state: 'closed' } });
  });

  it('that was lawful is accepted by another person, and never asked about again', async () => {
    await file(numbers(1, 30, [7]));
    await scan();
    const { id } = await onlyAlarm();
    const answer = { answer: 'lawful-gap', name: '李报送', ...LIST } as const;
    expect(await answerAlarm(desk.platform, own(), id, { ...answer, document: undefined })).toMatchObject({
      error: { code: 'document-missing' },
    });
    expect(await answerAlarm(desk.platform, own(), id, answer)).toMatchObject({ ok: true, value: { state: 'answered' } });
    expect(await answerAlarm(desk.platform, own(), id, answer)).toMatchObject({ error: { code: 'not-possible-now' } });
    const accept = { step: 'accept', name: '赵审核', words: '登记簿已核' } as const;
    expect(await reviewAlarm(desk.platform, own(), id, accept)).toMatchObject({ error: { code: 'credit-office-only' } });
    expect(await reviewAlarm(desk.platform, office(), id, { ...accept, name: '李报送' })).toMatchObject({
      error: { code: 'same-person' },
    });
    expect(await reviewAlarm(desk.platform, office(), id, { ...accept, step: 'return' })).toMatchObject({
      value: { state: 'returned' },
    });
    expect((await answerAlarm(desk.platform, own(), id, answer)).ok).toBe(true);
    expect(await reviewAlarm(desk.platform, office(), id, accept)).toMatchObject({ value: { state: 'closed' } });
    const voids = await desk.rows<{ serial: number }>('select serial from concealment_void');
    expect(voids).toEqual([{ serial: 7 }]);
  });

  it('is none where the unit noted the number before', async () => {
    await file(numbers(1, 30, [7]));
    const note = { unitId: unit, numbers: ['济历城市监罚〔2021〕7号'], name: '李报送', ...LIST };
    expect(await declareVoidNumbers(desk.platform, own(), { ...note, numbers: ['济历城市监罚〔2021〕8号'] })).toMatchObject({
      error: { code: 'number-filed' },
    });
    expect(await declareVoidNumbers(desk.platform, own(), { ...note, numbers: ['济历城审许〔2021〕8号'] })).toMatchObject({
      error: { code: 'foreign-series' },
    });
    expect(await declareVoidNumbers(desk.platform, own(), { ...note, numbers: ['七号'] })).toMatchObject({
      error: { code: 'no-number' },
    });
    const stranger = own('2021-07-02T09:00', desk.other('penalty'));
    expect(await declareVoidNumbers(desk.platform, stranger, note)).toMatchObject({ error: { code: 'not-your-unit' } });
    expect(await declareVoidNumbers(desk.platform, own(), note)).toEqual({ ok: true, value: { noted: 1 } });
    expect(await declareVoidNumbers(desk.platform, own(), note)).toEqual({ ok: true, value: { noted: 0 } });
    await scan();
    expect(await alarms()).toEqual([]);
  });
});

describe('numbers noted as never used', () => {
  const at = (serial: number): string => `济历城市监罚〔2021〕${String(serial)}号`;
  const all = { unitId: null, month: null, after: null, limit: 100 };

  async function note(...serials: readonly number[]): Promise<void> {
    const noted = { unitId: unit, numbers: serials.map(at), name: ' 李报送　', ...LIST };
    expect(await declareVoidNumbers(desk.platform, own(), noted)).toEqual({ ok: true, value: { noted: serials.length } });
  }

  it('are listed for the credit office and their unit, by month, page by page', async () => {
    await file(numbers(1, 30, [7, 8, 9]));
    await note(7, 8);
    const [first, second] = [7, 8].map((serial) => ({
      unitId: unit,
      series: '济历城市监罚〔2021〕#号',
      serial,
      number: at(serial),
      notedOn: '2021-07-02',
      reason: LIST.words,
      document: LIST.document,
      name: '李报送',
      alarmId: null,
      isFiled: false,
      isSeen: false,
    }));
    const read = (context: ActContext, query = {}) => readVoidNumbers(desk.platform, context, { ...all, ...query });
    expect(await read(office())).toEqual({ ok: true, value: [first, second] });
    expect(await read(own(), { unitId: unit, month: '2021-07' })).toEqual({ ok: true, value: [first, second] });
    expect(await read(own(), { month: '2021-06' })).toEqual({ ok: true, value: [] });
    expect(await read(office(), { limit: 1 })).toEqual({ ok: true, value: [first] });
    expect(await read(office(), { after: { unitId: unit, series: '济历城市监罚〔2021〕#号', serial: 7 } })).toEqual({
      ok: true,
      value: [second],
    });
    const stranger = own(undefined, desk.other('penalty'));
    expect(await read(stranger)).toEqual({ ok: true, value: [] });
    expect(await read(stranger, { unitId: unit })).toMatchObject({ error: { code: 'not-your-unit' } });
    expect(await read(office(), { month: '2021' })).toMatchObject({ error: { code: 'bad-month' } });
    await scan();
    const { id } = await onlyAlarm();
    const answer = { answer: 'lawful-gap', name: '李报送', ...LIST } as const;
    expect((await answerAlarm(desk.platform, own(), id, answer)).ok).toBe(true);
    const accept = { step: 'accept', name: '赵审核', words: '属实' } as const;
    expect((await reviewAlarm(desk.platform, office(), id, accept)).ok).toBe(true);
    expect(await read(office(), { after: second })).toMatchObject({ value: [{ serial: 9, alarmId: id }] });
  });

  it('raise an alarm all the same when a decision is seen under them, and show that and what was filed', async () => {
    await file(numbers(1, 30, [7, 8, 9]));
    await note(7, 8, 9);
    const seen = { unitId: unit, dataset: 'penalty', number: '济历城市监罚[2021]07号', seenIn: 'repair' } as const;
    expect((await noteSighting(desk.platform, office(), { ...seen, name: '赵经办', words: '企业出示' })).ok).toBe(true);
    await scan();
    expect(await onlyAlarm()).toMatchObject({ kind: 'seen', numbers: [seen.number] });
    await file([8]);
    for (const context of [office(), own()]) {
      const voids = await readVoidNumbers(desk.platform, context, all);
      expect(voids.ok && voids.value.map(({ serial, isFiled, isSeen }) => [serial, isFiled, isSeen])).toEqual([
        [7, false, true],
        [8, true, false],
        [9, false, false],
      ]);
    }
  });
});

it('nothing is done without a name, and names are written without blanks around them', async () => {
  await file(numbers(1, 30, [7, 9]));
  await scan();
  const id = (await alarms())[0]?.id ?? '';
  const missing = { error: { code: 'name-missing' } };
  const blank = { name: ' 　', words: '说明', document: '登记簿' };
  const seen = { unitId: unit, dataset: 'penalty', number: '济历城市监罚〔2021〕88号', seenIn: 'repair' } as const;
  const noted = { unitId: unit, numbers: ['济历城市监罚〔2021〕9号'] };
  expect(await answerAlarm(desk.platform, own(), id, { ...blank, answer: 'explained' })).toMatchObject(missing);
  expect(await declareVoidNumbers(desk.platform, own(), { ...blank, ...noted })).toMatchObject(missing);
  expect(await noteSighting(desk.platform, office(), { ...blank, ...seen })).toMatchObject(missing);
  const by = { name: ' 李答复　', words: '说明' };
  expect(await answerAlarm(desk.platform, own(), id, { ...by, answer: 'explained' })).toMatchObject({
    value: { steps: [{ name: '李答复' }] },
  });
  expect(await reviewAlarm(desk.platform, office(), id, { ...blank, step: 'accept' })).toMatchObject(missing);
});

describe('a series of two units', () => {
  it('hides no number of one by the word of the other, and each notes its own', async () => {
    const other = desk.other('penalty');
    const theirs = desk.platform.pack.units.get(other);
    const authority = { authorityName: theirs?.name ?? '', authorityUscc: theirs?.uscc ?? '' };
    await file(numbers(1, 20));
    const rows = numbers(21, 30, [25]).map((serial) => ({ set: { ...rowOf(serial).set, ...authority } }));
    const sent = await desk.send({ dataset: 'penalty', unit: other, rows, at: '2021-06-01T11:00' });
    expect(sent.batch.accepted, JSON.stringify(sent.issues[0])).toBe(9);
    const note = { unitId: unit, numbers: ['济历城市监罚〔2021〕25号'], name: '李报送', ...LIST };
    expect(await declareVoidNumbers(desk.platform, own(), note)).toEqual({ ok: true, value: { noted: 1 } });
    await scan();
    const alarm = await onlyAlarm();
    expect(alarm).toMatchObject({ unitId: other, numbers: note.numbers });
    const answer = { answer: 'lawful-gap', name: '孙答复', ...LIST } as const;
    expect((await answerAlarm(desk.platform, own(undefined, other), alarm.id, answer)).ok).toBe(true);
    const accept = { step: 'accept', name: '赵审核', words: '属实' } as const;
    expect(await reviewAlarm(desk.platform, office(), alarm.id, accept)).toMatchObject({ value: { state: 'closed' } });
    const voids = await desk.rows<{ unit: string }>('select unit_id as unit from concealment_void where serial = 25');
    expect(voids.map((one) => one.unit).sort()).toEqual([unit, other].sort());
    await scan('2021-07-02T09:00');
    expect(await alarms()).toHaveLength(1);
  });
});

describe('a unit', () => {
  async function told(): Promise<readonly { unit: string; template: string; body: string; due: string | null }[]> {
    return desk.rows(`select unit_id as unit, template, body, answer_due_on as due from notice order by sent_at, id`);
  }

  it('is told of all that a scan found in one notice, and of what was told before no more', async () => {
    await file(numbers(1, 40, [7, 9, 11, 13]));
    await scan();
    const [notice, ...others] = await told();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ unit, template: 'concealment-found', due: '2021-07-08' });
    expect(notice?.body).toMatch(
      /疑似漏报线索 4 条，请于2021-07-08前逐条补报或说明。.*〔2021〕7号.*其余 1 条请在线索清单中查看。$/u,
    );
    await scan();
    expect(await told()).toHaveLength(1);
  });

  it('is reminded of what it has not answered, before the day and after it, and of nothing that has come', async () => {
    await file(numbers(1, 40, [7, 9]));
    await scan();
    const remind = async (day: string): Promise<readonly string[]> => {
      const before = (await told()).length;
      await sendReminders(desk.platform, { ...office(`${day}T06:00`), actor: REMINDER });
      return (await told()).slice(before).map(({ body }) => body);
    };
    const name = desk.platform.pack.units.get(unit)?.name ?? '';
    expect(await remind('2021-07-06')).toEqual([]);
    expect(await remind('2021-07-07')).toEqual([`${name}：疑似漏报线索 2 条应于2021-07-08前答复，还有 1 天。`]);
    const said = { answer: 'explained', name: '李报送', words: '不在公示范围' } as const;
    const [first] = await alarms();
    expect((await answerAlarm(desk.platform, own(), first?.id ?? '', said)).ok).toBe(true);
    expect(await remind('2021-07-09')).toEqual([`${name}：疑似漏报线索 1 条应于2021-07-08前答复，已过期 1 天。`]);
    await file([7, 9]);
    expect(await remind('2021-07-16')).toEqual([]);
  });

  it('is told that its answer was returned, and has as long again', async () => {
    await file(numbers(1, 30, [7]));
    await scan();
    const { id } = await onlyAlarm();
    const said = { answer: 'explained', name: '李报送', words: '不在公示范围' } as const;
    expect((await answerAlarm(desk.platform, own(), id, said)).ok).toBe(true);
    const back = { step: 'return', name: '赵审核', words: '请写明依据' } as const;
    expect(await reviewAlarm(desk.platform, office('2021-07-20T09:00'), id, back)).toMatchObject({
      value: { state: 'returned', dueOn: '2021-07-27' },
    });
    expect((await told()).at(-1)).toMatchObject({ template: 'concealment-returned', due: '2021-07-27' });
    expect((await told()).at(-1)?.body).toContain('退回意见：请写明依据');
  });
});

describe('the confidence in a gap', () => {
  it('follows what the earlier gaps of the unit turned out to be', async () => {
    await file(numbers(1, 40, [7]));
    await scan();
    const first = await onlyAlarm();
    expect(first.confidence).toBe(0.2);
    await file([7]);
    expect((await answerAlarm(desk.platform, own(), first.id, { answer: 'found', name: '李报送', words: '已补' })).ok).toBe(true);
    expect((await reviewAlarm(desk.platform, office(), first.id, { step: 'accept', name: '赵审核', words: '属实' })).ok).toBe(
      true,
    );
    await file(numbers(42, 60));
    await scan('2021-07-02T09:00');
    const [second] = await alarms();
    expect(second).toMatchObject({
      numbers: ['济历城市监罚〔2021〕41号'],
      confidence: 0.33,
      evidence: { earlier: { found: 1, answered: 1 } },
    });
  });
});

describe('a drop', () => {
  it('names the month, and is explained or found, but is no lawful gap', async () => {
    let serial = 0;
    for (const [month, count] of [
      ['2021-01', 30],
      ['2021-02', 24],
      ['2021-03', 33],
      ['2021-04', 31],
      ['2021-05', 5],
    ] as const) {
      await file(numbers(serial + 1, serial + count), `${month}-20`);
      serial += count;
    }
    await scan();
    const alarm = await onlyAlarm();
    expect(alarm).toMatchObject({ kind: 'drop', numbers: [], evidence: { month: '2021-05', count: 5, isSeasonal: false } });
    const wrong = await answerAlarm(desk.platform, own(), alarm.id, { answer: 'lawful-gap', name: '李', ...LIST });
    expect(wrong).toMatchObject({ error: { code: 'wrong-answer' } });
    const said = { answer: 'explained', name: '李报送', words: '五月集中学习，未办案' } as const;
    expect(await answerAlarm(desk.platform, own(), alarm.id, said)).toMatchObject({ value: { state: 'answered' } });
  });
});

describe('a decision seen elsewhere', () => {
  const SEEN = { dataset: 'penalty', seenIn: 'repair', name: '赵经办', words: '企业来申请修复' } as const;

  it('is told when nobody filed it', async () => {
    await file(numbers(1, 30));
    const sighting = { ...SEEN, unitId: unit, number: '济历城市监罚〔2021〕88号' };
    expect(await noteSighting(desk.platform, own(), sighting)).toMatchObject({ error: { code: 'credit-office-only' } });
    expect(await noteSighting(desk.platform, office(), { ...sighting, dataset: 'contract' })).toMatchObject({
      error: { code: 'unknown-dataset' },
    });
    expect((await noteSighting(desk.platform, office(), sighting)).ok).toBe(true);
    expect(await noteSighting(desk.platform, office(), sighting)).toMatchObject({ error: { code: 'number-seen' } });
    expect((await noteSighting(desk.platform, office(), { ...sighting, number: '济历城市监罚[2021]12号' })).ok).toBe(true);
    await scan();
    expect(await onlyAlarm()).toMatchObject({ kind: 'seen', numbers: ['济历城市监罚〔2021〕88号'] });
  });
});

describe('alarms', () => {
  it('are seen by their unit and the credit office alone; only the office looks for them', async () => {
    await file(numbers(1, 30, [7]));
    expect(await scanConcealment(desk.platform, own())).toMatchObject({ error: { code: 'credit-office-only' } });
    await scan();
    const { id } = await onlyAlarm();
    expect(await alarms(own())).toHaveLength(1);
    const stranger = own('2021-07-02T09:00', desk.other('penalty'));
    expect(await alarms(stranger)).toEqual([]);
    const answer = { answer: 'explained', name: '外人', words: '不知' } as const;
    expect(await answerAlarm(desk.platform, stranger, id, answer)).toMatchObject({ error: { code: 'no-such-alarm' } });
    expect(await readAlarm(desk.platform, stranger, id)).toMatchObject({ error: { code: 'no-such-alarm' } });
  });

  it('leave an event for every act', async () => {
    await file(numbers(1, 30, [7]));
    await scan();
    const { id } = await onlyAlarm();
    const said = { answer: 'explained', name: '李报送', words: '不在公示范围' } as const;
    expect((await answerAlarm(desk.platform, own(), id, said)).ok).toBe(true);
    const acts = await desk.rows<{ act: string }>("select act from audit_event where act like 'concealment.%' order by id");
    expect(acts.map(({ act }) => act)).toEqual(['concealment.scan', 'concealment.answer']);
  });
});
