/** Where records can be: a unit and a dataset, by which the index of lists begins. */
import type pg from 'pg';

/** Place by place: the unit, and at the same position its dataset. */
export interface Places {
  readonly units: readonly string[];
  readonly datasets: readonly string[];
}

interface Asked {
  readonly unitId: string | null;
  readonly dataset: string | null;
}

/** Places in which these units could have records; of all units, those in which there are any. */
export async function findPlaces(client: pg.ClientBase, asked: Asked, units: 'all' | readonly string[]): Promise<Places> {
  const { unitId, dataset } = asked;
  const { rows } =
    units === 'all' && unitId === null && dataset === null
      ? await client.query<Places>(`${FILLED} select ${AS_LISTS}`)
      : await client.query<Places>(`${POSSIBLE} select ${AS_LISTS}`, [units === 'all' ? null : units, unitId, dataset]);
  return rows[0] ?? { units: [], datasets: [] };
}

const AS_LISTS = `coalesce(array_agg(unit), '{}') as units, coalesce(array_agg(dataset), '{}') as datasets from place`;

const POSSIBLE = `with place as (
  select distinct u.id as unit, d.dataset from unit u cross join dataset_definition d
  where ($1::text[] is null or u.id = any ($1)) and ($2::text is null or u.id = $2) and ($3::text is null or d.dataset = $3))`;

/** From one place to the next in the index, without what lies between. */
const FILLED = `with recursive place as (
    (select unit_id as unit, dataset from credit_record order by unit_id, dataset limit 1)
  union all
    select next.unit_id, next.dataset from place p cross join lateral (
      select r.unit_id, r.dataset from credit_record r where (r.unit_id, r.dataset) > (p.unit, p.dataset)
      order by r.unit_id, r.dataset limit 1) next)`;
