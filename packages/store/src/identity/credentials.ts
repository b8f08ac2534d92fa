/** How accounts prove themselves, and how often somebody failed to. Under the scope 'identity' only. */
import type pg from 'pg';

export interface CredentialRow {
  /** Null: through the identity provider only. */
  readonly passwordHash: string | null;
  readonly mustChange: boolean;
  readonly changedAt: Date;
  /** Sealed. */
  readonly totpSecret: string | null;
  readonly totpConfirmedAt: Date | null;
}

/** An account's credential. */
export async function findCredential(client: pg.ClientBase, accountId: string): Promise<CredentialRow | null> {
  const { rows } = await client.query<CredentialRow>(
    `select password_hash as "passwordHash", must_change as "mustChange", changed_at as "changedAt", totp_secret as "totpSecret",
       totp_confirmed_at as "totpConfirmedAt"
     from account_credential where account_id = $1`,
    [accountId],
  );
  return rows[0] ?? null;
}

/** Writes a password's hash, whether there was one or not. */
export async function savePassword(
  client: pg.ClientBase,
  accountId: string,
  { passwordHash, mustChange }: Pick<CredentialRow, 'passwordHash' | 'mustChange'>,
  now: Date,
): Promise<void> {
  await client.query(
    `insert into account_credential (account_id, password_hash, must_change, changed_at) values ($1, $2, $3, $4)
     on conflict (account_id) do update set password_hash = $2, must_change = $3, changed_at = $4`,
    [accountId, passwordHash, mustChange, now],
  );
}

/** Puts a second factor in place of the one before; null takes it away. It is not asked for before it is confirmed. */
export async function saveTotp(client: pg.ClientBase, accountId: string, sealedSecret: string | null): Promise<void> {
  await client.query(
    'update account_credential set totp_secret = $2, totp_confirmed_at = null, totp_step = null where account_id = $1',
    [accountId, sealedSecret],
  );
}

/** Every sealed secret, for changing the keys; as the owner. */
export async function listSealedSecrets(
  client: pg.ClientBase,
): Promise<readonly { readonly accountId: string; readonly sealed: string }[]> {
  const { rows } = await client.query<{ accountId: string; sealed: string }>(
    `select account_id as "accountId", totp_secret as sealed from account_credential where totp_secret is not null
     order by account_id for update`,
  );
  return rows;
}

/** The same secret under another seal; as the owner. */
export async function replaceSealedSecret(client: pg.ClientBase, accountId: string, sealed: string): Promise<void> {
  await client.query('update account_credential set totp_secret = $2 where account_id = $1', [accountId, sealed]);
}

/** The second factor is asked for from now on. */
export async function confirmTotp(client: pg.ClientBase, accountId: string, now: Date): Promise<void> {
  await client.query('update account_credential set totp_confirmed_at = $2 where account_id = $1', [accountId, now]);
}

/** Uses a time step up; false when it, or a later one, was used before. */
export async function useTotpStep(client: pg.ClientBase, accountId: string, step: number): Promise<boolean> {
  const { rowCount } = await client.query(
    'update account_credential set totp_step = $2 where account_id = $1 and (totp_step is null or totp_step < $2)',
    [accountId, step],
  );
  return rowCount === 1;
}

/** Puts new recovery codes in place of the old ones; none leaves no way but the second factor. */
export async function saveRecoveryCodes(
  client: pg.ClientBase,
  accountId: string,
  hashes: readonly string[],
  now: Date,
): Promise<void> {
  await client.query('update account_recovery_code set used_at = $2 where account_id = $1 and used_at is null', [accountId, now]);
  await client.query(
    'insert into account_recovery_code (account_id, code_hash, made_at) select $1, h, $3 from unnest($2::text[]) h',
    [accountId, hashes, now],
  );
}

/** Uses a recovery code up; false when there is none such left. */
export async function useRecoveryCode(client: pg.ClientBase, accountId: string, hash: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'update account_recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null',
    [accountId, hash, now],
  );
  return rowCount === 1;
}

/** The account that a person of an identity provider is. */
export async function findLinked(client: pg.ClientBase, issuer: string, subject: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    'select account_id as id from account_link where issuer = $1 and subject = $2 and ended_at is null',
    [issuer, subject],
  );
  return rows[0]?.id ?? null;
}

/** Says which account a person of an identity provider is. */
export async function saveLink(
  client: pg.ClientBase,
  { issuer, subject, accountId, by, now }: { issuer: string; subject: string; accountId: string; by: string; now: Date },
): Promise<void> {
  await client.query(
    `insert into account_link (issuer, subject, account_id, linked_at, linked_by) values ($1, $2, $3, $4, $5)
     on conflict (issuer, subject) do update set account_id = $3, linked_at = $4, linked_by = $5, ended_at = null, ended_by = null`,
    [issuer, subject, accountId, now, by],
  );
}

/** Ends every link of an account; how many. */
export async function endLinks(
  client: pg.ClientBase,
  { accountId, by, now }: { accountId: string; by: string; now: Date },
): Promise<number> {
  const { rowCount } = await client.query(
    'update account_link set ended_at = $2, ended_by = $3 where account_id = $1 and ended_at is null',
    [accountId, now, by],
  );
  return rowCount ?? 0;
}

/** Attempts in a row older than this are forgotten. */
const REMEMBERED = '1 day';

/** Counts an attempt beforehand, so that many at once are counted all; returns until when the login is locked instead, if it is. */
export async function countAttempt(
  client: pg.ClientBase,
  loginHash: string,
  now: Date,
  lockSeconds: (failures: number) => number,
): Promise<Date | null> {
  await client.query(
    'insert into sign_in_failure (login_hash, failures, failed_at) values ($1, 0, $2) on conflict (login_hash) do nothing',
    [loginHash, now],
  );
  const { rows } = await client.query<{ failures: number; lockedUntil: Date | null; isOld: boolean }>(
    `select failures, locked_until as "lockedUntil", failed_at < $2::timestamptz - interval '${REMEMBERED}' as "isOld"
     from sign_in_failure where login_hash = $1 for update`,
    [loginHash, now],
  );
  const [known] = rows;
  if (known === undefined) throw new Error('an attempt that is not there');
  if (known.lockedUntil !== null && known.lockedUntil > now) return known.lockedUntil;
  const failures = known.isOld ? 1 : known.failures + 1;
  const seconds = lockSeconds(failures);
  await client.query(
    `update sign_in_failure set failures = $2, failed_at = $3::timestamptz,
       locked_until = case when $4 > 0 then $3::timestamptz + make_interval(secs => $4) end where login_hash = $1`,
    [loginHash, failures, now, seconds],
  );
  return null;
}

/** Takes one attempt back: it was no failure, and no success either. */
export async function takeAttemptBack(client: pg.ClientBase, loginHash: string): Promise<void> {
  await client.query(
    'update sign_in_failure set failures = greatest(failures - 1, 0), locked_until = null where login_hash = $1',
    [loginHash],
  );
}

/** Forgets failures. */
export async function clearAttempts(client: pg.ClientBase, loginHash: string): Promise<void> {
  await client.query('update sign_in_failure set failures = 0, locked_until = null where login_hash = $1', [loginHash]);
}

/** Until when sign-in is held up, for those of these logins for which it is. */
export async function lockedUntil(
  client: pg.ClientBase,
  loginHashes: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await client.query<{ hash: string; until: Date }>(
    'select login_hash as hash, locked_until as until from sign_in_failure where login_hash = any ($1) and locked_until > $2',
    [loginHashes, now],
  );
  return new Map(rows.map(({ hash, until }) => [hash, until]));
}
