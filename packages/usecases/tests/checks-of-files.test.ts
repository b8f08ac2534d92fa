/** Checks that a row alone cannot show, through the whole of intake: duplicates, the register, parents, replaced records, broken rows. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asDay } from '@xincheng/core/calendar';
import type { Issue } from '@xincheng/core/intake';
import type { CheckDefinition, CheckExample } from '@xincheng/core/standards';
import type { IssueRow } from '@xincheng/store/intake';
import { checkFile } from '@xincheng/usecases/intake';
import { STANDARDS_DIR } from '@xincheng/testkit/platform';
import { parse } from 'yaml';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const AT = '2021-05-08T10:00';
/** Checks with examples that need a second row, an earlier file, a parent or the base register. */
const OF_FILES = ['R08', 'SUB-01', 'R15', 'C04', 'C09', 'CON-05', 'CON-06'].flatMap((id) => {
  const check = parse(readFileSync(join(STANDARDS_DIR, 'checks', `${id}.yaml`), 'utf8')) as CheckDefinition;
  return check.examples.map(
    (example) => [`${example.code ?? `${id} passes`} ${JSON.stringify(example.set)}`, check, example] as const,
  );
});

/** What is not run where the base register is empty. */
const OF_REGISTER = ['R08.former-code', 'R08.former-name', 'R08.name', 'R08.unknown'];
const OF_ENDED = 'SUB-01.deregistered';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

/** Codes of issues beside those of a check that it does not declare. */
function strangers(issues: readonly IssueRow[], check: CheckDefinition): string[] {
  return issues.filter(({ rule }) => rule !== check.id && check.also?.includes(rule) !== true).map(({ code }) => code);
}

/** The parent, what the row may refer to, and the row itself unchanged. */
function filedBefore(dataset: string): string[] {
  const { parent, fields = [] } = desk.platform.pack.datasets.get(dataset) ?? {};
  return [...(parent === undefined ? [] : [parent]), ...fields.flatMap(({ ref }) => ref ?? []), dataset];
}

/** What the example takes for granted, and the row it changes. */
async function play(check: CheckDefinition, { dataset, kind, set, code }: CheckExample): Promise<readonly IssueRow[]> {
  const row: RowSpec = { kind, set };
  const clause = check.clauses.find(({ id }) => code === `${check.id}.${id ?? ''}`);
  if (clause?.kind === 'duplicate-in-batch') return (await desk.send({ dataset, rows: [{ kind }, row], at: AT })).issues;
  const before = check.needs === 'registry' ? ['registration'] : filedBefore(dataset);
  for (const earlier of before) {
    const filed = await desk.send({ dataset: earlier, rows: [{ kind }], at: AT });
    expect([earlier, filed.outcomes, filed.issues]).toEqual([earlier, ['已入库'], []]);
  }
  return (await desk.send({ dataset, rows: [row], at: AT })).issues;
}

describe('examples that need more than a row', () => {
  it.each(OF_FILES)('%s', async (_, check, example) => {
    const issues = await play(check, example);
    if (example.fires) expect(codesOf(issues)).toContain(example.code ?? check.id);
    else expect(issues.filter(({ rule }) => rule === check.id)).toEqual([]);
    expect(strangers(issues, check)).toEqual([]);
  });

  it('of a base register that is empty are named as not run, and their rows taken', async () => {
    for (const dataset of ['licence', 'penalty', 'commitment', 'contract']) {
      const { batch, outcomes } = await desk.send({
        dataset,
        rows: [{ set: { subjectName: '济南另一示例食品有限公司' } }],
        at: AT,
      });
      expect([dataset, outcomes, batch.checksNotRun]).toEqual([dataset, ['已入库'], [...OF_REGISTER, OF_ENDED]]);
    }
  });

  it('are named as not run by a check without a server', async () => {
    const issues: Issue[] = [];
    const path = await desk.file('licence', desk.owner('licence'), [
      {},
      { set: { XK_NR: '散装食品销售' } },
      { set: { number: '济历城审许〔2021〕990号' }, replaces: '0'.repeat(32) },
    ]);
    const today = asDay('2021-05-08');
    const checked = await checkFile(desk.platform, {
      path,
      dataset: 'licence',
      unitId: desk.owner('licence'),
      now: new Date(),
      today,
      onIssue: (issue) => issues.push(issue),
      onProgress: () => undefined,
    });
    expect(issues.map(({ row, code }) => [row, code])).toEqual([
      [2, 'R15.duplicate'],
      [3, 'R15.duplicate'],
    ]);
    expect(checked).toMatchObject({
      ok: true,
      value: {
        counts: { rows: 3, accepted: 1, rejected: 2 },
        checksNotRun: ['C08', 'KEY-OTHER-UNIT', ...OF_REGISTER, 'R15.other-day', 'R15.other-subject', 'R15.withdrawn', OF_ENDED],
      },
    });
  });
});

