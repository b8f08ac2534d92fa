/** Changing the keys of an installation with data in it: everything stays readable, findable and the same, also after a crash. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findByBlind } from '@xincheng/store/records';
import { withTransaction } from '@xincheng/store/connection';
import { rotateKeys } from '@xincheng/usecases/keys';
import type { Rotation, RotationOptions } from '@xincheng/usecases/keys';
import { openHome } from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { readRecords } from '@xincheng/usecases/records';
import { activeOf, changeKeyRing, loadKeyRing, openKeyRing, openSealer, rotateSealKey } from '@xincheng/usecases/sealing';
import type { SealAlgorithm } from '@xincheng/usecases/sealing';
import { citizenIdFrom } from '@xincheng/core/subjects';
import { asDay } from '@xincheng/core/calendar';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { Desk, openDesk } from './_intake.ts';
import type { RowSpec } from './_intake.ts';

const PERSONS = 12;
const AT = '2021-05-06T09:00';
const ADMINISTRATOR = actAt('2021-06-01T10:00', [], '管理员');

let opened: Desk | undefined;
let desk: Desk;

beforeEach(async () => {
  desk = await deskWithKeys();
});

afterAll(async () => {
  await opened?.close();
});

/** A desk whose keys lie on the disk, with twelve persons: all on record, one in two versions, one waiting. */
async function deskWithKeys(algorithm?: SealAlgorithm): Promise<Desk> {
  opened ??= await openDesk();
  await opened.empty();
  const home = openHome(join(opened.platform.home.root, `home-${String(performance.now())}`));
  const ring = await openKeyRing(home.keys, {
    now: new Date('2021-01-01T00:00:00Z'),
    mayCreate: true,
    ...(algorithm === undefined ? {} : { algorithm }),
  });
  if (!ring.ok) throw new Error(ring.error.message);
  const platform = { ...opened.platform, home, keys: ring.value, sealer: openSealer(ring.value) };
  const fresh = new Desk(platform, opened.folder);
  await fresh.send({ dataset: 'licence', at: AT, rows: persons() });
  await fresh.send({ dataset: 'licence', at: '2021-05-07T09:00', rows: [...persons().slice(1), person(0, { remark: '更正' })] });
  await fresh.send({ dataset: 'licence', at: '2021-05-08T09:00', rows: [person(1, { decidedOn: '2021/04/22' })] });
  return fresh;
}

function persons(): RowSpec[] {
  return Array.from({ length: PERSONS }, (_, index) => person(index));
}

function person(index: number, set: Readonly<Record<string, string>> = {}): RowSpec {
  return {
    kind: 'natural',
    set: {
      number: `济历城审许〔2021〕${String(500 + index)}号`,
      personId: numberOf(index),
      XK_XDR_MC: `王示例${String(index)}`,
      ...set,
    },
  };
}

function numberOf(index: number): string {
  return citizenIdFrom('370112', asDay('1990-01-01'), index);
}

/** The same platform as a process started later would have it. */
async function reopened(platform: Platform): Promise<Platform> {
  const ring = await loadKeyRing(platform.home.keys);
  if (!ring.ok) throw new Error(ring.error.message);
  return { ...platform, keys: ring.value, sealer: openSealer(ring.value) };
}

async function rotated(which: 'seal' | 'blind', options: RotationOptions = {}): Promise<Rotation> {
  const rotation = await rotateKeys(desk.platform, ADMINISTRATOR, which, { pageRows: 5, ...options });
  if (!rotation.ok) throw new Error(rotation.error.message);
  desk = new Desk(await reopened(desk.platform), desk.folder);
  return rotation.value;
}

/** What nobody may notice a change of: all of every row but the sealed texts themselves, and what the platform shows of it. */
async function register(): Promise<unknown> {
  const rows: unknown[] = [];
  for (const table of ['credit_record', 'credit_record_version', 'intake_waiting']) {
    rows.push(
      await desk.rows(
        `select to_jsonb(t) - 'payload' - 'subject_key' as row, (select jsonb_object_agg(k, case when v::text like '"s1.%' then '"sealed"' else v end) from jsonb_each(payload) e (k, v)) as payload from ${table} t order by to_jsonb(t) ->> 'record_id'`,
      ),
    );
  }
  const seen = await readRecords(desk.platform, actAt(AT, [desk.owner('licence')]), {
    dataset: 'licence',
    unitId: null,
    subjectKey: null,
    parentId: null,
    decidedFrom: null,
    decidedTo: null,
    after: null,
    limit: 500,
  });
  return { rows, seen: seen.map(({ recordId, version, values }) => ({ recordId, version, values })) };
}

