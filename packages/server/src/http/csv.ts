/** Answers that are files. */
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** A CSV answer as OpenAPI states it. */
export function csvAnswer(description: string) {
  return { description: `${description}（UTF-8，带 BOM）`, content: { 'text/csv': { schema: z.string() } } } as const;
}

/** A file's name in full, and one in plain letters for programs that cannot read it. */
export interface FileNames {
  readonly full: string;
  readonly plain: string;
}

/** Sends CSV for saving under a name. */
export function sendCsv(reply: FastifyReply, names: FileNames, csv: string | Readable): FastifyReply {
  return reply.type('text/csv; charset=utf-8').header('content-disposition', disposition(names)).send(csv);
}

/** RFC 6266. */
function disposition({ full, plain }: FileNames): string {
  const encoded = encodeURIComponent(full).replace(/['()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
