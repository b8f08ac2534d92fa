/** Publicity by the built program: looked at, acted upon, swept, told; and refused, with exit code and code of the reason. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, addMonths, dayOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LICENSOR, ensureBuilt, errorCode, openOffice, run, runHere } from './_program.ts';
import type { Office, Ran } from './_program.ts';

/** Several runs of the program, on a machine that may be busy. */
const BY = ['--name', '王核对', '--reason', '已核实'];
const NOBODY = '00000000-0000-8000-8000-000000000000';

const TODAY = dayOf(new Date());
const YESTERDAY = addDays(TODAY, -1);
const FRESH = addDays(TODAY, -5);
/** Long enough ago for a repair, and still on show. */
const OLD = addMonths(TODAY, -4);
const LAST_SHOWN = addMonths(FRESH, 12);

/** What each record is for. */
const PENALTIES = {
  looked: FRESH,
  withdrawn: FRESH,
  mistaken: FRESH,
  suspended: FRESH,
  classed: FRESH,
  marked: FRESH,
  repaired: OLD,
  swept: FRESH,
  open: FRESH,
  held: '2019-06-30' as Day,
  person: FRESH,
} as const;
type Name = keyof typeof PENALTIES | 'licence';

let office: Office;
const ids = new Map<string, string>();

beforeAll(async () => {
  ensureBuilt();
  office = await openOffice();
  const penalties = Object.entries(PENALTIES).map(([name, decidedOn], index) => ({
    name,
    kind: name === 'person' ? '自然人' : '法人及非法人组织',
    cells: { 行政处罚决定书文号: numberOf(decidedOn, index), 处罚决定日期: decidedOn.replaceAll('-', '/') },
  }));
  await submit('penalty', '行政处罚决定书文号', penalties);
  await submit('licence', '行政许可决定文书号', [{ name: 'licence', kind: '法人及非法人组织', cells: {} }]);
});

afterAll(async () => {
  await office.close();
});

interface Filed {
  readonly name: string;
  readonly kind: string;
  readonly cells: Readonly<Record<string, string>>;
}

function numberOf(decidedOn: Day, index: number): string {
  return `济历城审罚〔${decidedOn.slice(0, 4)}〕${String(index + 1)}号`;
}

/** Sends examples of the dataset with other cells, and notes the ids of what became of them. */
async function submit(dataset: string, numberColumn: string, filed: readonly Filed[]): Promise<void> {
  const template = await office.run(['template', '--dataset', dataset, '--json']);
  const examples: Record<string, string>[] = parse(String(template.json['csv']), { columns: true, bom: true });
  const rows = filed.map(({ kind, cells }) => ({ ...examples.find((row) => row['行政相对人类别'] === kind), ...cells }));
  await writeFile(join(office.folder, `${dataset}.csv`), stringify(rows, { header: true }));
  const result = join(office.folder, `${dataset}.result.csv`);
  const sent = await office.run([
    'submit',
    `${dataset}.csv`,
    '--dataset',
    dataset,
    '--unit',
    LICENSOR,
    '--result',
    result,
    '--json',
  ]);
  expect(sent.json).toMatchObject({ accepted: filed.length });
  const marked: Record<string, string>[] = parse(await readFile(result), { columns: true, bom: true });
  for (const [index, row] of marked.entries()) {
    expect(row[numberColumn]).toBe(rows[index]?.[numberColumn]);
    ids.set(filed[index]?.name ?? '', row['记录编号'] ?? '');
  }
}

function id(name: Name): string {
  return ids.get(name) ?? '';
}

function here(...args: readonly string[]): Promise<Ran> {
  return runHere([...args, '--json'], office.env);
}

/** Exit code and code of the reason. */
async function refusal(...args: readonly string[]): Promise<readonly [number | null, unknown]> {
  const ran = await here(...args);
  return [ran.code, errorCode(ran)];
}

/** What a command says to people. */
async function said(...args: readonly string[]): Promise<string> {
  return (await runHere(args, office.env)).stdout;
}

function show(name: Name): Promise<string> {
  return said('publicity', 'show', id(name));
}

