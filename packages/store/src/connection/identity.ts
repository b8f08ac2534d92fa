import pg from 'pg';

/**
 * How wide one transaction may look: nothing guarded, some units' rows, all rows, what is held about some subjects, what belongs to some
 * cases, or only who may come in: accounts, their credentials and sessions.
 */
const SCOPES = ['none', 'units', 'all', 'subject', 'party', 'identity'] as const;
export type Scope = (typeof SCOPES)[number];

/** On whose behalf a transaction runs. Row-level security reads it; without it no guarded row is seen. */
export interface Identity {
  /** Account or job, as the audit log names it. */
  readonly actor: string;
  readonly scope: Scope;
  readonly units?: readonly string[];
  /** Subject keys, for scope 'subject'. */
  readonly subjects?: readonly string[];
  /** Ids of cases to which one is a party, for scopes 'subject' and 'party'. */
  readonly parties?: readonly string[];
  /** The civil day in the district, for policies that compare with a term; 'YYYY-MM-DD'. */
  readonly today?: string;
}

/**
 * Opens a transaction in the name of `identity`, in one round trip; the caller ends it.
 * `SET LOCAL` with literals, not set_config(): only the former travels to the workers of a distributed server.
 * All settings are always written, empty where not given, so a policy never meets a value of an earlier transaction; it must take
 * '' like null.
 */
export async function beginAs(client: pg.ClientBase, identity: Identity): Promise<void> {
  await client.query(beginStatements(identity));
}

/**
 * Within a transaction in the name of some units: does work that sees the rows of all, for numbers of the whole district that every unit
 * may know. What the work returns must tell nothing of a single other unit.
 */
export async function seeingAll<T>(
  client: pg.ClientBase,
  { scope }: Pick<Identity, 'scope'>,
  work: () => Promise<T>,
): Promise<T> {
  await client.query("set local app.scope = 'all'");
  const value = await work();
  await client.query(`set local app.scope = ${literal(scope)}`);
  return value;
}

/** Within a transaction in the name of whoever manages accounts: does work on credentials and sessions, which no other scope sees. */
export async function seeingCredentials<T>(
  client: pg.ClientBase,
  { scope }: Pick<Identity, 'scope'>,
  work: () => Promise<T>,
): Promise<T> {
  await client.query("set local app.scope = 'identity'");
  const value = await work();
  await client.query(`set local app.scope = ${literal(scope)}`);
  return value;
}

/** The statements of `beginAs`. Throws on an identity no caller could mean: that is a bug, and must not become a wider view. */
function beginStatements(identity: Identity): string {
  if (!SCOPES.includes(identity.scope)) throw new Error(`unknown scope: ${identity.scope}`);
  if (identity.actor === '') throw new Error('an identity needs an actor');
  if (identity.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(identity.today))
    throw new Error(`not a day: ${identity.today}`);
  const settings: readonly (readonly [string, string])[] = [
    ['app.actor', identity.actor],
    ['app.scope', identity.scope],
    ['app.units', joined('unit', identity.units)],
    ['app.subjects', joined('subject', identity.subjects)],
    ['app.parties', joined('case', identity.parties)],
    ['app.today', identity.today ?? ''],
  ];
  return ['begin', ...settings.map(([name, value]) => `set local ${name} = ${literal(value)}`)].join('; ');
}

/** The list is cut at commas by the policies, so a comma inside an id would be two ids. */
function joined(what: string, ids: readonly string[] = []): string {
  for (const id of ids) {
    if (id === '' || id.includes(',')) throw new Error(`not a ${what} id: ${JSON.stringify(id)}`);
  }
  return ids.join(',');
}

function literal(value: string): string {
  if (value.includes('\0')) throw new Error('a setting cannot hold a zero byte');
  return pg.escapeLiteral(value);
}

/**
 * Runs `work` in one transaction in the name of `identity`: committed when it returns, rolled back when it throws.
 * A returned `Result` that is not ok is committed too: what a refusal writes (the attempt, for the audit log) is wanted; what must
 * not stay has to be undone by throwing.
 */
export async function withTransaction<T>(pool: pg.Pool, identity: Identity, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const begin = beginStatements(identity);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const value = await work(client);
    const { command } = await client.query('commit');
    // After a failed statement whose error was swallowed, the server answers a commit by rolling back, without an error.
    if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
    return value;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    // A connection that cannot even roll back is thrown away, not given to the next caller.
    client.release(broken);
  }
}
