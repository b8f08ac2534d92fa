/** Who the units are that a plan names: found by the district's own names for them, and never by likeness. */
import type { StandardsPack, UnitDefinition, UnitGroup } from '../standards/index.ts';
import { halfWidth } from '../records/index.ts';

/** A unit or a group that a phrase is near to. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** Who is meant. `form` tells how it was found: under a name of the directory, or under one of the usual other forms of it. */
export type ResolvedName =
  | { readonly named: string; readonly kind: 'unit'; readonly id: string; readonly form: 'name' | 'other-form' }
  /** `members` are units only: groups in a group are taken apart. */
  | {
      readonly named: string;
      readonly kind: 'group';
      readonly id: string;
      readonly members: readonly string[];
      readonly form: 'name' | 'other-form';
    }
  /** Nobody of that name, or several; the nearest are for a person to choose from. */
  | { readonly named: string; readonly kind: 'unknown'; readonly candidates: readonly Candidate[] };

/** The district's units and groups. `name` is the district's own, with its city before it: 济南市历城区. */
export interface UnitDirectory {
  readonly name: string;
  readonly units: ReadonlyMap<string, UnitDefinition>;
  readonly groups: ReadonlyMap<string, UnitGroup>;
}

/** The directory of a pack. */
export function directoryOf({ district, units, groups }: Pick<StandardsPack, 'district' | 'units' | 'groups'>): UnitDirectory {
  return { name: district.name.zh, units, groups };
}

const SHOWN_CANDIDATES = 3;

/** Finds every name, in the order given. */
export function resolveUnits(names: readonly string[], directory: UnitDirectory): readonly ResolvedName[] {
  const exact = new Map<string, Set<string>>();
  const forms = new Map<string, Set<string>>();
  for (const { id, name, aliases = [] } of [...directory.units.values(), ...directory.groups.values()]) {
    for (const one of [name, ...aliases]) {
      note(exact, plainName(one), id);
      note(forms, bareForm(one, directory.name), id);
    }
  }
  return names.map((named) => {
    const byName = exact.get(plainName(named));
    const found =
      byName ?? forms.get(bareForm(named, directory.name)) ?? forms.get(bareForm(withoutBrackets(named), directory.name));
    const [id] = found ?? [];
    if (id === undefined || found?.size !== 1)
      return { named, kind: 'unknown', candidates: nearest(named, [...(found ?? [])], directory) };
    const form = byName === undefined ? 'other-form' : 'name';
    return directory.units.has(id)
      ? { named, kind: 'unit', id, form }
      : { named, kind: 'group', id, members: membersOf(id, directory), form };
  });
}

function note(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key) ?? new Set();
  map.set(key, ids.add(id));
}

/** Units of a group, each once, in its order. A group that holds itself adds nothing. */
function membersOf(id: string, directory: UnitDirectory, above: ReadonlySet<string> = new Set()): readonly string[] {
  const group = directory.groups.get(id);
  if (group === undefined) return directory.units.has(id) ? [id] : [];
  if (above.has(id)) return [];
  return [...new Set(group.members.flatMap((member) => membersOf(member, directory, new Set([...above, id]))))];
}

function plainName(name: string): string {
  return halfWidth(name).replaceAll(/[\s“”"']/gu, '');
}

function withoutBrackets(name: string): string {
  return plainName(name).replace(/(?:\([^()]*\))+$/u, '');
}

/** A name without what may be left out of it: the city and district before it, 办事处 behind a sub-district. */
function bareForm(name: string, districtName: string): string {
  const plain = plainName(name).replace(/街道(?:办事处|办)$/u, '街道');
  const [, city = '', district = districtName] = /^(.+?[市州盟])(.+)$/u.exec(districtName) ?? [];
  const own = plain.startsWith(city) && city !== '' ? plain.slice(city.length) : plain;
  const level = district.slice(-1);
  // A branch of a city's body in the district: 市公安局历城分局. Another body of the city is none of ours.
  if (own.includes(`${district.slice(0, -1)}分`) || own.includes(`${district}分`))
    return own.replace(/^市/u, '').replace(`${district}分`, `${district.slice(0, -1)}分`);
  if (own.startsWith(district) && own.length > district.length) return own.slice(district.length);
  return own.startsWith(level) && own.length > 2 ? own.slice(1) : own;
}

/** Those that share most pairs of characters with the name; the first are those it could be by its form. */
function nearest(named: string, ids: readonly string[], directory: UnitDirectory): Candidate[] {
  const wanted = pairsOf(bareForm(named, directory.name));
  const all = [...directory.units.values(), ...directory.groups.values()];
  const scored = all.map(({ id, name, aliases = [] }) => ({
    id,
    name,
    score: ids.includes(id)
      ? 2
      : Math.max(...[name, ...aliases].map((one) => likeness(wanted, pairsOf(bareForm(one, directory.name))))),
  }));
  return scored
    .filter(({ score }) => score >= 0.3)
    .sort((one, other) => other.score - one.score)
    .slice(0, SHOWN_CANDIDATES)
    .map(({ id, name }) => ({ id, name }));
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text];
  return new Set(signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
