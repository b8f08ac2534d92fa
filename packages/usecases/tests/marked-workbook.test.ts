/** The sender's own workbook comes back: whoever wrote it, with marks on it and otherwise as it was. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actAt } from '@xincheng/testkit/platform';
import { markedWorkbook } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbook } from '../src/workbook/index.ts';
import type { ZipEntry } from '../src/workbook/index.ts';
import { openDesk } from './_intake.ts';
import type { Desk, Sent } from './_intake.ts';
import { dataSheet, FILLS, joined, load, markedBytes, noteOf, sendBytes } from './_marked.ts';
import { EXCELJS_WRITERS, HAND_WRITERS } from './_writers.ts';
import type { Table, Writer } from './_writers.ts';

const AT = '2021-05-08T10:00';
const LATER = '2021-05-09T10:00';
const DATASET = 'licence';
const FIXTURES = join(import.meta.dirname, 'fixtures/marking');
const OUTCOMES = ['已入库', '退回', '退回', '已入库', '已入库'];
const RESULTS = ['处理结果', '问题与修改建议', '记录编号'];

const saved: Readonly<Record<string, Writer>> = Object.fromEntries(
  readdirSync(FIXTURES).map((name) => [name, () => Promise.resolve({ bytes: readFileSync(join(FIXTURES, name)), gap: 0 })]),
);
const WRITERS = { ...EXCELJS_WRITERS, ...HAND_WRITERS, ...saved };
/** exceljs itself reads no cells that do not say where they are, and no comments in a part of another name than its own. */
const UNREADABLE = new Set(['no places of rows and cells', 'no places of cells', 'openpyxl-comment.xlsx']);
/** Whose comments exceljs does not find. */
const UNSEEN_COMMENTS = new Set(['the strict form']);
/** Put into a plain workbook. */
const REMADE = new Set(['prefixes everywhere']);

let desk: Desk;
let unit: string;
let table: Table;

