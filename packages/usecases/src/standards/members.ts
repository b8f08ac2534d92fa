/** Groups of units, resolved. */
import type { StandardsPack } from '@xincheng/core/standards';

/** The units behind a unit's or group's id, each once, in the order they are listed; empty for an unknown id. */
export function membersOf(pack: Pick<StandardsPack, 'units' | 'groups'>, id: string): readonly string[] {
  if (pack.units.has(id)) return [id];
  return [...new Set((pack.groups.get(id)?.members ?? []).flatMap((member) => membersOf(pack, member)))];
}
