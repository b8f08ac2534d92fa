/** Indicators of a period as they were frozen. */
import type { Absence, Cell, IndicatorDefinition, UnitCell } from '@xincheng/core/indicators';
import type pg from 'pg';

export interface FreezeRow {
  readonly indicator: string;
  readonly period: string;
  readonly version: string;
  readonly definition: IndicatorDefinition;
  readonly total: Cell;
  readonly rowsHash: string;
  readonly frozenAt: Date;
  readonly frozenBy: string;
  readonly units: readonly UnitCell[];
}

/** Writes one down; false when it was frozen before. */
export async function insertFreeze(client: pg.ClientBase, freeze: FreezeRow): Promise<boolean> {
  const { indicator, period, version, definition, total, rowsHash, frozenAt, frozenBy, units } = freeze;
  const { rowCount } = await client.query(
    `insert into indicator_freeze (indicator, period, version, definition, numerator, denominator, absence, rows_hash, frozen_at, frozen_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      indicator,
      period,
      version,
      JSON.stringify(definition),
      total.numerator,
      total.denominator,
      total.absence,
      rowsHash,
      frozenAt,
      frozenBy,
    ],
  );
  if (rowCount === 0) return false;
  await client.query(
    `insert into indicator_frozen_cell (indicator, period, unit_id, numerator, denominator, absence)
     select $1, $2, * from unnest($3::text[], $4::bigint[], $5::bigint[], $6::text[])`,
    [
      indicator,
      period,
      units.map(({ unitId }) => unitId),
      units.map(({ numerator }) => numerator),
      units.map(({ denominator }) => denominator),
      units.map(({ absence }) => absence),
    ],
  );
  return true;
}

interface FrozenLine extends Omit<FreezeRow, 'total' | 'units'> {
  readonly numerator: bigint | null;
  readonly denominator: bigint | null;
  readonly absence: Absence | null;
}

/** What is frozen of some indicators, each in its period. */
export async function listFrozen(
  client: pg.ClientBase,
  asked: readonly { readonly indicator: string; readonly period: string }[],
): Promise<readonly FreezeRow[]> {
  const places = [asked.map(({ indicator }) => indicator), asked.map(({ period }) => period)];
  const { rows } = await client.query<FrozenLine>(
    `select f.indicator, f.period, version, definition, numerator, denominator, absence, rows_hash as "rowsHash", frozen_at as "frozenAt", frozen_by as "frozenBy"
     from indicator_freeze f join unnest($1::text[], $2::text[]) a (indicator, period) using (indicator, period)`,
    places,
  );
  if (rows.length === 0) return [];
  const { rows: cells } = await client.query<UnitCell & { indicator: string; period: string }>(
    `select c.indicator, c.period, unit_id as "unitId", numerator, denominator, absence
     from indicator_frozen_cell c join unnest($1::text[], $2::text[]) a (indicator, period) using (indicator, period) order by unit_id`,
    places,
  );
  return rows.map(({ numerator, denominator, absence, ...row }) => ({
    ...row,
    total: { numerator, denominator, absence },
    units: cells
      .filter((cell) => cell.indicator === row.indicator && cell.period === row.period)
      .map((cell) => ({ unitId: cell.unitId, numerator: cell.numerator, denominator: cell.denominator, absence: cell.absence })),
  }));
}
