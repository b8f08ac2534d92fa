import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';

/** Passwords of the database's roles. `superuser` is only the embedded server's. */
export interface DatabaseSecrets {
  readonly superuser: string;
  readonly app: string;
  readonly importer: string;
  readonly portal: string;
}

const NAMES = ['superuser', 'app', 'importer', 'portal'] as const;

/** Reads `<home>/keys/database.json`; a missing file is told apart because only that one may be made anew. */
export async function readSecrets(home: string): Promise<Result<DatabaseSecrets, 'missing' | 'unreadable' | 'damaged'>> {
  let text: string;
  try {
    text = await readFile(secretsPath(home), 'utf8');
  } catch (error) {
    return err(codeOf(error) === 'ENOENT' ? 'missing' : 'unreadable');
  }
  try {
    const value: unknown = JSON.parse(text);
    const [superuser, app, importer, portal] = NAMES.map((name) => textOf(value, name));
    return superuser && app && importer && portal ? ok({ superuser, app, importer, portal }) : err('damaged');
  } catch {
    return err('damaged');
  }
}

/** Reads the passwords, or makes them (random, 192 bits each, file mode 0600) on the first call. Throws when the file is there and cannot be read. */
export async function databaseSecrets(home: string): Promise<DatabaseSecrets> {
  for (;;) {
    const found = await readSecrets(home);
    if (found.ok) return found.value;
    if (found.error !== 'missing') throw new Error(`${secretsPath(home)} is ${found.error}`);
    const made = Object.fromEntries(NAMES.map((name) => [name, randomBytes(24).toString('base64url')]));
    await createWhole(secretsPath(home), `${JSON.stringify(made, null, 2)}\n`);
  }
}

function secretsPath(home: string): string {
  return join(home, 'keys', 'database.json');
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found = (value as Readonly<Record<string, unknown>>)[name];
  return typeof found === 'string' ? found : '';
}

/** Of two processes making the file at once the first wins, and nobody reads half a file. */
async function createWhole(path: string, text: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, text, { mode: 0o600 });
  try {
    await link(unfinished, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await unlink(unfinished);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
