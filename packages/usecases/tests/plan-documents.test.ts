/** Plans read from their files, held against what a person reads in them. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveUnits } from '@xincheng/core/plans';
import type { DraftTask } from '@xincheng/core/plans';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadStandards } from '../src/platform/index.ts';
import type { LoadedStandards } from '../src/platform/index.ts';
import { PLAN_FILE_CODES, draftText, readPlanFile } from '../src/plans/index.ts';
import type { ReadPlanFile } from '../src/plans/index.ts';
import { PICTURE, docx, paragraph, table } from './_docx.ts';
import { OTHER_PLANS } from './_plan-documents.ts';
import { LICHENG_KEY } from './_plan-key.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PLAN = join(ROOT, 'districts/licheng/plans/licheng-2021-plan.txt');
let standards: LoadedStandards;
let folder = '';

beforeAll(async () => {
  const loaded = await loadStandards(join(ROOT, 'standards'), join(ROOT, 'districts/licheng'));
  if (!loaded.ok) throw new Error(loaded.error.message);
  standards = loaded.value;
  folder = await mkdtemp(join(tmpdir(), 'xincheng-plans-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function read(path: string): Promise<ReadPlanFile> {
  const found = await readPlanFile(standards, { path });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

async function codeOf(bytes: Uint8Array | string, fileName = 'plan.docx'): Promise<string> {
  const path = join(folder, fileName);
  await writeFile(path, bytes);
  const found = await readPlanFile(standards, { path });
  if (found.ok) return 'read';
  // One sentence, and nothing left to fill in.
  expect(found.error.message).toMatch(/^[^。{}]+。$/u);
  return found.error.code;
}

describe('the plan of the district', () => {
  it('is read task by task as a person reads it', async () => {
    const { draft, resolved } = await read(PLAN);
    const idOf = new Map(
      resolved.map((one) => [one.named, one.kind === 'unknown' ? `?${one.named}` : one.id.replace(/^lc-/u, '')]),
    );
    const ids = (names: readonly string[]): string => names.map((name) => idOf.get(name) ?? '').join(' ');
    const rows = draft.tasks.map((task) => [
      task.number,
      Number(task.due?.slice(8)),
      ids(task.leads),
      `${ids(task.responsible)}${task.isOpenEnded ? ' +' : ''}`,
      ids(task.supporting),
      task.targets.map(({ kind, is, value }) => [kind, is, value].filter((part) => part !== undefined).join(' ')).join('; '),
    ]);
    expect(rows).toEqual(LICHENG_KEY.map((row) => row.slice(0, 6)));
    expect(draft.tasks.every(({ due, dueKind }) => dueKind === 'day' && due?.startsWith('2021-06-'))).toBe(true);
    for (const [at, task] of draft.tasks.entries()) {
      const cited = LICHENG_KEY[at]?.[6] ?? '';
      expect(task.instruments).toHaveLength(cited === '' ? 0 : 1);
      for (const { title, number } of task.instruments) expect(number ?? title).toContain(cited);
    }
  });

  it('has its areas, and nothing unread but its preamble', async () => {
    const { draft, resolved } = await read(PLAN);
    expect(draft.areas.map(({ number }) => number).join(' ')).toBe('一 二 三 四 五 六 七 八 九 十 十一 保障');
    expect(draft.unread.map(({ reason, line }) => `${reason} ${line}`)).toEqual(
      [2, 3, 4].map((line) => `text-outside-tasks ${line}`),
    );
    expect(resolved.filter(({ kind }) => kind === 'unknown')).toEqual([]);
    const streets = resolved.find(({ named }) => named === '各街道');
    expect(streets).toMatchObject({ kind: 'group', id: 'lc-jiedao' });
  });

  it('keeps every character of its tasks', async () => {
    const { draft } = await read(PLAN);
    const lines = (await readFile(PLAN, 'utf8')).split('\n');
    for (const { text, assignment, lines: place } of draft.tasks) {
      const line = lines.slice(place.first - 1, place.last).join('');
      expect(line.replace(/^(?:\d+\.|（.）)\s?/u, '')).toBe(text + assignment);
    }
  });

  it('is written for people to mend', async () => {
    const { draft } = await read(PLAN);
    expect(draftText(draft)).toContain('number: 十一2');
  });
});

describe('plans in other forms', () => {
  it.each(OTHER_PLANS)('$name', async ({ fileName, bytes, key }) => {
    const path = join(folder, fileName);
    await writeFile(path, await bytes());
    const { draft } = await read(path);
    expect(draft.tasks.map(rowOf)).toEqual(key);
  });

  it('give units and days exactly in at least 98 of 100 places', async () => {
    let places = 0;
    let exact = 0;
    for (const { fileName, bytes, key } of OTHER_PLANS) {
      const path = join(folder, fileName);
      await writeFile(path, await bytes());
      const { draft } = await read(path);
      for (const row of key) {
        const found = draft.tasks.find(({ number }) => number === row[0]);
        const got = found === undefined ? [] : rowOf(found);
        for (let at = 1; at < row.length; at += 1) {
          places += 1;
          if (got[at] === row[at]) exact += 1;
        }
      }
    }
    expect(places).toBeGreaterThanOrEqual(140);
    expect(exact / places).toBeGreaterThanOrEqual(0.98);
  });

  it('tell what was not understood', async () => {
    const told: string[] = [];
    for (const { fileName, bytes } of OTHER_PLANS) {
      const path = join(folder, fileName);
      await writeFile(path, await bytes());
      const { draft } = await read(path);
      for (const { reason, task } of draft.unread)
        if (reason !== 'text-outside-tasks') told.push(`${fileName} ${task ?? ''} ${reason}`);
    }
    expect(told).toEqual([
      'sentences.txt 二2 due-not-understood',
      'table.docx 二4 due-not-understood',
      'table.docx 三6 due-before-plan',
      'lines.txt 二2 due-before-plan',
    ]);
  });
});

function rowOf({ number, leads, responsible, supporting, due, dueKind }: DraftTask): string[] {
  return [
    number,
    leads.join(' '),
    responsible.join(' '),
    supporting.join(' '),
    due ?? (dueKind === 'standing' ? 'standing' : ''),
  ];
}

describe('who the units are', () => {
  it('is told by names, by usual other forms, and never by likeness', () => {
    const directory = { name: '济南市历城区', units: standards.pack.units, groups: standards.pack.groups };
    const names = [
      '历城区财政局',
      '财政局',
      '济南市公安局历城区分局',
      '郭店街道办',
      '区市场监督管理局',
      '市财政局',
      '区财政厅',
      '区委宣传部(文明办)',
      '各街道办',
    ];
    const found = resolveUnits(names, directory).map((one) =>
      one.kind === 'unknown' ? `? ${one.candidates[0]?.id ?? ''}` : one.id,
    );
    expect(found).toEqual([
      'lc-czj',
      'lc-czj',
      'lc-gaj',
      'lc-jd-guodian',
      'lc-scjg',
      '? lc-czj',
      '? lc-czj',
      'lc-xcb',
      'lc-jiedao',
    ]);
  });
});

describe('files that are no plan', () => {
  it.each<[string, () => Promise<Uint8Array | string>, string]>([
    ['document-empty', async () => Promise.resolve(''), 'a.txt'],
    ['document-empty', () => docx({ body: ['<w:p/>'] }), 'a.docx'],
    ['document-pictures-only', () => docx({ body: [PICTURE, PICTURE] }), 'a.docx'],
    ['no-task', async () => Promise.resolve('关于召开会议的通知\n各单位：\n定于明日开会。'), 'a.txt'],
    [
      'no-task',
      () =>
        docx({
          body: [
            paragraph('菜单'),
            table([
              ['菜名', '价格'],
              ['鱼', '30'],
            ]),
          ],
        }),
      'a.docx',
    ],
    ['document-legacy', async () => Promise.resolve(Buffer.from('d0cf11e0a1b11ae1000000', 'hex')), 'a.doc'],
    ['document-kind', async () => Promise.resolve('%PDF-1.7\n...'), 'a.pdf'],
    ['document-kind', async () => Promise.resolve(Buffer.from('89504e470d0a1a0a0000', 'hex')), 'a.png'],
    ['document-encoding', async () => Promise.resolve(Buffer.from('ff81ff82ff83ff84', 'hex').subarray(1)), 'a.txt'],
    ['document-damaged', async () => (await docx({ body: [paragraph('（责任单位：区财政局）')] })).subarray(0, 300), 'a.docx'],
    ['document-damaged', () => docx({ body: ['<w:p><w:r></w:p>'] }), 'a.docx'],
    ['document-damaged', () => docx({ body: ['<w:p>'.repeat(200)] }), 'a.docx'],
    ['document-bomb', () => docx({ body: [' '.repeat(68 << 20)] }), 'a.docx'],
    ['document-too-large', async () => Promise.resolve('一、加强。（责任单位：区财政局）\n'.repeat(30_000)), 'a.txt'],
  ])('%s', async (code, bytes, fileName) => {
    expect(await codeOf(await bytes(), fileName)).toBe(code);
    expect(PLAN_FILE_CODES).toContain(code);
  });

  it('are told by what the disk says of them', async () => {
    const at = async (path: string): Promise<string> => {
      const found = await readPlanFile(standards, { path });
      return found.ok ? 'read' : found.error.code;
    };
    expect([await at(join(folder, 'none.docx')), await at(folder)]).toEqual(['missing-file', 'is-directory']);
  });

  it('count pictures of a document that is one', async () => {
    const path = join(folder, 'pictures.docx');
    await writeFile(path, await docx({ body: [paragraph('方案'), PICTURE, paragraph('一、加强管理。（责任单位：区财政局）')] }));
    const { draft } = await read(path);
    expect(draft.unread.map(({ reason }) => reason)).toEqual(['picture']);
  });

  it('never throw, whatever was done to their bytes', async () => {
    const sound = await docx({
      body: [
        paragraph('方案'),
        paragraph('一、加强管理。（责任单位：区财政局）'),
        table([
          ['序号', '任务', '责任单位'],
          ['1', '甲', '区财政局'],
        ]),
      ],
    });
    const seed = 20211126;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(sound.length),
        async (changes, cut) => {
          const bytes = Uint8Array.from(sound);
          for (const [at, byte] of changes) bytes[at] = byte;
          await codeOf(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes, 'broken.docx');
        },
      ),
      { seed, numRuns: 400 },
    );
  });
});
