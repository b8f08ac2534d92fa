/** Streaming one uploaded file to disk. */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { httpProblem } from '../http/problems.ts';
import type { Refusal } from '../http/problems.ts';

export interface SavedFile {
  readonly path: string;
  /** As the sender calls it, without folders. */
  readonly fileName: string;
}

/** What a form adds around its file: boundaries and part headers. */
const FORM_BYTES = 64 * 1024;
const LONGEST_NAME = 200;
const MOST_FIELDS = 10;

/** Saves the only file of a form under a name of ours. Whatever goes wrong, nothing stays behind. */
export async function saveUpload(
  request: FastifyRequest,
  folder: string,
  mostBytes: number,
): Promise<Result<SavedFile, Refusal>> {
  if (Number(request.raw.headers['content-length'] ?? 0) > mostBytes + FORM_BYTES) return err(httpProblem('too-large'));
  const path = join(folder, `${randomBytes(12).toString('hex')}.upload`);
  let fileName: string | null = null;
  let isKept = false;
  try {
    for await (const part of request.files({
      limits: { files: 1, fields: MOST_FIELDS, parts: MOST_FIELDS + 1, fileSize: mostBytes },
    })) {
      await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      if (part.file.truncated) return err(httpProblem('too-large'));
      fileName = cleanName(part.filename);
    }
    if (fileName === null) return err(httpProblem('one-file'));
    isKept = true;
    return ok({ path, fileName });
  } finally {
    if (!isKept) await rm(path, { force: true });
  }
}

/** Some senders name the whole path; control characters would spoil lists and logs. */
function cleanName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const shown = [...last.replace(/\p{Cc}/gu, '')].slice(-LONGEST_NAME).join('').trim();
  return shown === '' ? '未命名' : shown;
}
