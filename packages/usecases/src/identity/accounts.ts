/** Managing accounts: what an administrator of the district does for all, and one of a unit for its own people. */
import { areCompatible, LOGIN_FORM } from '@xincheng/core/identity';
import type { Role } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { seeingCredentials, withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  clearAttempts,
  countAdministrators,
  endLinks,
  endSessions,
  findAccount,
  findAccountByLogin,
  findLinked,
  insertAccount,
  listAccounts,
  lockedUntil,
  saveLink,
  savePassword,
  saveRecoveryCodes,
  saveTotp,
  updateAccount,
} from '@xincheng/store/identity';
import type { AccountFilter, AccountRow } from '@xincheng/store/identity';
import { writeAct } from '../audit/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { identityOf, needs } from './actor.ts';
import type { ActContext, Actor, RightMissing } from './actor.ts';
import { passwordHash } from './passwords.ts';
import { refused } from './problem.ts';
import type { IdentityProblem } from './problem.ts';
import { typedSecret } from './secrets.ts';

export interface AccountView extends AccountRow {
  /** Until when sign-in is held up after failures. */
  readonly lockedUntil: Date | null;
}

type Refused = IdentityProblem | RightMissing;

/** What an account may do and see. */
export interface AccountPlace {
  readonly name: string;
  readonly unitId: string;
  readonly scope: 'units' | 'all';
  readonly roles: readonly Role[];
}

export interface NewAccount extends AccountPlace {
  readonly login: string;
}

/** Some hundred bits: enough without being judged. */
const GROUPS_OF_PASSWORD = 5;
/** No unit of a district has more people in the platform. */
const MOST_COLLEAGUES = 1000;

/** A first password, which only its owner's own replaces. */
export function firstPassword(): string {
  return typedSecret(GROUPS_OF_PASSWORD);
}

/** Accounts in scope, by login. */
export async function readAccounts(
  platform: Platform,
  context: ActContext,
  filter: AccountFilter,
): Promise<Result<readonly AccountView[], RightMissing>> {
  const { actor, now } = context;
  const may = needs(actor, 'account.read');
  if (!may.ok) return may;
  return withTransaction(platform.database.app, identityOf(actor), async (client) => {
    const rows = await listAccounts(client, filter);
    return ok(await viewsOf(client, platform, actor, rows, now));
  });
}

/** One account in scope. */
export async function readAccount(platform: Platform, context: ActContext, login: string): Promise<Result<AccountView, Refused>> {
  const { actor, now } = context;
  const may = needs(actor, 'account.read');
  if (!may.ok) return may;
  return withTransaction(platform.database.app, identityOf(actor), async (client) => {
    const row = await findAccountByLogin(client, login);
    const [account] = row === null ? [] : await viewsOf(client, platform, actor, [row], now);
    return account === undefined ? refused('no-such-account') : ok(account);
  });
}

/** Who could stand in for whoever asks: the others of the own unit whose accounts are in use. */
export async function readColleagues(
  platform: Platform,
  { actor }: ActContext,
): Promise<Result<readonly { readonly login: string; readonly name: string }[], IdentityProblem>> {
  const [unitId] = actor.units;
  if (actor.account === undefined || unitId === undefined) return refused('no-account');
  const filter = { unitId, state: 'active', after: null, limit: MOST_COLLEAGUES } as const;
  const rows = await withTransaction(platform.database.app, identityOf(actor), (client) => listAccounts(client, filter));
  return ok(rows.filter(({ login }) => login !== actor.id).map(({ login, name }) => ({ login, name })));
}

