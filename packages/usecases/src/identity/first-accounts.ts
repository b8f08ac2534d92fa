/** The accounts an installation begins with: invented people in a demonstration district, one administrator anywhere else. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import { demoAccountsSchema } from '@xincheng/contract/standards';
import type { DemoAccount } from '@xincheng/contract/standards';
import { withTransaction } from '@xincheng/store/connection';
import { hasAccounts, insertAccount, savePassword } from '@xincheng/store/identity';
import { parse } from 'yaml';
import { writeAct } from '../audit/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { firstPassword } from './accounts.ts';
import { passwordHash } from './passwords.ts';

/** An account with a password that can still be told. */
export interface ToldAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

const MAKER = { id: 'xincheng', scope: 'all', units: [], subjects: [] } as const;
const DEMO_FILE = 'demo-accounts.json';

/** Whether anybody could sign in. */
export async function anyAccounts(platform: Platform): Promise<boolean> {
  return withTransaction(platform.database.app, { actor: MAKER.id, scope: 'all' }, hasAccounts);
}

/**
 * Makes them where there are none, and returns those whose passwords are to be told: at every start the invented ones of a
 * demonstration, which are kept beside the keys, and once only the administrator's, which must be changed and is kept nowhere.
 */
export async function firstAccounts(
  platform: Platform,
  { demoFolder, now }: { readonly demoFolder: string; readonly now: Date },
): Promise<readonly ToldAccount[]> {
  if (platform.pack.district.isDemo) return demoAccounts(platform, join(demoFolder, 'accounts.yaml'), now);
  if (await anyAccounts(platform)) return [];
  const unit = platform.pack.district.creditOffice;
  const told = { login: 'admin', name: '管理员', password: firstPassword() };
  return make(platform, now, [{ ...told, unit, scope: 'all', roles: ['administrator'] }], true);
}

async function demoAccounts(platform: Platform, yaml: string, now: Date): Promise<readonly ToldAccount[]> {
  const kept = join(platform.home.keys, DEMO_FILE);
  if (existsSync(kept) && (await anyAccounts(platform))) return JSON.parse(await readFile(kept, 'utf8')) as ToldAccount[];
  if (!existsSync(yaml) || (await anyAccounts(platform))) return [];
  const people = demoAccountsSchema.parse(parse(await readFile(yaml, 'utf8')));
  const made = people.map((person) => ({ ...person, password: firstPassword() }));
  const told = await make(platform, now, made, false);
  if (told.length > 0) await writeFile(kept, `${JSON.stringify(told, null, 2)}\n`, { mode: 0o600 });
  return told;
}

/** Of two processes that start at once only the one that made an account tells its password. */
async function make(
  platform: Platform,
  now: Date,
  people: readonly (DemoAccount & ToldAccount)[],
  mustChange: boolean,
): Promise<readonly ToldAccount[]> {
  const hashes = await Promise.all(people.map(({ password }) => passwordHash(password)));
  const made = { createdAt: now, createdBy: MAKER.id, changedAt: now, disabledAt: null, disabledBy: null };
  // As the owner: it sees accounts and credentials at once.
  return withTransaction(platform.database.owner, { actor: MAKER.id, scope: 'all' }, async (client) => {
    const told: ToldAccount[] = [];
    for (const [index, { login, name, unit, scope, roles, password }] of people.entries()) {
      const row = { id: uuidV7(now), login, name, unitId: unit, scope, roles, ...made };
      if (!(await insertAccount(client, row))) continue;
      await savePassword(client, row.id, { passwordHash: hashes[index] ?? null, mustChange }, now);
      const object = { objectKind: 'account', objectId: row.id, unitId: unit };
      const context = { now, today: dayOf(now), actor: MAKER };
      await writeAct(client, context, { act: 'account.create', ...object, details: { login, name, scope, roles } });
      told.push({ login, name, password });
    }
    return told;
  });
}