describe('publicity show', () => {
  it('tells the state, the days of the term, and the reasons', async () => {
    const shown = await office.run(['publicity', 'show', id('looked')]);
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringMatching(/^公示中\n决定日期 /u)]);
    expect(shown.stdout).toContain(`${addDays(addMonths(FRESH, 3), 1)} 起可以申请信用修复。`);
    expect(shown.stdout).toContain(`公示至 ${LAST_SHOWN}，${addDays(LAST_SHOWN, 1)} 零时停止公示。\n`);
    const told = await here('publicity', 'show', id('looked'));
    expect([told.code, told.json]).toEqual([
      0,
      expect.objectContaining({ state: 'published', classId: 'general', shownUntil: LAST_SHOWN, marks: [], events: [] }),
    ]);
  });

  it('says in one sentence that there is no such record, or that this is no id', async () => {
    expect(await refusal('publicity', 'show', NOBODY)).toEqual([2, 'no-such-record']);
    const wrong = await here('publicity', 'show', '12');
    expect([wrong.code, wrong.json['error']]).toEqual([
      2,
      expect.objectContaining({
        code: 'usage',
        message: '参数 <id> 的值“12”不对：应为记录编号，见标注结果的最后一列。用 --help 查看用法。',
      }),
    ]);
  });
});

describe('publicity withdraw', () => {
  const revoked = (...more: readonly string[]) => [
    'publicity',
    'withdraw',
    id('withdrawn'),
    '--because',
    'decision-revoked',
    ...more,
  ];

  it('refuses what lacks its day, its person or its reason, or comes from another unit', async () => {
    expect(await refusal(...revoked(...BY))).toEqual([2, 'changed-on-missing']);
    expect(await refusal(...revoked(...BY, '--changed-on', addDays(TODAY, 2)))).toEqual([2, 'day-in-future']);
    expect(await refusal(...revoked('--name', '王核对'))).toEqual([2, 'usage']);
    expect(await refusal('publicity', 'withdraw', id('withdrawn'), '--because', 'mood', ...BY)).toEqual([2, 'usage']);
    expect(await refusal(...revoked(...BY, '--changed-on', YESTERDAY, '--unit', 'lc-shili-sc'))).toEqual([2, 'no-such-record']);
    expect(await refusal(...revoked(...BY, '--changed-on', YESTERDAY, '--unit', 'nobody'))).toEqual([2, 'unknown-unit']);
    expect((await here('publicity', 'show', id('withdrawn'))).json).toMatchObject({ state: 'published', events: [] });
  });

  it('takes the record off and proves the clock day by day; once', async () => {
    const paper = ['--changed-on', YESTERDAY, '--document', '济历城复议〔2026〕3号'];
    const done = await office.run(revoked(...BY, ...paper, '--unit', LICENSOR));
    expect([done.code, done.stdout]).toEqual([
      0,
      expect.stringMatching(/^已撤回。应于 \d{4}-\d{2}-\d{2} 前撤回，按时。\n {2}\d/u),
    ]);
    expect(done.stdout.match(/ 计：/gu)).toHaveLength(3);
    expect(await show('withdrawn')).toMatch(
      /^已撤回（决定被撤销）\n[^]*已撤回：决定被撤销，已核实（王核对）；应于 .+ 前撤回，按时\n$/u,
    );
    expect(await refusal(...revoked(...BY, ...paper))).toEqual([3, 'not-possible-now']);
  });

  it('needs no day where the law sets no clock', async () => {
    const done = await here('publicity', 'withdraw', id('mistaken'), '--because', 'error', ...BY);
    expect([done.code, done.json]).toEqual([0, { state: 'withdrawn', clock: null }]);
  });
});

describe('publicity suspend and resume', () => {
  it('take the record off and put it back, each only where it can be', async () => {
    expect(await refusal('publicity', 'resume', id('suspended'), ...BY)).toEqual([3, 'not-possible-now']);
    const suspended = await office.run(['publicity', 'suspend', id('suspended'), ...BY, '--document', '（2026）鲁0112破1号']);
    expect([suspended.code, suspended.stdout]).toEqual([0, '暂停公示\n']);
    expect(await said('record', id('suspended'))).toContain(`暂停公示（重整计划或和解经法院裁定）\n`);
    expect(await refusal('publicity', 'suspend', id('suspended'), ...BY)).toEqual([3, 'not-possible-now']);
    const resumed = await office.run(['publicity', 'resume', id('suspended'), ...BY, '--json']);
    expect([resumed.code, resumed.json]).toEqual([0, { state: 'published' }]);
  });
});

