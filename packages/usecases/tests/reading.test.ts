/** What departments really send, read as they mean it. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHeader, openSource, splitRecords } from '../src/reading/index.ts';
import type { ColumnSpec } from '../src/reading/index.ts';
import { WRITTEN_ENCODINGS, encoded, looseColumns, memorySource, readAll } from './_reading.ts';

const COLUMNS: readonly ColumnSpec[] = [
  { code: 'XK_XDR_MC', names: ['行政相对人名称'], required: true },
  { code: 'XK_XDR_SHXYM', names: ['行政相对人代码_1(统一社会信用代码)', '统一社会信用代码'], required: true },
  { code: 'XK_WSH', names: ['行政许可决定文书号'], required: true },
  { code: 'XK_JDRQ', names: ['许可决定日期'], required: true },
  { code: 'XK_NR', names: ['许可内容'], required: false },
  { code: 'XK_BZ', names: ['备注'], required: false },
];
const NAMES = COLUMNS.map(({ names }) => names[0] ?? '').join(',');
const CODES = COLUMNS.map(({ code }) => code).join(',');
const ROW = '㐂𠮷䶮食品有限公司,91370112MA0000015R,济历城审批〔2021〕12号,2021/4/3,食品经营,无';
const CELLS = ROW.split(',');

async function cellsOf(text: string | Buffer): Promise<{ rowNo: number; cells: readonly string[] }[]> {
  const { rows } = await readAll(memorySource(Buffer.from(text)), COLUMNS);
  expect(rows.every(({ problem }) => problem === null)).toBe(true);
  return rows.map(({ rowNo, cells }) => ({ rowNo, cells }));
}

describe('encodings', () => {
  it.each(WRITTEN_ENCODINGS)('reads rare characters from %s', async (encoding) => {
    const { opened, rows } = await readAll(memorySource(encoded(`${NAMES}\r\n${ROW}\r\n`, encoding)), COLUMNS);
    expect(rows[0]?.cells).toEqual(CELLS);
    expect(opened.encoding).toBe(encoding.replace('-bom', ''));
  });

  it('changes its mind at a late byte', async () => {
    const plain = 'A,91370112MA0000015R,1,2021/4/3,,\n'.repeat(60_000);
    const bytes = Buffer.concat([Buffer.from(`${CODES}\n${plain}`), encoded(`${ROW}\n`, 'gb18030')]);
    const { opened, rows } = await readAll(memorySource(bytes), COLUMNS);
    expect(opened.encoding).toBe('gb18030');
    expect(rows).toHaveLength(60_001);
    expect(rows.at(-1)).toMatchObject({ cells: CELLS, rowNo: 60_002 });
  });

  it('does not read damaged UTF-8 as GB18030', async () => {
    const bytes = Buffer.concat([Buffer.from(`${NAMES}\n${ROW}\n`), Buffer.of(0xe5, 0x2c)]);
    const opened = await openSource(memorySource(bytes), COLUMNS);
    expect(opened.ok ? null : opened.error).toMatchObject({ code: 'bad-encoding', line: 3 });
  });
});

describe('the conformance files of encodings', () => {
  const folder = new URL('../../../standards/conformance/encodings/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));

  it('are all there', () => {
    expect(files).toHaveLength(8);
  });

  it.each(files)('%s says the same', async (file) => {
    const expected: unknown = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
    const { opened, rows } = await readAll(fileURLToPath(new URL(file, folder)), looseColumns(['XK_XDR_MC', 'XK_NR', 'XK_BZ']));
    expect(rows.map(({ cells }) => cells)).toEqual(expected);
    expect(file.startsWith(opened.encoding)).toBe(true);
  });
});

describe('headers', () => {
  const expected = [{ rowNo: 2, cells: CELLS }];

  it('by name and by code', async () => {
    expect(await cellsOf(`${NAMES}\n${ROW}\n`)).toEqual(expected);
    expect(await cellsOf(`${CODES}\n${ROW}\n`)).toEqual(expected);
    expect(await cellsOf(`${CODES.toLowerCase()}\n${ROW}\n`)).toEqual(expected);
  });

  it('by both, in two rows', async () => {
    const { opened, rows } = await readAll(memorySource(Buffer.from(`${NAMES}\n${CODES}\n${ROW}\n`)), COLUMNS);
    expect(opened.header).toMatchObject({ firstRow: 1, lastRow: 2 });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.rowNo).toBe(3);
  });

  it('in another order, with a stranger among them', async () => {
    const { opened, rows } = await readAll(
      memorySource(
        Buffer.from(
          '序号,许可决定日期,备注,行政许可决定文书号,统一社会信用代码,行政相对人名称\n1,2021-04-03,无,甲〔2021〕1号,91370112MA0000015R,乙公司\n',
        ),
      ),
      COLUMNS,
    );
    expect(rows[0]?.cells).toEqual(['乙公司', '91370112MA0000015R', '甲〔2021〕1号', '2021-04-03', '', '无']);
    expect(opened.header.unknown).toEqual(['序号']);
    expect(opened.header.mapping).toEqual([5, 4, 3, 1, -1, 2]);
  });

  it('below title rows', async () => {
    expect(
      await cellsOf(`历城区行政许可信息报送表,,,,,\n填报单位：区审批局,,,填报日期：2021-05-06,,\n\n${NAMES}\n${ROW}\n`),
    ).toEqual([{ rowNo: 5, cells: CELLS }]);
  });

  it('with everything people put around them', async () => {
    const header =
      ' *行政相对人名称,行政相对人代码＿１（统一社会信用代码）,【必填】行政许可决定文书号 ,许可决定日期(必填),许可 内容：,"备注\n（选填）"';
    expect(await cellsOf(`\ufeff${header}\n${ROW}\n`)).toEqual(expected);
    expect(await cellsOf(`ＸＫ＿ＸＤＲ＿ＭＣ,ＸＫ－ＸＤＲ－ＳＨＸＹＭ,XK_WSH*,xk_jdrq,XK_NR,XK_BZ\n${ROW}\n`)).toEqual(expected);
  });

  it('with trailing blank ones, and a row of the same length', async () => {
    expect(await cellsOf(`${NAMES},,\n${ROW},,\n`)).toEqual(expected);
  });

  it('with a column that has no name', async () => {
    const { opened } = await readAll(memorySource(Buffer.from(`,${NAMES}\n1,${ROW}\n`)), COLUMNS);
    expect(opened.header.unknown).toEqual(['第 1 列（没有列名）']);
  });

  it('with the hidden columns of a result sent back, and our own columns', async () => {
    const text = `${NAMES},记录编号,替换记录编号,问题\n${ROW},0199-a,,x\n${ROW},,0199-b,\n`;
    const { opened, rows } = await readAll(memorySource(Buffer.from(text)), COLUMNS, { ownColumns: ['问题'] });
    expect(rows.map(({ extras }) => extras)).toEqual([{ recordId: '0199-a' }, { replaces: '0199-b' }]);
    expect(rows.map(({ cells }) => cells)).toEqual([CELLS, CELLS]);
    expect(opened.header.unknown).toEqual([]);
  });

  it('prefer a field of their own name to the alias of another', () => {
    const columns: ColumnSpec[] = [
      { code: 'A', names: ['甲', '乙'], required: false },
      { code: 'B', names: ['乙'], required: false },
    ];
    const header = findHeader([['乙', '甲']], columns);
    expect(header.ok && header.value.mapping).toEqual([1, 0]);
  });

  it('need half of their names recognised', () => {
    const columns: ColumnSpec[] = [{ code: 'A', names: ['甲'], required: false }];
    expect(findHeader([['甲', '丙']], columns).ok).toBe(true);
    const wrong = findHeader([['甲', '丙', '丁']], columns);
    expect(wrong.ok ? null : wrong.error.code).toBe('wrong-header');
  });
});

describe('rows', () => {
  it('are counted as a spreadsheet counts them', async () => {
    const text = `${NAMES}\r\n\r\n${ROW}\r\n,,,,,\r\n"甲\r\n乙",1,2,3,4,5\r\n \u3000,,\t\r\n${ROW}`;
    expect((await cellsOf(text)).map(({ rowNo, cells }) => [rowNo, cells[0]])).toEqual([
      [3, '㐂𠮷䶮食品有限公司'],
      [5, '甲\r\n乙'],
      [7, '㐂𠮷䶮食品有限公司'],
    ]);
  });

  it('may lack trailing cells nobody must fill, as spreadsheets write them', async () => {
    const { rows } = await readAll(memorySource(Buffer.from(`${NAMES}\n甲,1,2,3\n甲,1,2,3,4\n甲,1,2\n`)), COLUMNS);
    expect(rows.map(({ problem }) => problem?.code ?? null)).toEqual([null, null, 'too-few']);
    expect(rows[0]?.cells).toEqual(['甲', '1', '2', '3', '', '']);
  });

  it('broken by a line end without quotes never pass for two good ones', async () => {
    for (let broken = 0; broken < CELLS.length; broken += 1) {
      const cells = CELLS.map((cell, column) => (column === broken ? `${cell}\n${cell}` : cell));
      const { rows } = await readAll(memorySource(Buffer.from(`${NAMES}\n${cells.join(',')}\n`)), COLUMNS);
      expect(rows).toHaveLength(2);
      expect(rows.some(({ problem }) => problem?.code === 'too-few')).toBe(true);
    }
  });

  it('keep quotes within a cell, and spaces before an opening quote do not hide it', async () => {
    const { rows } = await readAll(memorySource(Buffer.from(`${NAMES}\n5"屏, "甲,乙" ,"丙""丁""",3,4, 5\n`)), COLUMNS);
    expect(rows[0]).toMatchObject({ cells: ['5"屏', '甲,乙', '丙"丁"', '3', '4', ' 5'], problem: null });
  });

  it('of four delimiters', async () => {
    for (const delimiter of [',', '\t', ';', '|']) {
      const { opened, rows } = await readAll(memorySource(Buffer.from(`${NAMES}\n${ROW}\n`.replaceAll(',', delimiter))), COLUMNS);
      expect(opened.delimiter).toBe(delimiter);
      expect(rows[0]?.cells).toEqual(CELLS);
    }
  });

  it('of GB18030 with `|`, which second bytes may equal', async () => {
    const bar = new TextDecoder('gb18030').decode(Uint8Array.of(0xb0, 0x7c));
    const text = `${NAMES}\n${bar}"示例,${bar},1,2,3,${bar}\n`.replaceAll(',', '|');
    const { opened, rows } = await readAll(memorySource(encoded(text, 'gb18030')), COLUMNS);
    expect(opened.encoding).toBe('gb18030');
    expect(rows[0]).toMatchObject({ cells: [`${bar}"示例`, bar, '1', '2', '3', bar], problem: null });
  });

  it('come in chunks of the size asked for, each with its own memory', async () => {
    const opened = await openSource(memorySource(Buffer.from(`${NAMES}\n${`${ROW}\n`.repeat(500)}`)), COLUMNS, {
      chunkBytes: 4096,
    });
    if (!opened.ok) throw new Error(opened.error.message);
    const chunks = [];
    for await (const chunk of opened.value.chunks()) chunks.push(chunk);
    expect(opened.value.records).toBe(500);
    expect(chunks.length).toBeGreaterThan(10);
    expect(chunks.every(({ bytes }) => bytes.buffer.byteLength === bytes.byteLength)).toBe(true);
    expect(chunks.slice(0, -1).every(({ bytes }) => bytes.length >= 4096 && bytes.length < 4096 + 200)).toBe(true);
    expect(chunks.map(({ last }) => last)).toEqual(chunks.map((_, index) => index === chunks.length - 1));
    const buffer = chunks[0]?.bytes.buffer;
    if (!(buffer instanceof ArrayBuffer)) throw new Error('a chunk does not own its memory');
    const moved = structuredClone(chunks[0], { transfer: [buffer] });
    expect(moved?.bytes.length).toBeGreaterThan(0);
    expect(buffer.byteLength).toBe(0);
  });
});

describe('JSON', () => {
  const member = Object.fromEntries(COLUMNS.map(({ code }, field) => [code, CELLS[field]]));

  it('as list, as records, as lines; by code or by name', async () => {
    const named = Object.fromEntries(COLUMNS.map(({ names }, field) => [names[0] ?? '', CELLS[field]]));
    for (const text of [
      JSON.stringify([member, named]),
      JSON.stringify({ unit: 'lc', records: [member, named], sent: [1] }, null, 2),
      `${JSON.stringify(member)}\n\n${JSON.stringify(named)}\n`,
    ]) {
      const rows = await cellsOf(text);
      expect(rows.map(({ cells }) => cells)).toEqual([CELLS, CELLS]);
    }
  });

  it('counts records, and blank lines of lines', async () => {
    expect((await cellsOf(JSON.stringify([member, {}, member]))).map(({ rowNo }) => rowNo)).toEqual([1, 3]);
    expect((await cellsOf(`${JSON.stringify(member)}\n\n${JSON.stringify(member)}`)).map(({ rowNo }) => rowNo)).toEqual([1, 3]);
  });

  it('keeps every digit of a number', async () => {
    const numbers = ['0.500000', '12345678901234567890.123456', '1.5e3', '-2E-3', '100'];
    const text = `[${numbers.map((number) => `{"XK_XDR_MC":"甲","XK_NR":${number}}`).join(',')}]`;
    const { rows } = await readAll(memorySource(Buffer.from(text)), COLUMNS);
    expect(rows.map(({ cells }) => cells[4])).toEqual(['0.500000', '12345678901234567890.123456', '1500', '-0.002', '100']);
  });

  it('writes true, null and lists of values as cells', async () => {
    const text = JSON.stringify([{ XK_XDR_MC: '甲', XK_WSH: true, XK_NR: ['罚款', '警告'], XK_BZ: null }]);
    const { rows } = await readAll(memorySource(Buffer.from(text)), COLUMNS);
    expect(rows[0]).toMatchObject({ cells: ['甲', '', 'true', '', '罚款;警告', ''], problem: null });
  });

  it('hands on children, and names what it does not know', async () => {
    const text = JSON.stringify([{ ...member, stages: [{ no: 1, paid: 0.1 }], note: 'x', recordId: '0199-a' }]);
    const { opened, rows } = await readAll(memorySource(Buffer.from(text)), COLUMNS);
    expect(rows[0]?.nested).toEqual({ stages: [{ no: '1', paid: '0.1' }] });
    expect(rows[0]?.extras).toEqual({ recordId: '0199-a' });
    expect(rows[0]?.problem).toBeNull();
    expect(opened.header.unknown).toEqual(['note']);
  });

  it('leaves what is missing to the checks of the row', async () => {
    const { opened, rows } = await readAll(memorySource(Buffer.from('[{"XK_XDR_MC":"甲"}]')), COLUMNS);
    expect(opened.header.missing).toContain('行政许可决定文书号');
    expect(rows[0]?.problem).toBeNull();
  });

  it('is not mistaken for a title in brackets', async () => {
    expect(await cellsOf(`[2021] 行政许可\n${NAMES}\n${ROW}\n`)).toEqual([{ rowNo: 3, cells: CELLS }]);
  });
});

describe('splitRecords', () => {
  it('gives every cell of every record', () => {
    const records: [number, string[]][] = [];
    splitRecords('a,"b,""c""\n",\n\nd', ',', (cells, recordNo) => records.push([recordNo, cells]));
    expect(records).toEqual([
      [1, ['a', 'b,"c"\n', '']],
      [2, ['']],
      [3, ['d']],
    ]);
  });
});

describe('a big file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reading-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read from disk row by row, none twice, none lost', async () => {
    const path = join(folder, '大.csv');
    const lines = Array.from(
      { length: 150_000 },
      (_, index) => `公司${String(index)},91370112MA0000015R,"甲〔2021〕${String(index)}号",2021/4/3,"a,b",`,
    );
    writeFileSync(path, `${NAMES}\n${lines.join('\n')}\n`);
    const { opened, rows, chunks } = await readAll(path, COLUMNS, { chunkBytes: 1 << 20 });
    expect(chunks).toBeGreaterThan(5);
    expect(opened.records).toBe(150_000);
    expect(rows).toHaveLength(150_000);
    expect(
      rows.every(
        ({ rowNo, cells }, index) =>
          rowNo === index + 2 && cells[0] === `公司${String(index)}` && cells[2] === `甲〔2021〕${String(index)}号`,
      ),
    ).toBe(true);
  });
});
