/** Marked workbooks and templates in LibreOffice: opened without repair, drawn, saved, and sent again. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { actAt } from '@xincheng/testkit/platform';
import { markedWorkbook, templateXlsx } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import { openWorkbook, readTemplateStamp } from '../src/workbook/index.ts';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../tests/_intake.ts';
import type { Desk } from '../tests/_intake.ts';
import { noteOf } from '../tests/_marked.ts';
import { EXCELJS_WRITERS, HAND_WRITERS } from '../tests/_writers.ts';
import type { Table } from '../tests/_writers.ts';

const run = promisify(execFile);
const DATASET = 'licence';
const OUTCOMES = ['已入库', '退回', '已入库'];

let desk: Desk;
let folder = '';

beforeAll(async () => {
  if (spawnSync('soffice', ['--version']).status !== 0)
    throw new Error('soffice is missing: apt-get install --no-install-recommends libreoffice-calc fonts-noto-cjk');
  desk = await openDesk();
  folder = await mkdtemp(join(tmpdir(), 'xincheng-office-'));
});

afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

/** Converts files with LibreOffice, all in one go. */
async function convert(files: readonly string[], kind: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
  await run('soffice', [home, '--headless', '--convert-to', kind, '--outdir', out, ...files], { timeout: 10 * 60_000 });
}

function tableOf(unit: string): Table {
  const { dataset } = datasetOf(desk.platform, DATASET);
  return [
    dataset.fields.map(({ definition }) => definition.name.zh),
    desk.cells(DATASET, unit, {}),
    desk.cells(DATASET, unit, { set: { number: '济历城许字〔2021〕2号', subjectUscc: '91370112MA0000015A' } }),
    desk.cells(DATASET, unit, { kind: 'natural', set: { number: '济历城许字〔2021〕5号' } }),
  ];
}

async function written(name: string, blocks: AsyncIterable<Uint8Array>): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, blocks);
  return path;
}

async function load(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

describe('LibreOffice', () => {
  it('opens, draws and saves every marked workbook; what it saved is known again row by row', async () => {
    const unit = desk.owner(DATASET);
    const files: string[] = [];
    for (const [index, writer] of [...Object.values(EXCELJS_WRITERS), ...Object.values(HAND_WRITERS)].entries()) {
      await desk.empty();
      const source = join(folder, `source-${String(index)}.xlsx`);
      await writeFile(source, (await writer(tableOf(unit))).bytes);
      const sent = await desk.send({ dataset: DATASET, rows: [], at: '2021-05-08T10:00' }, source);
      expect(sent.outcomes).toEqual(OUTCOMES);
      files.push(
        await written(
          `marked-${String(index)}.xlsx`,
          markedWorkbook(desk.platform, actAt('2021-05-09T10:00', [unit]), sent.batch),
        ),
      );
    }
    await convert(files, 'pdf', join(folder, 'pdf'));
    expect(await readdir(join(folder, 'pdf'))).toHaveLength(files.length);
    await convert(files, 'xlsx', join(folder, 'saved'));
    for (const [index] of files.entries()) {
      const path = join(folder, 'saved', `marked-${String(index)}.xlsx`);
      const book = await load(path);
      expect(book.worksheets[0]?.name).toBe('问题汇总');
      const cells = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
      for (const said of ['处理结果', 'R04.check', ...OUTCOMES]) expect(cells, path).toContain(said);
      let [notes, coloured] = [0, 0];
      for (const sheet of book.worksheets.slice(1)) {
        sheet.eachRow((row) => {
          row.eachCell({ includeEmpty: true }, (cell) => {
            if (noteOf(cell).includes('R04.check')) notes += 1;
            if (JSON.stringify(cell.style).includes('FFFFC7CD')) coloured += 1;
          });
        });
      }
      expect({ notes, coloured }, path).toEqual({ notes: 1, coloured: 2 });
      const again = await desk.send({ dataset: DATASET, rows: [], at: '2021-05-10T10:00' }, path);
      expect(again.outcomes.map((outcome) => outcome === '退回')).toEqual([false, true, false]);
    }
  });

  it('keeps the stamp, choices and formats of every template', async () => {
    const files: string[] = [];
    for (const [id, layout] of desk.platform.layouts)
      files.push(await written(`template-${id}.xlsx`, templateXlsx(desk.platform.pack, layout)));
    await convert(files, 'pdf', join(folder, 'template-pdf'));
    expect(await readdir(join(folder, 'template-pdf'))).toHaveLength(files.length);
    await convert(files, 'xlsx', join(folder, 'template-saved'));
    for (const [id, { dataset }] of desk.platform.layouts) {
      const path = join(folder, 'template-saved', `template-${id}.xlsx`);
      const { archive } = await openWorkbook(await readFile(path));
      expect(await readTemplateStamp(archive)).toEqual({ dataset: id, version: dataset.definition.version });
      const sheet = (await load(path)).worksheets[0];
      const text = dataset.fields.findIndex(({ types }) => types[0] === 'uscc');
      if (text >= 0) expect(sheet?.getColumn(text + 1).numFmt, id).toBe('@');
      const choice = dataset.fields.findIndex(({ codes }) => codes !== undefined);
      if (choice >= 0) expect(sheet?.getCell(2, choice + 1).dataValidation.type, id).toBe('list');
    }
  });
});
