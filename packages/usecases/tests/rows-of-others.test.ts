/** Rows of others are seen by nobody, in any guarded table. */
import { actAt } from '@xincheng/testkit/platform';
import { withTransaction } from '@xincheng/store/connection';
import type { Identity } from '@xincheng/store/connection';
import { attachFile, readAttachment } from '@xincheng/usecases/attachments';
import { sealAudit } from '@xincheng/usecases/audit';
import { foldDeltas } from '@xincheng/usecases/indicators';
import { probeDocuments } from '@xincheng/usecases/documents';
import { decideWaitingRow, readIssues, submitBatch } from '@xincheng/usecases/intake';
import { setClass, setMark, setPublicText, suspendRecord } from '@xincheng/usecases/publicity';
import { readRecord } from '@xincheng/usecases/records';
import { fileReport, readMatter } from '@xincheng/usecases/supervision';
import { actWords } from '@xincheng/core/audit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FILLERS } from './_fillers.ts';
import { City } from './_forwarding.ts';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';
import { PLAN } from './_supervision.ts';
import { tablesOf } from './_tables.ts';

const HAS_FONTS = (await probeDocuments()).ok;
const AT = '2021-05-08T10:00';
const LATER = '2021-05-09T10:00';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

describe('rows of others', () => {
  /** Reference data of the whole district. */
  const OPEN = [
    'xincheng.dataset_definition',
    'xincheng.forward_template',
    'xincheng.indicator_due_day',
    'xincheng.indicator_program',
    'xincheng.installation_fact',
    'xincheng.schema_migration',
    'xincheng.unit',
  ];

  /** Seen by whoever looks who is at the door, and by nobody else. */
  const CREDENTIALS = /^xincheng\.(?:account_credential|account_recovery_code|account_link|account_session|sign_in_failure)$/u;

  /** Not even seen by the unit that they are about. */
  const OFFICE_ONLY = [
    'xincheng.credit_record_blind',
    'xincheng.credit_record_name',
    'xincheng.forward_answer',
    'xincheng.concealment_sighting',
    'xincheng.audit_block',
    'xincheng.audit_unsealed',
    'xincheng.bulletin',
    'xincheng.bulletin_edit',
    'xincheng.bulletin_drop',
    'xincheng.plan_draft',
    'xincheng.plan_unread',
    'xincheng.plan_proof_event',
  ];

  /**
   * Seen by every unit: a batch names no record, totals are the district's, and units are named openly. What a plan asks of whom until when,
   * and who says that it is done, is the common work of all units.
   */
  const EVERY_UNIT = [
    'xincheng.forward_batch',
    'xincheng.indicator_freeze',
    'xincheng.bulletin_issue',
    'xincheng.plan',
    'xincheng.plan_area',
    'xincheng.plan_task',
    'xincheng.plan_task_unit',
    'xincheng.plan_task_due',
    'xincheng.plan_amendment',
    'xincheng.plan_declaration',
  ];

  /** A month is frozen for all units together, and each sees its own cells. */
  const OF_EACH = 'xincheng.indicator_frozen_cell';

  /** Seen by every unit; the tests of subjects hold who else. A machine without the fonts issues no bulletin. */
  const REGISTER = HAS_FONTS ? /^xincheng\.subject/u : /^xincheng\.(?:subject|bulletin_issue)/u;

  /** Something of each kind about a record on public show. */
  async function show(unit: string, id: string): Promise<void> {
    const { platform } = desk;
    const context = actAt(LATER, [unit]);
    const by = { name: '王核对', reason: '核对' };
    for (const done of [
      await setClass(platform, context, id, { ...by, classId: 'severe' }),
      await setMark(platform, context, id, { mark: 'disputed', name: by.name }),
      await setPublicText(platform, context, id, { ...by, field: 'CF_SY', text: '事实从略' }),
      await suspendRecord(platform, context, id, by),
    ])
      expect(done.ok).toBe(true);
  }

  /** A row in every guarded table. */
  async function fill(): Promise<string> {
    const unit = desk.owner('penalty');
    const rows = [
      { kind: 'natural' as const, set: { subjectName: '欧阳示例', personId: '370112198206070030' } },
      { set: { CF_CFLB: '罚款', CF_NR: '罚款5000元', CF_NR_FK: '5000' } },
      { set: { number: '' } },
      { set: { number: '济历城市监罚〔2021〕990号', subjectUscc: '9144030071526726XG' } },
      { set: { number: '济历城市监罚〔2021〕991号' } },
    ];
    const [, , , , fined = ''] = (await desk.send({ dataset: 'penalty', rows, at: AT })).recordIds;
    await desk.send({
      dataset: 'penalty',
      rows: [{ kind: 'natural', set: { ...rows[0]?.set, CF_WFXW: '改了事由' } }],
      at: LATER,
    });
    // Some numbers folded, those of what follows not yet.
    await foldDeltas(desk.platform);
    // Some events in the chain, those of what follows still waiting for it.
    await sealAudit(desk.platform, new Date());
    const city = new City(desk);
    const [number = ''] = await city.forward(LATER, 'penalty');
    await city.answer(city.receipt(number), LATER);
    await show(unit, fined);
    for (const fillMore of FILLERS) await fillMore(desk, unit);
    return unit;
  }

  async function seen(
    identity: Identity,
    role: 'app' | 'importer' | 'portal' = 'app',
  ): Promise<Readonly<Record<string, number | string>>> {
    const counts: Record<string, number | string> = {};
    for (const { name } of (await tablesOf(desk)).filter((table) => table.isGuarded && !REGISTER.test(table.name))) {
      counts[name] = await withTransaction(desk.platform.database[role], identity, async (client) => {
        const { rows } = await client.query<{ count: number }>(`select count(*)::integer as count from ${name}`);
        return rows[0]?.count ?? -1;
      }).catch((thrown: unknown) => (thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown)));
    }
    return counts;
  }

  it('leave acts in the audit log that people have words for', async () => {
    await fill();
    const acts = await desk.rows<{ act: string }>('select distinct act from audit_event');
    expect(acts.length).toBeGreaterThan(30);
    expect(acts.filter(({ act }) => actWords(act) === null)).toEqual([]);
  });

  it('are guarded in every table but those of reference', async () => {
    const open = (await tablesOf(desk)).filter(({ isGuarded }) => !isGuarded).map(({ name }) => name);
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
    const all = await seen({ actor: 't', scope: 'all' });
    for (const [name, count] of Object.entries(all)) expect([name, Number(count) > 0]).toEqual([name, !CREDENTIALS.test(name)]);
    const atTheDoor = await seen({ actor: 't', scope: 'identity' });
    for (const [name, count] of Object.entries(atTheDoor))
      expect([name, Number(count) > 0]).toEqual([
        name,
        CREDENTIALS.test(name) || /\.(?:account|api_client|delegation)$/u.test(name),
      ]);
    const only = (names: readonly string[]): Record<string, unknown> =>
      Object.fromEntries(Object.keys(all).map((name) => [name, names.includes(name) ? all[name] : 0]));
    const own = await seen({ actor: 't', scope: 'units', units: [unit] });
    for (const [name, count] of Object.entries(own))
      expect([name, Number(count) > 0]).toEqual([name, !OFFICE_ONLY.includes(name) && !CREDENTIALS.test(name)]);
    const nothing = only([]);
    expect(await seen({ actor: 't', scope: 'none' })).toEqual(nothing);
    expect(await seen({ actor: 't', scope: 'none', units: [unit] })).toEqual(nothing);
    const other = await seen({ actor: 't', scope: 'units', units: [desk.other('penalty')] });
    expect({ ...other, [OF_EACH]: 0 }).toEqual(only(EVERY_UNIT));
    expect(Number(other[OF_EACH]) + Number(own[OF_EACH])).toBeLessThanOrEqual(Number(all[OF_EACH]));
    expect(await seen({ actor: 't', scope: 'units' })).toEqual(nothing);
    expect(await seen({ actor: 't', scope: 'subject', subjects: ['91370112MA000004X7'] })).toEqual(nothing);
    expect(await seen({ actor: 't', scope: 'subject', subjects: [person?.key ?? ''] })).toEqual({
      ...nothing,
      'xincheng.credit_record': 1,
      'xincheng.credit_record_version': 1,
    });
  });

  it('about a firm are there for its agent: the record, its versions and its publicity, and where it was handed to', async () => {
    await fill();
    const [firm] = await desk.rows<{ key: string }>('select subject_key as key from publicity_text');
    const subject = { actor: 't', scope: 'subject', subjects: [firm?.key ?? ''] } as const;
    const own = Object.entries(await seen(subject)).filter(([, count]) => count !== 0);
    const held = await Promise.all(
      own.map(async ([name]) => {
        const [row] = await desk.rows<{ count: number }>(
          `select count(*)::integer as count from ${name} where subject_key = $1`,
          [subject.subjects[0]],
        );
        return [name, row?.count];
      }),
    );
    // All that is held under the key, and of these tables only.
    expect(held).toEqual(own);
    expect(own.map(([name]) => name.replace('xincheng.', '')).sort()).toEqual([
      'credit_record',
      'credit_record_forwarding',
      'forward_item',
      'publicity_class',
      'publicity_event',
      'publicity_mark',
      'publicity_text',
    ]);
    // Without the scope the key opens nothing, nor does the scope without a key.
    for (const scope of ['none', 'units', 'party'] as const)
      expect(Object.values(await seen({ ...subject, scope })).filter((count) => count !== 0)).toEqual([]);
    expect(Object.values(await seen({ actor: 't', scope: 'subject' })).filter((count) => count !== 0)).toEqual([]);
  });

  it('of a case are there for its parties: its acts, its files, what was told of it', async () => {
    const unit = await fill();
    const { platform } = desk;
    const own = actAt('2021-07-09T10:00', [unit]);
    const attach = async (fileName: string): Promise<string> => {
      const file = { ownerKind: 'task', ownerId: `${PLAN}/一1`, unitId: unit, fileName, bytes: Buffer.from(fileName) };
      const attached = await attachFile(platform, own, file);
      if (!attached.ok) throw new Error(attached.error.message);
      return attached.value.id;
    };
    const [shown, kept] = [await attach('shown.txt'), await attach('kept.txt')];
    const part = { plan: PLAN, number: '一1', unit, name: '王核对', words: '进展' };
    const filed = await fileReport(platform, own, { ...part, period: '2021-07', attachments: [shown] });
    if (!filed.ok) throw new Error(filed.error.message);
    const caseId = filed.value.matter;
    const party = { actor: 't', scope: 'party', parties: [caseId] } as const;
    const rows = Object.entries(await seen(party)).filter(([, count]) => count !== 0);
    expect(rows.map(([name, count]) => [name.replace('xincheng.', ''), count])).toEqual([
      ['attachment', 1],
      ['notice', 1],
      ['supervision_act', 1],
      ['supervision_matter', 1],
    ]);
    // Of two matters that there are, and in the use case as well.
    const actor = { id: '某公司', scope: 'party' as const, units: [], subjects: [], parties: [caseId] };
    const context = { ...own, actor };
    expect((await readAttachment(platform, context, shown)).ok).toBe(true);
    expect((await readAttachment(platform, context, kept)).ok).toBe(false);
    expect((await readMatter(platform, context, caseId)).ok).toBe(true);
    const others = await desk.rows<{ id: string }>('select id from supervision_matter where id <> $1', [caseId]);
    expect(others.length).toBeGreaterThan(0);
    for (const { id } of others) expect((await readMatter(platform, context, id)).ok).toBe(false);
    expect(Object.values(await seen({ actor: 't', scope: 'party' })).filter((count) => count !== 0)).toEqual([]);
    expect(Object.values(await seen({ ...party, scope: 'units' })).filter((count) => count !== 0)).toEqual([]);
    // A party writes nothing by the database alone.
    const write = withTransaction(platform.database.app, party, (client) =>
      client.query("update attachment set shown_to = '{}' where id = $1", [shown]),
    );
    expect((await write).rowCount).toBe(0);
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
    for (const { name } of await tablesOf(desk)) {
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
      "select record_withdraw(array(select gen_random_uuid()), 'error', 'x', now(), 'x')",
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
