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
import { openZip, ZipFailure } from '../workbook/index.ts';
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
/** A hyperlink is followed by whoever clicks it; anything else from outside is fetched by the program that opens the file. */
const OUTSIDE_RELATION = /<[^>]*Relationship\b(?=[^>]*TargetMode\s*=\s*["']External["'])(?![^>]*\/hyperlink["'])[^>]*>/iu;

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
    if (!(thrown instanceof ZipFailure)) throw thrown;
    return contentFault(ZIP_FAULTS[thrown.fault], thrown.fault === 'zip-bomb' ? '压缩部件过大' : '压缩包');
  }
}

async function cleaned(
  archive: ZipArchive,
): Promise<Result<{ readonly kind: PackageKind; readonly bytes: Buffer }, ContentFault>> {
  const types = archive.find('[Content_Types].xml');
  const typeText = types === null ? '' : await textOf(archive, types);
  const kind = kindOf(archive, typeText);
  if (kind === null) return contentFault('attachment-kind', '压缩包或其他文档');
  if (MACRO_TYPE.test(typeText)) return contentFault('attachment-active', '宏');
  for (const entry of archive.entries) {
    const active = ACTIVE_PARTS.find(([name]) => name.test(entry.name));
    if (active !== undefined) return contentFault('attachment-active', active[1]);
    if (/\.rels$/iu.test(entry.name) && OUTSIDE_RELATION.test(await textOf(archive, entry)))
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

function kindOf(archive: ZipArchive, types: string): PackageKind | null {
  if (archive.find('word/document.xml') !== null && types.includes('wordprocessingml')) return 'docx';
  if (archive.find('xl/workbook.xml') !== null && types.includes('spreadsheetml')) return 'xlsx';
  return archive.find('OFD.xml') !== null ? 'ofd' : null;
}

/** A part as text; XML of these parts is UTF-8, or UTF-16 told by its mark. */
async function textOf(archive: ZipArchive, entry: ZipEntry): Promise<string> {
  if (entry.uncompressedSize > MOST_TEXT_BYTES) throw new ZipFailure('zip-bomb', entry.name);
  const bytes = await buffer(archive.read(entry));
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  return isWide ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) : bytes.toString('utf8');
}
