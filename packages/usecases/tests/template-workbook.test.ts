/** Templates as workbooks: filled in, they are taken; made by older rules, they are taken with a warning. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actAt } from '@xincheng/testkit/platform';
import { submitBatch, templateXlsx } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import type { Receipt } from '@xincheng/contract/api';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openZip } from '../src/workbook/index.ts';
import { zipOf } from '../src/marking/zip-writer.ts';
import type { OutPart } from '../src/marking/zip-writer.ts';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';

const DATASET = 'licence';
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

async function bytesOf(blocks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const block of blocks) all.push(block);
  return Buffer.concat(all);
}

async function template(id = DATASET): Promise<Buffer> {
  return bytesOf(templateXlsx(desk.platform.pack, datasetOf(desk.platform, id)));
}

async function load(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return book;
}

/** Fills a row in as a spreadsheet would: only the sheet's own part changes. `change` is done to every other part. */
async function filled(change: (name: string, text: string) => string): Promise<Buffer> {
  const archive = await openZip(await template());
  const cells = desk.cells(DATASET, desk.owner(DATASET), {});
  const row = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
  const parts: OutPart[] = [];
  for (const entry of archive.entries) {
    const text = (await bytesOf(archive.read(entry))).toString('utf8');
    const isData = entry.name === 'xl/worksheets/sheet1.xml';
    parts.push({
      name: entry.name,
      data: isData ? text.replace('</sheetData>', `<row r="2">${row}</row></sheetData>`) : change(entry.name, text),
    });
  }
  return bytesOf(zipOf(parts));
}

async function submit(bytes: Buffer): Promise<Receipt> {
  const path = join(desk.folder, 'template.xlsx');
  await writeFile(path, bytes);
  const unitId = desk.owner(DATASET);
  const sent = await submitBatch(desk.platform, actAt('2021-05-08T10:00', [unitId]), {
    unitId,
    dataset: DATASET,
    path,
    fileName: '模板.xlsx',
    source: 'file',
    idempotencyKey: null,
  });
  if (!sent.ok) throw new Error(sent.error.message);
  return sent.value;
}

it('every dataset has one, with names, choices, formats and guidance', async () => {
  for (const [id, { dataset }] of desk.platform.layouts) {
    const book = await load(await template(id));
    expect(book.worksheets.map(({ name }) => name)).toEqual([dataset.definition.name.zh, '填写示例', '填报说明', '代码表']);
    const [sheet, , guide, codes] = book.worksheets;
    expect(codes?.state).toBe('hidden');
    for (const field of dataset.fields) {
      const name = field.definition.name.zh;
      expect([name, `*${name}`]).toContain(sheet?.getCell(1, field.index + 1).text);
      const rule = sheet?.getCell(2, field.index + 1).dataValidation;
      expect(rule?.prompt ?? '').toMatch(/^【(?:必填|条件必填|选填)】/u);
      expect((rule?.type as string | undefined) === 'list').toBe(field.codes !== undefined);
      if (field.types[0] === 'codes') expect(rule?.showErrorMessage ?? false).toBe(false);
    }
    expect(JSON.stringify(guide?.getSheetValues())).toContain(dataset.definition.version);
  }
});

it('filled in, it is taken; its other sheets are not read', async () => {
  const receipt = await submit(await filled((_, text) => text));
  expect([receipt.rows, receipt.accepted, receipt.warnings]).toEqual([1, 1, []]);
});

it.each([
  ['both of its stamps', (_: string, text: string) => text.replaceAll('licence 2018.1', 'licence 2017.9')],
  [
    'the name alone',
    (name: string, text: string) =>
      name.startsWith('docProps') ? text.replaceAll('XINCHENG', 'OTHER') : text.replaceAll('licence 2018.1', 'licence 2017.9'),
  ],
])('made by older rules, it is taken with a warning that names both versions: told by %s', async (_, change) => {
  const receipt = await submit(await filled(change));
  expect([receipt.accepted, receipt.warnings.map(({ code }) => code)]).toEqual([1, ['template-outdated']]);
  expect(receipt.warnings[0]?.message).toMatch(/2017\.9.*2018\.1/u);
});
