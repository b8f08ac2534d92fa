/** Subjects as they are looked up, joined and brought apart again. */
import { usccFrom } from '@xincheng/core/subjects';
import { codeForm } from '@xincheng/core/intake';
import { withTransaction } from '@xincheng/store/connection';
import { actAt } from '@xincheng/testkit/platform';
import { readRecords } from '@xincheng/usecases/records';
import type { ActContext } from '@xincheng/usecases/identity';
import { withdrawRecord } from '@xincheng/usecases/publicity';
import { findSubjects, joinSubjects, readSubject, undoJoinOf } from '@xincheng/usecases/subjects';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const FIRM = '91370112MA0000015R';
const OTHER = '91370112MA000004X7';
const PLACEHOLDER = '00000000000000000X';
const REGISTRATION_NO = '370112600000003';
const SHOP = '92370112MA0000023H';
const BY_WHOM = { name: '王核对', reason: '同一企业两个代码' };
const DOCUMENT = '济历城赋码更正〔2021〕3号';
const AT = '2021-05-09T09:00';
const OFFICE: ActContext = { ...actAt(AT, []), actor: { id: '区信用办', scope: 'all', units: [], subjects: [] } };
const UNIT: ActContext = actAt(AT, ['lc-xzsp']);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.empty());
afterAll(() => desk.close());

async function file(dataset: string, ...rows: RowSpec[]): Promise<void> {
  const { outcomes } = await desk.send({ dataset, rows, at: '2021-05-08T09:00' });
  expect(outcomes.every((outcome) => outcome === '已入库')).toBe(true);
}

async function join(from: string, into: string, context = OFFICE, document: string | null = null): Promise<string> {
  const rectification = document === null ? null : { document };
  const joined = await joinSubjects(desk.platform, context, { from, into, rectification, ...BY_WHOM });
  return joined.ok ? 'done' : joined.error.code;
}

async function undo(from: string, context = OFFICE): Promise<string> {
  const undone = await undoJoinOf(desk.platform, context, from, BY_WHOM);
  return undone.ok ? 'done' : undone.error.code;
}

function numbersOf(subjectKey: string): Promise<readonly string[]> {
  const everything = {
    dataset: 'licence',
    unitId: null,
    parentId: null,
    decidedFrom: null,
    decidedTo: null,
    after: null,
    limit: 50,
  };
  return readRecords(desk.platform, OFFICE, { ...everything, subjectKey }).then((records) =>
    records.map(({ number }) => number).sort(),
  );
}

