/** Forty and more ways in which a file can be unusable, each with its code and its sentence; and what is wrong with single rows. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ_CODES, ReadFailure, ROW_PROBLEMS, openSource, rowsOf } from '../src/reading/index.ts';
import type { ReadCode, RowProblem } from '../src/reading/index.ts';
import { BAD_FILES, COLUMNS, GOOD, HEADER, RECORD, ROW } from './_bad-files.ts';
import { BAD_WORKBOOKS } from './_bad-workbooks.ts';
import { memorySource, readAll } from './_reading.ts';

const ALL_BAD = [...BAD_FILES, ...BAD_WORKBOOKS];

describe('a file that cannot be used', () => {
  it.each(ALL_BAD)('$what: $code', async ({ bytes, code, message, place, options }) => {
    const opened = await openSource(memorySource(bytes), COLUMNS, options);
    expect(opened.ok ? 'accepted' : opened.error.message).toBe(message);
    expect(opened.ok ? null : opened.error).toEqual({ code, message, ...place });
  });

  it('is refused alike when it comes in small blocks', async () => {
    for (const { bytes, options, message } of ALL_BAD.filter((file) => file.bytes.length < 2000)) {
      const opened = await openSource(memorySource(bytes, [1, 7, 3]), COLUMNS, options);
      expect(opened.ok ? 'accepted' : opened.error.message).toBe(message);
    }
  });
});

describe('a path that cannot be read', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reading-'));
    chmodSync(folder, 0o755);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function refusal(path: string): Promise<unknown> {
    const opened = await openSource(path, COLUMNS);
    return opened.ok ? null : opened.error;
  }

  it('because nothing is there', async () => {
    expect(await refusal(join(folder, '没有.csv'))).toEqual({
      code: 'missing-file',
      message: '找不到文件“没有.csv”，需要一个已有的 Excel（.xlsx）、CSV 或 JSON 文件，请核对路径和文件名后再提交。',
    });
  });

  it('because it is a folder', async () => {
    mkdirSync(join(folder, '数据'));
    expect(await refusal(join(folder, '数据'))).toEqual({
      code: 'is-directory',
      message: '“数据”是文件夹，需要一个 Excel（.xlsx）、CSV 或 JSON 文件，请指定文件夹里的那个文件。',
    });
  });

  it('because it is a pipe: and nobody waits for it', async () => {
    execFileSync('mkfifo', [join(folder, '管道')]);
    expect(await refusal(join(folder, '管道'))).toEqual({
      code: 'not-a-file',
      message: '“管道”是管道或设备，需要一个普通文件，请先存成 Excel（.xlsx）、CSV 或 JSON 文件再提交。',
    });
  });

  it('because it may not be read', async () => {
    const path = join(folder, '保密.csv');
    writeFileSync(path, GOOD);
    chmodSync(path, 0o000);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      expect(await refusal(path)).toEqual({
        code: 'unreadable-file',
        message: '没有权限读取文件“保密.csv”，需要可以读取的文件，请让文件所有者开放读取权限后再提交。',
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it('because it grows while it is read', async () => {
    const path = join(folder, '增长.csv');
    writeFileSync(path, GOOD);
    const opened = await openSource(path, COLUMNS);
    if (!opened.ok) throw new Error(opened.error.message);
    writeFileSync(path, `${GOOD}${ROW}\n`);
    const read = async (): Promise<number> => {
      let rows = 0;
      for await (const chunk of opened.value.chunks()) rows += [...rowsOf(chunk, opened.value.plan)].length;
      return rows;
    };
    const failure = await read().catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(ReadFailure);
    expect(failure instanceof ReadFailure ? failure.problem : null).toEqual({
      code: 'file-changed',
      message: '文件“增长.csv”在读取期间被改动，需要不再变化的文件，请等写入结束后重新提交。',
    });
  });

  it('because it shrinks while it is read', async () => {
    const path = join(folder, '缩短.csv');
    writeFileSync(path, GOOD);
    const opened = await openSource(path, COLUMNS);
    if (!opened.ok) throw new Error(opened.error.message);
    writeFileSync(path, HEADER);
    await expect(opened.value.chunks().next()).rejects.toThrow('文件“缩短.csv”在读取期间被改动');
  });

  it('because the system will not open it', async () => {
    const path = join(folder, '循环.csv');
    symlinkSync(path, path);
    expect(await refusal(path)).toEqual({
      code: 'read-failed',
      message: '读取文件“循环.csv”时磁盘或网络出错（ELOOP），需要能完整读出的文件，请换一个位置存放后再提交。',
    });
  });
});

interface BadRow {
  readonly what: string;
  readonly text: string;
  readonly rowNo: number;
  readonly cells?: readonly string[];
  readonly problem: RowProblem;
}

const OBJECT = '一个完整的 JSON 对象';
const ONCE = '每个成员只出现一次';
const ROWS: readonly BadRow[] = [
  {
    what: 'too few cells',
    text: `${HEADER}\n甲\n`,
    rowNo: 2,
    cells: ['甲', '', '', ''],
    problem: { code: 'too-few', value: '1', expected: '4' },
  },
  {
    what: 'a last row cut off in the middle',
    text: `${HEADER}\n${ROW}\n乙,2,食品经`,
    rowNo: 3,
    cells: ['乙', '2', '食品经', ''],
    problem: { code: 'too-few', value: '3', expected: '4' },
  },
  {
    what: 'too many cells',
    text: `${HEADER}\n甲,1,a,b,c\n`,
    rowNo: 2,
    cells: ['甲', '1', 'a', 'b'],
    problem: { code: 'too-many', value: '5', expected: '4' },
  },
  {
    what: 'another delimiter further down',
    text: `${HEADER}\n甲;1;a;b\n`,
    rowNo: 2,
    cells: ['甲;1;a;b', '', '', ''],
    problem: { code: 'too-few', value: '1', expected: '4' },
  },
  {
    what: 'a line break without quotes',
    text: `${HEADER}\n甲,1,食品\n经营,\n`,
    rowNo: 3,
    cells: ['经营', '', '', ''],
    problem: { code: 'too-few', value: '2', expected: '4' },
  },
  {
    what: 'text behind a closing quote',
    text: `${HEADER}\n"历城"示例公司,1,,\n`,
    rowNo: 2,
    cells: ['历城示例公司', '1', '', ''],
    problem: { code: 'stray-quote', value: '行政相对人名称', expected: '双引号成对，格内的双引号写成两个' },
  },
  {
    what: 'JSON: a text among the records',
    text: JSON.stringify([RECORD, '甲']),
    rowNo: 2,
    problem: { code: 'not-an-object', value: '文本', expected: OBJECT },
  },
  {
    what: 'JSON: a list among the records',
    text: JSON.stringify([RECORD, [1]]),
    rowNo: 2,
    problem: { code: 'not-an-object', value: '列表', expected: OBJECT },
  },
  {
    what: 'JSON: a line that is none',
    text: `${JSON.stringify(RECORD)}\n{"XK_XDR_MC": \n${JSON.stringify(RECORD)}`,
    rowNo: 2,
    problem: { code: 'unreadable', value: '', expected: OBJECT },
  },
  {
    what: 'JSON: a colon missing',
    text: `[${JSON.stringify(RECORD)},{"XK_XDR_MC" "甲"}]`,
    rowNo: 2,
    problem: { code: 'unreadable', value: '', expected: OBJECT },
  },
  {
    what: 'JSON: the same member twice',
    text: '[{"XK_XDR_MC":"甲","XK_WSH":"1","XK_WSH":"2"}]',
    rowNo: 1,
    problem: { code: 'duplicate-member', value: 'XK_WSH', expected: ONCE },
  },
  {
    what: 'JSON: one field under two names',
    text: '[{"XK_XDR_MC":"甲","XK_WSH":"1","许可决定书文号":"2"}]',
    rowNo: 1,
    problem: { code: 'duplicate-member', value: '许可决定书文号', expected: ONCE },
  },
  {
    what: 'JSON: a new member further down',
    text: `[${`${JSON.stringify(RECORD)},`.repeat(100)}{"XK_XDR_MC":"甲","XK_WSH":"1","说明":"x"}]`,
    rowNo: 101,
    problem: { code: 'unknown-member', value: '说明', expected: '数据集的字段名' },
  },
  {
    what: 'JSON: an object in a cell',
    text: '[{"XK_XDR_MC":{"zh":"甲"},"XK_WSH":"1"}]',
    rowNo: 1,
    problem: { code: 'bad-value', value: 'XK_XDR_MC', expected: '一个值，或一列值' },
  },
  {
    what: 'JSON: a NUL in a text',
    text: '[{"XK_XDR_MC":"甲\\u0000","XK_WSH":"1"}]',
    rowNo: 1,
    problem: { code: 'bad-value', value: 'XK_XDR_MC', expected: '可以保存的文字' },
  },
  {
    what: 'JSON: half a pair in a text',
    text: '[{"XK_XDR_MC":"\\ud842","XK_WSH":"1"}]',
    rowNo: 1,
    problem: { code: 'bad-value', value: 'XK_XDR_MC', expected: '可以保存的文字' },
  },
];

describe('a row of the wrong shape', () => {
  it.each(ROWS)('$what: $problem.code', async ({ text, rowNo, cells, problem }) => {
    const { rows } = await readAll(memorySource(Buffer.from(text)), COLUMNS);
    const row = rows.find((found) => found.problem !== null);
    expect(row?.problem).toEqual(problem);
    expect(row?.rowNo).toBe(rowNo);
    if (cells !== undefined) expect(row?.cells).toEqual(cells);
  });
});

describe('the tables above', () => {
  it('name every code there is', () => {
    const byPath: readonly ReadCode[] = [
      'missing-file',
      'is-directory',
      'not-a-file',
      'unreadable-file',
      'read-failed',
      'file-changed',
    ];
    expect([...new Set([...ALL_BAD.map(({ code }) => code), ...byPath])].sort()).toEqual([...READ_CODES].sort());
    expect([...new Set(ROWS.map(({ problem }) => problem.code))].sort()).toEqual([...ROW_PROBLEMS].sort());
    expect(ALL_BAD.length + ROWS.length).toBeGreaterThan(70);
  });

  it('say what to do in one sentence', () => {
    for (const { message } of ALL_BAD) {
      expect(message).toMatch(/请[^。]*。$/u);
      expect(message.indexOf('。')).toBe(message.length - 1);
    }
  });
});
