/** Signing in with login and password, and where it is asked for a one-time code. */
import { dayOf } from '@xincheng/core/calendar';
import { lockSeconds } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  clearAttempts,
  countAttempt,
  endSession,
  findAccountByLogin,
  findCredential,
  insertSession,
  takeAttemptBack,
  useRecoveryCode,
  useTotpStep,
} from '@xincheng/store/identity';
import type { AccountRow, CredentialRow, SessionMethod } from '@xincheng/store/identity';
import { writeAct } from '../audit/index.ts';
import type { Act } from '../audit/index.ts';
import type { Platform } from '../platform/index.ts';
import type { ActContext } from './actor.ts';
import { matchTotp } from './one-time-code.ts';
import { isPassword } from './passwords.ts';
import { refused } from './problem.ts';
import type { IdentityProblem } from './problem.ts';
import { AT_THE_DOOR } from './sessions.ts';
import { newToken, tokenHash } from './secrets.ts';

export interface SignIn {
  readonly login: string;
  readonly password: string;
  /** Six digits of the authenticator, or a recovery code. */
  readonly code?: string | undefined;
  /** Token of the session that this one replaces in the browser. */
  readonly replaces?: string | null;
}

/** No account has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Where the seal of an authenticator's secret belongs. */
export function totpPlace(accountId: string) {
  return { dataset: 'account', field: 'totp_secret', subjectKey: accountId } as const;
}

/**
 * Begins a session and returns its token. Whoever has no account, a wrong password or a disabled account gets the same answer after the
 * same work, and the same delays when they go on.
 */
export async function signIn(
  platform: Platform,
  now: Date,
  given: SignIn,
): Promise<Result<{ readonly token: string }, IdentityProblem>> {
  const login = given.login.trim().toLowerCase();
  const loginHash = platform.sealer.signInHash(login);
  const known = await withTransaction(platform.database.app, AT_THE_DOOR, async (client) => {
    const locked = await countAttempt(client, loginHash, now, (failures) => lockSeconds(failures, platform.pack.accounts));
    if (locked !== null) return { locked };
    const account = await findAccountByLogin(client, login);
    return { locked, account, credential: await findCredential(client, account?.id ?? NOBODY) };
  });
  if (known.locked !== null) return lockedFor(known.locked, now);
  const { account, credential } = known;
  const isRight = await isPassword(credential?.passwordHash ?? null, given.password);
  if (account === null || credential === null || !isRight || account.disabledAt !== null) {
    await noteRefusal(platform, now, account, loginHash);
    return refused('sign-in-refused');
  }
  return withTransaction(platform.database.app, { actor: account.login, scope: 'identity' }, async (client) => {
    // Verifying took its time: a password reset meanwhile is not to be outrun.
    if ((await findCredential(client, account.id))?.passwordHash !== credential.passwordHash) return refused('sign-in-refused');
    const proven = await provenFully(client, platform, now, account, credential, given.code);
    if (proven === 'code-needed') await takeAttemptBack(client, loginHash);
    else if (proven === null) await clearAttempts(client, loginHash);
    else await writeAct(client, asThemselves(account, now), refusal(account, loginHash, 'code'));
    const replaces = given.replaces ?? null;
    if (proven === null && replaces !== null) await endSession(client, tokenHash(replaces), 'signed-out', now);
    return proven === null ? ok(await beginSession(client, now, account, 'password')) : refused(proven);
  });
}

function lockedFor(until: Date, now: Date): Result<never, IdentityProblem> {
  return refused('sign-in-locked', { seconds: String(Math.ceil((until.getTime() - now.getTime()) / 1000)) });
}

/** Null when nothing more is asked for. A code that was right is used up. */
async function provenFully(
  client: Client,
  { sealer }: Platform,
  now: Date,
  account: AccountRow,
  credential: CredentialRow,
  code: string | undefined,
): Promise<'code-needed' | 'code-wrong' | null> {
  if (credential.totpConfirmedAt === null || credential.totpSecret === null) return null;
  if (code === undefined) return 'code-needed';
  const secret = sealer.unseal(credential.totpSecret, totpPlace(account.id));
  if (!secret.ok) throw new Error(`the second factor of ${account.login} does not open: ${secret.error.code}`);
  const step = matchTotp(secret.value, code, now);
  if (step !== null) return (await useTotpStep(client, account.id, step)) ? null : 'code-wrong';
  return (await useRecoveryCode(client, account.id, tokenHash(code.trim().toLowerCase()), now)) ? null : 'code-wrong';
}

/** A session with an id that nobody knew before. */
export async function beginSession(
  client: Client,
  now: Date,
  account: AccountRow,
  method: SessionMethod,
): Promise<{ readonly token: string }> {
  const token = newToken();
  await insertSession(client, { idHash: tokenHash(token), accountId: account.id, method, now });
  await writeAct(client, asThemselves(account, now), {
    act: 'session.begin',
    objectKind: 'account',
    objectId: account.id,
    unitId: account.unitId,
    details: { method },
  });
  return { token };
}

/** Also where there is no such account: the answer then takes as long, and who tries many names is seen. */
async function noteRefusal(platform: Platform, now: Date, account: AccountRow | null, loginHash: string): Promise<void> {
  await withTransaction(platform.database.app, AT_THE_DOOR, (client) => {
    const context = asThemselves({ login: AT_THE_DOOR.actor, unitId: account?.unitId ?? '' }, now);
    return writeAct(client, context, refusal(account, loginHash, 'password'));
  });
}

function refusal(account: AccountRow | null, loginHash: string, why: 'password' | 'code'): Act {
  const objectId = account?.id ?? loginHash;
  return { act: 'session.refuse', objectKind: 'account', objectId, unitId: account?.unitId ?? null, details: { why } };
}

function asThemselves({ login, unitId }: Pick<AccountRow, 'login' | 'unitId'>, now: Date): ActContext {
  return { now, today: dayOf(now), actor: { id: login, scope: 'units', units: [unitId], subjects: [] } };
}
