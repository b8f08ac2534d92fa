/** Indicators: what they speak of exists and can be asked of the database, targets can be held against numbers, nothing goes round. */
import { compileMeasure, resolveMeasure } from '@xincheng/core/indicators';
import type { CompiledMeasure, ExpectedMeasure, IndicatorDefinition, IndicatorMeasure, IndicatorTarget, Measure, RecordMeasure } from '@xincheng/core/indicators';
import { LAST_DAY } from '@xincheng/core/calendar';
import { isCalled, isPersonal } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

const PARTS = ['numerator', 'denominator'] as const;

/** Reports what is wrong with the indicators. */
export function checkIndicators(pack: PackContent, report: Report): void {
  for (const indicator of pack.indicators.values()) {
    checkParts(indicator, report);
    if (indicator.owner !== undefined && !pack.units.has(indicator.owner)) report(indicator, ['owner'], 'unknown-unit', `单位 ${indicator.owner} 不在 units.yaml 中。`);
    for (const part of PARTS) checkMeasure(pack, indicator[part], report);
    checkAmounts(pack, indicator, report);
    checkTargets(indicator, report);
    checkCircle(pack, indicator, report);
  }
}

/** Either measured, or said what is missing. */
function checkParts(indicator: IndicatorDefinition, report: Report): void {
  const { numerator, denominator, needs, format } = indicator;
  if (numerator === undefined && needs === undefined) report(indicator, ['id'], 'unmeasured', `指标 ${indicator.id} 没有写 numerator，就要用 needs 写明还缺什么。`);
  if (numerator !== undefined && needs !== undefined) report(indicator, ['needs'], 'unmeasured', `指标 ${indicator.id} 已写 numerator，能够测算，不再写 needs。`);
  if (numerator === undefined && denominator !== undefined) report(indicator, ['denominator'], 'unmeasured', `指标 ${indicator.id} 只有分母 denominator，没有分子 numerator。`);
  const isShare = format === 'percent' || format === 'per-100000' || format === 'ratio';
  if (isShare && numerator !== undefined && denominator === undefined) report(indicator, ['format'], 'no-denominator', `format: ${format} 是两个数之比，要写分母 denominator。`);
  if (format === 'count' && denominator !== undefined) report(indicator, ['format'], 'no-denominator', 'format: count 是个数，不写分母 denominator。');
}

function checkMeasure(pack: PackContent, measure: Measure | undefined, report: Report): void {
  switch (measure?.source) {
    case 'record':
      checkRecordMeasure(pack, measure, report);
      return;
    case 'row':
      checkDatasets(pack, measure, report);
      return;
    case 'expected':
      checkExpectedMeasure(pack, measure, report);
      return;
    case 'indicator':
      checkIndicatorMeasure(pack, measure, report);
      return;
    default:
  }
}

function checkExpectedMeasure({ expected }: PackContent, measure: ExpectedMeasure, report: Report): void {
  const set = expected.get(measure.set);
  if (set === undefined) report(measure, ['set'], 'unknown-set', `应报清单 ${measure.set} 没有定义。`);
  else if (measure.count === 'met' && set.from === 'bound-units' && set.metBy === undefined)
    report(measure, ['count'], 'set-items', `清单 ${set.id} 没有写 metBy，数不出完成的：请写 metBy，或者用 source: act 数办理。`);
}

function checkIndicatorMeasure({ indicators }: PackContent, measure: IndicatorMeasure, report: Report): void {
  const other = indicators.get(measure.indicator);
  if (other === undefined) report(measure, ['indicator'], 'unknown-indicator', `指标 ${measure.indicator} 没有定义。`);
  else if (other[measure.part] === undefined) report(measure, ['part'], 'unknown-indicator', `指标 ${measure.indicator} 没有 ${measure.part}。`);
}

/** True where all of them exist. */
function checkDatasets(pack: PackContent, owner: { readonly datasets: readonly string[] }, report: Report): boolean {
  owner.datasets.forEach((id, index) => {
    if (!pack.datasets.has(id)) report(owner, ['datasets', index], 'unknown-dataset', `数据集 ${id} 没有定义。`);
    else if (owner.datasets.indexOf(id) !== index) report(owner, ['datasets', index], 'duplicate-id', `数据集 ${id} 列了两次，会数两遍。`);
  });
  return owner.datasets.every((id) => pack.datasets.has(id));
}

function checkRecordMeasure(pack: PackContent, measure: RecordMeasure, report: Report): void {
  if (!checkDatasets(pack, measure, report)) return;
  const summed = new Set<string>();
  for (const dataset of measure.datasets) {
    const personal = personalField(pack, measure, dataset);
    const compiled = compileMeasure(pack, measure, dataset);
    if (personal !== null) report(measure, ['value'], 'personal-field', `字段 ${personal} 含个人信息，按它计不同的个数会在指标表里留下个人信息的摘要，请改为 distinct: subject。`);
    else if (!compiled.ok) report(measure, [faultyKey(pack, measure, dataset)], 'measure', `数据集 ${dataset} 不能这样计数：${compiled.error}。`);
    else summed.add(unitOf(compiled.value));
  }
  if (summed.size > 1) report(measure, ['value'], 'sum-type', '各数据集里有的合计金额，有的合计个数，不能相加。');
}