describe('a subject', () => {
  it('is provisional until the register knows it, under the same key', async () => {
    await file('licence', {});
    expect(await readSubject(desk.platform, OFFICE, FIRM)).toMatchObject({
      state: 'provisional',
      name: null,
      records: { licence: 1 },
    });
    await file('registration', {});
    expect(await readSubject(desk.platform, OFFICE, FIRM)).toMatchObject({
      state: 'registered',
      name: '济南示例食品有限公司',
      records: { licence: 1, registration: 1 },
    });
  });

  it('has what was filed under its old code, and under registration number and name', async () => {
    await file(
      'licence',
      { set: { subjectUscc: OTHER, number: '济历城审许〔2021〕1号' } },
      {
        kind: 'soleTrader',
        set: {
          subjectUscc: PLACEHOLDER,
          subjectRegistrationNo: REGISTRATION_NO,
          number: '济历城审许〔2021〕2号',
          subjectName: '示例 老店',
        },
      },
    );
    await file(
      'registration',
      { set: { subjectFormerUscc: OTHER } },
      { kind: 'soleTrader', set: { subjectRegistrationNo: REGISTRATION_NO, subjectFormerNames: '示例老店' } },
    );
    const firm = await readSubject(desk.platform, OFFICE, OTHER);
    expect([firm?.key, firm?.asked, firm?.keys]).toEqual([FIRM, { key: OTHER, state: 'merged' }, [FIRM, OTHER]]);
    const shop = await readSubject(desk.platform, OFFICE, SHOP);
    expect([shop?.records, shop?.keys]).toEqual([
      { licence: 1, registration: 1 },
      expect.arrayContaining([SHOP, `R${REGISTRATION_NO}|示例老店`]),
    ]);
    expect([await numbersOf(FIRM), await numbersOf(SHOP)]).toEqual([['济历城审许〔2021〕1号'], ['济历城审许〔2021〕2号']]);
  });

  it('is found by a name that begins like the key of a person', async () => {
    await file('registration', { set: { subjectName: 'PVC示例管业有限公司' } });
    for (const text of ['PVC示例管业有限公司', 'ｐｖｃ示例管业有限公司'])
      expect((await findSubjects(desk.platform, OFFICE, text)).map(({ key }) => key)).toEqual([FIRM]);
  });

  it('goes with the registration that is withdrawn, and its records stay', async () => {
    await file('licence', {});
    const { recordIds } = await desk.send({ dataset: 'registration', rows: [{}], at: '2021-05-08T09:00' });
    const withdrawn = await withdrawRecord(desk.platform, OFFICE, recordIds[0] ?? '', { ...BY_WHOM, because: 'error' });
    expect(withdrawn.ok).toBe(true);
    expect(await readSubject(desk.platform, OFFICE, FIRM)).toMatchObject({
      state: 'provisional',
      registration: null,
      records: { licence: 1 },
    });
  });

  it('is as another authority registered it, once the later registration is withdrawn', async () => {
    await file('registration', { set: { subjectFormerNames: '示例老店' } });
    const second = { authorityUscc: '12370112009000023E', subjectName: '示例集团有限公司' };
    const { recordIds } = await desk.send({ dataset: 'registration', rows: [{ set: second }], at: '2021-05-08T10:00' });
    expect(await readSubject(desk.platform, OFFICE, FIRM)).toMatchObject({ name: '示例集团有限公司' });
    const withdrawn = await withdrawRecord(desk.platform, OFFICE, recordIds[0] ?? '', { ...BY_WHOM, because: 'error' });
    expect(withdrawn.ok).toBe(true);
    expect(await readSubject(desk.platform, OFFICE, FIRM)).toMatchObject({
      name: '济南示例食品有限公司',
      records: { registration: 1 },
      aliases: [{ kind: 'name', value: '示例老店', source: 'stated' }],
    });
  });

  it('is as another authority registered it, once the later registration gives way to one about another body', async () => {
    await file('registration', {});
    const second = { authorityUscc: '12370112009000023E', subjectName: '示例集团有限公司' };
    const { recordIds } = await desk.send({ dataset: 'registration', rows: [{ set: second }], at: '2021-05-08T10:00' });
    const corrected = { set: { ...second, subjectUscc: OTHER }, replaces: recordIds[0] ?? '' };
    await desk.send({ dataset: 'registration', rows: [corrected], at: '2021-05-08T11:00' });
    const names = await Promise.all([FIRM, OTHER].map(async (key) => (await readSubject(desk.platform, OFFICE, key))?.name));
    expect(names).toEqual(['济南示例食品有限公司', '示例集团有限公司']);
  });

  it('is found by what names it exactly, and a person by nothing', async () => {
    await file('licence', {}, { kind: 'natural' });
    await file('registration', { set: { subjectFormerNames: '济南示例（老）商行', subjectFormerUscc: OTHER } });
    for (const text of [
      FIRM,
      FIRM.toLowerCase(),
      ` ${FIRM}`,
      OTHER,
      '济南示例食品有限公司',
      '济南示例(老)商行',
      ' 济南示例食品 有限公司',
    ])
      expect([text, (await findSubjects(desk.platform, OFFICE, text)).map(({ key }) => key)]).toEqual([text, [FIRM]]);
    const [person] = await desk.rows<{ key: string }>(
      "select subject_key as key from credit_record where subject_kind = 'natural'",
    );
    for (const text of ['济南示例食品', '王示例', person?.key ?? '']) {
      expect([text, await findSubjects(desk.platform, OFFICE, text)]).toEqual([text, []]);
      expect(await readSubject(desk.platform, OFFICE, text)).toBeNull();
    }
  });
});

