/** A text as a file, for as long as something reads it. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '../platform/index.ts';

/** Writes it to the temporary folder of the home and takes it away again. */
export async function withFile<T>(
  { home }: Pick<Platform, 'home'>,
  fileName: string,
  text: string,
  work: (path: string, fileName: string) => Promise<T>,
): Promise<T> {
  const path = join(home.temporary, `demo-${fileName}`);
  await writeFile(path, text, { mode: 0o600 });
  try {
    return await work(path, fileName);
  } finally {
    await rm(path, { force: true });
  }
}
