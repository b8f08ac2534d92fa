/** The rules of a dataset, compiled in the browser from what the service compiles its own from. */
import { compileDataset, renderIssue, rowChecker } from '@xincheng/core/intake';
import type { Issue, UnitRegistry } from '@xincheng/core/intake';
import type { CheckDefinition, CodeListDefinition, DatasetDefinition, Instrument } from '@xincheng/core/standards';
import type { components } from '../api/schema.ts';

type Rules = components['schemas']['DatasetRules'];
type Unit = components['schemas']['Unit'];

/** Cells of one row by field code. */
export type Cells = Readonly<Record<string, string | undefined>>;

/** Checks a row and says what is wrong with it, as the service would. */
export interface RowRules {
  readonly check: (cells: Cells, rowNo: number) => readonly Issue[];
}

/** Compiles them; `sender` is the unit that sends. */
export function compileRules(rules: Rules, units: readonly Unit[], sender: string, today: string): RowRules {
  const definition = rules.definition as unknown as DatasetDefinition;
  const pack = {
    datasets: new Map([[definition.id, definition]]),
    codeLists: byId(rules.codeLists as unknown as CodeListDefinition[]),
    checks: byId(rules.checks as unknown as CheckDefinition[]),
    instruments: byId(rules.instruments as unknown as Instrument[]),
  };
  const compiled = compileDataset(pack, definition.id);
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('; '));
  const dataset = compiled.value;
  const check = rowChecker(dataset, { today, regionCode: rules.regionCode, units: registryOf(units, sender) });
  const codes = definition.fields.map(({ code }) => code);
  return {
    check: (cells, rowNo) => {
      const { issues, kind } = check(codes.map((code) => cells[code]));
      return issues.map((issue) => renderIssue(dataset, issue, rowNo, kind));
    },
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function registryOf(units: readonly Unit[], sender: string): UnitRegistry {
  const namesByUscc = new Map(units.map(({ uscc, name, aliases }) => [uscc, new Set([name, ...aliases])]));
  return { namesByUscc, sender: units.find(({ id }) => id === sender)?.uscc ?? null };
}
