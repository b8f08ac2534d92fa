/** What people do with their own account: a new password, an authenticator. */
import { lockSeconds } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  clearAttempts,
  confirmTotp,
  countAttempt,
  endSessions,
  findAccount,
  findCredential,
  savePassword,
  saveRecoveryCodes,
  saveTotp,
  useTotpStep,
} from '@xincheng/store/identity';
import { writeAct } from '../audit/index.ts';
import type { Platform } from '../platform/index.ts';
import type { ActContext, Actor } from './actor.ts';
import { matchTotp, newTotpSecret, totpUri } from './one-time-code.ts';
import { isPassword, judgePassword, passwordHash } from './passwords.ts';
import { refused } from './problem.ts';
import type { IdentityProblem } from './problem.ts';
import { tokenHash, typedSecret } from './secrets.ts';
import { beginSession, totpPlace } from './sign-in.ts';

/** Changes one's own password. Every session ends, the one at hand goes on under a new token. */
export async function changePassword(
  platform: Platform,
  context: ActContext,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<Result<{ readonly token: string }, IdentityProblem>> {
  const { actor, now } = context;
  const proven = await provenOwner(platform, context, current);
  if (!proven.ok) return proven;
  const { accountId } = proven.value;
  if (next === current) return refused('password-same');
  const judged = await judgePassword(platform, next, [actor.id, actor.account?.name ?? '']);
  if (!judged.ok) return judged;
  const hash = await passwordHash(next);
  return withTransaction(platform.database.app, { actor: actor.id, scope: 'identity' }, async (client) => {
    const account = await findAccount(client, accountId);
    if (account === null) throw new Error('the account of a session is gone');
    await savePassword(client, accountId, { passwordHash: hash, mustChange: false }, now);
    await endSessions(client, accountId, 'password-changed', now);
    await note(client, context, 'change-password');
    return ok(await beginSession(client, now, account, 'password'));
  });
}

/** A fresh secret for an authenticator. Nothing asks for it before it is confirmed with a code. */
export async function beginTotp(
  platform: Platform,
  context: ActContext,
  password: string,
): Promise<Result<{ readonly secret: string; readonly uri: string }, IdentityProblem>> {
  const proven = await provenOwner(platform, context, password);
  if (!proven.ok) return proven;
  const { accountId } = proven.value;
  const { actor } = context;
  const secret = newTotpSecret();
  await withTransaction(platform.database.app, { actor: actor.id, scope: 'identity' }, async (client) => {
    await saveTotp(client, accountId, platform.sealer.seal(secret, totpPlace(accountId)));
    await saveRecoveryCodes(client, accountId, [], context.now);
    await note(client, context, 'begin-totp');
  });
  return ok({ secret, uri: totpUri(secret, platform.pack.district.platformName.zh, actor.id) });
}

const RECOVERY_CODES = 10;
/** Some 119 bits each: a plain hash keeps them from 112 on (OWASP ASVS 6.5.2). */
const GROUPS_OF_CODE = 6;

/** The authenticator works: its codes are asked for from now on, and other sessions end. Recovery codes are shown this once. */
export async function confirmOwnTotp(
  platform: Platform,
  context: ActContext,
  code: string,
): Promise<Result<{ readonly recoveryCodes: readonly string[] }, IdentityProblem>> {
  const { actor, now } = context;
  const own = ownerOf(actor);
  if (!own.ok) return own;
  const { accountId } = own.value;
  return withTransaction(platform.database.app, { actor: actor.id, scope: 'identity' }, async (client) => {
    const credential = await findCredential(client, accountId);
    if (credential === null || credential.totpSecret === null || credential.totpConfirmedAt !== null)
      return refused('totp-missing');
    const secret = platform.sealer.unseal(credential.totpSecret, totpPlace(accountId));
    const step = secret.ok ? matchTotp(secret.value, code, now) : null;
    if (step === null || !(await useTotpStep(client, accountId, step))) return refused('code-wrong');
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => typedSecret(GROUPS_OF_CODE));
    await confirmTotp(client, accountId, now);
    await endSessions(client, accountId, 'account-changed', now, actor.account?.session);
    await saveRecoveryCodes(client, accountId, recoveryCodes.map(tokenHash), now);
    await note(client, context, 'confirm-totp');
    return ok({ recoveryCodes });
  });
}

/** Takes one's own authenticator away. */
export async function removeOwnTotp(
  platform: Platform,
  context: ActContext,
  password: string,
): Promise<Result<null, IdentityProblem>> {
  const proven = await provenOwner(platform, context, password);
  if (!proven.ok) return proven;
  const { accountId } = proven.value;
  return withTransaction(platform.database.app, { actor: context.actor.id, scope: 'identity' }, async (client) => {
    await saveTotp(client, accountId, null);
    await endSessions(client, accountId, 'account-changed', context.now, context.actor.account?.session);
    await saveRecoveryCodes(client, accountId, [], context.now);
    await note(client, context, 'remove-totp');
    return ok(null);
  });
}

function ownerOf({ account, onBehalfOf }: Actor): Result<{ readonly accountId: string }, IdentityProblem> {
  if (onBehalfOf !== undefined) return refused('in-anothers-place');
  return account === undefined ? refused('no-account') : ok({ accountId: account.id });
}

/** Whoever sits before somebody else's open session does not know the password; guesses count as failures of sign-in do. */
async function provenOwner(
  platform: Platform,
  { actor, now }: ActContext,
  password: string,
): Promise<Result<{ readonly accountId: string }, IdentityProblem>> {
  const own = ownerOf(actor);
  if (!own.ok) return own;
  const { accountId } = own.value;
  const identity = { actor: actor.id, scope: 'identity' } as const;
  const loginHash = platform.sealer.signInHash(actor.id);
  const known = await withTransaction(platform.database.app, identity, async (client) => ({
    locked: await countAttempt(client, loginHash, now, (failures) => lockSeconds(failures, platform.pack.accounts)),
    credential: await findCredential(client, accountId),
  }));
  if (known.locked !== null)
    return refused('sign-in-locked', { seconds: String(Math.ceil((known.locked.getTime() - now.getTime()) / 1000)) });
  if (!(await isPassword(known.credential?.passwordHash ?? null, password))) return refused('password-wrong');
  await withTransaction(platform.database.app, identity, (client) => clearAttempts(client, loginHash));
  return own;
}

async function note(client: Client, context: ActContext, act: string): Promise<void> {
  const { account, id, units } = context.actor;
  const object = { objectKind: 'account', objectId: account?.id ?? id, unitId: units[0] ?? null };
  await writeAct(client, context, { act: `account.${act}`, ...object, details: { login: id } });
}
