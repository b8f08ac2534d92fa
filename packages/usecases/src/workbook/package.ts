/** What an archive says it is, and where the parts of a workbook lie in it. Nothing is assumed about names of parts. */
import { WorkbookFailure, damaged } from './failure.ts';
import { forEachElement } from './part.ts';
import { openZip } from './zip.ts';
import type { ZipArchive, ZipEntry } from './zip.ts';

/** A sheet of cells. Charts and dialogs are none. */
export interface WorkbookSheet {
  readonly name: string;
  readonly part: ZipEntry;
  readonly isHidden: boolean;
}

/** An open workbook. */
export interface Workbook {
  readonly archive: ZipArchive;
  /** In the order of their tabs. */
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedStrings: ZipEntry | null;
  readonly styles: ZipEntry | null;
  readonly is1904: boolean;
}

/** Opens a workbook by its path or from memory. Throws `ZipFailure` or `WorkbookFailure`. */
export async function openWorkbook(input: string | Uint8Array): Promise<Workbook> {
  const archive = await openZip(input);
  try {
    return await workbookIn(archive);
  } catch (thrown) {
    archive.close();
    throw thrown;
  }
}

async function workbookIn(archive: ZipArchive): Promise<Workbook> {
  const main = await mainPart(archive);
  const relations = await relationsOf(archive, main.name);
  if (relations.some(({ type }) => /^xl(?:Intl)?Macrosheet$/u.test(type) || type === 'vbaProject'))
    throw new WorkbookFailure('workbook-macros');
  const { listed, is1904 } = await listedSheets(archive, main);
  const sheets = listed.flatMap(({ name, relation, isHidden }) => {
    const target = relations.find(({ id }) => id === relation);
    if (target === undefined) throw damaged(main.name, `sheet ${name} has no part`);
    if (target.type !== 'worksheet') return [];
    const part = archive.find(target.part);
    if (part === null) throw damaged(target.part, 'missing');
    return [{ name, part, isHidden }];
  });
  if (sheets.length === 0) throw new WorkbookFailure('workbook-no-sheet');
  const partOf = (type: string): ZipEntry | null => {
    const relation = relations.find((one) => one.type === type);
    return relation === undefined ? null : archive.find(relation.part);
  };
  return { archive, sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), is1904 };
}

/** The workbook's own part, after everything was told apart that is none we read. */
async function mainPart(archive: ZipArchive): Promise<ZipEntry> {
  const has = (name: string): boolean => archive.find(name) !== null;
  if (await isOpenDocument(archive)) throw new WorkbookFailure('workbook-opendocument');
  if (archive.entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/iu.test(name))) throw new WorkbookFailure('workbook-macros');
  const relation = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument');
  const name = relation?.part ?? 'xl/workbook.xml';
  if (/\.bin$/iu.test(name) || (!has(name) && has('xl/workbook.bin'))) throw new WorkbookFailure('workbook-binary');
  if (/^word\//iu.test(name) || has('word/document.xml')) throw new WorkbookFailure('not-a-workbook', { kind: 'Word' });
  if (/^ppt\//iu.test(name) || has('ppt/presentation.xml')) throw new WorkbookFailure('not-a-workbook', { kind: '演示文稿' });
  const part = archive.find(name);
  if (part !== null) {
    if (await isMacroEnabled(archive, part)) throw new WorkbookFailure('workbook-macros');
    return part;
  }
  if (relation !== undefined || has('[Content_Types].xml')) throw damaged(name, 'missing');
  throw new WorkbookFailure('not-a-workbook', { kind: 'ZIP' });
}

/** OpenDocument files tell their kind in a first part of their own. */
async function isOpenDocument(archive: ZipArchive): Promise<boolean> {
  const entry = archive.find('mimetype');
  if (entry === null || entry.uncompressedSize > 256) return false;
  let text = '';
  for await (const block of archive.read(entry)) text += Buffer.from(block).toString('latin1');
  return text.includes('opendocument.spreadsheet');
}

async function isMacroEnabled(archive: ZipArchive, main: ZipEntry): Promise<boolean> {
  const types = archive.find('[Content_Types].xml');
  if (types === null) return false;
  let isMacro = false;
  await forEachElement(archive, types, ['Override', 'Default'], (name, attribute) => {
    const isMain = name === 'Override' && attribute('PartName')?.replace(/^\//u, '').toLowerCase() === main.name.toLowerCase();
    if (isMain && /macroEnabled/iu.test(attribute('ContentType') ?? '')) isMacro = true;
  });
  return isMacro;
}

/** Where one part points to another. */
export interface Relation {
  readonly id: string;
  /** Last part of its address: the same in the strict and the transitional form. */
  readonly type: string;
  readonly part: string;
}

/** The relations of a part, or of the whole package for ''. Links out of the archive are left out: nothing is ever fetched. */
export async function relationsOf(archive: ZipArchive, part: string): Promise<Relation[]> {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const entry = archive.find(`${folder}_rels/${part.slice(at)}.rels`);
  if (entry === null) return [];
  const relations: Relation[] = [];
  await forEachElement(archive, entry, ['Relationship'], (_, attribute) => {
    if (attribute('TargetMode') === 'External') return;
    const type = attribute('Type') ?? '';
    relations.push({
      id: attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: resolved(folder, attribute('Target') ?? ''),
    });
  });
  return relations;
}

/** A target is named from the folder of its source, or from the root. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

interface ListedSheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

async function listedSheets(archive: ZipArchive, main: ZipEntry): Promise<{ listed: readonly ListedSheet[]; is1904: boolean }> {
  const listed: ListedSheet[] = [];
  let is1904 = false;
  await forEachElement(archive, main, ['sheet', 'workbookPr'], (name, attribute) => {
    if (name === 'workbookPr') is1904 = /^(?:1|true|on)$/u.test(attribute('date1904') ?? '');
    else {
      listed.push({
        name: attribute('name') ?? '',
        relation: attribute('id') ?? '',
        isHidden: /hidden/iu.test(attribute('state') ?? ''),
      });
    }
  });
  return { listed, is1904 };
}
