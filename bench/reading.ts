/**
 * Splitting a licence file: our splitter against csv-parse and uDSV, on the same bytes in the same run.
 * `npm run bench -- reading [rows]`; prints rows per second of processor time (all threads counted), best of several rounds.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { inferSchema, initParser } from 'udsv';
import { openSource, rowsOf } from '../packages/usecases/src/reading/index.ts';
import type { Chunk, ColumnSpec, OpenedSource } from '../packages/usecases/src/reading/index.ts';

const COLUMNS = 28;
const ROUNDS = 5;
const rows = Number(process.argv[2] ?? 200_000);

const columns: ColumnSpec[] = Array.from({ length: COLUMNS }, (_, index) => ({
  code: `XK_${String(index)}`,
  names: [`字段${String(index)}`],
  required: index < 20,
}));

function licenceRow(index: number): string[] {
  const number = String(index).padStart(7, '0');
  const office = ['济南市历城区行政审批服务局', '11370112MB2857331X'];
  const content =
    '准予从事食品经营：预包装食品销售、散装食品销售、特殊食品销售，经营场所为历城区示例路一号示例大厦，有效期内依法经营';
  return [
    `历城区示例食品有限公司第${number}号`,
    '法人及非法人组织',
    '91370112MA0000015R',
    '',
    '',
    '',
    '',
    '张示例',
    '身份证',
    '',
    '',
    '',
    `济历城审批许准字〔2021〕第${number}号`,
    '食品经营许可决定书',
    '登记',
    '食品经营许可证',
    `JY1370112${number}`,
    content,
    '2021/04/23',
    '2021/04/23',
    '2026/04/22',
    ...office,
    '1',
    ...office,
    '',
    '无',
  ];
}

function written(isQuoted: boolean): Buffer {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => (isQuoted && cell !== '' ? `"${cell}"` : cell)).join(',');
  const parts = [columns.map(({ code }) => code).join(',')];
  for (let index = 0; index < rows; index += 1) parts.push(line(licenceRow(index)));
  return Buffer.from(`${parts.join('\r\n')}\r\n`);
}

async function opened(path: string): Promise<OpenedSource> {
  const source = await openSource(path, columns);
  if (!source.ok) throw new Error(source.error.message);
  return source.value;
}

/** Rows per second of processor time in the best round: other work on the machine does not count. `read` returns the number of cells, so that nothing is optimised away. */
async function measure(name: string, read: () => Promise<number> | number): Promise<void> {
  let best = Number.POSITIVE_INFINITY;
  let cells = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = process.cpuUsage();
    cells = await read();
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
  }
  if (cells !== rows * COLUMNS) throw new Error(`${name} read ${String(cells)} cells`);
  console.log(`${name.padEnd(34)} ${Math.round(rows / best).toLocaleString('en')}k rows/s`.replace(/,(\d+)k/u, ',$1k'));
}

async function withCsvParse(bytes: Buffer): Promise<number> {
  let cells = 0;
  const parser = parse({ from_line: 2 });
  parser.end(bytes);
  for await (const record of parser as AsyncIterable<string[]>) cells += record.length;
  return cells;
}

/** As its author shows for streams: pieces of text, one call a row. */
function withUdsv(bytes: Buffer): number {
  const decoder = new TextDecoder();
  const piece = 1 << 16;
  let cells = 0;
  let parser: ReturnType<typeof initParser> | null = null;
  for (let at = 0; at < bytes.length; at += piece) {
    const text = decoder.decode(bytes.subarray(at, at + piece), { stream: true });
    parser ??= initParser(inferSchema(text));
    parser.chunk<string[]>(text, parser.stringArrs, (row) => {
      cells += row.length;
    });
  }
  parser?.end();
  return cells;
}

async function bench(form: string, isQuoted: boolean, folder: string): Promise<void> {
  const bytes = written(isQuoted);
  const path = join(folder, `${form}.csv`);
  writeFileSync(path, bytes);
  console.log(`\n${form}: ${String(rows)} rows, ${(bytes.length / rows).toFixed(0)} bytes a row`);
  const source = await opened(path);
  const chunks: Chunk[] = [];
  for await (const chunk of source.chunks()) chunks.push(chunk);
  await measure('ours: survey (open)', async () => (await opened(path)).records * COLUMNS);
  await measure('ours: rows of chunks', () => chunks.reduce((cells, chunk) => cells + cellsOf(chunk, source), 0));
  await measure('ours: open and read, one thread', async () => {
    const again = await opened(path);
    let cells = 0;
    for await (const chunk of again.chunks()) cells += cellsOf(chunk, again);
    return cells;
  });
  await measure('udsv', () => withUdsv(bytes));
  await measure('csv-parse', () => withCsvParse(bytes));
}

function cellsOf(chunk: Chunk, { plan }: OpenedSource): number {
  let cells = 0;
  for (const row of rowsOf(chunk, plan)) cells += row.cells.length;
  return cells;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-reading-'));
try {
  await bench('plain', false, folder);
  await bench('quoted', true, folder);
} finally {
  rmSync(folder, { recursive: true });
}
