/** Entries of expected sets that people made: declared totals, zero reports, waivers, and their revocation. */
import type pg from 'pg';

export type EntryKind = 'declared' | 'zero' | 'waived' | 'revoked';

/** Which entry: of a set, a unit, an item and a period. */
export interface EntryKey {
  readonly setId: string;
  readonly unitId: string;
  readonly item: string;
  readonly period: string;
}

/** What was said of an entry. */
export interface EntryRow extends EntryKey {
  readonly kind: EntryKind;
  /** Only of a declared total. */
  readonly expected: bigint | null;
  readonly reason: string | null;
  readonly name: string;
  readonly at: Date;
}

const ENTRY = `set_id as "setId", unit_id as "unitId", item, period, kind, expected, reason, name, at`;

/** The last word on each entry of some sets in some periods; what was revoked is as if never said. */
export async function listEntries(
  client: pg.ClientBase,
  sets: readonly string[],
  periods: readonly string[],
): Promise<readonly EntryRow[]> {
  const { rows } = await client.query<EntryRow>(
    `select * from (
       select distinct on (set_id, unit_id, item, period) ${ENTRY} from expected_entry
       where set_id = any ($1) and period = any ($2) order by set_id, unit_id, item, period, ordinal desc) last
     where kind <> 'revoked' order by "setId", period, "unitId", item`,
    [sets, periods],
  );
  return rows;
}

/** The last word on one entry, held against others until the transaction ends; null when there is none. */
export async function lockEntry(client: pg.ClientBase, { setId, unitId, item, period }: EntryKey): Promise<EntryRow | null> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('expected/' || $1, 0))", [
    [setId, unitId, item, period].join('/'),
  ]);
  const { rows } = await client.query<EntryRow>(
    `select ${ENTRY} from expected_entry where set_id = $1 and unit_id = $2 and item = $3 and period = $4 order by ordinal desc limit 1`,
    [setId, unitId, item, period],
  );
  return rows[0] ?? null;
}

/** Adds a word on an entry. */
export async function addEntry(client: pg.ClientBase, entry: EntryRow): Promise<void> {
  const { setId, unitId, item, period, kind, expected, reason, name, at } = entry;
  await client.query(
    `insert into expected_entry (set_id, unit_id, item, period, ordinal, kind, expected, reason, name, at)
     select $1, $2, $3, $4, coalesce(max(ordinal), 0) + 1, $5, $6, $7, $8, $9 from expected_entry
     where set_id = $1 and unit_id = $2 and item = $3 and period = $4`,
    [setId, unitId, item, period, kind, expected, reason, name, at],
  );
}

/** Units that tasks bind, each task named `<plan>/<number>`, as frozen at the dispatch of its plan; none where no plan was dispatched. */
export async function boundUnits(
  client: pg.ClientBase,
  tasks: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const bound = new Map<string, string[]>(tasks.map((task) => [task, []]));
  if (tasks.length === 0) return bound;
  const { rows } = await client.query<{ task: string; unitId: string }>(
    `select distinct plan_id || '/' || number as task, unit_id as "unitId" from plan_task_unit
     where plan_id || '/' || number = any ($1) and ended_on is null order by 1, 2`,
    [tasks],
  );
  for (const { task, unitId } of rows) bound.get(task)?.push(unitId);
  return bound;
}
