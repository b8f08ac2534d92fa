/** The units of the district as the row checker needs them. */
import type { UnitRegistry } from '@xincheng/core/intake';
import type { StandardsPack } from '@xincheng/core/standards';

/** Names (with aliases) by code; `sender` is the unit whose code source columns must carry, null when nobody sends yet. */
export function unitRegistry(pack: Pick<StandardsPack, 'units'>, senderId: string | null): UnitRegistry {
  const namesByUscc = new Map([...pack.units.values()].map((unit) => [unit.uscc, new Set([unit.name, ...(unit.aliases ?? [])])]));
  return { namesByUscc, sender: senderId === null ? null : (pack.units.get(senderId)?.uscc ?? null) };
}