/** A personal field whose different values are counted: their digests, unsalted, would stand in the tables of indicators. */
function personalField(pack: PackContent, { value }: RecordMeasure, dataset: string): string | null {
  if (value === undefined || value === 'rows' || !('distinct' in value)) return null;
  const { distinct } = value;
  const field = pack.datasets.get(dataset)?.fields.find((one) => isCalled(one, distinct));
  return field !== undefined && isPersonal(field) ? field.code : null;
}

function unitOf({ value }: CompiledMeasure): string {
  return value.kind === 'sum' ? value.divisor : '';
}

/** Amounts are kept in fen: over another amount they are a share, alone or over a count they are money, and nothing else. */
function checkAmounts(pack: PackContent, indicator: IndicatorDefinition, report: Report): void {
  const { numerator, denominator, format } = indicator;
  if (numerator === undefined) return;
  const isAmount = isSumOfAmounts(pack, numerator);
  const isOverAmount = denominator !== undefined && isSumOfAmounts(pack, denominator);
  if (format === 'money' ? !isAmount || isOverAmount : isAmount !== isOverAmount)
    report(indicator, ['format'], 'sum-type', 'format: money 的分子要合计金额、分母不是金额；其他格式要么分子分母都合计金额，要么都不是。');
}

function isSumOfAmounts(pack: PackContent, part: Measure): boolean {
  const measure = resolveMeasure(pack.indicators, part);
  if (measure?.source !== 'record') return false;
  return measure.datasets.some((dataset) => {
    const compiled = compileMeasure(pack, measure, dataset);
    return compiled.ok && compiled.value.value.kind === 'sum' && compiled.value.value.divisor === '1';
  });
}

/** Which key a measure cannot be compiled by: the first without which it can. */
function faultyKey(pack: PackContent, measure: RecordMeasure, dataset: string): keyof RecordMeasure {
  const { where: _where, ...everything } = measure;
  if (measure.where !== undefined && compileMeasure(pack, everything, dataset).ok) return 'where';
  const { value: _value, ...rows } = measure;
  if (measure.value !== undefined && compileMeasure(pack, rows, dataset).ok) return 'value';
  const { asOf: _asOf, ...timeless } = measure;
  return measure.asOf !== undefined && compileMeasure(pack, timeless, dataset).ok ? 'asOf' : 'by';
}

function checkTargets({ targets = [], period }: IndicatorDefinition, report: Report): void {
  targets.forEach((target, index) => {
    if (target.is === 'rising' && period === 'total') report(target, ['is'], 'target-value', 'period: total 没有上期，不能用 is: rising。');
    if ((target.is === 'rising') === (target.value !== undefined)) report(target, ['is'], 'target-value', 'is: rising 与上期比较，不写 value；其他目标要写 value。');
    if (target.to !== undefined && target.to < target.from) report(target, ['to'], 'reversed', '截止日期早于起始日期。');
    if (targets.slice(0, index).some((earlier) => overlaps(earlier, target))) report(target, ['from'], 'overlap', '两个目标在时间上重叠：前一个目标要写 to。');
  });
}

function overlaps(a: IndicatorTarget, b: IndicatorTarget): boolean {
  return a.from <= (b.to ?? LAST_DAY) && b.from <= (a.to ?? LAST_DAY);
}

/** Told once, at the indicator of the circle that comes first. */
function checkCircle(pack: PackContent, start: IndicatorDefinition, report: Report): void {
  for (const part of PARTS) {
    const path = circleFrom(pack, start.id, part);
    const [first] = [...(path ?? [])].sort();
    if (path === null || first !== start.id) continue;
    const measure = start[part];
    if (measure !== undefined) report(measure, ['indicator'], 'indicator-cycle', `指标互相引用成环：${[...path, start.id].join(' → ')}，永远算不出数。`);
  }
}

/** The indicators on the way from a part back to itself; null where the way ends. */
function circleFrom({ indicators }: PackContent, id: string, part: IndicatorMeasure['part']): readonly string[] | null {
  const path: string[] = [];
  const seen = new Set<string>();
  let [at, which] = [id, part];
  for (;;) {
    const place = `${at}.${which}`;
    if (seen.has(place)) return at === id && which === part ? path : null;
    seen.add(place);
    path.push(at);
    const measure: Measure | undefined = indicators.get(at)?.[which];
    if (measure?.source !== 'indicator') return null;
    [at, which] = [measure.indicator, measure.part];
  }
}