describe('publicity class', () => {
  it('is for the deciding unit, with a class of the terms', async () => {
    const classed = (...more: readonly string[]) => ['publicity', 'class', id('classed'), ...more];
    expect(await refusal(...classed('severe', ...BY))).toEqual([3, 'not-your-unit']);
    expect(await refusal(...classed('grave', ...BY, '--unit', LICENSOR))).toEqual([2, 'unknown-class']);
    expect(await refusal('publicity', 'class', id('licence'), 'severe', ...BY, '--unit', LICENSOR)).toEqual([3, 'no-terms']);
    // No paper is noted with a class, so none is asked for.
    expect(await refusal(...classed('severe', ...BY, '--unit', LICENSOR, '--document', '1号'))).toEqual([2, 'usage']);
    const done = await office.run([...classed('severe', ...BY), '--unit', LICENSOR]);
    expect([done.code, done.stdout]).toEqual([0, `公示中，公示至 ${addMonths(FRESH, 36)}\n`]);
    expect(await show('classed')).toContain('等级“严重”（由处罚机关认定）');
  });
});

describe('publicity mark', () => {
  it('is shown wherever the record is, until it is cleared', async () => {
    const mark = (...more: readonly string[]) => ['publicity', 'mark', id('marked'), ...more, ...BY];
    expect(await refusal(...mark('statement'))).toEqual([2, 'statement-missing']);
    expect(await refusal(...mark('disputed', '--words', '有异议'))).toEqual([2, 'statement-missing']);
    expect(await refusal(...mark('doubtful'))).toEqual([2, 'usage']);
    expect(await refusal(...mark('disputed', '--clear'))).toEqual([3, 'mark-not-set']);
    const disputed = await office.run(mark('disputed'));
    expect([disputed.code, disputed.stdout]).toEqual([0, '已标注。\n']);
    const stated = await here(...mark('statement', '--words', '已整改'));
    expect([stated.code, stated.json]).toEqual([0, {}]);
    expect(await refusal(...mark('disputed'))).toEqual([3, 'mark-set']);

    const lines = `自 ${TODAY} 起标注异议处理中。\n主体声明（${TODAY}）：已整改\n`;
    expect(await show('marked')).toContain(lines);
    const record = await said('record', id('marked'));
    expect(record).toContain(`公示至 ${LAST_SHOWN}，${addDays(LAST_SHOWN, 1)} 零时停止公示。\n${lines}`);
    const list = (await said('record', '--dataset', 'penalty')).split('\n');
    expect(list.find((line) => line.includes(id('marked')))).toMatch(
      new RegExp(`公示中 +${LAST_SHOWN} +异议处理中、主体声明 `, 'u'),
    );
    expect(list.filter((line) => line.includes('异议处理中'))).toHaveLength(1);

    expect(await refusal(...mark('disputed', '--clear', '--words', '无'))).toEqual([2, 'usage']);
    expect(await said(...mark('disputed', '--clear'))).toBe('标注已结束。\n');
    const told = await here('record', id('marked'));
    expect(told.json['marks']).toEqual([{ mark: 'statement', since: TODAY, words: '已整改' }]);
  });
});

describe('publicity repair', () => {
  const repair = (name: Name) => ['publicity', 'repair', id(name), ...BY, '--document', '济历城修〔2026〕1号'];

  it('says when it is to be registered', async () => {
    const { code, stdout } = await run(['publicity', '--help']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/repair .+修复决定作出后登记/u)]);
  });

  it('is refused before its day, and for what cannot be repaired', async () => {
    expect(await refusal(...repair('looked'))).toEqual([3, 'before-repair']);
    expect(await refusal(...repair('licence'))).toEqual([3, 'not-of-breach']);
    expect(await refusal(...repair('person'))).toEqual([3, 'person']);
    expect(await refusal('publicity', 'repair', NOBODY, ...BY)).toEqual([2, 'no-such-record']);
    expect(await refusal('publicity', 'repair', id('repaired'), '--reason', '已核实')).toEqual([2, 'usage']);
  });

  it('ends the record at once, and only once', async () => {
    const done = await office.run(repair('repaired'));
    expect([done.code, done.stdout]).toEqual([0, '公示结束（信用修复）\n']);
    const told = await here('publicity', 'show', id('repaired'));
    expect(told.json).toMatchObject({
      state: 'ended',
      stateReason: 'repaired',
      events: [{ day: TODAY, to: 'ended', reason: 'repaired', actor: '王核对', document: '济历城修〔2026〕1号' }],
    });
    expect(await refusal(...repair('repaired'))).toEqual([3, 'not-possible-now']);
  });
});

