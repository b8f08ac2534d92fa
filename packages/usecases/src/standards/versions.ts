/** What each definition of the standards says, pinned by hash: old records keep the version under which they were made. */
import { createHash } from 'node:crypto';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { draftOf, Places } from './draft.ts';
import { expandGroups } from './expand-groups.ts';
import { readHalf } from './files.ts';
import type { PackRefusal } from './load.ts';

type Versioned = Readonly<Record<string, { readonly version: string; readonly sha256: string }>>;

/** Kinds of definitions that bear a version: what was made or counted under one keeps it. */
const VERSIONED = ['datasets', 'indicators', 'expected'] as const;

/** The pinned content of `standards/`, by id; kept in `standards/versions.json`. */
export interface ContentVersions extends Readonly<Record<(typeof VERSIONED)[number], Versioned>> {
  readonly fieldGroups: Readonly<Record<string, { readonly sha256: string }>>;
  readonly codeLists: Readonly<Record<string, { readonly sha256: string }>>;
  readonly checks: Readonly<Record<string, { readonly sha256: string }>>;
  readonly deadlines: Readonly<Record<string, { readonly sha256: string }>>;
  readonly terms: Readonly<Record<string, { readonly sha256: string }>>;
  /** By year. */
  readonly calendar: Readonly<Record<string, { readonly sha256: string }>>;
}

/** Hashes every definition of a folder of standards. Comments and layout do not count: only what a definition says. */
export async function contentVersions(standardsDir: string): Promise<Result<ContentVersions, PackRefusal>> {
  const { files, problems } = await readHalf('standards', standardsDir);
  const places = new Places();
  const { draft, problems: shapeProblems } = draftOf(files, places);
  if (problems.length + shapeProblems.length > 0) return err({ problems: [...problems, ...shapeProblems] });
  // A group is part of each dataset that names it: when it changes, they all need a new version. What it breaks `loadPack` tells.
  const datasets = expandGroups(draft.datasets, new Map(draft.fieldGroups.map((group) => [group.id, group])), places, () => undefined);
  return ok({
    datasets: versioned(datasets),
    indicators: versioned(draft.indicators),
    expected: versioned(draft.expected),
    fieldGroups: Object.fromEntries(draft.fieldGroups.map((group) => [group.id, { sha256: hashOf(group) }])),
    codeLists: Object.fromEntries(draft.codeLists.map((list) => [list.id, { sha256: hashOf(list) }])),
    checks: Object.fromEntries(draft.checks.map((check) => [check.id, { sha256: hashOf(check) }])),
    deadlines: Object.fromEntries(draft.deadlines.map((deadline) => [deadline.id, { sha256: hashOf(deadline) }])),
    terms: Object.fromEntries(draft.terms.map((set) => [set.id, { sha256: hashOf(set) }])),
    calendar: Object.fromEntries(draft.calendar.map((year) => [String(year.year), { sha256: hashOf(year) }])),
  });
}

/** A definition that says something else under the version that is already pinned. */
export interface ChangedDefinition {
  readonly kind: (typeof VERSIONED)[number];
  readonly id: string;
  readonly version: string;
}

/** Definitions that need a new version. */
export function changedUnderSameVersion(pinned: Partial<ContentVersions>, current: ContentVersions): readonly ChangedDefinition[] {
  return VERSIONED.flatMap((kind) =>
    Object.entries(current[kind])
      .filter(([id, { version, sha256 }]) => pinned[kind]?.[id]?.version === version && pinned[kind][id].sha256 !== sha256)
      .map(([id, { version }]) => ({ kind, id, version })),
  );
}

function versioned(definitions: readonly { readonly id: string; readonly version: string }[]): Versioned {
  return Object.fromEntries(definitions.map((definition) => [definition.id, { version: definition.version, sha256: hashOf(definition) }]));
}

function hashOf(definition: object): string {
  return createHash('sha256').update(JSON.stringify(sortKeys(definition))).digest('hex');
}

/** The order of keys means nothing in YAML, so it means nothing here. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortKeys(inner)]));
}
