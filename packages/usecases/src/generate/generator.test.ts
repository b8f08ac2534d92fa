import { dayNumber } from '@xincheng/core/calendar';
import { compileDataset, rowChecker } from '@xincheng/core/intake';
import type { CheckedRow } from '@xincheng/core/intake';
import type { CheckDefinition } from '@xincheng/core/standards';
import { normaliseDecisionNumber } from '@xincheng/core/records';
import { USCC_PLACEHOLDER, isUscc } from '@xincheng/core/subjects';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitRegistry } from '../intake/unit-registry.ts';
import { PACK, TODAY } from './_pack.ts';
import { openGenerator } from './generator.ts';
import type { RowGenerator } from './generator.ts';
import type { GenerateOptions } from './options.ts';

const DATASETS = ['fine', 'deal', 'deal.stage'];

function generatorOf(rest: Partial<GenerateOptions>): RowGenerator {
  const opened = openGenerator({ pack: PACK, dataset: 'fine', unit: 'a', rows: 1_000, seed: 1, bad: 0, today: TODAY, ...rest });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function checkerOf(dataset: string, unit = 'a'): (cells: readonly string[]) => CheckedRow {
  const compiled = compileDataset(PACK, dataset);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return rowChecker(compiled.value, { today: TODAY, regionCode: '370112', units: unitRegistry(PACK, unit) });
}

function rowsOf(generator: RowGenerator, count: number): string[][] {
  return Array.from({ length: count }, (_, row) => [...generator.cells(row)]);
}

function column(generator: RowGenerator, code: string): number {
  return generator.dataset.byCode.get(code) ?? -1;
}

describe('good rows', () => {
  it.each(DATASETS)('of %s pass every check, for any seed and unit', (dataset) => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('a', 'b'), (seed, unit) => {
        const generator = generatorOf({ dataset, seed, unit });
        const check = checkerOf(dataset, unit);
        for (const cells of rowsOf(generator, 400)) expect(check(cells).issues.map(({ clause }) => clause.code)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it.each(DATASETS)('of %s have a natural key each', (dataset) => {
    const generator = generatorOf({ dataset, rows: 5_000 });
    const [number = -1, parent = -1, authority = -1] = (['number', 'parentNumber', 'authorityUscc'] as const).map((role) =>
      generator.dataset.roles.get(role),
    );
    const keys = rowsOf(generator, 5_000).map((cells) =>
      [cells[authority], normaliseDecisionNumber(`${cells[parent] ?? ''}/${cells[number] ?? ''}`)].join('|'),
    );
    expect(new Set(keys).size).toBe(5_000);
  });

  it('are the same for the same seed, in any order, and others for another', () => {
    const generator = generatorOf({ bad: 0.1 });
    const inOrder = rowsOf(generator, 200);
    const again = generatorOf({ bad: 0.1 });
    for (let row = 199; row >= 0; row -= 1) expect([...again.cells(row)]).toEqual(inOrder[row]);
    const number = column(generator, 'WH');
    const others = new Set(rowsOf(generatorOf({ seed: 2 }), 200).map((cells) => cells[number]));
    expect(inOrder.filter((cells) => others.has(cells[number] ?? ''))).toEqual([]);
  });

  it('vary wherever the checks let them', () => {
    expect(generatorOf({ dataset: 'fine' }).heldBack()).toEqual(
      new Map([
        ['legal', []],
        ['soleTrader', []],
        ['natural', []],
      ]),
    );
    // The share ties both amounts, the filing day lies a month after the decision.
    expect(generatorOf({ dataset: 'deal' }).heldBack().get('legal')).toEqual(['RQ', 'ZE', 'YF']);
    for (const dataset of DATASETS) {
      const generator = generatorOf({ dataset });
      const rows = rowsOf(generator, 1_000);
      for (const code of ['MC', 'WH', 'RQ', 'FR', 'JE', 'ZE', 'YF', 'KX', 'NR', 'CL', 'XQ', 'JGDM', 'HT']) {
        const index = column(generator, code);
        if (index >= 0) expect(new Set(rows.map((cells) => cells[index])).size, `${dataset} ${code}`).toBeGreaterThan(1);
      }
    }
  });

  it('are about organisations, sole traders and persons as registers are', () => {
    const generator = generatorOf({ rows: 20_000 });
    const rows = rowsOf(generator, 20_000);
    const share = (text: string): number => rows.filter((cells) => cells[column(generator, 'LB')] === text).length / rows.length;
    expect(share('单位')).toBeCloseTo(0.78, 1);
    expect(share('个体')).toBeCloseTo(0.2, 1);
    expect(share('个人')).toBeCloseTo(0.02, 2);
    const codes = rows.map((cells) => cells[column(generator, 'DM')] ?? '').filter((code) => code !== '');
    expect(codes.every((code) => isUscc(code) || code === USCC_PLACEHOLDER)).toBe(true);
    expect(codes.filter((code) => code === USCC_PLACEHOLDER).length).toBeGreaterThan(10);
    expect(generatorOf({ dataset: 'deal' }).kinds()).toEqual(['legal', 'soleTrader']);
  });

  it('name the same subject under the same code, in every dataset and for every seed', () => {
    const names = new Map<string, string>();
    let repeated = 0;
    for (const [dataset, seed] of [
      ['fine', 1],
      ['fine', 2],
      ['deal', 3],
    ] as const) {
      const generator = generatorOf({ dataset, seed });
      for (const cells of rowsOf(generator, 1_000)) {
        const code = cells[column(generator, 'DM')] ?? '';
        const name = cells[column(generator, 'MC')] ?? '';
        if (code === '' || code === USCC_PLACEHOLDER) continue;
        if (names.has(code)) repeated += 1;
        expect(names.get(code) ?? name).toBe(name);
        names.set(code, name);
      }
    }
    expect(repeated).toBeGreaterThan(500);
  });

  it('keep texts true to the cells they repeat, and codes to their day', () => {
    const generator = generatorOf({ rows: 3_000, today: TODAY });
    let amounts = 0;
    for (const cells of rowsOf(generator, 3_000)) {
      const at = (code: string): string => cells[column(generator, code)] ?? '';
      const fine = at('JE') === '' ? null : Math.round(Number(at('JE')) * 1_000_000) / 100;
      expect(at('NR').includes('罚款')).toBe(at('CL').includes('罚款'));
      if (fine !== null) {
        amounts += 1;
        expect(at('NR')).toContain(`罚款${Number.isInteger(fine) ? String(fine) : fine.toFixed(2)}元`);
      }
      expect(at('WH')).toContain(`〔${at('RQ').slice(0, 4)}〕`);
      if (at('BZ') !== '') expect(at('BZ')).toContain(at('MC'));
      expect(at('CL').split(';').includes('警告')).toBe(at('CL').includes('警告') && at('RQ') < '2021/07/15');
    }
    expect(amounts).toBeGreaterThan(1_000);
  });

  it('hang on the rows their parent dataset has under the same seed', () => {
    const parents = generatorOf({ dataset: 'deal', seed: 7, rows: 400 });
    const numbers = new Map(rowsOf(parents, 400).map((cells) => [cells[column(parents, 'WH')], cells]));
    const stages = generatorOf({ dataset: 'deal.stage', seed: 7, rows: 1_200 });
    for (const cells of rowsOf(stages, 1_200)) {
      const parent = numbers.get(cells[column(stages, 'HT')]);
      for (const code of ['MC', 'DM', 'JGDM']) expect(cells[column(stages, code)]).toBe(parent?.[column(parents, code)]);
      expect(dayNumber(cells[column(stages, 'RQ')] as typeof TODAY)).toBeGreaterThanOrEqual(
        dayNumber((parent?.[column(parents, 'RQ')] ?? '') as typeof TODAY),
      );
    }
  });
});

describe('spoilt rows', () => {
  it.each(DATASETS)('of %s fire the check they are named by, and no other beside', (dataset) => {
    let spoilt = 0;
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.01, max: 1, noNaN: true }), (seed, bad) => {
        const generator = generatorOf({ dataset, seed, bad });
        const check = checkerOf(dataset);
        rowsOf(generator, 300).forEach((cells, row) => {
          const issues = check(cells).issues.map(({ clause }) => clause);
          const known = generator.spoiltRow(row);
          if (known === null) {
            expect(issues).toEqual([]);
            return;
          }
          spoilt += 1;
          expect(known.row).toBe(row + 2);
          expect(issues.map(({ code, severity }) => [code, severity])).toContainEqual([known.code, known.severity]);
          expect(
            issues.every(
              (clause) => clause.check.id === known.check || PACK.checks.get(known.check)?.also?.includes(clause.check.id),
            ),
          ).toBe(true);
        });
      }),
      { numRuns: 15 },
    );
    expect(spoilt).toBeGreaterThan(100);
  });

  it('are as many as asked for, and of every kind there is', () => {
    for (const [rows, bad, expected] of [
      [1_000, 0.01, 10],
      [999, 0.333, 332],
      [100, 1, 100],
      [50, 0.001, 0],
    ] as const) {
      const generator = generatorOf({ rows, bad });
      expect(Array.from({ length: rows }, (_, row) => generator.spoiltRow(row)).filter((known) => known !== null).length).toBe(
        expected,
      );
    }
    expect([...generatorOf({ bad: 0.5 }).spoilings()].sort()).toEqual([
      'DAYS.future',
      'FORM.person-id',
      'FORM.uscc',
      'REQ',
      'YUAN',
    ]);
    expect(generatorOf({ bad: 0.5 }).leftOut()).toEqual(['UNIT.elsewhere']);
  });
});

