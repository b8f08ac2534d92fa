/** Numbers that were noted as never used: for the credit office and the unit itself, with what speaks against them. */
import { asDay, dayOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { numberAt } from '@xincheng/core/concealment';
import type { ConcealmentDefinition } from '@xincheng/core/concealment';
import { allows } from '@xincheng/core/identity';
import { periodOf } from '@xincheng/core/indicators';
import { numberYear } from '@xincheng/core/records';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { listSeenNumbers, listVoidNumbers, numbersOfUnit } from '@xincheng/store/concealment';
import type { VoidPlace, VoidRow } from '@xincheng/store/concealment';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { missingSince } from './find-gaps.ts';
import { refused } from './problem.ts';
import type { ConcealmentProblem } from './problem.ts';
import { byUnit } from './tell.ts';
import { placeKey } from './view.ts';

/** No decision of ours bears an earlier year. */
const FIRST_YEAR = 1949;

export interface VoidQuery {
  readonly unitId: string | null;
  /** Of the noting, `2021-05`. */
  readonly month: string | null;
  /** Number behind which to go on. */
  readonly after: VoidPlace | null;
  readonly limit: number;
}

/** A number that was noted as never used. */
export interface VoidNumberView extends Omit<VoidRow, 'at'> {
  readonly number: string;
  readonly notedOn: Day;
  /** The unit has filed something under the number nevertheless. */
  readonly isFiled: boolean;
  /** A decision under the number was met with elsewhere. */
  readonly isSeen: boolean;
}

/** Noted numbers by unit, series and number. Those without an alarm are the unit's own word, which nobody has looked at. */
export async function readVoidNumbers(
  platform: Platform,
  context: ActContext,
  { unitId, month, after, limit }: VoidQuery,
): Promise<Result<readonly VoidNumberView[], ConcealmentProblem>> {
  const rules = platform.pack.concealment;
  if (rules === null) return refused('not-configured');
  if (unitId !== null && !allows(context.actor, 'concealment.read', unitId)) return refused('not-your-unit');
  const noted = month === null ? null : periodOf(month, context.today);
  if (month !== null && noted?.kind !== 'month') return refused('bad-month', { month });
  return withTransaction(platform.database.app, readerOf(context.actor, 'concealment.read'), async (client) => {
    const rows = await listVoidNumbers(client, { unitId, noted, after, limit });
    const seen = new Set((await listSeenNumbers(client)).map(placeKey));
    const filed = await filedPlaces(client, rules, rows);
    return ok(
      rows.map(({ at, ...row }) => {
        const number = numberAt(row.series, row.serial);
        return { ...row, number, notedOn: dayOf(at), isFiled: filed.has(`${row.unitId}/${number}`), isSeen: seen.has(number) };
      }),
    );
  });
}

/** What the units of some noted numbers have filed since the years of these, as `unit/number`. */
async function filedPlaces(
  client: Client,
  { datasets }: ConcealmentDefinition,
  rows: readonly VoidRow[],
): Promise<ReadonlySet<string>> {
  const filed = new Set<string>();
  for (const [unitId, own] of byUnit(rows)) {
    const first = Math.max(FIRST_YEAR, Math.min(...own.map(({ series }) => numberYear(series) ?? FIRST_YEAR)));
    const since = missingSince({ evidence: { decidedFrom: asDay(`${String(first)}-01-01`) } });
    for (const { number } of await numbersOfUnit(client, unitId, datasets, since)) filed.add(`${unitId}/${placeKey(number)}`);
  }
  return filed;
}