/** Opens every sealed value of every table and gives the texts. */
async function plainValues(): Promise<string[]> {
  const texts: string[] = [];
  for (const table of ['credit_record', 'credit_record_version', 'intake_waiting']) {
    for (const { dataset, subjectKey, payload } of await desk.rows<{
      dataset: string;
      subjectKey: string;
      payload: Record<string, unknown>;
    }>(`select dataset, subject_key as "subjectKey", payload from ${table}`)) {
      for (const [field, value] of Object.entries(payload)) {
        if (typeof value !== 'string' || !value.startsWith('s1.')) continue;
        const plain = desk.platform.sealer.unseal(value, { dataset, field, subjectKey });
        texts.push(plain.ok ? plain.value : plain.error.code);
      }
    }
  }
  return texts.sort();
}

/** Ids of the keys that sealed what is stored, each with how many values. */
async function sealKeysInUse(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of ['credit_record', 'credit_record_version', 'intake_waiting']) {
    for (const { id, count } of await desk.rows<{ id: string; count: number }>(
      `select m[1] as id, count(*)::integer as count from ${table}, regexp_matches(payload::text, '"s1\\.([0-9a-f]{8})\\.', 'g') m group by 1`,
    )) {
      found[id] = (found[id] ?? 0) + count;
    }
  }
  return found;
}

async function found(index: number): Promise<readonly string[]> {
  const blinds = desk.platform.sealer.blindIndexes(numberOf(index)).map(({ blind }) => blind);
  return withTransaction(desk.platform.database.app, { actor: '测试员', scope: 'all' }, (client) => findByBlind(client, blinds));
}

async function events(): Promise<readonly { act: string; actor: string; details: Record<string, unknown> }[]> {
  return desk.rows(`select act, actor, details from audit_event where object_kind = 'key' order by act`);
}

it('seals everything anew and changes nothing else', async () => {
  const before = { register: await register(), plain: await plainValues(), keys: await sealKeysInUse() };
  expect(before.plain.filter((text) => text === numberOf(0))).toHaveLength(2);
  const rotation = await rotated('seal');
  expect(rotation).toMatchObject({ which: 'seal', algorithm: 'aes-256-gcm', isResumed: false, unreadable: [] });
  expect(rotation.rows).toBe(PERSONS + 2);
  expect(await register()).toEqual(before.register);
  expect(await plainValues()).toEqual(before.plain);
  expect(await sealKeysInUse()).toEqual({ [rotation.keyId]: Object.values(before.keys)[0] });
  expect((await events()).map(({ act, actor }) => [act, actor])).toEqual([
    ['keys.rotate.begin', '管理员'],
    ['keys.rotate.end', '管理员'],
  ]);
});

it('goes on after a crash without a further key', async () => {
  const before = { register: await register(), plain: await plainValues() };
  const first = activeOf(desk.platform.keys.seal).id;
  const crash = rotateKeys(desk.platform, ADMINISTRATOR, 'seal', {
    pageRows: 5,
    onProgress: ({ done }) => {
      if (done >= 10) throw new Error('the power failed');
    },
  });
  await expect(crash).rejects.toThrow('the power failed');
  desk = new Desk(await reopened(desk.platform), desk.folder);
  const second = activeOf(desk.platform.keys.seal).id;
  const halfWay = await sealKeysInUse();
  expect(Object.keys(halfWay).sort()).toEqual([first, second].sort());
  expect([await register(), await plainValues()]).toEqual([before.register, before.plain]);

  const rotation = await rotated('seal');
  expect(rotation).toMatchObject({ isResumed: true, keyId: second });
  expect(rotation.rows).toBe(PERSONS + 2 - 10);
  expect(Object.keys(await sealKeysInUse())).toEqual([second]);
  expect([await register(), await plainValues()]).toEqual([before.register, before.plain]);
  const further = await rotated('seal');
  expect(further.isResumed).toBe(false);
  expect(further.keyId).not.toBe(second);
});

it('also when it crashed before the first value was touched', async () => {
  const changed = await changeKeyRing(desk.platform.home.keys, (ring) => rotateSealKey(ring, new Date('2021-05-31T00:00:00Z')));
  if (!changed.ok) throw new Error(changed.error.message);
  const rotation = await rotated('seal');
  expect(rotation).toMatchObject({ isResumed: true, keyId: activeOf(changed.value.seal).id, rows: PERSONS + 2 });
});

it('seals the received files anew', async () => {
  const folder = desk.platform.home.files;
  await writeFile(join(folder, `${'0'.repeat(64)}.abc.part`), 'left by a process that died');
  const before = await contents(folder);
  const rotation = await rotated('seal');
  expect(rotation.files).toBe(before.size - 1);
  const after = await contents(folder);
  expect([...after.keys()]).toEqual([...before.keys()].filter((name) => !name.endsWith('.part')));
  for (const [name, bytes] of after) expect([name, bytes.subarray(4, 12).toString('latin1')]).toEqual([name, rotation.keyId]);
  const sent = await desk.send({ dataset: 'licence', at: '2021-06-02T09:00', rows: [person(1, { decidedOn: '2021/04/22' })] });
  expect(sent).toMatchObject({ isRepeat: true, outcomes: ['待确认'] });
});

