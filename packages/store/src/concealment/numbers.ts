/** The numbers of all records, for the finder: whatever became of a record, its number was filed. */
import type pg from 'pg';

export interface NumberRow {
  readonly number: string;
  readonly decidedOn: string;
  readonly unitId: string;
  readonly dataset: string;
}

const ROWS_AT_ONCE = 20_000;

/** Hands over the numbers of datasets decided since a day, in no order; memory holds one part of them. */
export async function readNumbers(
  client: pg.ClientBase,
  datasets: readonly string[],
  from: string,
  take: (rows: readonly NumberRow[]) => void,
): Promise<void> {
  await client.query(
    `declare concealment_numbers no scroll cursor for
     select distinct number, decided_on as "decidedOn", unit_id as "unitId", dataset from credit_record
     where dataset = any ($1) and decided_on >= $2`,
    [datasets, from],
  );
  for (;;) {
    const { rows } = await client.query<NumberRow>(`fetch ${String(ROWS_AT_ONCE)} from concealment_numbers`);
    if (rows.length === 0) break;
    take(rows);
  }
  await client.query('close concealment_numbers');
}

/** The numbers of one unit in some datasets, decided since a day. */
export async function numbersOfUnit(
  client: pg.ClientBase,
  unitId: string,
  datasets: readonly string[],
  from: string,
): Promise<readonly NumberRow[]> {
  const { rows } = await client.query<NumberRow>(
    `select distinct number, decided_on as "decidedOn", unit_id as "unitId", dataset from credit_record
     where unit_id = $1 and dataset = any ($2) and decided_on >= $3`,
    [unitId, datasets, from],
  );
  return rows;
}
