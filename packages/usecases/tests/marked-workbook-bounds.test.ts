/** Marked workbooks at their bounds: more wrong cells than comments, more problems than are listed; every severity; JSON. */
import { actAt } from '@xincheng/testkit/platform';
import { markedWorkbook } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { colourOf, dataSheet, joined, load, markedBytes, noteOf, sendBytes } from './_marked.ts';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec, Sent } from './_intake.ts';
import { textRows, workbookOf } from './_workbooks.ts';

const AT = '2021-05-08T10:00';
const LATER = '2021-05-09T10:00';
const DATASET = 'licence';
const MOST_COMMENTS = 1000;
const MOST_LISTED = 10_000;
/** Says of itself only that its last character does not fit. */
const WRONG_CODE = '91370112MA0000015A';

let desk: Desk;
let unit: string;
let names: readonly string[];

beforeAll(async () => {
  desk = await openDesk();
  unit = desk.owner(DATASET);
  names = datasetOf(desk.platform, DATASET).dataset.fields.map(({ definition }) => definition.name.zh);
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

/** So many rows, each with a number of its own. */
function manyRows(count: number, set: Readonly<Record<string, string>>): string[][] {
  return Array.from({ length: count }, (_, index) =>
    desk.cells(DATASET, unit, { set: { ...set, number: `济历城许字〔2021〕${String(index + 1)}号` } }),
  );
}

function workbook(rows: readonly (readonly string[])[]): Buffer {
  return workbookOf({ sheets: [{ name: '数据', rows: textRows([names, ...rows]) }], styles: STYLES });
}

const STYLES =
  '<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>';

interface Seen {
  readonly coloured: number;
  readonly notes: number;
  /** Where the last comment stands. */
  readonly lastNote: number;
}

function seenIn(sheet: ExcelJS.Worksheet): Seen {
  let [coloured, notes, lastNote] = [0, 0, 0];
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (colourOf(cell) === 'error') coloured += 1;
      if (noteOf(cell) === '') return;
      notes += 1;
      lastNote = row.number;
    });
  });
  return { coloured, notes, lastNote };
}

function summaryLines(book: ExcelJS.Workbook): string[] {
  const lines: string[] = [];
  book.worksheets[0]?.eachRow((row) => {
    lines.push((row.values as ExcelJS.CellValue[]).map((value) => (typeof value === 'object' ? '' : String(value))).join('|'));
  });
  return lines;
}

describe.each([
  ['a workbook', (rows: string[][]) => sendBytes(desk, DATASET, workbook(rows), AT)],
  [
    'a CSV',
    (rows: string[][]) => sendBytes(desk, DATASET, [names, ...rows].map((cells) => cells.join(',')).join('\n'), AT, 'csv'),
  ],
] as const)('%s', (_, send: (rows: string[][]) => Promise<Sent>) => {
  it('with more wrong cells than comments has every cell coloured, and says how many have a comment', async () => {
    const wrong = MOST_COMMENTS + 37;
    const sent = await send(manyRows(wrong, { subjectUscc: WRONG_CODE }));
    expect([sent.batch.rejected, sent.batch.issues]).toEqual([wrong, wrong]);
    const book = await load(await markedBytes(desk, sent, LATER));
    // The wrong cell of each row, and its outcome.
    expect(seenIn(dataSheet(book))).toEqual({ coloured: wrong * 2, notes: MOST_COMMENTS, lastNote: MOST_COMMENTS + 1 });
    expect(summaryLines(book).join('\n')).toContain('批注只加在前 1000 处；其余 37 处只有底色');
  });

  it('with just as many wrong cells as comments says nothing of it', async () => {
    const sent = await send(manyRows(MOST_COMMENTS, { subjectUscc: WRONG_CODE }));
    const book = await load(await markedBytes(desk, sent, LATER));
    expect(seenIn(dataSheet(book)).notes).toBe(MOST_COMMENTS);
    expect(summaryLines(book).join('\n')).not.toContain('批注只加在前');
  });

  it('with more problems than are listed says so behind the last; each stands beside its row', async () => {
    const blank = { subjectUscc: WRONG_CODE, decidedOn: '2021-13-01', authorityName: '', XK_NR: '' };
    const probe = await send(manyRows(1, blank));
    const perRow = probe.batch.issues;
    const count = Math.floor(MOST_LISTED / perRow) + 1;
    await desk.empty();
    const sent = await send(manyRows(count, blank));
    expect(sent.batch.issues).toBe(count * perRow);
    const book = await load(await markedBytes(desk, sent, LATER));
    const lines = summaryLines(book);
    const header = lines.findIndex((line) => line.includes('行|严重程度'));
    expect(lines.slice(header + 1)).toHaveLength(MOST_LISTED + 1);
    expect(lines.at(-1)).toContain('这里只列出前 10000 个问题');
    const sheet = dataSheet(book);
    const remarks = sheet.getRow(count + 1).getCell(names.length + 2).text;
    expect(remarks.match(/【/gu)).toHaveLength(perRow);
  });
});

