/** Answers that are files. */
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

const CSV = 'text/csv';
const PDF = 'application/pdf';
const BYTES = 'application/octet-stream';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Forms in which tables are sent. */
export type TableFormat = 'csv' | 'xlsx';

/** CSV as OpenAPI states it. */
export function csvAnswer(description: string) {
  return { description: `${description}（UTF-8，带 BOM）`, content: { [CSV]: { schema: z.string() } } } as const;
}

/** A table as OpenAPI states it: CSV, or a workbook. */
export function tableAnswer(description: string) {
  const content = { [CSV]: { schema: z.string() }, [WORKBOOK]: { schema: z.string().meta({ format: 'binary' }) } };
  return { description: `${description}（CSV 为 UTF-8，带 BOM）`, content } as const;
}

/** A PDF as OpenAPI states it. */
export function pdfAnswer(description: string) {
  return { description, content: { [PDF]: { schema: z.string().meta({ format: 'binary' }) } } } as const;
}

/** Sends a PDF for saving under a name. */
export function sendPdf(reply: FastifyReply, names: FileNames, bytes: Buffer): FastifyReply {
  return reply.type(PDF).header('content-disposition', disposition(names)).send(bytes);
}

/** A file's name in full, and one in plain letters for programs that cannot read it. */
export interface FileNames {
  readonly full: string;
  readonly plain: string;
}

/** Sends a table for saving under a name, to which the extension is added. */
export function sendTable(
  reply: FastifyReply,
  format: TableFormat,
  { full, plain }: FileNames,
  table: string | Readable,
): FastifyReply {
  return reply
    .type(format === 'csv' ? `${CSV}; charset=utf-8` : WORKBOOK)
    .header('content-disposition', disposition({ full: `${full}.${format}`, plain: `${plain}.${format}` }))
    .send(table);
}

/** Any file as OpenAPI states it. */
export function fileAnswer(description: string) {
  return { description, content: { [BYTES]: { schema: z.string().meta({ format: 'binary' }) } } } as const;
}

/** Sends a file for saving, whatever it is: a browser neither opens it nor guesses what it might be. */
export function sendFile(reply: FastifyReply, names: FileNames, bytes: Buffer): FastifyReply {
  return reply
    .type(BYTES)
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', disposition(names))
    .send(bytes);
}

/** RFC 6266. */
function disposition({ full, plain }: FileNames): string {
  const encoded = encodeURIComponent(full).replace(/['()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
