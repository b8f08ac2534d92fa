/** What is asked of parts and units wherever one acts. */
import type { PartRow } from '@xincheng/store/supervision';
import type { Platform } from '../platform/index.ts';

/** Leads of a task today. */
export function leadsOf({ parts }: { readonly parts: readonly PartRow[] }, number: string): readonly string[] {
  return parts
    .filter((part) => part.number === number && part.role === 'lead' && part.until === null)
    .map(({ unitId }) => unitId);
}

/** The name of a unit, for sentences. */
export function unitName({ pack }: Pick<Platform, 'pack'>, unitId: string): string {
  return pack.units.get(unitId)?.name ?? unitId;
}