describe('publicity held', () => {
  it('lists what should be shown and is not, with the reason', async () => {
    const text = await office.run(['publicity', 'held']);
    expect([text.code, text.stdout]).toEqual([0, expect.stringContaining('作出决定之日没有可适用的公示期限规定，暂不公示。')]);
    const told = await here('publicity', 'held');
    expect(told.json).toEqual([expect.objectContaining({ recordId: id('held'), dataset: 'penalty', reason: 'no-regime' })]);
    expect((await here('publicity', 'held', '--limit', '0')).json).toEqual([]);
    expect(await refusal('publicity', 'held', '--limit', 'many')).toEqual([2, 'usage']);
  });
});

describe('sweep', () => {
  it('ends what has run its time, once, and nothing before its day', async () => {
    // Time passes: its last day was yesterday.
    const { owner } = office.test.database;
    await owner.query('update credit_record set shown_until = $2 where record_id = $1', [id('swept'), YESTERDAY]);
    expect(await refusal('sweep', '--day', addDays(TODAY, 2))).toEqual([2, 'day-in-future']);
    expect(await refusal('sweep', '--day', '2026-02-30')).toEqual([2, 'usage']);
    expect((await here('sweep', '--day', YESTERDAY)).json).toEqual({ day: YESTERDAY, ended: 0 });
    const swept = await office.run(['sweep']);
    expect([swept.code, swept.stdout]).toEqual([0, `${TODAY} 零时前到期的 1 条记录已停止公示。\n`]);
    const again = await here('sweep');
    expect([again.code, again.json]).toEqual([0, { day: TODAY, ended: 0 }]);
    expect(await show('swept')).toMatch(
      new RegExp(`^公示结束（公示期满）\n[^]*\n${TODAY} 公示结束：公示期满（系统：公示期满）\n$`, 'u'),
    );
  });
});

describe('notice repair', () => {
  it('is made of the record; there is none where nothing can be repaired', async () => {
    const told = await office.run(['notice', 'repair', '--record', id('looked')]);
    expect([told.code, told.stdout]).toEqual([0, expect.stringContaining(numberOf(FRESH, 0))]);
    expect(told.stdout).toContain(addDays(addMonths(FRESH, 3), 1));
    const asJson = await here('notice', 'repair', '--record', id('looked'));
    expect(asJson.json).toMatchObject({ recordId: id('looked'), comesDownOn: addDays(LAST_SHOWN, 1) });
    expect(await refusal('notice', 'repair', '--record', id('licence'))).toEqual([3, 'no-notice']);
    expect(await refusal('notice', 'repair', '--record', id('person'))).toEqual([3, 'person']);
    expect(await refusal('notice', 'repair', '--record', NOBODY)).toEqual([2, 'no-such-record']);
    expect(await refusal('notice', 'repair')).toEqual([2, 'usage']);
  });
});

describe('open-data', () => {
  it('writes each file and an index that tells what is in it', async () => {
    const written = await office.run(['open-data', '--out', 'open/today', '--json']);
    const folder = join(office.folder, 'open/today');
    expect([written.code, JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'))]).toEqual([0, written.json]);
    const files = written.json['files'] as { name: string; records: number; sha256: string }[];
    for (const { name, sha256 } of files)
      expect(
        createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex'),
      ).toBe(sha256);
    const csv: Record<string, string>[] = parse(await readFile(join(folder, 'penalty.csv')), { columns: true, bom: true });
    expect(csv).toHaveLength(files.find(({ name }) => name === 'penalty.csv')?.records ?? -1);
    const shown = csv.map((row) => row['记录编号']);
    expect(shown).toContain(id('open'));
    for (const name of ['held', 'person'] as const) expect(shown).not.toContain(id(name));
    expect(await said('open-data', '--out', folder)).toMatch(/^penalty\.csv {2}\d+ 条 {2}[0-9a-f]{64}$/mu);
  });

  it('says in one sentence that the folder cannot be written', async () => {
    expect(await refusal('open-data', '--out', join(office.folder, 'penalty.csv'))).toEqual([2, 'not-written']);
    expect(await refusal('open-data')).toEqual([2, 'usage']);
  });
});
