/** Reads a Word document (.docx): an archive like a workbook, opened within bounds. */
import type { PlanBlock } from '@xincheng/core/plans';
import { WorkbookFailure, openZip, relationsOf } from '../workbook/index.ts';
import type { ZipArchive, ZipEntry } from '../workbook/index.ts';
import { bodyBlocks } from './body.ts';
import { listNumbers } from './numbering.ts';

/** What an archive of another kind is. */
type OtherKind = 'Excel' | '演示文稿' | 'OpenDocument' | 'ZIP';

/** A document that was read, or the kind of archive that is none. */
export type ReadWord =
  { readonly kind: 'document'; readonly blocks: readonly PlanBlock[] } | { readonly kind: 'other'; readonly is: OtherKind };

/** Pictures are most of a document's bytes; its text is small. */
const LIMITS = { maxEntries: 4096, maxEntryBytes: 64 << 20, maxTotalBytes: 512 << 20, maxRatio: 400 };

/** Reads a document by its path or from memory. Throws `ZipFailure` or `WorkbookFailure` where it is damaged. */
export async function readWord(input: string | Uint8Array): Promise<ReadWord> {
  const archive = await openZip(input, LIMITS);
  try {
    const main = await mainPart(archive);
    if (typeof main === 'string') return { kind: 'other', is: main };
    const relations = await relationsOf(archive, main.name);
    const partOf = (type: string): ZipEntry | null => archive.find(relations.find((one) => one.type === type)?.part ?? '');
    const numbers = await listNumbers(archive, partOf('numbering'), partOf('styles'));
    return { kind: 'document', blocks: await bodyBlocks(archive, main, numbers) };
  } finally {
    archive.close();
  }
}

async function mainPart(archive: ZipArchive): Promise<ZipEntry | OtherKind> {
  const has = (name: string): boolean => archive.find(name) !== null;
  const relation = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument');
  const name = relation?.part ?? 'word/document.xml';
  if (/^xl\//iu.test(name) || has('xl/workbook.xml')) return 'Excel';
  if (/^ppt\//iu.test(name) || has('ppt/presentation.xml')) return '演示文稿';
  if (has('mimetype') && has('content.xml')) return 'OpenDocument';
  const part = archive.find(name);
  if (part !== null) return part;
  if (relation !== undefined || has('[Content_Types].xml'))
    throw new WorkbookFailure('workbook-damaged', { part: name, reason: 'missing' });
  return 'ZIP';
}
