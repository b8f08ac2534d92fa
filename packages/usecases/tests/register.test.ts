/** The base register: what its rows make of subjects, and what other rows are told of theirs. */
import { asDay } from '@xincheng/core/calendar';
import { readPublicRecord } from '@xincheng/usecases/publicity';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, openDesk } from './_intake.ts';
import type { Desk, RowSpec, Sent } from './_intake.ts';

const FIRM = '91370112MA0000015R';
const OTHER = '91370112MA000004X7';
const FIRM_NAME = '济南示例食品有限公司';
const NEW_NAME = '山东示例食品集团有限公司';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.empty());
afterAll(() => desk.close());

let minute = 0;
function at(): string {
  minute += 1;
  return `2021-05-08T${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

async function register(...rows: RowSpec[]): Promise<Sent> {
  return desk.send({ dataset: 'registration', rows, at: at() });
}

async function licence(set: Record<string, string> = {}, kind: RowSpec['kind'] = 'legal'): Promise<Sent> {
  return desk.send({ dataset: 'licence', rows: [{ kind, set }], at: at() });
}

async function subjects(): Promise<readonly object[]> {
  return desk.rows('select subject_key as key, name, standing, body from subject order by subject_key');
}

async function aliases(): Promise<readonly string[]> {
  const rows = await desk.rows<{ text: string }>(
    "select concat_ws(' ', subject_key, kind, value, source) as text from subject_alias order by 1",
  );
  return rows.map(({ text }) => text);
}

describe('rows of the register', () => {
  it('make subjects', async () => {
    const { outcomes, issues, batch } = await register({}, { kind: 'soleTrader' });
    expect([outcomes, issues, batch.checksNotRun]).toEqual([['已入库', '已入库'], [], []]);
    expect(await subjects()).toEqual([
      { key: FIRM, name: FIRM_NAME, standing: '存续', body: '企业' },
      { key: '92370112MA0000023H', name: '历城区示例便利店', standing: '存续', body: '个体工商户' },
    ]);
    expect(await aliases()).toEqual([]);
  });

  it('need no number of their own', async () => {
    const { outcomes, issues } = await register({ set: { number: '' } });
    expect([outcomes, issues]).toEqual([['已入库'], []]);
    expect((await desk.records('registration')).map(({ number }) => number)).toEqual([FIRM]);
  });

  it('change them without waiting: new name, new state, another day of that state', async () => {
    await register({});
    const { outcomes } = await register({ set: { subjectName: NEW_NAME, subjectStanding: '注销', standingOn: '2021/05/01' } });
    expect(outcomes).toEqual(['已更正']);
    expect(await subjects()).toEqual([{ key: FIRM, name: NEW_NAME, standing: '注销', body: '企业' }]);
    expect(await aliases()).toEqual([`${FIRM} name ${FIRM_NAME} change`]);
  });

  it('that correct the day of establishment wait, and change the subject once they are confirmed', async () => {
    await register({});
    const sent = await register({ set: { subjectName: NEW_NAME, decidedOn: '2018/03/12' } });
    expect([sent.outcomes, codesOf(sent.issues)]).toEqual([['待确认'], ['R15.other-day']]);
    expect(await subjects()).toMatchObject([{ name: FIRM_NAME }]);
    expect(await desk.decide(sent, 1, 'correction', at())).toBe('done');
    expect(await subjects()).toMatchObject([{ name: NEW_NAME }]);
  });

  it('state former names and codes, and may take them back', async () => {
    await register({ set: { subjectFormerNames: '济南示例商行；济南示例(食品)厂', subjectFormerUscc: OTHER } });
    expect(await aliases()).toEqual([
      `${FIRM} code ${OTHER} stated`,
      `${FIRM} name 济南示例(食品)厂 stated`,
      `${FIRM} name 济南示例商行 stated`,
    ]);
    await register({ set: { subjectFormerNames: '济南示例商行' } });
    expect(await aliases()).toEqual([`${FIRM} name 济南示例商行 stated`]);
  });

  it('that replace one filed under a wrong code take its subject away', async () => {
    const wrong = await register({ set: { subjectUscc: OTHER, number: OTHER } });
    await register({ replaces: wrong.recordIds[0] ?? '' });
    expect(await subjects()).toMatchObject([{ key: FIRM }]);
  });

  it('under a new code supersede the subject of the old one, if its name agrees', async () => {
    await register({ set: { subjectUscc: OTHER, number: OTHER, subjectName: NEW_NAME, subjectFormerNames: '老商行' } });
    await register({ set: { subjectFormerUscc: OTHER } });
    expect(await subjects()).toMatchObject([{ key: FIRM }, { key: OTHER }]);
    await register({ set: { subjectFormerUscc: OTHER, subjectFormerNames: NEW_NAME } });
    expect(await subjects()).toMatchObject([{ key: FIRM }]);
    expect(await aliases()).toEqual([
      `${FIRM} code ${OTHER} stated`,
      `${FIRM} name ${NEW_NAME} stated`,
      `${FIRM} name 老商行 change`,
    ]);
  });

  it('that replace one under another number keep what the subject was called', async () => {
    await register({});
    const renamed = await register({ set: { subjectName: NEW_NAME } });
    await register({ set: { subjectName: NEW_NAME, number: '登字1号' }, replaces: renamed.recordIds[0] ?? '' });
    expect([await subjects(), await aliases()]).toMatchObject([[{ name: NEW_NAME }], [`${FIRM} name ${FIRM_NAME} change`]]);
  });

  it('about one subject twice in a file leave what the later says', async () => {
    await register({}, { set: { authorityUscc: '12370112009000023E', subjectName: NEW_NAME } }, { kind: 'soleTrader' });
    expect(await subjects()).toMatchObject([{ key: FIRM, name: NEW_NAME }, {}]);
  });

  it('never speak of persons', async () => {
    const { outcomes } = await register({ set: { subjectCategory: '自然人' } });
    expect([outcomes, await subjects()]).toEqual([['退回'], []]);
  });
});

describe('on public show', () => {
  const shown = (id = '') => readPublicRecord(desk.platform, asDay('2021-05-08'), id);

  it('an organisation is while it lives on', async () => {
    const [id] = (await register({})).recordIds;
    expect(await shown(id)).toMatchObject({ subject: { name: FIRM_NAME, uscc: FIRM } });
    await register({ set: { subjectStanding: '注销' } });
    expect(await shown(id)).toBeNull();
    await register({});
    expect(await shown(id)).not.toBeNull();
  });

  it('neither the representative is, nor the operator of a shop, nor where he may live', async () => {
    const nameless = { subjectName: '个体工商户李示例', subjectFormerNames: '李示例' };
    const { recordIds } = await register({}, { kind: 'soleTrader', set: nameless });
    const [firm, shop] = await Promise.all(recordIds.map(shown));
    expect(JSON.stringify(firm)).toMatch(/示例路1号/u);
    expect(JSON.stringify(firm)).not.toContain('张示例');
    expect(shop?.subject).toEqual({ name: '个体工商户李某', uscc: '92370112MA0000023H' });
    expect(JSON.stringify(shop)).not.toMatch(/李示例|示例路2号/u);
  });
});

describe('rows of other datasets', () => {
  it('are not held against an empty register', async () => {
    const { outcomes, issues, batch } = await licence();
    expect([outcomes, issues]).toEqual([['已入库'], []]);
    expect(batch.checksNotRun).toEqual(['R08.former-code', 'R08.former-name', 'R08.name', 'R08.unknown', 'SUB-01.deregistered']);
  });

  it.each([
    ['as registered', {}, 'legal', '已入库', []],
    ['in full width and with spaces', { subjectName: '济南示例 食品有限公司' }, 'legal', '已入库', []],
    ['under an unknown code', { subjectUscc: OTHER }, 'legal', '已入库', ['R08.unknown']],
    ['under another name', { subjectName: NEW_NAME }, 'legal', '待确认', ['R08.name']],
    ['under a former name', { subjectName: '济南示例（老）商行' }, 'legal', '已入库', ['R08.former-name']],
    ['under a former code', { subjectUscc: '93370112MA00000319' }, 'legal', '已入库', ['R08.former-code']],
    [
      'under a former code and another name',
      { subjectUscc: '93370112MA00000319', subjectName: NEW_NAME },
      'legal',
      '待确认',
      ['R08.name'],
    ],
    ['about a person', {}, 'natural', '已入库', []],
  ] as const)('%s', async (_, set, kind, outcome, codes) => {
    await register({ set: { subjectFormerNames: '济南示例(老)商行', subjectFormerUscc: '93370112MA00000319' } });
    const { outcomes, issues, batch } = await licence(set, kind);
    expect([outcomes, codesOf(issues), batch.checksNotRun]).toEqual([[outcome], codes, []]);
  });

  it('of a sole trader without a code are told by registration number and name', async () => {
    const uncoded = { subjectUscc: '00000000000000000X', subjectRegistrationNo: '370112600000003' };
    await register({ kind: 'soleTrader', set: { ...uncoded, number: '', subjectName: '历城区示例早点铺' } });
    const known = await licence({ ...uncoded, subjectName: '历城区示例早点铺' }, 'soleTrader');
    const unknown = await licence({ ...uncoded, subjectName: '历城区另一早点铺', number: '济历城审许〔2021〕9号' }, 'soleTrader');
    expect([codesOf(known.issues), codesOf(unknown.issues)]).toEqual([[], ['R08.unknown']]);
    // The code comes: what was filed before is found with it, and another file may still name the old number.
    await register({
      kind: 'soleTrader',
      set: { subjectRegistrationNo: '370112600000003', subjectName: '历城区示例早点铺', number: '' },
    });
    const late = await licence({ ...uncoded, subjectName: '历城区示例早点铺', number: '济历城审许〔2021〕8号' }, 'soleTrader');
    expect([late.outcomes, codesOf(late.issues)]).toEqual([['已入库'], ['R08.former-code']]);
    expect(await subjects()).toMatchObject([{ key: '92370112MA0000023H' }]);
  });

  it('that did not change are not asked about', async () => {
    await licence();
    await register({ set: { subjectName: NEW_NAME } });
    const again = await desk.send({ dataset: 'licence', rows: [{}, { set: { number: '济历城审许〔2021〕77号' } }], at: at() });
    expect([again.outcomes, again.issues.map(({ row, code }) => [row, code])]).toEqual([['未变化', '待确认'], [[3, 'R08.name']]]);
  });
});

describe('decisions about what has ended', () => {
  const ended = (set: Record<string, string> = {}): Promise<Sent> =>
    register({ set: { subjectStanding: '注销', subjectStandingOn: '2021/04/22', ...set } });

  it('are taken with a warning from the day after', async () => {
    await ended();
    const late = await licence({ decidedOn: '2021/04/23' });
    expect([late.outcomes, late.issues]).toMatchObject([
      ['已入库'],
      [
        {
          code: 'SUB-01.deregistered',
          severity: 'warning',
          column: 'XK_JDRQ',
          value: '2021-04-23',
          expected: '不晚于2021-04-22',
          message: '“许可决定日期”为2021-04-23，而这个主体已在2021-04-22注销',
        },
      ],
    ]);
    const onTheDay = await licence({ decidedOn: '2021/04/22', number: '济历城审许〔2021〕8号' });
    expect([onTheDay.outcomes, onTheDay.issues]).toEqual([['已入库'], []]);
  });

  it.each([
    ['by a former name', { subjectName: '济南示例老商行' }, ['R08.former-name', 'SUB-01.deregistered'], '已入库'],
    ['by a former code', { subjectUscc: OTHER }, ['R08.former-code', 'SUB-01.deregistered'], '已入库'],
    ['by another name', { subjectName: NEW_NAME }, ['R08.name', 'SUB-01.deregistered'], '待确认'],
    ['by a code that nobody has', { subjectUscc: '93370112MA00000319' }, ['R08.unknown'], '已入库'],
  ])('and told %s are told both', async (_, set, codes, outcome) => {
    await ended({ subjectFormerNames: '济南示例老商行', subjectFormerUscc: OTHER });
    const { outcomes, issues } = await licence(set);
    expect([outcomes, codesOf(issues)]).toEqual([[outcome], codes]);
  });

  it.each([
    ['was revoked only', { subjectStanding: '吊销' }],
    ['moved away', { subjectStanding: '迁出' }],
    ['ended on a day that nobody has registered', { subjectStandingOn: '' }],
  ])('say nothing where it %s', async (_, set) => {
    await ended(set);
    expect((await licence()).issues).toEqual([]);
  });

  it('say nothing once it lives again', async () => {
    await ended();
    await register({});
    expect([await subjects(), (await licence()).issues]).toMatchObject([[{ standing: '存续' }], []]);
  });
});

describe('the same file again', () => {
  it('is answered at once while the register stands, and processed anew once it has changed and rows wait for it', async () => {
    await register({});
    const path = await desk.file('licence', desk.owner('licence'), [{ set: { subjectName: NEW_NAME } }]);
    const send = (): Promise<Sent> => desk.send({ dataset: 'licence', rows: [], at: at() }, path);
    expect((await send()).outcomes).toEqual(['待确认']);
    expect((await send()).isRepeat).toBe(true);
    await register({ set: { subjectName: NEW_NAME } });
    const anew = await send();
    expect([anew.isRepeat, anew.outcomes]).toEqual([false, ['已入库']]);
    await register({ set: { subjectName: FIRM_NAME } });
    expect((await send()).isRepeat).toBe(true);
  });
});