describe('a join', () => {
  it('brings two keys together and is undone with a trace', async () => {
    await file(
      'licence',
      { set: { number: '济历城审许〔2021〕1号' } },
      { set: { subjectUscc: OTHER, number: '济历城审许〔2021〕2号', subjectName: '济南另一示例食品有限公司' } },
    );
    expect(await join(OTHER, FIRM)).toBe('done');
    for (const key of [FIRM, OTHER]) {
      expect(await readSubject(desk.platform, OFFICE, key)).toMatchObject({
        key: FIRM,
        keys: [FIRM, OTHER],
        records: { licence: 2 },
      });
      expect(await numbersOf(key)).toEqual(['济历城审许〔2021〕1号', '济历城审许〔2021〕2号']);
    }
    expect(await undo(OTHER)).toBe('done');
    expect([await numbersOf(FIRM), await numbersOf(OTHER)]).toEqual([['济历城审许〔2021〕1号'], ['济历城审许〔2021〕2号']]);
    const { joins = [] } = (await readSubject(desk.platform, OFFICE, FIRM)) ?? {};
    expect(joins).toMatchObject([{ from: OTHER, into: FIRM, joinedBy: '王核对', undoneBy: '王核对' }]);
    const acts = await desk.rows<{ act: string }>("select act from audit_event where object_kind = 'subject' order by at, act");
    expect(acts.map(({ act }) => act)).toEqual(['subject.join', 'subject.undo-join']);
  });

  it('is refused to units, about strangers, persons, and what is one already', async () => {
    await file('licence', {}, { kind: 'soleTrader' }, { kind: 'natural' });
    const [person] = await desk.rows<{ key: string }>(
      "select subject_key as key from credit_record where subject_kind = 'natural'",
    );
    expect([
      await join(SHOP, FIRM, UNIT),
      await join(SHOP, OTHER),
      await join(person?.key ?? '', FIRM),
      await join(FIRM, FIRM),
    ]).toEqual(['not-credit-office', 'no-such-subject', 'no-such-subject', 'same-subject']);
    await file('registration', { set: { subjectUscc: OTHER, number: OTHER, subjectName: '第三示例有限公司' } });
    expect([await join(SHOP, FIRM), await join(SHOP, OTHER), await join(FIRM, SHOP)]).toEqual([
      'done',
      'already-joined',
      'same-subject',
    ]);
    expect([await undo(SHOP, UNIT), await undo(FIRM), await undo(SHOP), await undo(SHOP)]).toEqual([
      'not-credit-office',
      'not-joined',
      'done',
      'not-joined',
    ]);
  });

  it('of two that both live on in the register is refused, unless their codes were rectified, which stays in the trace', async () => {
    await file('registration', {}, { set: { subjectUscc: OTHER, number: OTHER, subjectName: '第三示例有限公司' } });
    expect(await join(OTHER, FIRM)).toBe('both-living');
    expect(await readSubject(desk.platform, OFFICE, OTHER)).toMatchObject({ key: OTHER, joins: [] });
    expect(await join(OTHER, FIRM, OFFICE, DOCUMENT)).toBe('done');
    const joined = await readSubject(desk.platform, OFFICE, OTHER);
    expect(joined).toMatchObject({ key: FIRM, joins: [{ from: OTHER, into: FIRM, document: DOCUMENT, undoneAt: null }] });
    expect([await undo(OTHER), await join(OTHER, FIRM)]).toEqual(['done', 'both-living']);
    const apart = await readSubject(desk.platform, OFFICE, OTHER);
    expect(apart).toMatchObject({ key: OTHER, joins: [{ document: DOCUMENT, undoneBy: '王核对' }] });
    const acts = await desk.rows<{ details: object }>("select details from audit_event where act = 'subject.join'");
    expect(acts).toMatchObject([{ details: { into: FIRM, document: DOCUMENT } }]);
  });

  it('is refused by way of keys already joined, and free once one of the two has ended', async () => {
    const [third = '', fourth = ''] = [1, 2].map((n) => usccFrom('91370112MB', n));
    await file(
      'licence',
      { set: { subjectUscc: third, subjectName: '丙', number: '济历城审许〔2021〕3号' } },
      { set: { subjectUscc: fourth, subjectName: '丁', number: '济历城审许〔2021〕4号' } },
    );
    const other = { subjectUscc: OTHER, number: OTHER, subjectName: '第三示例有限公司' };
    await file('registration', {}, { set: other });
    expect([await join(FIRM, third), await join(OTHER, fourth), await join(third, fourth)]).toEqual([
      'done',
      'done',
      'both-living',
    ]);
    const ended = { ...other, subjectStanding: '注销', subjectStandingOn: '2021/05/01' };
    await desk.send({ dataset: 'registration', rows: [{ set: ended }], at: '2021-05-10T09:00' });
    expect(await join(third, fourth)).toBe('done');
  });

  it('of what the register knows as a former code is refused: the subject whose code it was is meant', async () => {
    await file('licence', {}, { set: { subjectUscc: OTHER, subjectName: '乙', number: '济历城审许〔2021〕2号' } });
    await file('registration', { set: { subjectFormerUscc: OTHER } });
    await file('licence', { kind: 'soleTrader' });
    expect([await join(OTHER, SHOP), await undo(OTHER), await join(FIRM, SHOP)]).toEqual([
      'is-former-code',
      'not-joined',
      'done',
    ]);
  });

  it('in any chain leads to one root, and undoing restores what was', async () => {
    const keys = Array.from({ length: 6 }, (_, n) => usccFrom('91370112MB', n + 1));
    await file(
      'registration',
      ...keys.map((key, n) => ({ set: { subjectUscc: key, number: key, subjectName: `示例${String(n)}有限公司` } })),
    );
    const place = fc.nat(keys.length - 1);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 8 }), async (asked) => {
        const into = new Map<number, number>();
        const rootOf = (n: number): number => (into.has(n) ? rootOf(into.get(n) ?? n) : n);
        for (const [from, to] of asked) {
          const expected = rootOf(from) === rootOf(to) ? 'same-subject' : into.has(from) ? 'already-joined' : 'done';
          expect(await join(keys[from] ?? '', keys[to] ?? '', OFFICE, DOCUMENT)).toBe(expected);
          if (expected === 'done') into.set(from, to);
        }
        for (const [n, key] of keys.entries()) {
          const view = await readSubject(desk.platform, OFFICE, key);
          const together = keys.filter((_, other) => rootOf(other) === rootOf(n)).sort();
          expect([view?.key, [...(view?.keys ?? [])].sort()]).toEqual([keys[rootOf(n)], together]);
        }
        for (const from of into.keys()) expect(await undo(keys[from] ?? '')).toBe('done');
        for (const key of keys) expect(await readSubject(desk.platform, OFFICE, key)).toMatchObject({ key, keys: [key] });
      }),
      { numRuns: 12 },
    );
  });

  it('that the register makes a ring of later still leads to one root', async () => {
    await file('licence', {}, { set: { subjectUscc: OTHER, subjectName: '乙', number: '济历城审许〔2021〕2号' } });
    await file('registration', {});
    expect(await join(FIRM, OTHER)).toBe('done');
    await desk.send({ dataset: 'registration', rows: [{ set: { subjectFormerUscc: OTHER } }], at: '2021-05-10T09:00' });
    const roots = await Promise.all([FIRM, OTHER].map((key) => readSubject(desk.platform, OFFICE, key)));
    expect(new Set(roots.map((view) => view?.key)).size).toBe(1);
    expect(roots.map((view) => [...(view?.keys ?? [])].sort())).toEqual([[FIRM, OTHER].sort(), [FIRM, OTHER].sort()]);
  });
});

