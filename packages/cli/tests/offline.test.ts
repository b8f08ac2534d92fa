/** Everything the program does without a database, and how it refuses. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, ended, ensureBuilt, errorCode, LICENSOR, ROOT, run, runHere, start } from './_program.ts';
import type { Ran } from './_program.ts';

let folder = '';
/** No database is there; what touched one would fail with another code. */
let env: Record<string, string> = {};

beforeAll(async () => {
  ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-cli-'));
  env = { XINCHENG_HOME: join(folder, 'home'), XINCHENG_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  await writeFile(join(folder, 'empty.csv'), '');
  await writeFile(join(folder, 'photo.csv'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await mkdir(join(folder, 'sub'));
  process.chdir(folder);
  const made = await offline(
    'generate',
    '--dataset',
    'licence',
    '--rows',
    '40',
    '--seed',
    '3',
    '--unit',
    LICENSOR,
    '--out',
    'good.csv',
  );
  expect(made.stderr).toBe('');
  await offline(
    'generate',
    '--dataset',
    'licence',
    '--rows',
    '40',
    '--seed',
    '3',
    '--bad',
    '0.25',
    '--unit',
    LICENSOR,
    '--out',
    'bad.csv',
  );
  const good = await readFile(join(folder, 'good.csv'));
  await writeFile(join(folder, 'damaged.csv'), Buffer.concat([good, Buffer.from('abc\xff\xfe,x\n', 'latin1')]));
});

afterAll(async () => {
  process.chdir(ROOT);
  await rm(folder, { recursive: true, force: true });
});

/** Help is written past our own output, so it needs the program itself. */
async function offline(...args: string[]): Promise<Ran> {
  return args.length < 2 || args.includes('--help') ? run(args, { cwd: folder, env }) : runHere(args, env);
}

describe.concurrent('a line that cannot be used', () => {
  const LINES: readonly (readonly [line: string, code: string, says: string])[] = [
    ['nonsense', 'usage', '没有命令 nonsense'],
    ['chekc x', 'usage', '相近的有：check'],
    ['check', 'usage', '缺少'],
    ['check good.csv', 'usage', '缺少必需的选项 --dataset <id>'],
    ['check good.csv --dataset', 'usage', '后面缺少值'],
    ['check good.csv --dataset= ', 'usage', '不能是空的'],
    ['check good.csv bad.csv --dataset licence', 'usage', '参数太多：需要 1 个，给了 2 个'],
    ['check good.csv --dataset licence --fast', 'usage', '没有选项 --fast'],
    ['check good.csv --dataset nothing', 'unknown-dataset', '可用的有：'],
    ['check good.csv --dataset licence --unit 市场', 'unknown-unit', 'lc-scjg'],
    ['check none.csv --dataset licence', 'missing-file', 'none.csv'],
    ['check sub --dataset licence', 'is-directory', '文件夹'],
    ['check empty.csv --dataset licence', 'empty-file', '空'],
    ['check photo.csv --dataset licence', 'image', '图片'],
    ['check good.csv --dataset penalty', 'missing-columns', '必填列'],
    ['check damaged.csv --dataset licence', 'bad-encoding', 'UTF-8'],
    ['submit none.csv --dataset licence --unit lc-shili-sp', 'missing-file', 'none.csv'],
    ['submit sub --dataset licence --unit lc-shili-sp', 'is-directory', '文件夹'],
    ['submit good.csv --dataset nothing --unit lc-shili-sp', 'unknown-dataset', '可用的有：'],
    ['submit good.csv --dataset licence --unit 没有这个局', 'unknown-unit', 'xincheng units'],
    ['submit good.csv --dataset licence', 'usage', '--unit <code>'],
    ['submit good.csv --dataset licence --unit lc-shili-sp --result ./good.csv', 'result-is-source', '原文件'],
    ['template --dataset nothing', 'unknown-dataset', '可用的有：'],
    ['template --dataset licence --out none/x.csv', 'not-written', 'ENOENT'],
    ['generate --dataset licence --rows x --out x.csv', 'usage', '整数'],
    ['generate --dataset licence --rows 0 --out x.csv', 'bad-numbers', '行数'],
    ['generate --dataset licence --rows 5 --bad 2 --out x.csv', 'usage', '0 到 1'],
    ['generate --dataset licence --rows 5 --unit nobody --out x.csv', 'unknown-unit', 'nobody'],
    ['generate --dataset licence --rows 5 --out none/x.csv', 'not-written', 'ENOENT'],
    ['due --from 2021-02-30 --days 1 --unit working-day', 'usage', '真实的日期'],
    ['due --from 2021-02-28 --days 1 --unit week', 'usage', '应为 working-day, natural-day 之一'],
    ['due --from 2021-02-28', 'say-one', '二者取一'],
    ['due --from 2021-02-28 --days 1', 'unit-missing', 'working-day'],
    ['due --from 2021-02-28 --days 1 --unit working-day --deadline objection.close', 'say-one', '二者取一'],
    ['due --from 2021-02-28 --days 99999 --unit working-day', 'days-out-of-range', '3660'],
    ['due --from 2021-02-28 --deadline nothing', 'unknown-deadline', 'objection.close'],
    ['record 12', 'not-a-record-id', '12'],
    ['record --dataset nothing', 'unknown-dataset', '可用的有：'],
    ['record --unit nobody', 'unknown-unit', 'nobody'],
    ['record --as-of yesterday', 'not-an-instant', '时刻'],
    ['record --as-of 2021-05-20T09:00:00', 'not-an-instant', '时区'],
    ['record --limit many', 'usage', '整数'],
    ['keys rotate', 'say-which', '--seal'],
    ['keys rotate --seal --blind', 'say-which', '二者取一'],
    ['keys rotate --blind --algorithm sm4-cbc-hmac-sm3', 'say-which', '--seal'],
    ['keys rotate --seal --algorithm rot13', 'unknown-seal-algorithm', 'aes-256-gcm'],
  ];

  it.each(LINES)('%s', async (line, code, says) => {
    const asJson = await runHere([...line.split(' '), '--json'], env);
    expect([asJson.code, asJson.stdout.trim().split('\n').length, errorCode(asJson), asJson.stderr]).toEqual([2, 1, code, '']);
    expect(JSON.stringify(asJson.json)).toContain(says);
  });

  it.each(LINES.filter((_, index) => index % 12 === 0))('%s: to people, on standard error', async (line, code, says) => {
    const plain = await offline(...line.split(' '));
    expect([plain.code, plain.stdout]).toEqual([2, '']);
    expect(plain.stderr).toContain(says);
    expect(plain.stderr).toContain(`（${code}）`);
  });

  it('keys without an act shows what there is', async () => {
    const shown = await offline('keys');
    expect([shown.code, shown.stdout]).toEqual([2, '']);
    expect(shown.stderr).toContain('rotate');
  });
});

describe.concurrent('help', () => {
  it('stands on standard output, in Chinese', async () => {
    const shown = await offline('--help');
    expect([shown.code, shown.stderr]).toEqual([0, '']);
    for (const command of [
      'check',
      'submit',
      'template',
      'record',
      'due',
      'generate',
      'serve',
      'doctor',
      'catalog',
      'units',
      'keys',
    ])
      expect(shown.stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'mu'));
    expect(shown.stdout).not.toMatch(/Usage|Options|Commands|display help/u);
  });

  it('is shown when nothing was asked, as a mistake', async () => {
    const shown = await offline();
    expect([shown.code, shown.stdout]).toEqual([2, '']);
    expect(shown.stderr).toContain('submit');
  });

  it.each(['check', 'submit', 'template', 'record', 'due', 'generate', 'serve', 'doctor', 'catalog', 'units', 'keys rotate'])(
    '%s --help names --json',
    async (command) => {
      const shown = await offline(...command.split(' '), '--help');
      expect(shown.code).toBe(0);
      expect(shown.stdout).toContain('--json');
    },
  );

  it('needs no database driver, nor does a due day', async () => {
    expect(await loadedBy('main.mjs')).not.toContain('pg');
    const byDue = await loadedBy('due.mjs');
    expect(byDue).toContain('yaml');
    expect(byDue).not.toContain('pg');
    expect(await loadedBy('submit.mjs')).toContain('pg');
  });
});

/** Packages that a built file and all it imports outright will load. */
async function loadedBy(entry: string, seen = new Set<string>()): Promise<string[]> {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const text = await readFile(join(DIST, entry), 'utf8');
  const names = [...text.matchAll(/^(?:import|export)\s[^;]*?from\s"([^"]+)"|^import\s"([^"]+)"/gmu)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const further = await Promise.all(names.filter((name) => name.startsWith('./')).map((name) => loadedBy(name.slice(2), seen)));
  return [...names.filter((name) => !name.startsWith('.')), ...further.flat()];
}

describe.concurrent('due', () => {
  it('by days, exactly as promised', async () => {
    const answer = await offline('due', '--days', '2', '--unit', 'working-day', '--from', '2021-09-30', '--json');
    expect(answer.json).toEqual({
      due: '2021-10-09',
      provisional: false,
      proof: [
        { day: '2021-09-30', counted: false, reason: expect.any(String) as string },
        ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
          day: `2021-10-${day}`,
          counted: false,
          reason: '国庆节放假',
        })),
        { day: '2021-10-08', counted: true, reason: expect.stringContaining('第1天') as string },
        { day: '2021-10-09', counted: true, reason: expect.stringContaining('调休上班') as string },
      ],
    });
  });

  it('by deadline, with the rule that was applied', async () => {
    const answer = await offline('due', '--deadline', 'objection.close', '--from', '2021-04-30', '--json');
    expect([answer.code, answer.stderr]).toEqual([0, '']);
    expect(answer.json).toMatchObject({
      due: expect.stringMatching(/^2021-05-/u) as string,
      provisional: false,
      rule: { deadline: 'objection.close' },
    });
    const text = await offline('due', '--deadline', 'objection.close', '--from', '2021-04-30');
    expect(text.stdout.split('\n')[0]).toBe(answer.json['due']);
  });

  it('names the paper, what is still to be checked, and the other clocks beside it', async () => {
    const forward = await offline('due', '--deadline', 'dual-publicity.forward', '--from', '2021-04-23');
    expect(forward.stdout).toMatch(/^2021-05-08\n.*15 个自然日，依据《历城区.*》二（十）1（历城区），待核\n/u);
    expect(forward.stdout).toMatch(/\n并列显示 2021-05-06：7 个工作日，依据《.*》（全国）\n/u);
    const pay = await offline('due', '--deadline', 'contract.pay-small-firm', '--from', '2021-04-23');
    expect(pay.stdout).toContain('另有约定的最迟 2021-06-22：60 个自然日');
  });

  it('beyond the published holidays is provisional, and says so', async () => {
    const answer = await offline('due', '--days', '3', '--unit', 'working-day', '--from', '2035-01-04');
    expect(answer.stdout).toContain('暂定');
  });

  it('tells a broken pack with file and line', async () => {
    const district = join(folder, 'broken');
    await mkdir(district);
    await writeFile(join(district, 'district.yaml'), 'id: broken\nname: [\n');
    const answer = await run(['due', '--days', '1', '--unit', 'natural-day', '--from', '2021-01-01', '--json'], {
      cwd: folder,
      env: { ...env, XINCHENG_DISTRICT: district },
    });
    expect([answer.code, errorCode(answer)]).toEqual([1, 'standards-refused']);
    expect(JSON.stringify(answer.json)).toMatch(/district\.yaml:\d+ /u);
  });
});