describe('what is not an error', () => {
  const ROWS: readonly RowSpec[] = [
    { set: { number: '济历城许字〔2021〕1号' } },
    { set: { number: '济历城许字〔2021〕2号', XK_XKLB: '其他' } },
    { set: { number: '济历城许字〔2021〕3号', XK_NR: '国家秘密载体印制资质' } },
    { set: { number: '济历城许字〔2021〕4号', XK_XKLB: '其他', XK_NR: '国家秘密载体印制资质', subjectUscc: WRONG_CODE } },
  ];

  it('has a colour of its own, in the cell and at the outcome, where the gravest counts', async () => {
    const cells = ROWS.map((row) => desk.cells(DATASET, unit, row));
    const sent = await sendBytes(desk, DATASET, workbook(cells), AT);
    expect(sent.outcomes).toEqual(['已入库', '已入库', '待确认', '退回']);
    const sheet = dataSheet(await load(await markedBytes(desk, sent, LATER)));
    const seen = ROWS.map((_, index) => {
      const row = sheet.getRow(index + 2);
      return names
        .concat('处理结果')
        .flatMap((name, column) =>
          colourOf(row.getCell(column + 1)) === null ? [] : [[name, colourOf(row.getCell(column + 1))]],
        );
    });
    const [kind, number, code] = ['许可类别', '行政许可决定文书号', '行政相对人代码_1(统一社会信用代码)'];
    expect(seen).toEqual([
      [],
      [
        [kind, 'warning'],
        ['处理结果', 'warning'],
      ],
      [
        [number, 'confirm'],
        ['处理结果', 'confirm'],
      ],
      [
        [code, 'error'],
        [number, 'confirm'],
        [kind, 'warning'],
        ['处理结果', 'error'],
      ],
    ]);
    const noted = [3, 4].map((row) => noteOf(sheet.getCell(row, names.indexOf(row === 3 ? kind : number) + 1)));
    expect(noted[0]).toMatch(/【提示 C02\.licence-other】/u);
    expect(noted[1]).toMatch(/【需确认 R18\.secret-licence-word】/u);
  });
});

describe('a CSV in the hands of somebody else than its sender', () => {
  it('says that it is masked and must not be sent back, and not how to correct it', async () => {
    const person = desk.cells(DATASET, unit, { kind: 'natural' });
    const text = [names, person].map((cells) => cells.join(',')).join('\n');
    const { batch } = await sendBytes(desk, DATASET, text, AT, 'csv');
    const { actor, ...rest } = actAt(LATER, [desk.other(DATASET)]);
    const book = await load(await joined(markedWorkbook(desk.platform, { ...rest, actor: { ...actor, scope: 'all' } }, batch)));
    const said = summaryLines(book).join('\n');
    expect(said).toMatch(/您不是报送单位.*已遮盖.*请勿用这份表格报送/u);
    expect(said).not.toContain('再报送一次');
    expect(dataSheet(book).getCell('A2').text).toMatch(/\*/u);
  });
});

describe('JSON', () => {
  it('comes back as a workbook: record n in row n + 1, which the summary says and its links know', async () => {
    const { dataset } = datasetOf(desk.platform, DATASET);
    const codes = dataset.fields.map(({ definition }) => definition.code);
    const sets = [{}, { number: '济历城许字〔2021〕2号', subjectUscc: WRONG_CODE }, { number: '济历城许字〔2021〕3号' }];
    const records = sets.map((set) => {
      const cells = desk.cells(DATASET, unit, { set });
      return Object.fromEntries(codes.map((code, index) => [code, cells[index] ?? '']));
    });
    const sent = await sendBytes(desk, DATASET, JSON.stringify(records), AT, 'json');
    expect(sent.outcomes).toEqual(['已入库', '退回', '已入库']);
    expect(sent.issues.map(({ row }) => row)).toEqual([2]);
    const marked = await markedBytes(desk, sent, LATER);
    const book = await load(marked);
    const sheet = dataSheet(book);
    const wrong = sheet.getRow(3).getCell(names.indexOf('行政相对人代码_1(统一社会信用代码)') + 1);
    expect([wrong.text, colourOf(wrong), noteOf(wrong).includes('R04')]).toEqual([WRONG_CODE, 'error', true]);
    expect(seenIn(sheet)).toEqual({ coloured: 2, notes: 1, lastNote: 3 });
    const lines = summaryLines(book);
    expect(lines.join('\n')).toContain('JSON 的第 n 条记录在数据表的第 n+1 行');
    const listed = book.worksheets[0]?.getRow(book.worksheets[0].rowCount).getCell(1);
    expect(listed?.text).toBe('3');
    // Sent again as a workbook nothing is doubled.
    expect((await sendBytes(desk, DATASET, marked, LATER)).outcomes).toEqual(['未变化', '退回', '未变化']);
  });
});