describe('clauses that no example can show', () => {
  it('KEY-OTHER-UNIT', async () => {
    await desk.send({ dataset: 'licence', rows: [{}], at: AT });
    const { issues, outcomes } = await desk.send({ dataset: 'licence', unit: desk.other('licence'), rows: [{}], at: AT });
    expect([outcomes, codesOf(issues)]).toEqual([['待确认'], ['KEY-OTHER-UNIT']]);
  });

  it('R15.withdrawn', async () => {
    const [id = ''] = (await desk.send({ dataset: 'licence', rows: [{}], at: AT })).recordIds;
    await desk.send({ dataset: 'licence', rows: [{ set: { number: '济历城审许〔2021〕990号' }, replaces: id }], at: AT });
    const { issues, outcomes } = await desk.send(
      { dataset: 'licence', rows: [{}], at: '2021-05-09T10:00' },
      await desk.file('licence', desk.owner('licence'), [{}, { set: { number: '济历城审许〔2021〕991号' } }]),
    );
    expect([outcomes, codesOf(issues)]).toEqual([['待确认', '已入库'], ['R15.withdrawn']]);
  });

  it('C08: a record that is not there, another unit’s, or withdrawn', async () => {
    const [own = ''] = (await desk.send({ dataset: 'licence', rows: [{}], at: AT })).recordIds;
    const [others = ''] = (
      await desk.send({
        dataset: 'licence',
        unit: desk.other('licence'),
        rows: [{ set: { number: '济历城审许〔2021〕980号' } }],
        at: AT,
      })
    ).recordIds;
    await desk.send({ dataset: 'licence', rows: [{ set: { number: '济历城审许〔2021〕990号' }, replaces: own }], at: AT });
    const rows = ['0'.repeat(31) + '1', others, own].map((replaces, index) => ({
      set: { number: `济历城审许〔2021〕99${String(index + 1)}号` },
      replaces,
    }));
    const { issues, outcomes } = await desk.send({ dataset: 'licence', rows, at: AT });
    expect([outcomes, issues.map(({ row, code }) => [row, code])]).toEqual([
      ['退回', '退回', '退回'],
      [
        [2, 'C08'],
        [3, 'C08'],
        [4, 'C08'],
      ],
    ]);
    expect(await desk.records('licence', desk.other('licence'))).toHaveLength(1);
  });
});

describe('broken rows', () => {
  const NAMES = ['C07.too-few', 'C07.too-many', 'C07.stray-quote'] as const;

  it.each(NAMES)('%s: only that row is sent back', async (code) => {
    const path = await desk.file(
      'licence',
      desk.owner('licence'),
      ['101', '102', '103'].map((number) => ({ set: { number: `济历城审许〔2021〕${number}号` } })),
    );
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const broken: Record<(typeof NAMES)[number], (line: string) => string> = {
      'C07.too-few': (line) => line.split(',').slice(0, 5).join(','),
      'C07.too-many': (line) => `${line},多出一格`,
      'C07.stray-quote': (line) => line.replace('张示例', '"张"示例'),
    };
    lines[2] = broken[code](lines[2] ?? '');
    await writeFile(path, `${lines.join('\n')}\n`);
    const { issues, outcomes } = await desk.send({ dataset: 'licence', rows: [], at: AT }, path);
    expect([outcomes, issues.filter((issue) => issue.rule === 'C07').map(({ row }) => row)]).toEqual([
      ['已入库', '退回', '已入库'],
      [3],
    ]);
    expect(codesOf(issues)).toContain(code);
    const check = desk.platform.pack.checks.get('C07');
    expect(check === undefined ? null : strangers(issues, check)).toEqual([]);
  });

  it.each([
    ['C07.not-an-object', () => '"一行文字"'],
    ['C07.unreadable', (record: string) => record.replace(':', '：')],
    ['C07.duplicate-member', (record: string) => record.replace('{', '{"XK_ZT":"1",')],
    ['C07.unknown-member', (record: string) => record.replace('{', '{"从未见过":"1",')],
    ['C07.bad-value', (record: string) => record.replace('"XK_ZT":"1"', '"XK_ZT":{"值":"1"}')],
  ] as const)('%s: only that record is sent back', async (code, broken) => {
    const { fields } = desk.platform.pack.datasets.get('licence') ?? { fields: [] };
    const record = (number: string): string => {
      const cells = desk.cells('licence', desk.owner('licence'), { set: { number: `济历城审许〔2021〕${number}号` } });
      return JSON.stringify(Object.fromEntries(fields.map(({ code: name }, index) => [name, cells[index]])));
    };
    const path = join(desk.folder, `${code}.json`);
    // The odd record comes late: what the first ones hold is known when the file is opened.
    const records = Array.from({ length: 130 }, (_, index) => record(String(index + 1)));
    records[120] = broken(records[120] ?? '');
    await writeFile(path, `[${records.join(',\n')}]`);
    const { batch, issues } = await desk.send({ dataset: 'licence', rows: [], at: AT }, path);
    expect([batch.accepted, batch.rejected, issues.filter(({ rule }) => rule === 'C07').map(({ row }) => row)]).toEqual([
      129,
      1,
      [121],
    ]);
    expect(codesOf(issues)).toContain(code);
    const check = desk.platform.pack.checks.get('C07');
    expect(check === undefined ? null : strangers(issues, check)).toEqual([]);
  });
});
