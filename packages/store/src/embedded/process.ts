import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { systemCode } from './problem.ts';

/** A process that can be told from a later one with the same number: containers hand out the same few numbers after every restart. */
export interface ProcessRef {
  readonly pid: number;
  readonly started: string;
}

/** Who the database server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The whole environment of the server's programs: settings of the caller's shell (PGDATA, PGOPTIONS, locales) must not leak in. */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/** When a live process was started, in the system's own notation; null when there is none, or only a zombie nobody has reaped. */
export function processStarted(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return null;
  }
  if (process.platform !== 'linux') {
    const ps = spawnSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: SERVER_ENVIRONMENT });
    return ps.stdout.trim();
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may itself hold blanks and parentheses; state is field 3, start time field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/** Whether the process still runs. A start time that cannot be read (hidden by the system) is taken for the same process. */
export function isAlive(ref: ProcessRef): boolean {
  const started = processStarted(ref.pid);
  return started !== null && (started === ref.started || started === '' || ref.started === '');
}

/** This very process. */
export function thisProcess(): ProcessRef {
  return { pid: process.pid, started: processStarted(process.pid) ?? '' };
}

/** Whether the process is certainly not a PostgreSQL server: its command line can be read and does not name one. */
export function isCertainlyNotPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return !/postgres|postmaster/.test(readFileSync(`/proc/${pid}/cmdline`, 'latin1'));
  } catch {
    return false;
  }
}

/** Waits. */
export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