describe('refusals', () => {
  it.each([
    [{ dataset: 'none' }, 'unknown-dataset'],
    [{ unit: 'z' }, 'unknown-unit'],
    [{ rows: 0 }, 'bad-numbers'],
    [{ rows: 1.5 }, 'bad-numbers'],
    [{ bad: 1.01 }, 'bad-numbers'],
    [{ bad: Number.NaN }, 'bad-numbers'],
    [{ seed: 0.5 }, 'bad-numbers'],
    [{ bad: 0.5, pack: { ...PACK, checks: new Map() } }, 'no-failing-example'],
    [{ unit: undefined, pack: { ...PACK, provisions: [] } }, 'no-unit'],
  ] as const)('%j: %s', (rest, code) => {
    const { unit, ...others } = { unit: 'a', ...rest };
    const opened = openGenerator({
      pack: PACK,
      dataset: 'fine',
      rows: 10,
      seed: 1,
      bad: 0,
      today: TODAY,
      ...others,
      ...(unit === undefined ? {} : { unit }),
    });
    expect(opened).toMatchObject({ ok: false, error: { code } });
  });

  it('of a dataset whose own examples fail its checks', () => {
    const impossible = {
      ...PACK.checks.get('NUMBER'),
      severity: 'error' as const,
      clauses: [{ assert: 'decidedOn > today()', blame: 'RQ', message: 'x', fix: 'x' }],
    } as CheckDefinition;
    const opened = openGenerator({
      pack: { ...PACK, checks: new Map([['IMPOSSIBLE', impossible]]) },
      dataset: 'fine',
      rows: 10,
      seed: 1,
      bad: 0,
      today: TODAY,
    });
    expect(opened).toMatchObject({ ok: false, error: { code: 'no-example' } });
  });

  it('takes a unit by its code, and the first that provides the dataset when none is named', () => {
    expect(generatorOf({ unit: '1137011200900004X4' }).cells(0)).toContain('某区乙局');
    const opened = openGenerator({ pack: PACK, dataset: 'fine', rows: 10, seed: 1, bad: 0, today: TODAY });
    expect(opened.ok && opened.value.cells(0)).toContain('某区甲局');
  });
});