describe('the database', () => {
  it('compares names as the application makes keys of them', async () => {
    const letters = fc.constantFrom(...'济南示例（老）商行()［］【】ＡｂＣ abc１２3　 \t\u00a0\u2003·&＆、．');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: letters, maxLength: 20 }), async (name) => {
        const [row] = await desk.rows<{ form: string }>('select subject_name_form($1) as form', [name]);
        expect(row?.form).toBe(codeForm(name));
      }),
      { numRuns: 200 },
    );
  });

  it('shows subjects to whoever has an identity, own ones to a firm, and lets only the credit office join', async () => {
    await file('registration', {}, { kind: 'soleTrader' });
    const { app } = desk.platform.database;
    const seen = async (scope: 'none' | 'units' | 'all' | 'subject'): Promise<number> =>
      withTransaction(app, { actor: '测试员', scope, units: ['lc-xzsp'], subjects: [FIRM] }, async (client) => {
        const { rows } = await client.query<{ count: number }>('select count(*)::integer as count from subject');
        return rows[0]?.count ?? -1;
      });
    expect([await seen('none'), await seen('units'), await seen('all'), await seen('subject')]).toEqual([0, 2, 2, 1]);
    const insert = `insert into subject_join (id, subject_key, into_key, joined_at, joined_by, reason) values (gen_random_uuid(), '${FIRM}', '${SHOP}', now(), '甲', '乙')`;
    const writing = (sql: string, scope: 'units' | 'all'): Promise<unknown> =>
      withTransaction(app, { actor: '测试员', scope, units: ['lc-xzsp'] }, (client) => client.query(sql));
    await expect(writing(insert, 'units')).rejects.toThrow(/row-level security/u);
    await expect(writing(insert.replace(`'${FIRM}'`, "'P1'"), 'all')).rejects.toThrow(/check constraint/u);
    for (const sql of ["update subject set name = '甲'", 'delete from subject_join', "update subject_join set into_key = 'X'"])
      await expect(writing(sql, 'all')).rejects.toThrow(/permission denied/u);
  });
});
