/** Money for the district's work on credit: planned, spent, left. */
import { withTransaction } from '@xincheng/store/connection';
import { sumFunds } from '@xincheng/store/registers';
import type { FundRow } from '@xincheng/store/registers';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';

export interface Funds extends FundRow {
  /** Fen; below zero where more was spent than planned. */
  readonly left: bigint;
}

/** Every year's purposes of the plan with what the actor's scope planned and spent for each; zero where nothing is planned. */
export async function readFunds(platform: Platform, context: ActContext): Promise<readonly Funds[]> {
  const rows = await withTransaction(platform.database.app, readerOf(context.actor, 'record.read'), (client) => sumFunds(client));
  const purposes = (platform.pack.codeLists.get('fund-purpose')?.values ?? []).map(({ value }) => value);
  const years = [...new Set(rows.map(({ year }) => year))];
  return years.flatMap((year) =>
    purposes.map((purpose) => {
      const { planned = 0n, spent = 0n } = rows.find((row) => row.year === year && row.purpose === purpose) ?? {};
      return { year, purpose, planned, spent, left: planned - spent };
    }),
  );
}
