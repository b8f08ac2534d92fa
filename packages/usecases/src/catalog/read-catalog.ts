/** The information catalogue (信息目录): for each dataset its item, basis and attributes, and who must provide it since when. */
import type { Certainty, Citation, DatasetDefinition, Label, Provision, StandardsPack } from '@xincheng/core/standards';
import { membersOf } from '../standards/index.ts';

/** A citation with the name under which people know the instrument. */
export interface CatalogBasis {
  readonly instrument: string;
  readonly title: Label;
  readonly number: string | null;
  readonly clause: string | null;
  readonly certainty: Certainty;
}

/** A unit, or a group of units, that must provide the dataset. */
export interface CatalogProvider {
  readonly unit: string;
  readonly name: string;
  /** The units of a group; the unit itself where it is one. */
  readonly members: readonly string[];
  readonly since: string;
  readonly to: string | null;
  readonly reason: Provision['reason'];
  readonly basis: CatalogBasis;
}

/** One entry. What hangs on a dataset (stages and payments of a contract) belongs to its parent's entry. */
export interface CatalogEntry {
  readonly dataset: string;
  readonly version: string;
  readonly name: Label;
  readonly item: string;
  readonly basis: readonly CatalogBasis[];
  readonly publicity: DatasetDefinition['catalog']['publicity'];
  /** Whether the platform shows it at all, by a rule for how long. */
  readonly isShown: boolean;
  readonly sharing: DatasetDefinition['catalog']['sharing'];
  readonly isNegative: boolean;
  readonly retention: Label;
  readonly children: readonly string[];
  readonly providers: readonly CatalogProvider[];
}

type PackPart = Pick<StandardsPack, 'datasets' | 'groups' | 'instruments' | 'provisions' | 'units'>;

/** All entries, in the order of the datasets. */
export function readCatalog(pack: PackPart): CatalogEntry[] {
  return [...pack.datasets.values()].filter(({ parent }) => parent === undefined).map((dataset) => entryOf(pack, dataset));
}

function entryOf(pack: PackPart, { id, version, name, catalog, shown, children = [] }: DatasetDefinition): CatalogEntry {
  return {
    dataset: id,
    version,
    name,
    item: catalog.item,
    basis: catalog.basis.map((citation) => basisOf(pack, citation)),
    publicity: catalog.publicity,
    isShown: shown !== undefined,
    sharing: catalog.sharing,
    isNegative: catalog.isNegative,
    retention: catalog.retention,
    children: children.map((child) => `${id}.${child.id}`),
    providers: pack.provisions.filter(({ dataset }) => dataset === id).map((provision) => providerOf(pack, provision)),
  };
}

function providerOf(pack: PackPart, { unit, since, to, reason, basis }: Provision): CatalogProvider {
  const body = pack.units.get(unit) ?? pack.groups.get(unit);
  return {
    unit,
    name: body?.name ?? unit,
    members: membersOf(pack, unit),
    since,
    to: to ?? null,
    reason,
    basis: basisOf(pack, basis),
  };
}

/** A citation that says nothing of its own certainty is as sure as the instrument it cites. */
function basisOf({ instruments }: PackPart, { instrument: id, clause, certainty }: Citation): CatalogBasis {
  const instrument = instruments.get(id);
  if (instrument === undefined) throw new Error(`a loaded pack cites ${id}, which it does not have`);
  return {
    instrument: id,
    title: instrument.title,
    number: instrument.number ?? null,
    clause: clause ?? null,
    certainty: certainty ?? instrument.certainty,
  };
}
