/** Programs of units: tokens that may do some things for one unit until a day. */
import { isTransferable, rightForm } from '@xincheng/core/identity';
import type { Right } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import {
  findApiClient,
  findApiClientByToken,
  insertApiClient,
  listApiClients,
  revokeApiClient,
  touchApiClient,
} from '@xincheng/store/identity';
import type { ApiClientRow } from '@xincheng/store/identity';
import { writeAct } from '../audit/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { identityOf, needs } from './actor.ts';
import type { ActContext, Actor, RightMissing } from './actor.ts';
import { refused } from './problem.ts';
import type { IdentityProblem } from './problem.ts';
import { AT_THE_DOOR } from './sessions.ts';
import { newToken, tokenHash } from './secrets.ts';

export interface NewApiClient {
  readonly name: string;
  readonly unitId: string;
  readonly rights: readonly Right[];
  readonly days: number;
}

/** A program as who manages it sees it. */
export type ApiClientView = ApiClientRow;

type Refused = IdentityProblem | RightMissing;

/** Shows what it is, also to programs that look for lost secrets. */
const PREFIX = 'xc_';
const DAY_MS = 86_400_000;

/** Makes a token for a program. It is shown this once. */
export async function createApiClient(
  platform: Platform,
  context: ActContext,
  { name, unitId, rights, days }: NewApiClient,
): Promise<Result<{ readonly client: ApiClientRow; readonly token: string }, Refused>> {
  const { actor, now } = context;
  const may = needs(actor, 'client.manage');
  if (!may.ok) return may;
  if (!platform.pack.units.has(unitId)) return refused('unknown-unit', { unit: unitId });
  if (actor.scope !== 'all' && !actor.units.includes(unitId)) return refused('account-out-of-scope');
  const personal = rights.find((right) => !isTransferable(right));
  if (personal !== undefined) return refused('right-not-transferable', { right: rightForm(personal).name });
  const { longestDays } = platform.pack.accounts.clients;
  if (days < 1 || days > longestDays) return refused('client-too-long', { days: String(longestDays) });
  const token = `${PREFIX}${newToken()}`;
  const made = { createdAt: now, createdBy: actor.id, expiresAt: new Date(now.getTime() + days * DAY_MS) };
  const row = { id: uuidV7(now), name, unitId, rights, ...made, usedAt: null, revokedAt: null, revokedBy: null };
  return withTransaction(platform.database.app, identityOf(actor), async (client) => {
    await insertApiClient(client, row, tokenHash(token));
    const details = { name, rights, expiresAt: row.expiresAt.toISOString() };
    await writeAct(client, context, { act: 'client.create', objectKind: 'api-client', objectId: row.id, unitId, details });
    return ok({ client: row, token });
  });
}

/** Programs in scope, the newest first. */
export async function readApiClients(
  platform: Platform,
  { actor }: ActContext,
  page: { readonly before: string | null; readonly limit: number },
): Promise<Result<readonly ApiClientRow[], RightMissing>> {
  const may = needs(actor, 'client.manage');
  if (!may.ok) return may;
  return withTransaction(platform.database.app, identityOf(actor), async (client) => ok(await listApiClients(client, page)));
}

/** The token opens nothing any more, from the next request on. */
export async function revokeClient(platform: Platform, context: ActContext, id: string): Promise<Result<ApiClientRow, Refused>> {
  const { actor, now } = context;
  const may = needs(actor, 'client.manage');
  if (!may.ok) return may;
  return withTransaction(platform.database.app, identityOf(actor), async (client) => {
    const row = await findApiClient(client, id);
    if (row === null) return refused('no-such-client');
    if (row.revokedAt !== null) return refused('already-revoked');
    await revokeApiClient(client, id, actor.id, now);
    const object = { objectKind: 'api-client', objectId: id, unitId: row.unitId };
    await writeAct(client, context, { act: 'client.revoke', ...object, details: { name: row.name } });
    return ok({ ...row, revokedAt: now, revokedBy: actor.id });
  });
}

/** Noted this often at most. */
const TOUCH_MS = 60 * 60_000;

/** The program whose token this is; null when it opens nothing. */
export async function actorOfToken(platform: Platform, now: Date, token: string): Promise<Actor | null> {
  if (!token.startsWith(PREFIX)) return null;
  const row = await withTransaction(platform.database.app, AT_THE_DOOR, async (client) => {
    const found = await findApiClientByToken(client, tokenHash(token), now);
    if (found !== null && (found.usedAt === null || now.getTime() - found.usedAt.getTime() > TOUCH_MS))
      await touchApiClient(client, found.id, now);
    return found;
  });
  if (row === null || !platform.pack.units.has(row.unitId)) return null;
  return { id: `api-client:${row.id}`, scope: 'units', units: [row.unitId], subjects: [], rights: row.rights };
}
