/** What must not be seen: numbers and names of persons anywhere outside a seal, and rows of others by anybody. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withTransaction } from '@xincheng/store/connection';
import type { Identity } from '@xincheng/store/connection';
import { findByBlind } from '@xincheng/store/records';
import { submitBatch } from '@xincheng/usecases/intake';
import { readRecord, readRecords, readVersions } from '@xincheng/usecases/records';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';
import { tablesOf } from './_tables.ts';

const AT = '2021-05-08T10:00';
const LATER = '2021-05-09T10:00';
const NAME = '欧阳示例';
/** Of nobody, and in no example of the standards. */
const CARD = '370112198206070030';
const WRONG_DIGIT = '370112198206070031';
const WIDE = '３７０１１２１９８２０６０７００３０';
const PHONE = '13912345678';
const SPACED = '370112 19820607 0030';
const SPACED_WIDE = '３７０１１２　１９８２０６０７　００３０';
const SPACED_PHONE = '139-1234-5678';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

/** Where a text stands, in any column of any table or in any file of the data folder. */
async function placesOf(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await tablesOf(desk)) {
    const [hit] = await desk.rows<{ row: string }>(
      `select t::text as row from ${name} t where position($1 in t::text) > 0 limit 1`,
      [text],
    );
    if (hit !== undefined) found.push(`${name}: ${hit.row}`);
  }
  const files = await readdir(desk.platform.home.root, { recursive: true, withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    if ((await readFile(path)).includes(text)) found.push(path);
  }
  return found;
}

const PERSONS: readonly (readonly [string, RowSpec])[] = [
  ['licence', { kind: 'natural', set: { subjectName: NAME, personId: CARD } }],
  ['penalty', { kind: 'natural', set: { subjectName: NAME, personId: CARD } }],
  ['commitment', { kind: 'natural', set: { subjectName: NAME, subjectUscc: CARD } }],
];

describe('a natural person', () => {
  it.each(PERSONS)('in a %s is sealed at rest, masked on reading, and every look is written down', async (dataset, row) => {
    const sent = await desk.send({ dataset, rows: [row], at: AT });
    expect(sent.outcomes).toEqual(['已入库']);
    expect([await placesOf(CARD), await placesOf(NAME)]).toEqual([[], []]);
    const context = actAt(LATER, [sent.unit], '李查阅');
    const view = await readRecord(desk.platform, context, sent.recordIds[0] ?? '', null);
    const shown = JSON.stringify(view);
    expect([shown.includes(CARD), shown.includes(NAME), shown.includes('s1.')]).toEqual([false, false, false]);
    expect(view?.subject).toMatchObject({ kind: 'natural', name: '欧***' });
    expect(Object.values(view?.values ?? {})).toContain('370***********0030');
    await readRecords(desk.platform, context, {
      dataset,
      unitId: null,
      subjectKey: null,
      parentId: null,
      decidedFrom: null,
      decidedTo: null,
      after: null,
      limit: 10,
    });
    await readVersions(desk.platform, context, sent.recordIds[0] ?? '');
    const looks = await desk.rows("select actor, object_id as id, unit_id as unit from audit_event where act = 'record.look'");
    expect(looks).toEqual([1, 2, 3].map(() => ({ actor: '李查阅', id: sent.recordIds[0], unit: sent.unit })));
  });

  it('is found by the blind index of the number, and only by who may see everything', async () => {
    const ids: string[] = [];
    for (const [dataset, row] of PERSONS) ids.push(...(await desk.send({ dataset, rows: [row], at: AT })).recordIds);
    const blinds = desk.platform.sealer.blindIndexes(` ${CARD.slice(0, 6)} ${CARD.slice(6)} `).map(({ blind }) => blind);
    const find = (identity: Identity): Promise<readonly string[]> =>
      withTransaction(desk.platform.database.app, identity, (client) => findByBlind(client, blinds));
    expect([...(await find({ actor: 't', scope: 'all' }))].sort()).toEqual([...ids].sort());
    expect(await find({ actor: 't', scope: 'units', units: [desk.owner('penalty')] })).toEqual([]);
    const others = desk.platform.sealer.blindIndexes('110101199003070134').map(({ blind }) => blind);
    expect(
      await withTransaction(desk.platform.database.app, { actor: 't', scope: 'all' }, (client) => findByBlind(client, others)),
    ).toEqual([]);
  });

  it('in the name of a file, or in a header that is none, is masked before it is kept', async () => {
    const unit = desk.owner('licence');
    const path = await desk.file('licence', unit, [{}]);
    const [header = '', ...lines] = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [`${header},${CARD}`, ...lines.map((line) => (line === '' ? '' : `${line},`))].join('\n'));
    const submission = {
      unitId: unit,
      dataset: 'licence',
      path,
      fileName: `欧阳${CARD}.csv`,
      source: 'file',
      idempotencyKey: null,
    } as const;
    expect(await submitBatch(desk.platform, actAt(AT, [unit]), submission)).toMatchObject({
      ok: true,
      value: { accepted: 1, fileName: '欧阳370***********0030.csv', columnsNotRead: ['370***********0030'] },
    });
    expect(await placesOf(CARD)).toEqual([]);
  });

  it('who waits is sealed as well, and found once confirmed', async () => {
    const sent = await desk.send({
      dataset: 'penalty',
      rows: [{ kind: 'natural', set: { subjectName: NAME, personId: CARD, remark: '' } }],
      at: AT,
    });
    expect([sent.outcomes, await placesOf(CARD), await placesOf(NAME)]).toEqual([['待确认'], [], []]);
    expect(await desk.decide(sent, 1, 'row', LATER)).toBe('done');
    expect([await placesOf(CARD), await placesOf(NAME)]).toEqual([[], []]);
    const blinds = desk.platform.sealer.blindIndexes(CARD).map(({ blind }) => blind);
    expect(
      await withTransaction(desk.platform.database.app, { actor: 't', scope: 'all' }, (client) => findByBlind(client, blinds)),
    ).toEqual(sent.recordIds);
  });

  it('keeps one key whatever way the number is written, so that a correction is a version', async () => {
    const [dataset, row] = PERSONS[1] ?? ['', {}];
    const sent = await desk.send({ dataset, rows: [row], at: AT });
    const again = await desk.send({
      dataset,
      rows: [{ kind: 'natural', set: { ...row.set, personId: WIDE, CF_WFXW: '改了事由' } }],
      at: LATER,
    });
    expect([again.outcomes, again.recordIds]).toEqual([['已更正'], sent.recordIds]);
    expect(await placesOf(WIDE)).toEqual([]);
  });
});

