/** Carrying the loaded pack over into the database: units, and every version of a dataset a record may be made under. */
import type pg from 'pg';

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly kind: string;
  readonly isSyntheticCode: boolean;
}

/** Brings the unit table to what the district pack says. Units are never removed: records point at them. */
export async function saveUnits(client: pg.ClientBase, units: readonly UnitRow[]): Promise<void> {
  await client.query(
    `insert into unit (id, name, uscc, kind, is_synthetic_code)
     select u.id, u.name, u.uscc, u.kind, u."isSyntheticCode" from jsonb_to_recordset($1::jsonb) u (id text, name text, uscc text, kind text, "isSyntheticCode" boolean)
     on conflict (id) do update set name = excluded.name, uscc = excluded.uscc, kind = excluded.kind, is_synthetic_code = excluded.is_synthetic_code
     where (unit.name, unit.uscc, unit.kind, unit.is_synthetic_code) is distinct from (excluded.name, excluded.uscc, excluded.kind, excluded.is_synthetic_code)`,
    [JSON.stringify(units)],
  );
}

export interface DefinitionRow {
  readonly dataset: string;
  readonly version: string;
  readonly digest: string;
  readonly definition: unknown;
}

/**
 * Keeps every version of a dataset. Returns the ids whose content changed although their version did not: those are not written,
 * unless nothing was ever received here (`mayNotChange` false), as while a pack is being written.
 */
export async function saveDefinitions(client: pg.ClientBase, definitions: readonly DefinitionRow[], at: Date, mayNotChange: boolean): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const { dataset, version, digest, definition } of definitions) {
    const { rows } = await client.query<{ digest: string }>(
      `insert into dataset_definition (dataset, version, digest, definition, loaded_at) values ($1, $2, $3, $4, $5)
       on conflict (dataset, version) do update set
         digest = case when $6 then dataset_definition.digest else excluded.digest end,
         definition = case when $6 then dataset_definition.definition else excluded.definition end
       returning digest`,
      [dataset, version, digest, JSON.stringify(definition), at, mayNotChange],
    );
    if (rows[0]?.digest !== digest) changed.push(dataset);
  }
  return changed;
}

/** True once anything was ever received. */
export async function hasBatches(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>('select exists (select 1 from intake_batch) as any');
  return rows[0]?.any ?? false;
}

/** Version of the database server, such as `18.4`. */
export async function serverVersion(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  return rows[0]?.version ?? '';
}

/** A fact about the installation; null while it is not known. */
export async function readFact(client: pg.ClientBase, name: string): Promise<string | null> {
  const { rows } = await client.query<{ value: string }>('select value from installation_fact where name = $1', [name]);
  return rows[0]?.value ?? null;
}

/** Writes a fact about the installation down, over what was known. */
export async function writeFact(client: pg.ClientBase, name: string, value: string): Promise<void> {
  await client.query('insert into installation_fact (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value', [name, value]);
}

/** Writes a fact about the installation down when it is not known yet; returns what stands. */
export async function keepFact(client: pg.ClientBase, name: string, value: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>(
    'insert into installation_fact (name, value) values ($1, $2) on conflict (name) do update set value = installation_fact.value returning value',
    [name, value],
  );
  return rows[0]?.value ?? value;
}

/** Takes a fact about the installation back. */
export async function dropFact(client: pg.ClientBase, name: string): Promise<void> {
  await client.query('delete from installation_fact where name = $1', [name]);
}
