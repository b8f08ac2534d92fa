/** The end of the chain, kept outside the database: a chain cut short is whole in itself, and only a head kept elsewhere shows it. */
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home } from '../platform/index.ts';

/** A head as people and files pass it on. */
export interface AuditHead {
  readonly block: number;
  /** Events in the chain up to here. */
  readonly events: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  readonly sealedAt: string;
}

/** Where it lies. */
export function headPath({ root }: Pick<Home, 'root'>): string {
  return join(root, 'audit-head.json');
}

/** The head noted last; null where none was noted, or what lies there is none. */
export async function readHeadFile(home: Pick<Home, 'root'>): Promise<AuditHead | null> {
  try {
    const head = JSON.parse(await readFile(headPath(home), 'utf8')) as AuditHead;
    return Number.isSafeInteger(head.block) && /^[0-9a-f]{64}$/u.test(head.hash) ? head : null;
  } catch {
    return null;
  }
}

/** Notes a head; whoever reads meanwhile finds the old one or the new one, whole. */
export async function writeHeadFile(home: Pick<Home, 'root'>, head: AuditHead): Promise<void> {
  const part = `${headPath(home)}.${randomBytes(6).toString('hex')}`;
  await writeFile(part, `${JSON.stringify(head)}\n`, { mode: 0o600, flush: true });
  await rename(part, headPath(home));
}
