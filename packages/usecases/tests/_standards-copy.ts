/** The standards of the repository with files of one's own beside them, in a folder of their own. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STANDARDS_DIR } from '@xincheng/testkit/platform';

export interface StandardsCopy {
  readonly dir: string;
  readonly remove: () => Promise<void>;
}

/** Copies them and adds files by path. */
export async function copyStandards(added: Readonly<Record<string, string>>): Promise<StandardsCopy> {
  const dir = await mkdtemp(join(tmpdir(), 'xincheng-standards-'));
  await cp(STANDARDS_DIR, dir, { recursive: true });
  for (const [path, text] of Object.entries(added)) await writeFile(join(dir, path), text);
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
