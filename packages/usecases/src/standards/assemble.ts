/** From lists read from files to the maps of a pack: ids that appear twice are told, districts may add to what the standards say. */
import { DEFAULT_ACCOUNT_RULES } from '@xincheng/core/identity';
import type { DeadlineDefinition, DistrictDefinition, StandardsPack } from '@xincheng/core/standards';
import type { Draft, Places } from './draft.ts';
import { expandChildren } from './expand-children.ts';
import { expandGroups } from './expand-groups.ts';
import type { Report } from './problem.ts';

/** A pack before its files are digested and its citations listed. */
export type PackContent = Omit<StandardsPack, 'digest' | 'citations'>;

/** Puts the pieces together. What is wrong is reported; the content is then only good for finding more that is wrong. */
export function assemble(draft: Draft, district: DistrictDefinition, places: Places, report: Report): PackContent {
  const named = <T extends { readonly id: string }>(values: readonly T[]): ReadonlyMap<string, T> => {
    const map = new Map<string, T>();
    for (const value of values) {
      if (map.has(value.id)) report(value, ['id'], 'duplicate-id', `编号 ${value.id} 已经用过。`);
      else map.set(value.id, value);
    }
    return map;
  };
  const datasets = expandGroups(draft.datasets, named(draft.fieldGroups), places, report);
  return {
    instruments: named(draft.instruments),
    jurisdictions: named(draft.jurisdictions),
    codeLists: named(draft.codeLists),
    datasets: named(expandChildren(datasets, places)),
    checks: named(draft.checks),
    deadlines: mergeDeadlines(draft.deadlines, places, report),
    terms: named(draft.terms),
    notices: named(draft.notices),
    calendar: [...draft.calendar].sort((a, b) => a.year - b.year),
    district,
    units: named(draft.units),
    groups: named(draft.groups),
    provisions: draft.provisions,
    concealment: draft.concealment[0] ?? null,
    bulletin: draft.bulletins[0] ?? null,
    forwarding: named(draft.forwarding),
    indicators: named(draft.indicators),
    expected: named(draft.expected),
    monitoring: named(draft.monitoring),
    contacts: named(draft.contacts),
    attachments: draft.attachments[0] ?? null,
    supervision: draft.supervision[0] ?? null,
    plans: named(draft.plans),
    accounts: draft.accounts[0] ?? DEFAULT_ACCOUNT_RULES,
  };
}

/** A district's file about a clock of the standards adds its values; the clock itself stays one. */
function mergeDeadlines(deadlines: readonly DeadlineDefinition[], places: Places, report: Report): ReadonlyMap<string, DeadlineDefinition> {
  const map = new Map<string, DeadlineDefinition>();
  for (const deadline of deadlines) {
    const known = map.get(deadline.id);
    if (known !== undefined && known.starts !== deadline.starts) {
      report(deadline, ['starts'], 'starts-differ', `同一时限在标准中自 ${known.starts} 起算，这里写的是 ${deadline.starts}。`);
    }
    const merged = known === undefined ? deadline : { ...known, values: [...known.values, ...deadline.values] };
    if (known !== undefined) places.alias(merged, deadline);
    map.set(deadline.id, merged);
  }
  return map;
}
