/** Which units stand in generated rows. */
import type { UnitDefinition } from '@xincheng/core/standards';
import type { GenerateOptions } from './options.ts';

/** Days before today on which decisions may lie: three years, well inside what checks call old. */
export const YEARS_BACK = 1_095;

/** Units that must provide the dataset today; a child comes from those of its parent. */
export function authoritiesOf({ pack, dataset, today }: GenerateOptions): UnitDefinition[] {
  const wanted = pack.datasets.get(dataset)?.parent ?? dataset;
  const providing = pack.provisions.filter(
    (provision) =>
      provision.dataset === wanted && provision.since <= today && (provision.to === undefined || today <= provision.to),
  );
  return [...new Set(providing.map(({ unit }) => unit))].flatMap((id) => pack.units.get(id) ?? []);
}

/** A unit by its id or its code. */
export function unitOf(pack: GenerateOptions['pack'], idOrCode: string): UnitDefinition | undefined {
  return pack.units.get(idOrCode) ?? [...pack.units.values()].find(({ uscc }) => uscc === idOrCode);
}
