/** Finding the installation from wherever the program lies: in the sources, or bundled. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What tells the top folder of an installation. */
const MARKS = ['standards', 'packages/store/migrations'];

/** The nearest folder above that holds the standards and the migrations, or null. */
export function findRoot(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (MARKS.every((mark) => existsSync(join(folder, mark)))) return folder;
    if (dirname(folder) === folder) return null;
  }
}
