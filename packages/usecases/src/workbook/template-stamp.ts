/**
 * By which rules a template was made. It is written twice, as a property of the document and as a hidden name: programs that drop the
 * one when they save keep the other.
 */
import type { ZipArchive, ZipEntry } from './zip.ts';

/** Dataset and version of its rules. */
export interface TemplateStamp {
  readonly dataset: string;
  readonly version: string;
}

const NAME = 'XINCHENG_TEMPLATE';
const PROPERTIES = 'docProps/custom.xml';
const WORKBOOK = 'xl/workbook.xml';
/** Properties and names of a workbook are short. */
const MOST_BYTES = 4 << 20;
const STAMP = /([a-z][a-z0-9.-]*) (\d[\w.-]*)/u;

/** The document's properties with the stamp. */
export function stampProperties({ dataset, version }: TemplateStamp): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${NAME}"><vt:lpwstr>${dataset} ${version}</vt:lpwstr></property></Properties>`
  );
}

/** The hidden name with the stamp, as an element of the workbook's part. */
export function stampName({ dataset, version }: TemplateStamp): string {
  return `<definedName name="${NAME}" hidden="1">"${dataset} ${version}"</definedName>`;
}

/** The stamp of a workbook that began as a template of ours; null for every other. */
export async function readTemplateStamp(archive: ZipArchive): Promise<TemplateStamp | null> {
  for (const name of [PROPERTIES, WORKBOOK]) {
    const entry = archive.find(name);
    if (entry === null || entry.uncompressedSize > MOST_BYTES) continue;
    const text = await textOf(archive, entry);
    const at = text.indexOf(`"${NAME}"`);
    const found = at < 0 ? null : STAMP.exec(text.slice(at + NAME.length + 2, at + 500).replace(/<[^<>]*>|^[^>]*>/gu, ' '));
    if (found !== null) return { dataset: found[1] ?? '', version: found[2] ?? '' };
  }
  return null;
}

async function textOf(archive: ZipArchive, entry: ZipEntry): Promise<string> {
  const blocks: Uint8Array[] = [];
  for await (const block of archive.read(entry)) blocks.push(Buffer.from(block));
  return Buffer.concat(blocks).toString('utf8');
}
