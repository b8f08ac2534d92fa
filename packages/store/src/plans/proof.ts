/** What is kept of proof: when conditions began or ceased to hold, and what units declared. */
import type pg from 'pg';
import type { ConditionOutcome } from '@xincheng/core/plans';

/** A change of one condition, or of all of a task together. */
export interface ProofEvent {
  readonly number: string;
  readonly condition: string;
  readonly from: ConditionOutcome | null;
  readonly to: ConditionOutcome;
  readonly at: Date;
  readonly day: string;
  readonly version: string;
  /** The numbers by which it was judged. */
  readonly snapshot: unknown;
}

/** A unit's word that a task is done. */
export interface Declaration {
  readonly number: string;
  readonly unitId: string;
  readonly words: string;
  readonly name: string;
  readonly at: Date;
  readonly day: string;
}

/** Whoever notes changes of a plan's proof waits for whoever does so at the same time. */
export async function takeProofTurn(client: pg.ClientBase, planId: string): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('plan-proof/' || $1, 0))", [planId]);
}

/** Events of a plan's tasks in order of time; with a number those of one task. */
export async function listProofEvents(
  client: pg.ClientBase,
  planId: string,
  number: string | null = null,
): Promise<readonly ProofEvent[]> {
  const { rows } = await client.query<ProofEvent>(
    `select number, condition, from_outcome as "from", to_outcome as "to", at, day, version, snapshot
     from plan_proof_event where plan_id = $1 and ($2::text is null or number = $2) order by number, condition, ordinal`,
    [planId, number],
  );
  return rows;
}

/** Notes changes. */
export async function insertProofEvents(client: pg.ClientBase, planId: string, events: readonly ProofEvent[]): Promise<void> {
  await client.query(
    `insert into plan_proof_event (plan_id, number, condition, ordinal, from_outcome, to_outcome, at, day, version, snapshot)
     select $1, e.number, e.condition,
       (select coalesce(max(o.ordinal), 0) + 1 from plan_proof_event o where o.plan_id = $1 and o.number = e.number and o.condition = e.condition),
       e.from_outcome, e.to_outcome, e.at, e.day, e.version, e.snapshot
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::date[], $8::text[], $9::jsonb[])
       as e (number, condition, from_outcome, to_outcome, at, day, version, snapshot)`,
    [
      planId,
      events.map(({ number }) => number),
      events.map(({ condition }) => condition),
      events.map(({ from }) => from),
      events.map(({ to }) => to),
      events.map(({ at }) => at),
      events.map(({ day }) => day),
      events.map(({ version }) => version),
      events.map(({ snapshot }) => JSON.stringify(snapshot)),
    ],
  );
}

/** Adds a declaration. */
export async function insertDeclaration(client: pg.ClientBase, planId: string, declaration: Declaration): Promise<void> {
  await client.query(
    `insert into plan_declaration (plan_id, number, ordinal, unit_id, words, name, at, day)
     select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6, $7 from plan_declaration where plan_id = $1 and number = $2`,
    [planId, declaration.number, declaration.unitId, declaration.words, declaration.name, declaration.at, declaration.day],
  );
}

/** What was declared about the tasks of a plan, in order of time. */
export async function listDeclarations(client: pg.ClientBase, planId: string): Promise<readonly Declaration[]> {
  const { rows } = await client.query<Declaration>(
    'select number, unit_id as "unitId", words, name, at, day from plan_declaration where plan_id = $1 order by number, ordinal',
    [planId],
  );
  return rows;
}
