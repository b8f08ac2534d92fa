/** Files of a demo folder: `<dataset>.<unit>.csv`, those in subfolders named by a day as if they had come on that day. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import type { FileEvent } from './event.ts';

const FILE = /^(?<dataset>[a-z0-9.-]+)\.(?<unit>[a-z0-9-]+)\.csv$/u;

/** None without the folder. Files outside subfolders come today. */
export async function folderEvents(folder: string, today: Day): Promise<FileEvent[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const days = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter(isDay);
  const ofDays = await Promise.all(days.map((day) => filesOf(join(folder, day), day)));
  return [...ofDays.flat(), ...(await filesOf(folder, today))];
}

async function filesOf(folder: string, on: Day): Promise<FileEvent[]> {
  return (await readdir(folder)).sort().flatMap((name) => {
    const { dataset, unit } = FILE.exec(name)?.groups ?? {};
    if (dataset === undefined || unit === undefined) return [];
    return [{ kind: 'file', on, unit, dataset, isTold: true, text: () => readFile(join(folder, name), 'utf8') }];
  });
}
