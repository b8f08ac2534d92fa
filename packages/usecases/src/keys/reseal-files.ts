/** Sealing the received files anew: they hold what the values hold. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isUnfinishedCopy, resealKeptFile } from '../intake/kept-file.ts';
import type { Done, RotationWork, UnreadableValue } from './rotate-keys.ts';

/** Goes through every kept file. Each has its name only when it is whole, so a run that breaks off loses nothing. */
export async function resealFiles({ platform, ring, onProgress }: RotationWork): Promise<Done> {
  const folder = platform.home.files;
  const unreadable: UnreadableValue[] = [];
  let rows = 0;
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    if (isUnfinishedCopy(name)) {
      await rm(path, { force: true });
      continue;
    }
    const outcome = await resealKeptFile(path, ring);
    if (outcome === 'unreadable') unreadable.push({ place: 'files', key: name, field: null });
    if (outcome !== 'resealed') continue;
    rows += 1;
    onProgress({ stage: 'files', done: rows });
  }
  return { rows, unreadable };
}
