/** The base register of organisations, its aliases, and joins. Every function runs on the client of a transaction that has an identity. */
import type pg from 'pg';

export interface SubjectRow {
  readonly key: string;
  readonly kind: 'legal' | 'soleTrader';
  /** Kind of body, as the register calls it. */
  readonly body: string | null;
  readonly name: string;
  readonly standing: string;
  /** Since when it stands so; null where the register does not say. */
  readonly standingOn: string | null;
  readonly recordId: string;
  readonly registeredAt: Date;
  readonly writtenAt: Date;
}

export interface AliasRow {
  readonly kind: 'name' | 'code' | 'registration-no';
  readonly value: string;
  /** `stated` by the register's row, or left by a `change` of the register. */
  readonly source: 'stated' | 'change';
  readonly knownAt: Date;
  readonly endedAt: Date | null;
}

/** A join by hand, open or undone. */
export interface JoinRow {
  readonly id: string;
  readonly from: string;
  readonly into: string;
  readonly joinedAt: Date;
  readonly joinedBy: string;
  readonly reason: string;
  /** Number of the document by which a code was rectified; null where none was named. */
  readonly document: string | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
}

export interface RecordCount {
  readonly key: string;
  readonly dataset: string;
  readonly count: number;
}

/** The registered subject of a key, or null: then it is provisional, or nobody. */
export async function findSubject(client: pg.ClientBase, key: string): Promise<SubjectRow | null> {
  const { rows } = await client.query<SubjectRow>(
    `select subject_key as key, kind, body, name, standing, standing_on as "standingOn", record_id as "recordId", registered_at as "registeredAt", written_at as "writtenAt"
     from subject where subject_key = $1`,
    [key],
  );
  return rows[0] ?? null;
}

/**
 * Roots of everything that a text names exactly: a key, a code, a registration number, a name or a former one; never a person.
 * `form`: the text as names and codes are compared.
 */
export async function findKeys(client: pg.ClientBase, form: string, limit: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ key: string }>(
    `select distinct subject_root(k) as key from (
       (select subject_key as k from subject where subject_key = $1)
       union (select subject_key from subject where name_form = $1 limit $2)
       union (select subject_key from subject_alias where value = $1 limit $2)
       union (select subject_key from subject_join where subject_key = $1 and undone_at is null)
       union (select subject_key from credit_record where subject_key = $1 and subject_kind <> 'natural' limit 1)) named
     order by key limit $2`,
    [form, limit],
  );
  return rows.map(({ key }) => key);
}

/** The key for which a key stands in the end. */
export async function rootOf(client: pg.ClientBase, key: string): Promise<string> {
  const { rows } = await client.query<{ root: string }>('select subject_root($1) as root', [key]);
  return rows[0]?.root ?? key;
}

/** Every key that stands for a root, the root first. */
export async function keysOf(client: pg.ClientBase, root: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ keys: string[] }>('select subject_keys($1) as keys', [root]);
  return rows[0]?.keys ?? [root];
}

/** What a registered subject is called besides, names first. */
export async function listAliases(client: pg.ClientBase, key: string): Promise<readonly AliasRow[]> {
  const { rows } = await client.query<AliasRow>(
    `select a.kind, a.shown as value, a.source, a.known_at as "knownAt", a.ended_at as "endedAt"
     from subject_alias a join subject s on s.subject_key = a.subject_key
     where a.subject_key = $1 and not (a.kind = 'name' and a.value = s.name_form) order by a.kind desc, a.known_at, a.value`,
    [key],
  );
  return rows;
}

/** Joins that touch any of these keys, also undone ones, oldest first. */
export async function listJoins(client: pg.ClientBase, keys: readonly string[]): Promise<readonly JoinRow[]> {
  const { rows } = await client.query<JoinRow>(
    `select id, subject_key as "from", into_key as "into", joined_at as "joinedAt", joined_by as "joinedBy", reason, document,
       undone_at as "undoneAt", undone_by as "undoneBy", undone_reason as "undoneReason"
     from subject_join where subject_key = any ($1) or into_key = any ($1) order by joined_at, id`,
    [keys],
  );
  return rows;
}

/** How many standing records each of these keys has in each dataset, as far as the identity sees them. */
export async function recordCounts(client: pg.ClientBase, keys: readonly string[]): Promise<readonly RecordCount[]> {
  const { rows } = await client.query<RecordCount>(
    `select subject_key as key, dataset, count(*)::integer as count from credit_record
     where subject_key = any ($1) and state <> 'withdrawn' group by 1, 2 order by 2, 1`,
    [keys],
  );
  return rows;
}

/** Whether anything at all is filed under a key, withdrawn records too. */
export async function hasRecords(client: pg.ClientBase, key: string): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(
    'select exists (select from credit_record where subject_key = $1) as has',
    [key],
  );
  return rows[0]?.has ?? false;
}

/** Whether one of these keys is registered and stands in one of these ways. */
export async function isAnyStanding(
  client: pg.ClientBase,
  keys: readonly string[],
  standings: readonly string[],
): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    'select exists (select from subject where subject_key = any ($1) and standing = any ($2)) as is',
    [keys, standings],
  );
  return rows[0]?.is ?? false;
}

/** Until the transaction ends, nobody else joins or undoes: two joins at once could close a ring. */
export async function lockJoins(client: pg.ClientBase): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('subject-join', 0))");
}

/** Writes a join down. The caller has made sure that it closes no ring. */
export async function insertJoin(
  client: pg.ClientBase,
  join: Pick<JoinRow, 'id' | 'from' | 'into' | 'joinedAt' | 'joinedBy' | 'reason' | 'document'>,
): Promise<void> {
  await client.query(
    'insert into subject_join (id, subject_key, into_key, joined_at, joined_by, reason, document) values ($1, $2, $3, $4, $5, $6, $7)',
    [join.id, join.from, join.into, join.joinedAt, join.joinedBy, join.reason, join.document],
  );
}

/** Undoes the open join of a key; null when it has none. */
export async function undoJoin(
  client: pg.ClientBase,
  from: string,
  undo: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<Pick<JoinRow, 'id' | 'into'> | null> {
  const { rows } = await client.query<Pick<JoinRow, 'id' | 'into'>>(
    `update subject_join set undone_at = $2, undone_by = $3, undone_reason = $4 where subject_key = $1 and undone_at is null
     returning id, into_key as "into"`,
    [from, undo.at, undo.by, undo.reason],
  );
  return rows[0] ?? null;
}

/** Makes subjects of a batch's rows, in the transaction of its merge and before it is finished. Nothing happens outside the base register. */
export async function takeBatch(client: pg.ClientBase, batch: string, at: Date): Promise<void> {
  await client.query('select subject_take_batch($1, $2)', [batch, at]);
}

/** The same for a row that waited and was confirmed as a record. */
export async function takeWaiting(client: pg.ClientBase, waiting: string, record: string, at: Date): Promise<void> {
  await client.query('select subject_take_waiting($1, $2, $3)', [waiting, record, at]);
}
