/** Code lists laid out for look-up. */
import type { CodeListDefinition, CodeValue } from '../standards/index.ts';

/** A code list for look-up: by value and alias, each with its dated meanings. */
export interface CompiledCodes {
  readonly definition: CodeListDefinition;
  /** Some value is in force only for some days or kinds. */
  readonly isDated: boolean;
  readonly byText: ReadonlyMap<string, readonly CodeValue[]>;
  /** Finds a value that takes a word behind it, and the word. */
  readonly suffix: RegExp | null;
  /** Kinds of certificate whose number is a citizen's. */
  readonly citizenIds: ReadonlySet<string>;
}

/** Lays a list out once; none for a field without one. */
export function compileCodes(definition: CodeListDefinition | undefined): CompiledCodes | undefined {
  if (definition === undefined) return undefined;
  const byText = new Map<string, CodeValue[]>();
  for (const value of definition.values) {
    for (const text of [value.value, ...(value.aliases ?? [])]) {
      const known = byText.get(text);
      if (known === undefined) byText.set(text, [value]);
      else known.push(value);
    }
  }
  const isDated = definition.values.some(({ from, to, kinds }) => from !== undefined || to !== undefined || kinds !== undefined);
  const { values } = definition;
  const open = values.filter(({ freeSuffix }) => freeSuffix === true).map(({ value }) => literally(value));
  const suffix = open.length === 0 ? null : new RegExp(`^(${open.join('|')})\\s*[-－—–:：]\\s*(\\S.*)$`, 'u');
  const citizenIds = new Set(values.filter(({ numberedAs }) => numberedAs === 'citizen-id').map(({ value }) => value));
  return { definition, isDated, byText, suffix, citizenIds };
}

/** A text as a pattern that finds just it. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
