/** The measures of a pack: everything over records that its indicators and expected sets count, each once. */
import { createHash } from 'node:crypto';
import { compileMeasure, resolveMeasure } from '@xincheng/core/indicators';
import type { CompiledMeasure, ExpectedSetDefinition, Measure, RecordMeasure } from '@xincheng/core/indicators';
import { recordsMeasure } from '@xincheng/core/plans';
import type { ProofCondition } from '@xincheng/core/plans';
import type { StandardsPack } from '@xincheng/core/standards';
import { measureSql } from '@xincheng/store/indicators';
import type { MeasuredDataset, MeasureSql } from '@xincheng/store/indicators';
import { dueDigest } from './due-days.ts';

/** A measure of an indicator over one of its datasets. */
export interface DatasetMeasure {
  readonly sql: MeasureSql;
  readonly compiled: CompiledMeasure;
  /** The clock of the dataset, where it has one. */
  readonly deadline: string | null;
}

const known = new WeakMap<StandardsPack, readonly MeasuredDataset[]>();

/** All measures that are kept for a pack, by dataset. */
export function measuresOf(pack: StandardsPack): readonly MeasuredDataset[] {
  const found = known.get(pack) ?? collect(pack);
  known.set(pack, found);
  return found;
}

function collect(pack: StandardsPack): readonly MeasuredDataset[] {
  const byDataset = new Map<string, Map<string, MeasureSql>>();
  for (const measure of recordMeasures(pack))
    for (const { sql } of datasetMeasures(pack, measure)) {
      const measures = byDataset.get(sql.dataset) ?? new Map<string, MeasureSql>();
      byDataset.set(sql.dataset, measures.set(sql.id, sql));
    }
  return [...byDataset].map(([dataset, measures]) => ({
    dataset,
    deadline: pack.datasets.get(dataset)?.deadline ?? null,
    measures: [...measures.values()],
  }));
}

function recordMeasures(pack: StandardsPack): readonly RecordMeasure[] {
  const named = [...pack.indicators.values()].flatMap(({ numerator, denominator }) => [numerator, denominator]);
  const measures: RecordMeasure[] = [];
  for (const measure of named) {
    const resolved = measure === undefined ? null : resolveMeasure(pack.indicators, measure);
    if (resolved?.source === 'record') measures.push(resolved);
  }
  for (const { records } of conditionsOf(pack)) if (records !== undefined) measures.push(recordsMeasure(records));
  for (const set of pack.expected.values()) measures.push(...actualMeasures(pack, set).values());
  return measures;
}

/** What proves tasks counts records too. */
function conditionsOf({ plans }: StandardsPack): readonly ProofCondition[] {
  return [...plans.values()].flatMap(({ tasks }) => tasks.flatMap(({ all }) => all));
}

const compiledFor = new WeakMap<StandardsPack, Map<string, readonly DatasetMeasure[]>>();

/** A measure as it is asked of the database, dataset by dataset; compiled once. */
export function datasetMeasures(pack: StandardsPack, measure: RecordMeasure): readonly DatasetMeasure[] {
  const compiled = compiledFor.get(pack) ?? new Map<string, readonly DatasetMeasure[]>();
  compiledFor.set(pack, compiled);
  const key = JSON.stringify(measure);
  const found = compiled.get(key) ?? compileFor(pack, measure);
  compiled.set(key, found);
  return found;
}

function compileFor(pack: StandardsPack, measure: RecordMeasure): readonly DatasetMeasure[] {
  return measure.datasets.map((dataset) => {
    const compiled = compileMeasure(pack, measure, dataset);
    if (!compiled.ok) throw new Error(`${dataset}: ${compiled.error}`);
    const deadline = pack.datasets.get(dataset)?.deadline ?? null;
    return { sql: measureSql(idOf(pack, compiled.value, deadline), compiled.value), compiled: compiled.value, deadline };
  });
}

/** Same words, same hash. The side of the day of reading is not kept, so it is no part of it; due days are, where they are looked at. */
function idOf(pack: StandardsPack, { asOf: _asOf, ...said }: CompiledMeasure, deadline: string | null): string {
  const text = JSON.stringify(said);
  const due = deadline !== null && text.includes('"name":"dueOn"') ? dueDigest(pack, deadline) : '';
  return createHash('sha256').update(text).update(due).digest('hex').slice(0, 16);
}

/** The items of an expected set: datasets that are declared, provided, or asked of bound units; where nothing is asked of them, the task. */
export function itemsOf(pack: StandardsPack, { id, from, datasets, metBy, task }: ExpectedSetDefinition): readonly string[] {
  if (from === 'bound-units') return [metBy?.dataset ?? task ?? id];
  return datasets ?? [...new Set(pack.provisions.map(({ dataset }) => dataset))];
}

/** What meets the entries of a set, by item: records of the dataset decided in the period. */
export function actualMeasures(pack: StandardsPack, set: ExpectedSetDefinition): ReadonlyMap<string, RecordMeasure> {
  const { from, metBy } = set;
  if (from === 'bound-units' && metBy === undefined) return new Map();
  return new Map(
    itemsOf(pack, set).map((item) => {
      const where = metBy?.dataset === item ? metBy.where : undefined;
      return [item, { source: 'record', datasets: [item], by: 'decidedOn', ...(where === undefined ? {} : { where }) }];
    }),
  );
}

/** What of an indicator is measured, if anything. */
export function partOf(pack: StandardsPack, measure: Measure | undefined): ReturnType<typeof resolveMeasure> {
  return measure === undefined ? null : resolveMeasure(pack.indicators, measure);
}
