/** Where results of a measurement go: a file that is committed, one for each kind of machine. */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

/** Writes `<name>-<processor>-<cores>.json` with the machine before the results. */
export async function saveResults(folder: string, name: string, results: object): Promise<void> {
  const cpu = cpus()[0]?.model ?? 'unknown';
  const machine = {
    cpu,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: release(),
  };
  const processor = cpu
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, `${name}-${processor}-${String(machine.cores)}.json`),
    `${JSON.stringify({ machine, ...results }, null, 2)}\n`,
  );
}
