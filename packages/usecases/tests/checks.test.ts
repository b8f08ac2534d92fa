/**
 * Every check of the pack by its own examples, then by the thousand: generated rows that are good pass every check, and rows spoilt in
 * one way fire the check they were spoilt for and nothing that it does not declare.
 */
import { asDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { rowChecker } from '@xincheng/core/intake';
import type { CheckedRow } from '@xincheng/core/intake';
import type { CheckClause, CheckDefinition, CheckExample, FieldRole } from '@xincheng/core/standards';
import { openGenerator } from '@xincheng/usecases/generate';
import type { RowGenerator } from '@xincheng/usecases/generate';
import { unitRegistry } from '@xincheng/usecases/intake';
import { datasetOf, loadStandards } from '@xincheng/usecases/platform';
import { DISTRICT_DIR, STANDARDS_DIR } from '@xincheng/testkit/platform';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

const loaded = await loadStandards(STANDARDS_DIR, DISTRICT_DIR);
if (!loaded.ok) throw new Error(`${loaded.error.message}\n${loaded.error.detail ?? ''}`);
const STANDARDS = loaded.value;
const { pack: PACK } = STANDARDS;
const CHECKS = [...PACK.checks.values()];
const DATASETS = [...PACK.datasets.keys()];
/** The day on which the examples are read. */
const EXAMPLE_DAY = asDay('2021-05-08');
const ROWS = 5_000;

/** Clauses without a failing example, and why no cells can show them. Each is shown with whole files in checks-of-files.test.ts or register.test.ts. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  'C07.too-few': 'the row is broken off: it has no cells to set',
  'C07.too-many': 'the cell too many has no field',
  'C07.stray-quote': 'quotes are gone once cells are read',
  'C07.not-an-object': 'the record is no object: it has no fields',
  'C07.unreadable': 'the record is no JSON: it has no fields',
  'C07.duplicate-member': 'a field cannot be set twice',
  'C07.unknown-member': 'the member is no field',
  'C07.bad-value': 'an example sets texts',
  C08: 'the column that names a replaced record is no field',
  'C08.unreadable': 'the column that names a replaced record is no field',
  'C08.in-file': 'the column that names a replaced record is no field',
  'KEY-OTHER-UNIT': 'an example has one sender',
  'R08.former-name': 'an example row is known to the base register under one name',
  'R08.former-code': 'an example row is known to the base register under one code',
  'SUB-01.deregistered': 'an example row is known to the base register as living',
  'R15.withdrawn': 'an example has no history but its own row',
};

function codeOf(check: CheckDefinition, { id }: CheckClause): string {
  return id === undefined ? check.id : `${check.id}.${id}`;
}

/** What a row by itself, with the units of the district, can show. */
function isOfTheRow(check: CheckDefinition, clause: CheckClause): boolean {
  return (clause.needs ?? check.needs) === 'row' || clause.kind === 'unit-registry';
}

function clauseShown(check: CheckDefinition, { code = check.id }: CheckExample): CheckClause {
  const clause = check.clauses.find((one) => codeOf(check, one) === code);
  if (clause === undefined) throw new Error(`${check.id} has an example of ${code}, which it does not say`);
  return clause;
}

/** Passing examples of any check, and failing ones that a row can show. */
const OF_THE_ROW = CHECKS.flatMap((check) =>
  check.examples
    .filter((example) => !example.fires || isOfTheRow(check, clauseShown(check, example)))
    .map(
      (example) =>
        [
          `${check.id} ${example.fires ? (example.code ?? '') : 'passes'} ${example.dataset} ${example.kind} ${JSON.stringify(example.set)}`,
          check,
          example,
        ] as const,
    ),
);

function checkerOf(dataset: string, today: Day, sender: string | null): (cells: readonly (string | undefined)[]) => CheckedRow {
  return rowChecker(datasetOf(STANDARDS, dataset).dataset, {
    today,
    regionCode: PACK.district.regionCode,
    units: unitRegistry(PACK, sender),
  });
}

function codesIn({ issues }: CheckedRow): string[] {
  return [...new Set(issues.map(({ clause }) => clause.code))];
}

/** Which check fired beside which, over all examples and spoilt rows. */
const COMPANIONS = new Set<string>();

/** The same, for the record of which check fired beside which. */
function strangers(row: CheckedRow, check: CheckDefinition): string[] {
  for (const { clause } of row.issues) if (clause.check.id !== check.id) COMPANIONS.add(`${check.id} ${clause.check.id}`);
  return codesOutside(row, check);
}

/** Codes of clauses that the check does not declare to fire beside it. */
function codesOutside({ issues }: CheckedRow, check: CheckDefinition): string[] {
  return issues
    .filter(({ clause }) => clause.check.id !== check.id && check.also?.includes(clause.check.id) !== true)
    .map(({ clause }) => clause.code);
}

function unitWith(uscc: string | undefined): string | null {
  return [...PACK.units.values()].find((unit) => unit.uscc === uscc)?.id ?? null;
}

describe('examples', () => {
  it.each(OF_THE_ROW)('%s', (_, check, { dataset: id, kind, set, fires, code }) => {
    const { dataset } = datasetOf(STANDARDS, id);
    const example = dataset.definition.examples.find((one) => one.kind === kind)?.values;
    if (example === undefined) throw new Error(`${id} has no example of ${kind}`);
    const indexOf = (name: string): number => dataset.byCode.get(name) ?? dataset.roles.get(name as FieldRole) ?? -1;
    const cells = dataset.fields.map(({ definition }) => example[definition.code]);
    const source = cells[indexOf('sourceUscc')];
    for (const [name, value] of Object.entries(set)) cells[indexOf(name)] = value;
    const row = checkerOf(id, EXAMPLE_DAY, unitWith(source))(cells);
    if (fires) expect(codesIn(row)).toContain(code ?? check.id);
    else expect(row.issues.filter(({ clause }) => clause.check.id === check.id)).toEqual([]);
    expect(strangers(row, check)).toEqual([]);
  });

  it('pass for every check, and fail for every clause but those that cells cannot show', () => {
    expect(CHECKS.filter(({ examples }) => examples.every(({ fires }) => fires)).map(({ id }) => id)).toEqual([]);
    const notShown = CHECKS.flatMap((check) => {
      const shown = new Set(check.examples.filter(({ fires }) => fires).map(({ code }) => code ?? check.id));
      return check.clauses.map((clause) => codeOf(check, clause)).filter((code) => !shown.has(code));
    });
    expect(notShown.sort()).toEqual(Object.keys(NOT_SHOWN).sort());
  });
});

function generatorOf(dataset: string, seed: number, today: Day, bad: number): RowGenerator {
  const opened = openGenerator({ pack: PACK, dataset, rows: ROWS, seed, bad, today });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** The unit that the rows are sent by; null where the dataset has no such column. */
function senderOf(generator: RowGenerator): string | null {
  const index = generator.dataset.roles.get('sourceUscc');
  return index === undefined ? null : unitWith(generator.cells(0)[index]);
}

const anyDay = fc
  .date({ min: new Date('2021-06-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => asDay(instant.toISOString().slice(0, 10)));

describe('generated rows', () => {
  const spoilt = new Map<string, number>();
  let good = 0;

  it.each(DATASETS)('of %s pass every check on any day, with any seed', (dataset) => {
    fc.assert(
      fc.property(fc.nat(), anyDay, (seed, today) => {
        const generator = generatorOf(dataset, seed, today, 0);
        const check = checkerOf(dataset, today, senderOf(generator));
        for (let row = 0; row < ROWS; row += 1) {
          const checked = check(generator.cells(row));
          good += 1;
          if (checked.issues.length > 0)
            expect.fail(`row ${String(row)} of seed ${String(seed)} on ${today}: ${codesIn(checked).join(', ')}`);
        }
      }),
      { numRuns: 2 },
    );
  });

  it.each(DATASETS)('of %s, spoilt in one way, fire that check and nothing it does not declare', (dataset) => {
    const fired = new Map<string, number>();
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        // A day on which all kinds of penalty that examples name are in force.
        const today = asDay('2021-08-15');
        const generator = generatorOf(dataset, seed, today, 1);
        const check = checkerOf(dataset, today, senderOf(generator));
        for (let row = 0; row < ROWS; row += 1) {
          const checked = check(generator.cells(row));
          const known = generator.spoiltRow(row);
          // Rows of a child dataset whose kind of subject no failing example is about stay good.
          const definition = PACK.checks.get(known?.check ?? '');
          if (known === null || definition === undefined) {
            if (checked.issues.length > 0)
              expect.fail(`good row ${String(row)} of seed ${String(seed)}: ${codesIn(checked).join(', ')}`);
            continue;
          }
          const isAsForeseen = codesIn(checked).includes(known.code) && strangers(checked, definition).length === 0;
          if (!isAsForeseen)
            expect.fail(`row ${String(row)} of seed ${String(seed)}, spoilt by ${known.code}: ${codesIn(checked).join(', ')}`);
          fired.set(known.code, (fired.get(known.code) ?? 0) + 1);
        }
        expect([...fired.keys()].sort()).toEqual([...generator.spoilings()].sort());
      }),
      { numRuns: 2 },
    );
    expect(Math.min(...fired.values())).toBeGreaterThan(10);
    for (const [code, count] of fired) spoilt.set(code, (spoilt.get(code) ?? 0) + count);
  });

  it('exercise every clause that a row can show', () => {
    const shown = CHECKS.flatMap((check) =>
      check.clauses.filter((clause) => isOfTheRow(check, clause)).map((clause) => codeOf(check, clause)),
    );
    expect(shown.filter((code) => !spoilt.has(code))).toEqual([]);
  });

  it.each(DATASETS)('of %s, broken off or with a cell left out, fire nothing that C07 does not declare', (dataset) => {
    const generator = generatorOf(dataset, 7, EXAMPLE_DAY, 0);
    const check = checkerOf(dataset, EXAMPLE_DAY, senderOf(generator));
    const broken = PACK.checks.get('C07');
    if (broken === undefined) throw new Error('no C07');
    const undeclared = new Set<string>();
    for (let row = 0; row < 50; row += 1) {
      const cells = generator.cells(row);
      for (let at = 0; at < cells.length; at += 1) {
        const rows = [check(cells.slice(0, at)), check(cells.toSpliced(at, 1))];
        for (const code of rows.flatMap((one) => codesOutside(one, broken))) undeclared.add(code);
      }
    }
    expect([...undeclared]).toEqual([]);
  });

  /** Checks declare more companions than ever come, for rows with several faults; rows with one fault have only these. */
  it('fire alone but for a few', () => {
    const few = ['C02 R09', 'C02 R11', 'R10 R16', 'R20 R14'];
    expect([...COMPANIONS].filter((pair) => !few.includes(pair))).toEqual([]);
    expect(COMPANIONS.size).toBeGreaterThan(0);
  });

  afterAll(() => {
    console.info(
      `${String(good)} good rows; ${String(spoilt.size)} clauses exercised by ${String([...spoilt.values()].reduce((sum, count) => sum + count, 0))} spoilt rows, the least used ${String(Math.min(...spoilt.values()))} times`,
    );
  });
});
