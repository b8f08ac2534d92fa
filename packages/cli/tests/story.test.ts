/** The README's walk, as it stands there: one shop's story in a running demonstration, then a department's filing. */
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, ensureBuilt, ROOT, run, start } from './_program.ts';
import type { Ran } from './_program.ts';

/** The demonstration's own year takes minutes; the story needs few of its units. */
const YEAR = `
days: 365
register: { unit: lc-xzsp, dataset: registration, rows: 800, bad: 0 }
forwarding:
  everyDays: 14
  answeredAfterDays: 3
  refusesOneIn: 5
  refusedWith: { code: DJ-07, message: 主体名称与市法人库不一致，请核对后重报 }
series:
  - { unit: lc-scjg, dataset: penalty, rows: 60, everyDays: 30, bad: 0 }
  - { unit: lc-xzsp, dataset: licence, rows: 60, everyDays: 60, bad: 0 }
`;
const ALL_IN = '演示数据载入完毕';
let folder = '';
let env: Record<string, string> = {};
let service: ReturnType<typeof start> | null = null;
let said = '';

beforeAll(async () => {
  ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-story-'));
  // Root's database server runs as another user and must get through to the home.
  await chmod(folder, 0o711);
  const district = join(folder, 'district');
  await cp(join(ROOT, 'districts/licheng'), district, { recursive: true });
  await writeFile(join(district, 'demo/year.yaml'), YEAR);
  env = { XINCHENG_HOME: join(folder, 'home'), XINCHENG_DISTRICT: district, XINCHENG_PORT: '0' };
  service = start(['serve'], { cwd: folder, env });
  service.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  service.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  while (!said.includes(ALL_IN)) await new Promise((resolve) => setTimeout(resolve, 200));
});

afterAll(async () => {
  if (service !== null) {
    const end = ended(service);
    service.kill('SIGINT');
    await end;
  }
  await rm(folder, { recursive: true, force: true });
});

/** Commands of our program in the block under a heading of the README. */
async function commandsUnder(heading: string): Promise<string[][]> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const block = /```sh\n(.*?)```/su.exec(readme.slice(readme.indexOf(`## ${heading}`)))?.[1] ?? '';
  return block
    .split('\n')
    .filter((line) => line.startsWith('npx xincheng '))
    .map((line) => line.split(' ').slice(2));
}

/** Runs them one after another; ID is the id of the shop's penalty of this year, from the list that came before. */
async function walk(commands: readonly string[][]): Promise<Map<string, Ran>> {
  const answers = new Map<string, Ran>();
  let id = 'ID';
  for (const args of commands) {
    const ran = await run(
      args.map((arg) => (arg === 'ID' ? id : arg)),
      { cwd: folder, env },
    );
    // 3: some rows were refused, as they should be.
    expect([args.join(' '), [0, 3].includes(ran.code ?? 1), ran.code === 1 ? ran.stderr : '']).toEqual([
      args.join(' '),
      true,
      '',
    ]);
    id = /^.*济历城市监罚〔\d{4}〕9001号.* ([0-9a-f-]{36})$/mu.exec(ran.stdout)?.[1] ?? id;
    answers.set(args.filter((arg) => !arg.startsWith('-')).join(' '), ran);
  }
  return answers;
}

describe('the story of one shop', () => {
  let answers = new Map<string, Ran>();
  const said = (command: string): string => answers.get(command)?.stdout ?? '';
  beforeAll(async () => {
    answers = await walk(await commandsUnder('The story of one shop'));
  });

  it('is registered, and known by what it had before', () => {
    expect(said('subject 92370112MA0000G5X0')).toContain('92370112MA0000G5X0  历城示例便利店  个体工商户，存续');
    expect(said('subject 92370112MA0000G5X0')).toMatch(/记录：.*行政许可 2，行政处罚 2/u);
  });

  it('was licensed in time and fined, filed late', () => {
    expect(said('record 92370112MA0000G5X0')).toMatch(/济历城审许〔\d{4}〕9001号 .*公示中/u);
    expect(said('record 92370112MA0000G5X0')).toMatch(/济历城市监罚〔\d{4}〕9001号 .*公示结束/u);
    // The fine of 2021 has run its time long ago.
    expect(said('record 92370112MA0000G5X0')).toMatch(/济历城市监罚〔2021〕901号 .*公示结束/u);
    expect(said('record ID')).toMatch(/双公示.*迟报 12 天/u);
    expect(said('record ID')).toMatch(/上传市平台 \d{4}-.*通过/u);
  });

  it('has put it right', () => {
    expect(said('publicity show ID')).toContain('公示结束');
    expect(said('publicity show ID')).toMatch(/修复.*罚款已缴清/u);
    expect(said('notice repair ID')).toContain('历城示例便利店');
  });

  it('is public with its licence alone', async () => {
    const penalties = await readFile(join(folder, 'open-data/penalty.csv'), 'utf8');
    expect(penalties).not.toContain('历城示例便利店');
    expect(await readFile(join(folder, 'open-data/licence.csv'), 'utf8')).toContain('历城示例便利店');
  });

  it('went to the city with all that was due', () => {
    expect(said('forward counts')).toMatch(/penalty +历城区市场监管局/u);
    expect(said('forward refused 5')).toContain('主体名称与市法人库不一致');
  });
});

it('a department checks, files and files again', async () => {
  const answers = await walk(await commandsUnder('Filing, as a department does'));
  const filed = answers.get('submit licences.csv licence lc-scjg');
  expect(answers.get('check licences.csv licence lc-scjg')?.code).toBe(3);
  expect(filed?.stdout).toMatch(/1,?000 行/u);
  expect(await readFile(join(folder, 'licences.result.xlsx'))).not.toHaveLength(0);
  expect(answers.get('due objection.close 2021-04-30')?.stdout).toContain('2021-05-11');
});