it('a row sent again after a rotation is unchanged', async () => {
  await rotated('seal');
  await rotated('blind');
  const sent = await desk.send({ dataset: 'licence', at: '2021-06-02T09:00', rows: persons().slice(2).reverse() });
  expect(sent.outcomes).toEqual(Array.from({ length: PERSONS - 2 }, () => '未变化'));
});

it('finds a person by the new index, and during a crash by both', async () => {
  const before = await Promise.all(Array.from({ length: PERSONS }, (_, index) => found(index)));
  expect(before.every((records) => records.length === 1)).toBe(true);
  const crash = rotateKeys(desk.platform, ADMINISTRATOR, 'blind', {
    pageRows: 5,
    onProgress: () => {
      throw new Error('the power failed');
    },
  });
  await expect(crash).rejects.toThrow('the power failed');
  desk = new Desk(await reopened(desk.platform), desk.folder);
  expect(await Promise.all(before.map((_, index) => found(index)))).toEqual(before);
  const rotation = await rotated('blind');
  expect(rotation).toMatchObject({ which: 'blind', isResumed: true, rows: PERSONS });
  expect(await Promise.all(before.map((_, index) => found(index)))).toEqual(before);
  expect(await desk.rows('select distinct key_id from credit_record_blind')).toEqual([{ key_id: rotation.keyId }]);
});

it('puts back index entries that were missing and drops those that belong to nothing', async () => {
  await desk.rows(`delete from credit_record_blind where record_id in (select record_id from credit_record_blind limit 3)`);
  await desk.rows(`insert into credit_record_blind values (gen_random_uuid(), 'P0', 'XK_XDR_ZJHM', 'lc-shili-sp', 'x', 'y')`);
  await rotated('blind');
  const [count] = await desk.rows<{ count: number }>('select count(*)::integer as count from credit_record_blind');
  expect(count?.count).toBe(PERSONS);
});

it('goes over to the commercial algorithms and back', async () => {
  const before = { register: await register(), plain: await plainValues() };
  const rotation = await rotated('seal', { algorithm: 'sm4-cbc-hmac-sm3' });
  expect(rotation.algorithm).toBe('sm4-cbc-hmac-sm3');
  expect((await rotated('blind')).algorithm).toBe('hmac-sm3');
  expect([await register(), await plainValues()]).toEqual([before.register, before.plain]);
  expect(await found(3)).toHaveLength(1);
  expect((await rotated('seal', { algorithm: 'aes-256-gcm' })).algorithm).toBe('aes-256-gcm');
  expect([await register(), await plainValues()]).toEqual([before.register, before.plain]);
});

it('a record sealed by SM4 comes back from the database as it went in', async () => {
  const expected = await register();
  desk = await deskWithKeys('sm4-cbc-hmac-sm3');
  expect(activeOf(desk.platform.keys.seal).algorithm).toBe('sm4-cbc-hmac-sm3');
  expect((await plainValues()).filter((text) => text === numberOf(0))).toHaveLength(2);
  expect(await found(0)).toHaveLength(1);
  const seen = (await register()) as { seen: { values: unknown }[] };
  expect(seen.seen.map(({ values }) => values)).toEqual((expected as typeof seen).seen.map(({ values }) => values));
});

it('names what no key opens, leaves it as it is, and finishes', async () => {
  const [broken] = await desk.rows<{ id: string }>(
    `update credit_record set payload = jsonb_set(payload, '{XK_XDR_ZJHM}', '"s1.deadbeef.AAAA"') where record_id = (select min(record_id::text)::uuid from credit_record) returning record_id as id`,
  );
  await desk.rows(
    `update credit_record set payload = payload || '{"XK_BZ": "s1.deadbeef.AAAA"}' where record_id = (select max(record_id::text)::uuid from credit_record)`,
  );
  const rotation = await rotated('seal');
  expect(rotation.unreadable).toEqual([
    { place: 'credit_record', key: expect.stringContaining(broken?.id ?? '?') as string, field: 'XK_XDR_ZJHM' },
  ]);
  const blind = await rotated('blind');
  expect(blind.unreadable).toEqual([{ place: 'credit_record', key: broken?.id, field: 'XK_XDR_ZJHM' }]);
  expect((await rotated('seal')).isResumed).toBe(false);
});

async function contents(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(folder)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
}
