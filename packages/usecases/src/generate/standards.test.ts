/** The generator against the real standards: what it makes must pass them, what it spoils must fail as foreseen. */
import { fileURLToPath } from 'node:url';
import { asDay } from '@xincheng/core/calendar';
import { compileDataset, rowChecker } from '@xincheng/core/intake';
import type { CheckedRow, SumCheck } from '@xincheng/core/intake';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitRegistry } from '../intake/unit-registry.ts';
import { loadPack } from '../standards/index.ts';
import { openGenerator } from './generator.ts';
import type { RowGenerator } from './generator.ts';

function folder(path: string): string {
  return fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
}

const loaded = await loadPack({ standardsDir: folder('standards'), districtDir: folder('districts/licheng') });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const PACK = loaded.value;
const DATASETS = [...PACK.datasets.keys()];

/** A day near those of the examples, when the law of penalties has just changed, and one long after. */
const DAYS = [asDay('2021-08-15'), asDay('2026-11-23')] as const;

function generatorOf(dataset: string, seed: number, today: (typeof DAYS)[number], bad: number): RowGenerator {
  const opened = openGenerator({ pack: PACK, dataset, rows: 5_000, seed, bad, today });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function checkerOf(
  dataset: string,
  today: (typeof DAYS)[number],
  sender: string | null,
): (cells: readonly string[]) => CheckedRow {
  const compiled = compileDataset(PACK, dataset);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return rowChecker(compiled.value, { today, regionCode: PACK.district.regionCode, units: unitRegistry(PACK, sender) });
}

function senderOf(generator: RowGenerator): string | null {
  const index = generator.dataset.roles.get('sourceUscc');
  const uscc = index === undefined ? null : generator.cells(0)[index];
  return [...PACK.units.values()].find((unit) => unit.uscc === uscc)?.id ?? null;
}

function sumsOf({ dataset }: RowGenerator): readonly SumCheck[] {
  return dataset.sets.flatMap(({ rule }) => (rule.kind === 'sum' && rule.side === 'child' ? [rule] : []));
}

/** What only the register could tell: whether children stay within the amount of the record they hang on. */
const SUMMED = DATASETS.filter((id) => sumsOf(generatorOf(id, 1, DAYS[0], 0)).length > 0);

it('sums up the children of contracts and of funds', () => {
  expect(SUMMED).toEqual(expect.arrayContaining(['contract.payment', 'credit-fund-line.spending']));
});

describe.each(SUMMED)('%s', (dataset) => {
  it.each(DAYS)('stays within every amount that the records above set, on %s', (today) => {
    const children = generatorOf(dataset, 5, today, 0);
    const parents = generatorOf(PACK.datasets.get(dataset)?.parent ?? '', 5, today, 0);
    const amount = (generator: RowGenerator, row: number, code: string): number =>
      Math.round(Number(generator.cells(row)[generator.dataset.byCode.get(code) ?? -1] ?? '') * 1_000_000);
    for (const { field, parentField } of sumsOf(children)) {
      for (let parent = 0; parent < 1_000; parent += 1) {
        const sum = [0, 1, 2].reduce((total, child) => total + amount(children, parent * 3 + child, field), 0);
        expect(sum).toBeLessThanOrEqual(amount(parents, parent, parentField));
      }
    }
  });
});

describe.each(DATASETS)('%s', (dataset) => {
  it.each(DAYS)('gives rows that pass every check on %s', (today) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const generator = generatorOf(dataset, seed, today, 0);
        const check = checkerOf(dataset, today, senderOf(generator));
        for (let row = 0; row < 5_000; row += 1) {
          const { issues } = check(generator.cells(row));
          if (issues.length > 0)
            expect.fail(`row ${String(row)}: ${issues.map(({ clause, value }) => `${clause.code} ${value}`).join('; ')}`);
        }
      }),
      { numRuns: 2 },
    );
    expect.assertions(0);
  });

  it('covers every kind of subject its categories name', () => {
    const named = new Set(Object.values(PACK.datasets.get(dataset)?.categories ?? {}));
    const kinds = generatorOf(dataset, 1, DAYS[1], 0).kinds();
    for (const kind of named) expect(kinds).toContain(kind);
    expect(kinds.length).toBeGreaterThan(0);
  });

  it.each(DAYS)('gives spoilt rows that fail as foreseen on %s', (today) => {
    const generator = generatorOf(dataset, 3, today, 0.3);
    const check = checkerOf(dataset, today, senderOf(generator));
    const seen = new Set<string>();
    for (let row = 0; row < 5_000; row += 1) {
      const codes = check(generator.cells(row)).issues.map(({ clause }) => clause);
      const known = generator.spoiltRow(row);
      if (known === null) {
        expect(codes).toEqual([]);
        continue;
      }
      expect(codes.map(({ code }) => code)).toContain(known.code);
      const foreseen = new Set([known.check, ...(PACK.checks.get(known.check)?.also ?? [])]);
      expect(codes.filter(({ check: { id } }) => !foreseen.has(id)).map(({ code }) => code)).toEqual([]);
      seen.add(known.code);
    }
    expect([...seen].sort()).toEqual([...generator.spoilings()].sort());
  });

  /** A spoiling that never fires is dropped in silence: this notices when it is dropped because a check is broken. */
  it('leaves out only failing examples that need more than the row, in the days of the examples', () => {
    const rowOnly = generatorOf(dataset, 1, DAYS[0], 0.3)
      .leftOut()
      .filter((code) => {
        const check = PACK.checks.get(code.split('.')[0] ?? '');
        const clause = check?.clauses.find(({ id }) => code === `${check.id}.${id ?? ''}`);
        return (clause?.needs ?? check?.needs) === 'row';
      });
    expect(rowOnly).toEqual([]);
  });
});

describe('a generated register', () => {
  const register = generatorOf('registration', 7, DAYS[1], 0);
  const cell = (generator: RowGenerator, row: number, role: 'subjectUscc' | 'subjectRegistrationNo' | 'subjectName'): string =>
    generator.cells(row)[generator.dataset.roles.get(role) ?? -1] ?? '';
  const subjectOf = (generator: RowGenerator, row: number): string =>
    (['subjectUscc', 'subjectRegistrationNo', 'subjectName'] as const).map((role) => cell(generator, row, role)).join('|');

  it('names each subject once, and mostly nobody shares a name', () => {
    const rows = Array.from({ length: 5_000 }, (_, row) => row);
    expect(new Set(rows.map((row) => subjectOf(register, row))).size).toBe(rows.length);
    expect(new Set(rows.map((row) => cell(register, row, 'subjectName'))).size).toBeGreaterThan(rows.length * 0.98);
  });

  it('names the organisations that generated licences and penalties are about, whatever their seed', () => {
    const known = new Set(Array.from({ length: 5_000 }, (_, row) => subjectOf(register, row)));
    for (const dataset of ['licence', 'penalty']) {
      const generator = generatorOf(dataset, 3, DAYS[1], 0);
      const person = generator.dataset.roles.get('personId') ?? -1;
      // A legal body may have an old registration number, which is drawn anew for each row.
      const names = new Set([...known].map((subject) => subject.replace(/\|\d*\|/u, '|')));
      for (let row = 0; row < 5_000; row += 1) {
        if (generator.cells(row)[person] !== '') continue;
        expect(names).toContain(`${cell(generator, row, 'subjectUscc')}|${cell(generator, row, 'subjectName')}`);
      }
    }
  });
});