describe.concurrent('generate', () => {
  it('gives the same file for the same seed and another for another', async () => {
    await Promise.all(
      [
        ['a', '5'],
        ['b', '5'],
        ['c', '6'],
      ].map(async ([name, seed]) =>
        offline('generate', '--dataset', 'penalty', '--rows', '30', '--seed', String(seed), '--out', `${String(name)}.csv`),
      ),
    );
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map(async (name) => readFile(join(folder, `${name}.csv`), 'utf8')));
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  it('spoils as many rows as asked and names each', async () => {
    const made = await offline(
      'generate',
      '--dataset',
      'licence',
      '--rows',
      '200',
      '--bad',
      '0.01',
      '--header',
      'codes',
      '--out',
      'codes.csv',
      '--json',
    );
    expect(made.json).toMatchObject({ out: 'codes.csv', rows: 200, bad: 2, spoilt: [{ row: expect.any(Number) as number }, {}] });
    expect((await readFile(join(folder, 'codes.csv'), 'utf8')).slice(0, 9)).toBe('XK_XDR_MC');
  });
});

describe.concurrent('check', () => {
  it('passes good rows and names what it could not check', async () => {
    const checked = await offline('check', 'good.csv', '--dataset', 'licence', '--unit', LICENSOR, '--json');
    expect([checked.code, checked.stderr]).toEqual([0, '']);
    expect(checked.json).toMatchObject({ rows: 40, accepted: 40, rejected: 0, waiting: 0, issues: 0, findings: [] });
    expect(checked.json['checksNotRun']).toEqual(expect.arrayContaining(['R08.unknown', 'KEY-OTHER-UNIT']));
    expect(checked.json['checksNotRun']).not.toContain('R14.sender');
  });

  it('names the columns whose header it does not know: nothing of them would be kept', async () => {
    const good = await readFile(join(folder, 'good.csv'), 'utf8');
    await writeFile(join(folder, 'slip.csv'), good.replace('备注', '备住'));
    const checked = await offline('check', 'slip.csv', '--dataset', 'licence', '--unit', LICENSOR, '--json');
    expect([checked.code, checked.json['columnsNotRead']]).toEqual([0, ['备住']]);
    const text = await offline('check', 'slip.csv', '--dataset', 'licence', '--unit', LICENSOR);
    expect(text.stdout).toContain('认不出的列，内容不会入库：“备住”。');
    const none = await offline('check', 'good.csv', '--dataset', 'licence', '--unit', LICENSOR, '--json');
    expect(none.json['columnsNotRead']).toEqual([]);
  });

  it('counts the sender among what it could not check when there is none', async () => {
    const checked = await offline('check', 'good.csv', '--dataset', 'licence', '--json');
    expect(checked.json['checksNotRun']).toContain('R14.sender');
    const other = await offline('check', 'good.csv', '--dataset', 'licence', '--unit', 'lc-shili-sc', '--json');
    expect([other.code, other.json['rejected']]).toEqual([3, 40]);
  });

  it('ends with 3 when a row would be refused', async () => {
    const checked = await offline('check', 'bad.csv', '--dataset', 'licence', '--unit', LICENSOR, '--json');
    expect(checked.code).toBe(3);
    const findings = checked.json['findings'] as readonly { row: number; code: string; fix: string }[];
    expect(findings.length).toBeGreaterThanOrEqual(10);
    expect(findings.every(({ row, code, fix }) => row >= 2 && code !== '' && fix !== '')).toBe(true);
    const text = await offline('check', 'bad.csv', '--dataset', 'licence', '--unit', LICENSOR);
    expect([text.code, text.stderr]).toEqual([3, '']);
    expect(text.stdout).toMatch(/^共 40 行：.*\n第 \d+ 行 \w/u);
  });

  it('works from another folder and leaves the data folder alone', async () => {
    const checked = await run(['check', '../good.csv', '--dataset', 'licence', '--unit', '历城区示例行政审批服务局'], {
      cwd: join(folder, 'sub'),
      env,
    });
    expect(checked.code).toBe(0);
    expect(existsSync(join(folder, 'home'))).toBe(false);
  });

  it('takes its own template', async () => {
    const made = await offline('template', '--dataset', 'licence', '--out', 'template.csv', '--json');
    expect(made.json).toMatchObject({
      dataset: 'licence',
      out: 'template.csv',
      columns: expect.arrayContaining(['XK_XDR_MC']) as unknown,
    });
    const checked = await offline('check', 'template.csv', '--dataset', 'licence', '--unit', LICENSOR, '--json');
    expect([checked.code, checked.json['rejected'], checked.json['waiting']]).toEqual([0, 0, 0]);
    const printed = await offline('template', '--dataset', 'licence');
    expect(printed.stdout.trimEnd()).toBe((await readFile(join(folder, 'template.csv'), 'utf8')).trimEnd());
  });
});

describe.concurrent('units', () => {
  it('are found by a part of their name', async () => {
    const found = await offline('units', '示例市场', '--json');
    expect(JSON.parse(found.stdout)).toEqual([expect.objectContaining({ id: 'lc-shili-sc', uscc: '11370112009000031C' })]);
    const text = await offline('units', '示例市场');
    expect(text.stdout).toMatch(/lc-shili-sc +11370112009000031C +历城区示例市场监督管理局$/mu);
    expect(text.stdout).not.toMatch(/ $/mu);
  });
});

describe.concurrent('the catalogue', () => {
  it('tells item, basis, publicity and who provides', async () => {
    const found = await offline('catalog', '--json');
    const entries = JSON.parse(found.stdout) as { dataset: string; item: string; providers: { unit: string }[] }[];
    expect(entries.find(({ dataset }) => dataset === 'penalty')).toMatchObject({
      publicity: 'conditional',
      isShown: true,
      isNegative: true,
    });
    const text = await offline('catalog');
    expect(text.stdout).toMatch(/^penalty {2}行政处罚$/mu);
    expect(text.stdout).toMatch(/提供单位 {2}各街道（14个单位） {2}2021-01-01 起，应当，待核$/mu);
  });
});

it('goes on when nobody reads any more', async () => {
  const child = start(['units'], { cwd: folder, env });
  child.stdout.destroy();
  child.stderr.destroy();
  const { code } = await ended(child);
  expect(code).toBe(0);
});

it('a setting that means nothing is told', async () => {
  const more = { ...env, XINCHENG_SEAL_ALGORITHM: 'rot13' };
  const answer = await run(['submit', 'good.csv', '--dataset', 'licence', '--unit', LICENSOR, '--json'], {
    cwd: folder,
    env: more,
  });
  expect([answer.code, errorCode(answer)]).toEqual([2, 'unknown-seal-algorithm']);
});

it('a data folder that cannot be made is told', async () => {
  const home = join(folder, 'good.csv', 'home');
  const answer = await run(['doctor', '--json'], { cwd: folder, env: { ...env, XINCHENG_HOME: home } });
  expect(answer.code).toBe(1);
  expect(JSON.stringify(answer.json)).toContain(`数据目录 ${home} 不可写`);
});

it('a database that does not answer is a fault of ours', async () => {
  const home = join(folder, 'home-unreached');
  const answer = await run(['submit', 'good.csv', '--dataset', 'licence', '--unit', LICENSOR, '--json'], {
    cwd: folder,
    env: { ...env, XINCHENG_HOME: home },
  });
  expect([answer.code, errorCode(answer)]).toEqual([1, 'database-unreachable']);
});
