/** Checking alone, on one core: our rules on fields already split, ours with reading the file, and csv-parse with ajv on the same bytes. */
import { createReadStream } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse';
import { describeDataset, rowChecker } from '@xincheng/core/intake';
import type { CompiledDataset } from '@xincheng/core/intake';
import { columnsOf, unitRegistry } from '@xincheng/usecases/intake';
import type { LoadedStandards } from '@xincheng/usecases/platform';
import { openSource, rowsOf } from '@xincheng/usecases/reading';

export interface CheckingMeasure {
  readonly rulesPerSecond: number;
  readonly checkPerSecond: number;
  readonly peerPerSecond: number;
  /** Rows with a finding: both must find about as many, or the comparison is of different work. */
  readonly found: number;
  readonly peerFound: number;
}

const SPLIT_ROWS = 20_000;
const ROUNDS = 10;

/** Medians of several runs. */
export async function measureChecking(
  standards: LoadedStandards,
  file: string,
  unit: string,
  runs: number,
): Promise<CheckingMeasure> {
  const dataset = standards.layouts.get('licence')?.dataset;
  if (dataset === undefined) throw new Error('no licence dataset');
  const check = rowChecker(dataset, {
    today: '2021-06-30',
    regionCode: standards.pack.district.regionCode,
    units: unitRegistry(standards.pack, unit),
  });
  const split = await splitRows(file, dataset);
  const rules: number[] = [];
  const whole: { rate: number; found: number }[] = [];
  const peer: { rate: number; found: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    for (let round = 0; round < ROUNDS; round += 1) for (const cells of split) check(cells);
    rules.push((split.length * ROUNDS * 1000) / (performance.now() - started));
    whole.push(await ours(file, dataset, check));
    peer.push(await theirs(file, dataset));
  }
  return {
    rulesPerSecond: median(rules),
    checkPerSecond: median(whole.map(({ rate }) => rate)),
    peerPerSecond: median(peer.map(({ rate }) => rate)),
    found: whole[0]?.found ?? 0,
    peerFound: peer[0]?.found ?? 0,
  };
}

async function splitRows(file: string, dataset: CompiledDataset): Promise<string[][]> {
  const source = await openSource(file, columnsOf(dataset));
  if (!source.ok) throw new Error(source.error.message);
  const rows: string[][] = [];
  for await (const chunk of source.value.chunks()) {
    for (const { cells } of rowsOf(chunk, source.value.plan)) rows.push([...cells]);
    if (rows.length >= SPLIT_ROWS) break;
  }
  return rows;
}

async function ours(
  file: string,
  dataset: CompiledDataset,
  check: ReturnType<typeof rowChecker>,
): Promise<{ rate: number; found: number }> {
  const started = performance.now();
  const source = await openSource(file, columnsOf(dataset));
  if (!source.ok) throw new Error(source.error.message);
  let rows = 0;
  let found = 0;
  for await (const chunk of source.value.chunks()) {
    for (const { cells } of rowsOf(chunk, source.value.plan)) {
      rows += 1;
      if (check(cells).issues.some(({ clause }) => clause.severity === 'error')) found += 1;
    }
  }
  return { rate: (rows * 1000) / (performance.now() - started), found };
}

/** What a team would write with the usual libraries: a JSON Schema of the same requirements, a list of errors for every row. */
async function theirs(file: string, dataset: CompiledDataset): Promise<{ rate: number; found: number }> {
  const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(jsonSchema(dataset));
  const started = performance.now();
  let rows = 0;
  let found = 0;
  for await (const row of createReadStream(file).pipe(parse({ columns: true, bom: true })) as AsyncIterable<
    Record<string, string>
  >) {
    rows += 1;
    if (!validate(row)) found += 1;
  }
  return { rate: (rows * 1000) / (performance.now() - started), found };
}

function jsonSchema(dataset: CompiledDataset): object {
  const form = describeDataset(dataset);
  const category = form.fields.find(({ role }) => role === 'subjectCategory')?.code ?? '';
  const properties = Object.fromEntries(
    form.fields.map((field) => [
      field.code,
      {
        type: 'string',
        ...(field.maxLength === null ? {} : { maxLength: field.maxLength }),
        ...(field.codes.length === 0 || field.hasFreeSuffix ? {} : { enum: ['', ...field.codes.map(({ value }) => value)] }),
        ...(field.types.legal === 'uscc' ? { pattern: '^([0-9A-HJ-NPQRTUWXY]{18})?$' } : {}),
        ...(field.types.legal === 'day' ? { pattern: '^(\\d{4}[-/]\\d{2}[-/]\\d{2})?$' } : {}),
      },
    ]),
  );
  const rules = Object.entries(form.categories).map(([text, kind]) => ({
    if: { properties: { [category]: { const: text } } },
    then: { properties: Object.fromEntries(form.fields.flatMap(({ code, requirements }) => rule(code, requirements[kind]))) },
  }));
  return { type: 'object', properties, required: form.fields.map(({ code }) => code), allOf: rules };
}

function rule(code: string, requirement: string): [string, object][] {
  if (requirement === 'required') return [[code, { minLength: 1 }]];
  return requirement === 'blank' ? [[code, { maxLength: 0 }]] : [];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