describe('other sensitive fields', () => {
  it('are sealed too: certificates of legal representatives, telephones', async () => {
    const licence = await desk.send({ dataset: 'licence', rows: [{ set: { XK_FR_ZJLX: '身份证', XK_FR_ZJHM: CARD } }], at: AT });
    const contract = await desk.send({ dataset: 'contract', rows: [{ set: { gyslxfs: PHONE } }], at: AT });
    expect([licence.outcomes, contract.outcomes]).toEqual([['已入库'], ['已入库']]);
    expect([await placesOf(CARD), await placesOf(PHONE)]).toEqual([[], []]);
    const [record] = await desk.records('contract');
    expect(record?.values['gyslxfs']).toBe('139****5678');
  });
});

describe('a row that is sent back', () => {
  /** Where people put numbers by mistake. A wrong digit makes it no less a number of somebody. */
  const misfiled: readonly (readonly [string, string, RowSpec])[] = [
    ['its own column, with a wrong digit', 'licence', { kind: 'natural', set: { subjectName: NAME, personId: WRONG_DIGIT } }],
    ['the column of codes', 'licence', { set: { subjectUscc: CARD } }],
    ['the column of codes, with a wrong digit', 'penalty', { set: { subjectUscc: WRONG_DIGIT } }],
    ['the column of codes, in full width', 'licence', { set: { subjectUscc: WIDE } }],
    ['the column of codes, in groups', 'licence', { set: { subjectUscc: SPACED } }],
    ['a column of days, in groups', 'licence', { set: { decidedOn: SPACED_WIDE } }],
    ['the name, in groups', 'licence', { set: { subjectName: `王示例${SPACED}` } }],
    ['a narrative, in groups', 'penalty', { set: { CF_SY: `当事人（身份证号${SPACED}）设摊。` } }],
    ['the remark, with a telephone in groups', 'commitment', { set: { remark: `联系人${SPACED_PHONE}` } }],
    ['the column of registration numbers', 'licence', { set: { XK_XDR_GSZC: CARD } }],
    ['the number of the tax register', 'penalty', { set: { CF_XDR_SWDJ: CARD } }],
    ['a kind of penalty in words', 'penalty', { set: { CF_CFLB: `警告;罚款;其他-对王示例（${CARD}）的处理` } }],
    ['a column of numbers', 'contract', { set: { zybddj: CARD } }],
    ['a column of days', 'licence', { set: { decidedOn: CARD } }],
    ['a column of amounts', 'penalty', { set: { CF_NR_FK: CARD } }],
    ['the name', 'licence', { set: { subjectName: `王示例${CARD}` } }],
    ['the name of the legal representative', 'penalty', { set: { legalRep: `王示例 ${CARD}` } }],
    ['a narrative', 'penalty', { set: { CF_SY: `当事人（身份证号${CARD}）设摊。` } }],
    ['a narrative too long as well', 'penalty', { set: { CF_SY: `当事人（${CARD}）设摊。`.padEnd(6000, '长') } }],
    ['the remark, with a telephone', 'commitment', { set: { remark: `联系人${PHONE}` } }],
    ['a certificate of the wrong subject', 'licence', { set: { XK_XDR_ZJLX: '身份证', XK_XDR_ZJHM: CARD } }],
    [
      'a column of the wrong length, as a name',
      'licence',
      { kind: 'natural', set: { subjectName: NAME.repeat(60), personId: CARD } },
    ],
  ];

  it.each(misfiled)('says nothing of a number in %s', async (_, dataset, row) => {
    const sent = await desk.send({ dataset, rows: [row], at: AT });
    expect(sent.outcomes).toEqual(['退回']);
    expect(sent.issues.length).toBeGreaterThan(0);
    for (const secret of [CARD, WRONG_DIGIT, WIDE, SPACED, SPACED_WIDE, PHONE, SPACED_PHONE, NAME])
      expect([secret, await placesOf(secret)]).toEqual([secret, []]);
  });

  it('still shows what is no number of a person', async () => {
    const { issues } = await desk.send({
      dataset: 'licence',
      rows: [{ set: { subjectUscc: '91440300192203821X', decidedOn: '20210230' } }],
      at: AT,
    });
    expect(issues.map(({ value }) => value)).toEqual(expect.arrayContaining(['91440300192203821X', '20210230']));
  });
});
