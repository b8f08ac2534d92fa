/**
 * DOCX, XLSX and OFD: archives whose parts are all what they say, with nothing in them that acts or is fetched from outside, and without
 * the properties that name author, company and template.
 */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { zipOf } from '../marking/index.ts';
import type { OutPart } from '../marking/index.ts';
import { forEachElement, openZip, WorkbookFailure, ZipFailure } from '../workbook/index.ts';
import type { ZipArchive, ZipEntry, ZipFault, ZipLimits } from '../workbook/index.ts';
import { contentFault } from './problem.ts';
import type { ContentFault } from './problem.ts';

type PackageKind = 'docx' | 'xlsx' | 'ofd';

/** An attachment is read by people: a document that unpacks to more holds something else. */
const LIMITS: ZipLimits = { maxTotalBytes: 512 << 20, maxEntryBytes: 256 << 20, maxRatio: 100 };
/** Lists of types and relations of any document. */
const MOST_TEXT_BYTES = 8 << 20;

const ZIP_FAULTS: Readonly<Record<ZipFault, ContentFault['code']>> = {
  'zip-damaged': 'attachment-damaged',
  'zip-bomb': 'attachment-bomb',
  'zip-encrypted': 'attachment-encrypted',
  'zip-method': 'attachment-damaged',
};

/** Parts whose presence alone is refused, and what users call them. */
const ACTIVE_PARTS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)vbaProject\.bin$/iu, '宏'],
  [/(?:^|\/)(?:macrosheets|intlMacrosheets)\//iu, '宏'],
  [/(?:^|\/)activeX\//iu, '控件'],
  [/(?:^|\/)embeddings\/.*\.(?!xlsx$|docx$)[^./]+$/iu, '嵌入的对象'],
  [/\.(?:exe|dll|com|scr|bat|cmd|js|jse|vbs|vbe|ps1|msi|jar|lnk|hta|htm|html)$/iu, '程序或网页'],
];
const MACRO_TYPE = /macroEnabled/iu;
/** Properties without a word: a part that is named elsewhere has to be there. */
const EMPTY_PROPERTIES: Readonly<Record<string, string>> = {
  'docprops/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docprops/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docprops/custom.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};

/** Tells what kind of package it is, and gives it back without its properties. */
export async function cleanPackage(
  bytes: Buffer,
): Promise<Result<{ readonly kind: PackageKind; readonly bytes: Buffer }, ContentFault>> {
  try {
    const archive = await openZip(bytes, LIMITS);
    try {
      return await cleaned(archive);
    } finally {
      archive.close();
    }
  } catch (thrown) {
    if (thrown instanceof WorkbookFailure) return contentFault('attachment-damaged', '文档结构');
    if (!(thrown instanceof ZipFailure)) throw thrown;
    return contentFault(ZIP_FAULTS[thrown.fault], thrown.fault === 'zip-bomb' ? '压缩部件过大' : '压缩包');
  }
}

async function cleaned(
  archive: ZipArchive,
): Promise<Result<{ readonly kind: PackageKind; readonly bytes: Buffer }, ContentFault>> {
  const types = await typesOf(archive);
  const kind = kindOf(archive, types);
  if (kind === null) return contentFault('attachment-kind', '压缩包或其他文档');
  if (types.some((type) => MACRO_TYPE.test(type))) return contentFault('attachment-active', '宏');
  for (const entry of archive.entries) {
    const active = ACTIVE_PARTS.find(([name]) => name.test(entry.name));
    if (active !== undefined) return contentFault('attachment-active', active[1]);
    if (/\.rels$/iu.test(entry.name) && (await fetchesFromOutside(archive, entry)))
      return contentFault('attachment-active', '从外部取来的内容');
    // A part that is not what the directory says would be found by nobody else.
    await finished(Readable.from(archive.read(entry)).resume());
  }
  const parts = archive.entries.map((entry): OutPart => {
    const empty = EMPTY_PROPERTIES[entry.name.toLowerCase()];
    return empty === undefined ? { archive, entry } : { name: entry.name, data: empty };
  });
  return ok({ kind, bytes: await buffer(zipOf(parts)) });
}

/** What the parts are said to be. */
async function typesOf(archive: ZipArchive): Promise<readonly string[]> {
  const types: string[] = [];
  const entry = archive.find('[Content_Types].xml');
  if (entry !== null)
    await forEachSmall(archive, entry, ['Override', 'Default'], (attribute) => types.push(attribute('ContentType') ?? ''));
  return types;
}

function kindOf(archive: ZipArchive, types: readonly string[]): PackageKind | null {
  const isSaid = (family: string): boolean => types.some((type) => type.includes(family));
  if (archive.find('word/document.xml') !== null && isSaid('wordprocessingml')) return 'docx';
  if (archive.find('xl/workbook.xml') !== null && isSaid('spreadsheetml')) return 'xlsx';
  return archive.find('OFD.xml') !== null ? 'ofd' : null;
}

/** A hyperlink is followed by whoever clicks it; anything else from outside is fetched by the program that opens the file. */
async function fetchesFromOutside(archive: ZipArchive, entry: ZipEntry): Promise<boolean> {
  let isFetched = false;
  await forEachSmall(archive, entry, ['Relationship'], (attribute) => {
    const isOutside = attribute('TargetMode')?.trim().toLowerCase() === 'external';
    if (isOutside && !/\/hyperlink$/u.test(attribute('Type') ?? '')) isFetched = true;
  });
  return isFetched;
}

/** The elements of a list, read as the XML it is: entities, quotes and prefixes hide nothing. */
async function forEachSmall(
  archive: ZipArchive,
  entry: ZipEntry,
  names: readonly string[],
  found: (attribute: (local: string) => string | null) => void,
): Promise<void> {
  if (entry.uncompressedSize > MOST_TEXT_BYTES) throw new ZipFailure('zip-bomb', entry.name);
  await forEachElement(archive, entry, names, (_, attribute) => found(attribute));
}
