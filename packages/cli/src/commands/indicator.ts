/** `xincheng indicator …` and `rates`: numbers, the rows behind them, expected sets, freezing. */
import type { CellView, EntryView, ReadingView } from '@xincheng/contract/api';
import type { Result } from '@xincheng/core/result';
import type { ActContext } from '@xincheng/usecases/identity';
import {
  checkIndicators,
  declareTotal,
  freezePeriod,
  listIndicators,
  readBoard,
  readExpected,
  readIndicator,
  readIndicatorRows,
  rebuildIndicators,
  reportZero,
  revokeExpected,
  viewEntry,
  viewReading,
  waiveExpected,
} from '@xincheng/usecases/indicators';
import type { Entry, EntryQuery, IndicatorProblem, RowsBehind } from '@xincheng/usecases/indicators';
import type { Platform } from '@xincheng/usecases/platform';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { localTime } from '../local-time.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

export interface NumberOptions {
  readonly period?: string;
  readonly unit?: string;
}

export interface RowsOptions extends NumberOptions {
  readonly part: 'numerator' | 'denominator';
  readonly limit: number;
}

export interface WordOptions {
  readonly unit: string;
  readonly dataset: string;
  readonly period: string;
  readonly name: string;
  readonly reason?: string;
}

/** Whoever sits at the machine reads as the credit office; a word of a unit is said in its name. */
async function withOffice(
  environment: Environment,
  unit: string | undefined,
  work: (platform: Platform, context: ActContext, unitId: string | null) => Promise<Answer>,
): Promise<Answer> {
  const found = await standardsFor(environment, { unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  return withPlatform(environment, { standards }, (platform) => work(platform, localContext(environment, []), unitId));
}

/** Lists the definitions. */
export async function list(environment: Environment): Promise<Answer> {
  const found = await standardsFor(environment, {});
  if (!found.ok) return found.error;
  const indicators = listIndicators(found.value.standards.pack);
  const rows = indicators.map(({ id, name, periodKind, isMeasured, certainty }) => [
    id,
    name.zh,
    PERIODS[periodKind],
    isMeasured ? '' : '尚不能测算',
    certainty === 'uncertain' ? '待核' : '',
  ]);
  return { exit: EXIT.done, text: tableText(['编号', '名称', '期间', '', ''], rows), json: { items: indicators } };
}

const PERIODS = { month: '月', quarter: '季', year: '年', total: '累计' } as const;

/** One indicator in one period. */
export async function show(environment: Environment, indicator: string, { period, unit }: NumberOptions): Promise<Answer> {
  return withOffice(environment, unit, async (platform, context, unitId) => {
    const reading = await readIndicator(platform, context, { indicator, period, unit: unitId ?? undefined });
    if (!reading.ok) return failure(EXIT.unusable, reading.error);
    const view = viewReading(platform.pack, reading.value);
    return { exit: EXIT.done, text: readingText(view), json: view };
  });
}

function readingText(view: ReadingView): string {
  const { name, says, period, total, units, target, isMet, frozenAt, restated, certainty } = view;
  const met = isMet === null ? '' : isMet ? '，已达标' : '，未达标';
  const aim = target === null ? '' : `（目标 ${TARGETS[target.is]}${target.value ?? ''}${met}）`;
  const lines = [
    `${name.zh}${certainty === 'uncertain' ? '（待核）' : ''}：${says.zh}`,
    `${period.id} 全区 ${fullText(total)}${aim}`,
    ...(frozenAt === null
      ? []
      : [`${localTime(new Date(frozenAt))} 冻结；按今天所知重算为 ${fullText(restated?.total ?? total)}`]),
  ];
  const rows = units.map((cell) => [cell.unit, cell.name, fullText(cell)]);
  return rows.length === 0 ? lines.join('\n') : `${lines.join('\n')}\n${tableText(['编号', '单位', '数字'], rows)}`;
}

const TARGETS = {
  'at-least': '不低于 ',
  above: '高于 ',
  'at-most': '不高于 ',
  below: '低于 ',
  equal: '等于 ',
  rising: '比上期增长',
} as const;

function fullText({ shown, numerator, denominator }: CellView): string {
  return denominator === null ? shown : `${shown}（${numerator ?? ''}/${denominator}）`;
}

/** All indicators around one period. */
export async function board(environment: Environment, { period, unit }: NumberOptions): Promise<Answer> {
  return withOffice(environment, unit, async (platform, context, unitId) => {
    const read = await readBoard(platform, context, { period, unit: unitId ?? undefined });
    if (!read.ok) return failure(EXIT.unusable, read.error);
    const readings = read.value.readings.map((reading) => viewReading(platform.pack, reading));
    const rows = readings.map(({ id, name, period: own, total, units, isMet, frozenAt }) => [
      id,
      name.zh,
      own.id,
      fullText(total),
      ...(unitId === null ? [] : [units[0] === undefined ? '' : fullText(units[0])]),
      isMet === null ? '' : isMet ? '达标' : '未达标',
      frozenAt === null ? '' : '已冻结',
    ]);
    const head = ['编号', '名称', '期间', '全区', ...(unitId === null ? [] : ['本单位']), '', ''];
    return { exit: EXIT.done, text: tableText(head, rows), json: { period: read.value.period, readings } };
  });
}

const RATES = [
  'submission-rate',
  'compliance-rate',
  'timeliness-rate',
  'city-timeliness-rate',
  'late-filings',
  'city-late-filings',
];

/** The rates of 双公示 in one table: filed, sound, in time by us and by the city, and late ones. */
export async function rates(environment: Environment, { period, unit }: NumberOptions): Promise<Answer> {
  return withOffice(environment, unit, async (platform, context, unitId) => {
    const read = await readBoard(platform, context, { period, unit: unitId ?? undefined });
    if (!read.ok) return failure(EXIT.unusable, read.error);
    const views = read.value.readings
      .map((reading) => viewReading(platform.pack, reading))
      .filter(({ id }) => RATES.includes(id));
    const columns = RATES.flatMap((id) => views.find((view) => view.id === id) ?? []);
    const units = new Map(columns.flatMap((view) => view.units.map((cell) => [cell.unit, cell.name] as const)));
    const rows = [...units].map(([id, name]) => [
      name,
      ...columns.map((view) => {
        const cell = view.units.find((one) => one.unit === id);
        return cell === undefined ? '' : fullText(cell);
      }),
    ]);
    const total = ['全区合计', ...columns.map((view) => fullText(view.total))];
    const text = tableText(['单位', ...columns.map(({ name }) => name.zh)], [...rows, total]);
    return { exit: EXIT.done, text: `${read.value.period.id}\n${text}`, json: { period: read.value.period, rates: columns } };
  });
}

/** What lies behind a number. */
export async function rows(environment: Environment, indicator: string, options: RowsOptions): Promise<Answer> {
  const { period, unit, part, limit } = options;
  return withOffice(environment, unit, async (platform, context, unitId) => {
    const read = await readIndicatorRows(platform, context, { indicator, period, part, limit, unit: unitId ?? undefined });
    if (!read.ok) return failure(EXIT.unusable, read.error);
    const text = rowsText(platform, read.value);
    return { exit: EXIT.done, text: text === '' ? '没有明细。' : text, json: rowsJson(platform, read.value) };
  });
}

function rowsText({ pack }: Platform, behind: RowsBehind): string {
  switch (behind.kind) {
    case 'records':
      return table(
        ['记录编号', '单位', '文号', '主体', '决定日期'],
        behind.records.map((one) => [one.recordId, one.unit, one.number, one.subject.name, one.decidedOn]),
      );
    case 'submissions':
      return table(
        ['回执号', '单位', '数据集', '时间', '行数'],
        behind.submissions.map((one) => [one.receiptNo, one.unitId, one.dataset, localTime(one.at), String(one.rows)]),
      );
    case 'acts':
      return table(
        ['办理', '单位', '时间', '对象'],
        behind.acts.map((one) => [one.act, one.unitId ?? '', localTime(one.at), `${one.objectKind} ${one.objectId}`]),
      );
    case 'entries':
      return entriesText(behind.entries.map((entry) => viewEntry(pack, entry)));
  }
}

function rowsJson({ pack }: Platform, behind: RowsBehind): unknown {
  return behind.kind === 'entries'
    ? { kind: behind.kind, entries: behind.entries.map((entry) => viewEntry(pack, entry)) }
    : behind;
}

const STATES = { met: '已报齐', missing: '未报齐', surplus: '多于申报', 'zero-report': '零报告', waived: '已豁免' } as const;

function entriesText(entries: readonly EntryView[]): string {
  return table(
    ['单位', '项目', '期间', '应报', '已报', '状态', '理由'],
    entries.map((one) => [one.name, one.item, one.period, one.expected, one.actual, STATES[one.state], one.reason ?? '']),
  );
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return lines.length === 0 ? '' : tableText(head, lines);
}

/** The entries of an expected set. */
export async function expected(environment: Environment, set: string, { period, unit }: NumberOptions): Promise<Answer> {
  return withOffice(environment, unit, async (platform, context, unitId) => {
    const read = await readExpected(platform, context, { set, period, unit: unitId ?? undefined });
    if (!read.ok) return failure(EXIT.unusable, read.error);
    const entries = read.value.entries.map((entry) => viewEntry(platform.pack, entry));
    const text = entries.length === 0 ? '这一期间没有应报项。' : entriesText(entries);
    return { exit: EXIT.done, text, json: { set, period: read.value.period, entries } };
  });
}

type Speak = (platform: Platform, context: ActContext, query: EntryQuery) => Promise<Result<Entry, IndicatorProblem>>;

/** What the rules, or what stands already, do not allow; every other refusal is of what was given. */
const BY_RULE: readonly IndicatorProblem['code'][] = [
  'not-your-unit',
  'no-provision',
  'not-bound',
  'not-declared-here',
  'below-filed',
  'zero-but-filed',
  'nothing-said',
  'waived-already',
  'not-ended',
  'credit-office-only',
];

function refusal(problem: IndicatorProblem): Answer {
  return failure(BY_RULE.includes(problem.code) ? EXIT.refused : EXIT.unusable, problem);
}

async function speak(
  environment: Environment,
  set: string,
  { unit, dataset, period, name, reason }: WordOptions,
  isOffices: boolean,
  say: Speak,
): Promise<Answer> {
  return withOffice(environment, unit, async (platform, office, unitId) => {
    if (unitId === null) throw new Error('a word needs a unit');
    const context = isOffices ? office : localContext(environment, [unitId]);
    const said = await say(platform, context, { set, unit: unitId, item: dataset, period, name, reason });
    if (!said.ok) return refusal(said.error);
    const { kind, expected: count, filed } = said.value;
    const words = { declared: `申报总数 ${String(count)}`, zero: '零报告', waived: '已豁免', revoked: '已撤销' }[kind];
    const text = `${platform.pack.units.get(unitId)?.name ?? unitId} ${period} ${dataset}：${words}，已受理 ${String(filed)} 条。`;
    return {
      exit: EXIT.done,
      text,
      json: { ...said.value, expected: count === null ? null : String(count), filed: String(filed) },
    };
  });
}

/** A unit declares how many decisions it made. */
export function declare(
  environment: Environment,
  set: string,
  options: WordOptions & { readonly count: number },
): Promise<Answer> {
  return speak(environment, set, options, false, (platform, context, query) =>
    declareTotal(platform, context, { ...query, count: options.count }),
  );
}

/** A unit had nothing to report. */
export function zero(environment: Environment, set: string, options: WordOptions): Promise<Answer> {
  return speak(environment, set, options, false, reportZero);
}

/** The credit office excuses a unit. */
export function waive(environment: Environment, set: string, options: WordOptions): Promise<Answer> {
  return speak(environment, set, options, true, waiveExpected);
}

/** Takes a word back: a unit its own, the credit office a waiver. */
export function revoke(
  environment: Environment,
  set: string,
  options: WordOptions & { readonly waiver?: boolean },
): Promise<Answer> {
  return speak(environment, set, options, options.waiver === true, revokeExpected);
}

/** Freezes a period. */
export async function freeze(environment: Environment, period: string): Promise<Answer> {
  return withOffice(environment, undefined, async (platform, context) => {
    const frozen = await freezePeriod(platform, context, { period });
    if (!frozen.ok) return refusal(frozen.error);
    const { indicators } = frozen.value;
    const text = indicators.length === 0 ? `${period} 此前已冻结。` : `${period} 的 ${String(indicators.length)} 项指标已冻结。`;
    return { exit: EXIT.done, text, json: frozen.value };
  });
}

/** Counts anew from the records, or says where what is kept differs from them. */
export async function rebuild(environment: Environment, { check = false }: { readonly check?: boolean }): Promise<Answer> {
  return withOffice(environment, undefined, async (platform) => {
    if (!check) await rebuildIndicators(platform);
    const differences = await checkIndicators(platform);
    const json = {
      differences: differences.map(({ kept, counted, ...one }) => ({ ...one, kept: String(kept), counted: String(counted) })),
    };
    if (differences.length === 0) return { exit: EXIT.done, text: check ? '指标与记录一致。' : '指标已重算，与记录一致。', json };
    const lines = json.differences.map(({ measure, unitId, day, kept, counted }) => [measure, unitId, day, kept, counted]);
    return { exit: EXIT.refused, text: tableText(['计数', '单位', '日期', '存有', '应为'], lines), json };
  });
}
