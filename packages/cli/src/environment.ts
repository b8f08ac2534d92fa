/** What the command line runs in: where the data lies and where the standards are. Filled by `main.ts`, the only reader of process.env. */
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import type { ActContext } from '@xincheng/usecases/identity';
import type { NoticeSettings } from '@xincheng/usecases/notices';
import type { LoadedStandards } from '@xincheng/usecases/platform';
import type { Interrupts } from './interrupts.ts';

export interface Environment {
  /** The checkout or installation: holds `standards/`, `districts/` and the migrations. */
  readonly root: string;
  readonly home: string;
  readonly databaseUrl: string | null;
  readonly standardsDir: string;
  readonly districtDir: string;
  /** The standards where they were loaded before; null reads them from the folders. */
  readonly standards: LoadedStandards | null;
  /** As the administrator wrote it; null for the default. */
  readonly sealAlgorithm: string | null;
  /** Program that looks for viruses in attached files. */
  readonly scanCommand: string | null;
  /** How notices go out. */
  readonly notices: NoticeSettings;
  /** Whether somebody is looking at standard error. */
  readonly isTerminal: boolean;
  readonly interrupts: Interrupts;
  readonly now: () => Date;
  /** Everything but the answer goes here. */
  readonly log: (line: string) => void;
}

/** What the settings of a process say; relative paths are seen from where it was started. */
export function settingsIn(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Omit<Environment, 'standards' | 'isTerminal' | 'interrupts' | 'now' | 'log'> {
  return {
    root,
    home: resolve(env['XINCHENG_HOME'] ?? join(root, '.xincheng')),
    databaseUrl: env['XINCHENG_DATABASE_URL'] ?? null,
    standardsDir: join(root, 'standards'),
    districtDir: resolve(env['XINCHENG_DISTRICT'] ?? join(root, 'districts/licheng')),
    sealAlgorithm: env['XINCHENG_SEAL_ALGORITHM'] ?? null,
    scanCommand: env['XINCHENG_SCAN_COMMAND'] ?? null,
    notices: {
      smtpUrl: env['XINCHENG_SMTP_URL'] ?? null,
      mailFrom: env['XINCHENG_MAIL_FROM'] ?? null,
      smsFolder: env['XINCHENG_SMS_FOLDER'] ?? null,
    },
  };
}

/** The nearest folder above that holds the standards. */
export function findRoot(from: string): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'standards', 'instruments.yaml'))) return folder;
    if (dirname(folder) === folder) throw new Error('standards/ not found above the program');
  }
}

/** Whoever sits at the machine acts for the units it names; versions and the audit log show the login name. */
export function localContext({ now }: Environment, units: readonly string[]): ActContext {
  const instant = now();
  const actor = {
    id: `命令行:${loginName()}`,
    scope: units.length === 0 ? ('all' as const) : ('units' as const),
    units,
    subjects: [],
  };
  return { now: instant, today: dayOf(instant), actor };
}

/** A container may run under a number that has no name. */
function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '未知用户');
  }
}