beforeAll(async () => {
  desk = await openDesk();
  unit = desk.owner(DATASET);
  const { dataset } = datasetOf(desk.platform, DATASET);
  table = [
    dataset.fields.map(({ definition }) => definition.name.zh),
    desk.cells(DATASET, unit, {}),
    desk.cells(DATASET, unit, { set: { number: '济历城许字〔2021〕2号', subjectUscc: '91370112MA0000015A', legalRep: '' } }),
    desk.cells(DATASET, unit, { set: { number: '济历城许字〔2021〕3号', decidedOn: '2021-13-01', subjectName: '' } }),
    desk.cells(DATASET, unit, { kind: 'soleTrader', set: { number: '济历城许字〔2021〕4号' } }),
    desk.cells(DATASET, unit, { kind: 'natural', set: { number: '济历城许字〔2021〕5号' } }),
  ];
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function send(bytes: Uint8Array, at = AT): Promise<Sent> {
  return sendBytes(desk, DATASET, bytes, at);
}

function mark(sent: Sent): Promise<Buffer> {
  return markedBytes(desk, sent, LATER);
}

/** As the credit office gets it. */
function markForOthers({ batch }: Sent): Promise<Buffer> {
  const { actor, ...rest } = actAt(LATER, [desk.other(DATASET)]);
  return joined(markedWorkbook(desk.platform, { ...rest, actor: { ...actor, scope: 'all' } }, batch));
}

/** Column of a name, from 1. */
function columnOf(sheet: ExcelJS.Worksheet, name: string, header: number): number {
  return textsOf(sheet, header).indexOf(name);
}

/** Texts of a row, by column from 1. */
function textsOf(sheet: ExcelJS.Worksheet, row: number): string[] {
  return Array.from({ length: 45 }, (_, column) => (column === 0 ? '' : sheet.getCell(row, column).text));
}

/** Every part but the sheet's own as it lies in the archive, and the sheet's cells by place. */
async function partsOf(
  bytes: Uint8Array,
): Promise<{ readonly cells: ReadonlyMap<string, string>; readonly parts: ReadonlyMap<string, string> }> {
  const { archive, sheets } = await openWorkbook(bytes);
  const read = async (entry: ZipEntry): Promise<string> => {
    const blocks: Uint8Array[] = [];
    for await (const block of archive.read(entry)) blocks.push(Buffer.from(block));
    return Buffer.concat(blocks).toString('latin1');
  };
  const parts = new Map<string, string>();
  for (const entry of archive.entries) parts.set(entry.name, await read(entry));
  const sheet = sheets.find(({ name }) => Buffer.from(name).toString() === '数据');
  const cells = new Map<string, string>();
  for (const [xml, place] of (parts.get(sheet?.part.name ?? '') ?? '').matchAll(/<c r="([A-Z]+\d+)"(?:[^>]*\/>|.*?<\/c>)/gsu))
    cells.set(place ?? '', xml);
  return { cells, parts };
}

describe('a workbook', () => {
  it.each(Object.entries(WRITERS))('with %s comes back marked', async (name, writer) => {
    const { bytes, gap } = await writer(table);
    const sent = await send(bytes);
    expect(sent.outcomes).toEqual(OUTCOMES);
    const marked = await mark(sent);
    if (!REMADE.has(name)) await expectUntouched(bytes, marked);
    if (UNREADABLE.has(name)) {
      expect((await send(marked, LATER)).outcomes).toEqual(['未变化', '退回', '退回', '未变化', '未变化']);
      return;
    }
    const book = await load(marked);
    expect(book.worksheets[0]?.name).toBe('问题汇总');
    const sheet = dataSheet(book);
    const header = gap + 1;
    const results = RESULTS.map((result) => columnOf(sheet, result, header));
    expect(Math.min(...results)).toBeGreaterThan(28);
    expect(OUTCOMES.map((_, index) => sheet.getCell(header + 1 + index, results[0] ?? 0).text)).toEqual(OUTCOMES);
    expect(sheet.getColumn(results[2] ?? 0).hidden).toBe(true);
    for (const issue of sent.issues) {
      const column = columnOf(sheet, issue.label ?? '', header);
      const cell = sheet.getCell(issue.row, column);
      expect(cell.fill, cell.address).toMatchObject({ fgColor: { argb: FILLS.error } });
      const note = noteOf(cell);
      if (!UNSEEN_COMMENTS.has(name)) expect(note).toContain(issue.code);
    }
    expect(sheet.getCell(header + 1, 1).fill).not.toMatchObject({ fgColor: { argb: FILLS.error } });
  });

  it.each(Object.keys(WRITERS).filter((name) => !UNREADABLE.has(name)))(
    'with %s, corrected and shuffled in its marked form, is sent again and marked anew without doubling anything',
    async (name) => {
      const { bytes, gap } = (await WRITERS[name]?.(table)) ?? { bytes: Buffer.alloc(0), gap: 0 };
      const marked = await mark(await send(bytes));
      const corrected = await send(await corrections(marked, gap), LATER);
      const { accepted, changed, unchanged, rejected } = corrected.batch;
      expect({ accepted, changed, unchanged, rejected }).toEqual({ accepted: 1, changed: 1, unchanged: 2, rejected: 1 });
      const again = await load(await mark(corrected));
      const sheet = dataSheet(again);
      expect(again.worksheets.filter(({ name: tab }) => tab.startsWith('问题汇总'))).toHaveLength(1);
      const header = textsOf(sheet, gap + 1);
      for (const result of RESULTS) expect(header.filter((text) => text === result)).toHaveLength(1);
      let coloured = 0;
      let notes = 0;
      sheet.eachRow((row) => {
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (JSON.stringify(cell.style).includes(FILLS.error)) coloured += 1;
          if (noteOf(cell).includes('信用平台校验')) notes += 1;
        });
      });
      // Two cells of one row, and that row's outcome.
      expect({ coloured, notes }).toEqual({ coloured: 3, notes: 2 });
    },
  );

  it('keeps the comments of its sender', async () => {
    const { bytes } = (await EXCELJS_WRITERS['comments of the sender']?.(table)) ?? { bytes: Buffer.alloc(0) };
    const sheet = dataSheet(await load(await mark(await send(bytes))));
    expect(JSON.stringify([sheet.getCell('A2').note, sheet.getCell('B3').note])).toMatch(/请王科长核对.*电话确认过/u);
  });

  it('shifts what counts tabs by their place', async () => {
    const { bytes } = (await HAND_WRITERS['names bound to sheets']?.(table)) ?? { bytes: Buffer.alloc(0) };
    const { parts } = await partsOf(await mark(await send(bytes)));
    expect(parts.get('xl/workbook.xml')).toContain('name="_xlnm.Print_Titles" localSheetId="1"');
  });

  it('goes to who is not its sender as a plain one, with persons masked', async () => {
    const { bytes } = (await EXCELJS_WRITERS['comments of the sender']?.(table)) ?? { bytes: Buffer.alloc(0) };
    const other = await markForOthers(await send(bytes));
    const { parts } = await partsOf(other);
    const all = Buffer.from([...parts.values()].join('\n'), 'latin1').toString('utf8');
    expect(all).toContain('您不是报送单位');
    for (const secret of ['请王科长核对', table[5]?.[0] ?? '', table[5]?.[12] ?? '']) expect(all).not.toContain(secret);
  });
});