/** Makes an account with a first password, which is shown this once and must be changed at the first sign-in. */
export async function createAccount(
  platform: Platform,
  context: ActContext,
  account: NewAccount,
): Promise<Result<{ readonly account: AccountView; readonly password: string }, Refused>> {
  const { actor, now } = context;
  const may = needs(actor, 'account.manage');
  if (!may.ok) return may;
  if (!LOGIN_FORM.test(account.login)) return refused('login-form');
  const fault = faultOfPlace(platform, actor, account);
  if (fault !== null) return fault;
  const { login, name, unitId, scope, roles } = account;
  const password = firstPassword();
  const hash = await passwordHash(password);
  return withTransaction(platform.database.app, identityOf(actor), async (client) => {
    const made = { createdAt: now, createdBy: actor.id, changedAt: now, disabledAt: null, disabledBy: null };
    const row = { id: uuidV7(now), login, name, unitId, scope, roles, ...made };
    if (!(await insertAccount(client, row))) return refused('login-taken', { login });
    await seeingCredentials(client, actor, () => savePassword(client, row.id, { passwordHash: hash, mustChange: true }, now));
    await note(client, context, row, 'create', { login, name, scope, roles });
    return ok({ account: { ...row, lockedUntil: null }, password });
  });
}

export type AccountAct =
  | ({ readonly act: 'change' } & AccountPlace)
  | { readonly act: 'disable' }
  | { readonly act: 'enable' | 'unlock' | 'reset-password' | 'remove-totp' }
  /** Nobody of the identity provider is this account any more. */
  | { readonly act: 'unlink' }
  /** The person whom the identity provider calls so. */
  | { readonly act: 'link'; readonly issuer: string; readonly subject: string };

export interface AccountOutcome {
  readonly account: AccountView;
  /** The new first password, shown this once. */
  readonly password: string | null;
}

/** Acts upon an account that the actor manages. Whatever takes rights away ends the account's sessions. */
export async function actUponAccount(
  platform: Platform,
  context: ActContext,
  login: string,
  act: AccountAct,
): Promise<Result<AccountOutcome, Refused>> {
  const { actor, now } = context;
  const may = needs(actor, 'account.manage');
  if (!may.ok) return may;
  const password = act.act === 'reset-password' ? firstPassword() : null;
  const hash = password === null ? null : await passwordHash(password);
  return withTransaction(platform.database.app, identityOf(actor), async (client) => {
    const row = await findAccountByLogin(client, login);
    if (row === null) return refused('no-such-account');
    if (row.login === actor.id) return refused('own-account');
    if (!manages(actor, row)) return refused('account-out-of-scope');
    const next = await rowAfter(client, platform, context, row, act);
    if (!next.ok) return next;
    if (next.value !== row) await updateAccount(client, next.value, now);
    const isChanged = await seeingCredentials(client, actor, () => changeCredentials(client, platform, context, row, act, hash));
    if (!isChanged) return refused('not-linked');
    await note(client, context, row, act.act, detailsOf(row, act));
    const [account] = await viewsOf(client, platform, actor, [(await findAccount(client, row.id)) ?? row], now);
    return ok({ account: account ?? { ...row, lockedUntil: null }, password });
  });
}

/** An account outside one's scope may be seen, as a colleague's who sees the district, and is still not one's to change. */
function manages({ scope, units }: Actor, account: Pick<AccountRow, 'scope' | 'unitId'>): boolean {
  return scope === 'all' || (account.scope === 'units' && units.includes(account.unitId));
}

function faultOfPlace({ pack }: Platform, actor: Actor, { unitId, scope, roles }: AccountPlace): Result<never, Refused> | null {
  if (!pack.units.has(unitId)) return refused('unknown-unit', { unit: unitId });
  if (!manages(actor, { scope, unitId })) return refused('account-out-of-scope');
  if (!areCompatible(roles)) return refused('roles-incompatible');
  if (roles.includes('credit-office') && unitId !== pack.district.creditOffice) return refused('role-of-credit-office');
  return null;
}

