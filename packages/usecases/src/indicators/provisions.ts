/** Who must provide what in a period: provisions in force, groups taken apart, each unit and dataset once. */
import type { Period } from '@xincheng/core/indicators';
import type { Provision, StandardsPack } from '@xincheng/core/standards';
import { membersOf } from '../standards/members.ts';

/** Pairs of unit and dataset under provisions of these reasons. */
export function providedIn(
  pack: StandardsPack,
  { from, to }: Period,
  reasons: readonly Provision['reason'][],
): readonly { readonly unitId: string; readonly item: string }[] {
  const pairs = new Map<string, { unitId: string; item: string }>();
  for (const provision of pack.provisions) {
    const isInForce = provision.since <= to && (provision.to === undefined || provision.to >= from);
    if (!isInForce || !reasons.includes(provision.reason)) continue;
    for (const unitId of membersOf(pack, provision.unit))
      pairs.set(`${unitId} ${provision.dataset}`, { unitId, item: provision.dataset });
  }
  return [...pairs.values()];
}