describe('a file that is no workbook', () => {
  it('comes back as one, in which nothing is a formula', async () => {
    const sent = await desk.send({
      dataset: DATASET,
      rows: [{}, { set: { number: '2号', remark: '=HYPERLINK("x")', subjectName: '' } }],
      at: AT,
    });
    const marked = await mark(sent);
    const sheet = dataSheet(await load(marked));
    expect(sheet.getRow(2).getCell(1).text).toBe(table[1]?.[0]);
    const { parts } = await partsOf(marked);
    expect([...parts].filter(([name]) => name.includes('sheet')).every(([, xml]) => !xml.includes('<f>'))).toBe(true);
    expect((await send(marked, LATER)).outcomes).toEqual(['未变化', '退回']);
  });
});

/** Puts one rejected row right, changes a held one, and turns the rows round. */
async function corrections(marked: Buffer, gap: number): Promise<Buffer> {
  const book = await load(marked);
  const sheet = dataSheet(book);
  const at = (name: string): number => columnOf(sheet, name, gap + 1);
  sheet.getCell(gap + 3, at(table[0]?.[2] ?? '')).value = table[1]?.[2] ?? '';
  sheet.getCell(gap + 3, at('法定代表人')).value = '张更正';
  sheet.getCell(gap + 2, at('备注')).value = '更正备注';
  const rows = [2, 3, 4, 5, 6].map((row) => (sheet.getRow(gap + row).values as ExcelJS.CellValue[]).slice());
  const styles = [2, 3, 4, 5, 6].map((row) =>
    Array.from({ length: 40 }, (_, column) => sheet.getCell(gap + row, column + 1).style),
  );
  const notes = [2, 3, 4, 5, 6].map((row) =>
    Array.from({ length: 40 }, (_, column) => sheet.getCell(gap + row, column + 1).note),
  );
  rows.reverse().forEach((values, index) => {
    for (let column = 1; column <= 40; column += 1) {
      const cell = sheet.getCell(gap + 2 + index, column);
      cell.value = values[column] ?? null;
      cell.style = styles[4 - index]?.[column - 1] ?? {};
      const note = notes[4 - index]?.[column - 1];
      if (note !== undefined) cell.note = note;
      else Object.assign(cell, { _comment: undefined });
    }
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Cells without a mark, and all parts that need not change, are byte for byte what they were. */
async function expectUntouched(before: Uint8Array, after: Uint8Array): Promise<void> {
  const [a, b] = [await partsOf(before), await partsOf(after)];
  const differing = [...a.cells].filter(([place, xml]) => b.cells.get(place) !== xml);
  for (const [place, xml] of differing) {
    // A marked cell has another style, and nothing else of it has changed; a blank one may have made way for a result.
    const without = (text: string): string => text.replace(/ s="\d+"/u, '');
    if (/\/>$/u.test(xml)) continue;
    expect(without(b.cells.get(place) ?? ''), place).toBe(without(xml));
  }
  expect(differing.filter(([, xml]) => !/\/>$/u.test(xml)).length).toBeLessThanOrEqual(4);
  const changed = [...a.parts].filter(([name, data]) => b.parts.get(name) !== data).map(([name]) => name);
  expect(
    changed.filter((name) => !/Content_Types|workbook\.xml|styles\.xml|comments|vmlDrawing|worksheets\//u.test(name)),
  ).toEqual([]);
}