/** The account as the act leaves it; the same object when it changes nothing of it. */
async function rowAfter(
  client: Client,
  platform: Platform,
  { actor, now }: ActContext,
  row: AccountRow,
  act: AccountAct,
): Promise<Result<AccountRow, Refused>> {
  if (act.act === 'enable')
    return row.disabledAt === null ? refused('not-disabled') : ok({ ...row, disabledAt: null, disabledBy: null });
  if (act.act === 'link' && !(await mayLink(client, actor, row, act))) return refused('linked-elsewhere');
  if (act.act !== 'change' && act.act !== 'disable') return ok(row);
  if (act.act === 'disable') {
    if (row.disabledAt !== null) return refused('already-disabled');
    return keepingOne(client, row, { ...row, disabledAt: now, disabledBy: actor.id });
  }
  const { name, unitId, scope, roles } = act;
  return faultOfPlace(platform, actor, act) ?? keepingOne(client, row, { ...row, name, unitId, scope, roles });
}

/** A person linked to an account out of one's scope is not one's to take from it. */
async function mayLink(
  client: Client,
  actor: Actor,
  row: AccountRow,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<boolean> {
  const linked = await seeingCredentials(client, actor, async () => {
    const id = await findLinked(client, issuer, subject);
    return id === null ? null : findAccount(client, id);
  });
  return linked === null || linked.id === row.id || manages(actor, linked);
}

/** The district is never left without somebody who manages its accounts. */
async function keepingOne(client: Client, row: AccountRow, next: AccountRow): Promise<Result<AccountRow, Refused>> {
  if (!administers(row) || administers(next)) return ok(next);
  return (await countAdministrators(client, row.id)) === 0 ? refused('last-administrator') : ok(next);
}

function administers({ roles, scope, disabledAt }: AccountRow): boolean {
  return roles.includes('administrator') && scope === 'all' && disabledAt === null;
}

/** False where there is nothing to change. */
async function changeCredentials(
  client: Client,
  { sealer }: Platform,
  { actor, now }: ActContext,
  { id, login }: AccountRow,
  act: AccountAct,
  hash: string | null,
): Promise<boolean> {
  switch (act.act) {
    case 'change':
    case 'disable':
      await endSessions(client, id, 'account-changed', now);
      break;
    case 'reset-password':
      await savePassword(client, id, { passwordHash: hash, mustChange: true }, now);
      await endSessions(client, id, 'password-changed', now);
      await clearAttempts(client, sealer.signInHash(login));
      break;
    case 'unlock':
      await clearAttempts(client, sealer.signInHash(login));
      break;
    case 'remove-totp':
      await saveTotp(client, id, null);
      await saveRecoveryCodes(client, id, [], now);
      await endSessions(client, id, 'account-changed', now);
      break;
    case 'link':
      await saveLink(client, { issuer: act.issuer, subject: act.subject, accountId: id, by: actor.id, now });
      break;
    case 'unlink':
      if ((await endLinks(client, { accountId: id, by: actor.id, now })) === 0) return false;
      await endSessions(client, id, 'account-changed', now);
      break;
    case 'enable':
      break;
  }
  return true;
}

function detailsOf({ login, name, unitId, scope, roles }: AccountRow, act: AccountAct): Readonly<Record<string, unknown>> {
  switch (act.act) {
    case 'change':
      return {
        login,
        before: { name, unit: unitId, scope, roles },
        after: { name: act.name, unit: act.unitId, scope: act.scope, roles: act.roles },
      };
    case 'link':
      return { login, issuer: act.issuer, subject: act.subject };
    default:
      return { login };
  }
}

async function note(
  client: Client,
  context: ActContext,
  { id, unitId }: AccountRow,
  act: AccountAct['act'] | 'create',
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await writeAct(client, context, { act: `account.${act}`, objectKind: 'account', objectId: id, unitId, details });
}

async function viewsOf(
  client: Client,
  { sealer }: Platform,
  actor: Actor,
  rows: readonly AccountRow[],
  now: Date,
): Promise<readonly AccountView[]> {
  const hashes = new Map(rows.map(({ id, login }) => [id, sealer.signInHash(login)]));
  const locks = await seeingCredentials(client, actor, () => lockedUntil(client, [...hashes.values()], now));
  return rows.map((row) => ({ ...row, lockedUntil: locks.get(hashes.get(row.id) ?? '') ?? null }));
}
