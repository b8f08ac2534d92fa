/** What must not be seen: numbers and names of persons anywhere outside a seal, and rows of others by anybody. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withTransaction } from '@xincheng/store/connection';
import type { Identity } from '@xincheng/store/connection';
import { findByBlind } from '@xincheng/store/records';
import { decideWaitingRow, readIssues, submitBatch } from '@xincheng/usecases/intake';
import { readRecord, readRecords, readVersions } from '@xincheng/usecases/records';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { City } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

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

/** Every table of ours and of imports in progress. */
async function tables(): Promise<readonly { name: string; isGuarded: boolean }[]> {
  return desk.rows(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as "isGuarded" from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('xincheng', 'stage') and c.relkind in ('r', 'p') order by 1`,
  );
}

/** Where a text stands, in any column of any table or in any file of the data folder. */
async function placesOf(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await tables()) {
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

describe('rows of others', () => {
  /** Reference data of the whole district. */
  const OPEN = [
    'xincheng.dataset_definition',
    'xincheng.forward_template',
    'xincheng.installation_fact',
    'xincheng.schema_migration',
    'xincheng.unit',
  ];

  /** A row in every guarded table. */
  async function fill(): Promise<string> {
    const unit = desk.owner('penalty');
    const rows = [
      ...PERSONS.filter(([dataset]) => dataset === 'penalty').map(([, row]) => row),
      { set: { CF_CFLB: '罚款', CF_NR: '罚款5000元', CF_NR_FK: '5000' } },
      { set: { number: '' } },
      { set: { number: '济历城市监罚〔2021〕990号', subjectUscc: '9144030071526726XG' } },
    ];
    await desk.send({ dataset: 'penalty', rows, at: AT });
    await desk.send({
      dataset: 'penalty',
      rows: [{ kind: 'natural', set: { ...rows[0]?.set, CF_WFXW: '改了事由' } }],
      at: LATER,
    });
    const city = new City(desk);
    const [number = ''] = await city.forward(LATER, 'penalty');
    await city.answer(city.receipt(number), LATER);
    return unit;
  }

  async function seen(
    identity: Identity,
    role: 'app' | 'importer' | 'portal' = 'app',
  ): Promise<Readonly<Record<string, number | string>>> {
    const counts: Record<string, number | string> = {};
    for (const { name } of (await tables()).filter(({ isGuarded }) => isGuarded)) {
      counts[name] = await withTransaction(desk.platform.database[role], identity, async (client) => {
        const { rows } = await client.query<{ count: number }>(`select count(*)::integer as count from ${name}`);
        return rows[0]?.count ?? -1;
      }).catch((thrown: unknown) => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown)));
    }
    return counts;
  }

  it('are guarded in every table but those of reference', async () => {
    const open = (await tables()).filter(({ isGuarded }) => !isGuarded).map(({ name }) => name);
    expect(open.filter((name) => !OPEN.includes(name))).toEqual([]);
    const unforced = await desk.rows<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'xincheng'::regnamespace and relrowsecurity and not relforcerowsecurity",
    );
    expect(unforced).toEqual([]);
  });

  it('are there for their unit and the credit office, and for nobody else', async () => {
    const unit = await fill();
    const [person] = await desk.rows<{ key: string }>(
      "select subject_key as key from credit_record where subject_kind = 'natural'",
    );
    const own = await seen({ actor: 't', scope: 'units', units: [unit] });
    const all = await seen({ actor: 't', scope: 'all' });
    expect(Object.keys(own).length).toBeGreaterThan(5);
    for (const [name, count] of Object.entries(all))
      expect([name, count]).toEqual([name, expect.toSatisfy((rows) => Number(rows) > 0)]);
    // A person's index and the city's answer files are for the credit office alone.
    for (const name of ['xincheng.credit_record_blind', 'xincheng.forward_answer']) {
      expect(own[name]).toBe(0);
      expect(all[name]).toBeGreaterThan(0);
    }
    // Made, written, handed over, answered: acts of the credit office.
    const audited = Number(own['xincheng.audit_event']) + 4;
    expect({
      ...own,
      'xincheng.audit_event': audited,
      'xincheng.credit_record_blind': all['xincheng.credit_record_blind'],
      'xincheng.forward_answer': 1,
    }).toEqual(all);
    const nothing = Object.fromEntries(Object.keys(all).map((name) => [name, 0]));
    expect(await seen({ actor: 't', scope: 'none' })).toEqual(nothing);
    expect(await seen({ actor: 't', scope: 'none', units: [unit] })).toEqual(nothing);
    expect(await seen({ actor: 't', scope: 'units', units: [desk.other('penalty')] })).toEqual({
      ...nothing,
      // A batch names no record.
      'xincheng.forward_batch': 1,
    });
    expect(await seen({ actor: 't', scope: 'units' })).toEqual(nothing);
    expect(await seen({ actor: 't', scope: 'subject', subjects: ['91370112MA0000015R'] })).toEqual(nothing);
    expect(await seen({ actor: 't', scope: 'subject', subjects: [person?.key ?? ''] })).toEqual({
      ...nothing,
      'xincheng.credit_record': 1,
      'xincheng.credit_record_version': 1,
    });
  });

  it('without any identity do not exist', async () => {
    await fill();
    const { rows } = await desk.platform.database.app.query<{ count: number }>(
      'select count(*)::integer as count from credit_record',
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('and records are closed to the importing role and to the portal', async () => {
    const unit = await fill();
    const identity = { actor: 't', scope: 'all', units: [unit] } as const;
    const denied = '42501';
    expect(await seen(identity, 'importer')).toMatchObject({
      'xincheng.credit_record': denied,
      'xincheng.credit_record_version': denied,
      'xincheng.credit_record_blind': denied,
      'xincheng.intake_issue': denied,
      'xincheng.audit_event': denied,
    });
    // Importing is done for units that are named: seeing all is not enough.
    const other = { actor: 't', scope: 'all', units: [desk.other('penalty')] } as const;
    for (const stranger of [{ actor: 't', scope: 'all' } as const, other])
      expect(await seen(stranger, 'importer')).toMatchObject({ 'xincheng.intake_waiting': 0, 'xincheng.intake_batch': 0 });
    for (const [name, count] of Object.entries(await seen(identity, 'portal'))) expect([name, count]).toEqual([name, denied]);
  });

  it.each(['app', 'importer'] as const)('cannot be written or deleted by %s', async (role) => {
    const unit = await fill();
    const identity = { actor: 't', scope: 'all', units: [unit] } as const;
    const attempt = (sql: string): Promise<string> =>
      withTransaction(
        desk.platform.database[role],
        identity,
        async (client) => `${String((await client.query(sql)).rowCount)} rows`,
      ).catch((thrown: unknown) => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown)));
    for (const { name } of await tables()) {
      for (const sql of [`delete from ${name}`, `truncate ${name}`]) expect([sql, await attempt(sql)]).toEqual([sql, '42501']);
      const [column] = await desk.rows<{ name: string }>(
        'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum limit 1',
        [name],
      );
      const update = `update ${name} set ${column?.name ?? ''} = ${column?.name ?? ''}`;
      expect([update, await attempt(update)]).toEqual([update, '42501']);
    }
    for (const sql of [
      'update intake_batch set received_at = now()',
      "select record_withdraw(array(select gen_random_uuid()), 'x', now(), 'x')",
      'select record_keep_version(array(select gen_random_uuid()), now())',
      'create table stage.mine (x integer)',
      'insert into credit_record default values',
    ])
      expect([sql, await attempt(sql)]).toEqual([sql, '42501']);
  });

  it('cannot be merged into by an importer of another unit', async () => {
    const { batch } = await desk.receive({ dataset: 'licence', rows: [{}], at: AT });
    const other = { actor: 't', scope: 'units', units: [desk.other('licence')] } as const;
    for (const call of [
      `intake_merge_segment('${batch.id}', 1, now(), 't')`,
      `intake_merge('${batch.id}', '{}', '{}', now(), 't', '[]')`,
      `intake_open_segment('${batch.id}', 1)`,
      `intake_prepare_stage('${batch.id}')`,
      `intake_drop_stage('${batch.id}')`,
      `intake_known('${batch.id}', 'licence', '{}')`,
      `intake_probe('${batch.id}', '{}', '{}', '{}')`,
    ]) {
      const attempt = withTransaction(desk.platform.database.importer, other, (client) => client.query(`select ${call}`));
      await expect(attempt, call).rejects.toMatchObject({ code: '42501' });
      const byApp = withTransaction(desk.platform.database.app, { actor: 't', scope: 'all', units: [batch.unitId] }, (client) =>
        client.query(`select ${call}`),
      );
      await expect(byApp, call).rejects.toMatchObject({ code: '42501' });
    }
    expect(await desk.rows("select 1 from pg_tables where schemaname = 'stage'")).toEqual([]);
  });

  it('in progress are not to be read by the application', async () => {
    const { batch } = await desk.receive({ dataset: 'licence', rows: [{}], at: AT });
    await withTransaction(desk.platform.database.importer, { actor: 't', scope: 'units', units: [batch.unitId] }, (client) =>
      client.query('select intake_prepare_stage($1)', [batch.id]),
    );
    const [stage] = await desk.rows<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'stage' and tablename like 'row%'",
    );
    const look = withTransaction(desk.platform.database.app, { actor: 't', scope: 'all' }, (client) =>
      client.query(`select * from stage.${stage?.name ?? ''}`),
    );
    await expect(look).rejects.toMatchObject({ code: '42501' });
    // Nor by the importing role, under whatever unit's name: it puts rows in and does nothing else.
    for (const unit of [batch.unitId, desk.other('licence')])
      for (const sql of ['select * from $', 'update $ set row_no = 1', 'delete from $', 'truncate $', 'drop table $'])
        for (const name of [stage?.name ?? '', (stage?.name ?? '').replace('row_', 'issue_')]) {
          const attempt = withTransaction(
            desk.platform.database.importer,
            { actor: 't', scope: 'units', units: [unit] },
            (client) => client.query(sql.replace('$', `stage.${name}`)),
          );
          await expect(attempt, sql).rejects.toMatchObject({ code: '42501' });
        }
    await desk.rows(`drop table stage.${stage?.name ?? ''}, stage.${(stage?.name ?? '').replace('row_', 'issue_')}`);
  });

  it('cannot be filed, confirmed or read by who does not act for the unit', async () => {
    const unit = await fill();
    const stranger = { ...actAt(LATER, [desk.other('penalty')]) };
    const path = await desk.file('penalty', unit, [{}]);
    const filed = await submitBatch(desk.platform, stranger, {
      unitId: unit,
      dataset: 'penalty',
      path,
      fileName: 'f.csv',
      source: 'file',
      idempotencyKey: null,
    });
    expect(filed).toMatchObject({ ok: false, error: { code: 'not-your-unit' } });
    const [wait] = await desk.rows<{ id: string; batch: string }>(
      "select id, batch_id as batch from intake_waiting where state = 'waiting'",
    );
    expect(
      await decideWaitingRow(desk.platform, stranger, wait?.id ?? '', { as: 'row', name: '王核对', reason: 'x' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    const office = { ...stranger, actor: { ...stranger.actor, scope: 'all' as const, units: [] } };
    expect(
      await decideWaitingRow(desk.platform, office, wait?.id ?? '', { as: 'row', name: '王核对', reason: 'x' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-your-unit' },
    });
    expect(await readIssues(desk.platform, stranger, wait?.batch ?? '', { row: 0, ordinal: -1 }, 10)).toEqual([]);
    const [record] = await desk.rows<{ id: string }>('select record_id as id from credit_record');
    expect(await readRecord(desk.platform, stranger, record?.id ?? '', null)).toBeNull();
    expect(await desk.rows("select 1 from audit_event where act = 'record.look'")).toEqual([]);
  });
});
