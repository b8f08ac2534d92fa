/** The token that opens the API of a demo district until there are accounts. A real district never has one. */
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from './actor.ts';

const FILE = 'development-token';
const TOKEN_BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/u;

/** Name of the token's bearer in versions and the audit log. */
const DEVELOPMENT_ACTOR = '开发令牌';

/** Where a demo district's token is kept. */
export function developmentTokenPath(home: { readonly keys: string }): string {
  return join(home.keys, FILE);
}

/** The demo district's token, made at the first call. Null in every other district, even when a file was left behind. */
export async function developmentToken(
  home: { readonly keys: string },
  district: { readonly isDemo: boolean },
): Promise<string | null> {
  if (!district.isDemo) return null;
  const path = developmentTokenPath(home);
  const kept = await readToken(path);
  if (kept !== null) return kept;
  const fresh = `${path}.${randomUUID()}`;
  await writeFile(fresh, `${randomBytes(TOKEN_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await placeFirst(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
  const placed = await readToken(path);
  if (placed === null) throw new Error(`${path} does not hold a token; delete it and start again`);
  return placed;
}

/** Compares in a time that tells nothing of where the texts differ. */
export function isSameToken(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

/** Whoever holds the token acts for all units, or for the one unit named. */
export function developmentActor(units: Iterable<string>, onlyUnit: string | null): Actor {
  if (onlyUnit !== null) return { id: DEVELOPMENT_ACTOR, scope: 'units', units: [onlyUnit], subjects: [] };
  return { id: DEVELOPMENT_ACTOR, scope: 'all', units: [...units], subjects: [] };
}

/** Null when there is none. What was copied or edited carelessly is closed to others again. */
async function readToken(path: string): Promise<string | null> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    await chmod(path, 0o600);
    if (!FORM.test(text)) throw new Error(`${path} does not hold a token; delete it and start again`);
    return text;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}

/** Of two processes that start at once one places its token; the other uses it. A link never replaces what is there. */
async function placeFirst(fresh: string, path: string): Promise<void> {
  try {
    await link(fresh, path);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
