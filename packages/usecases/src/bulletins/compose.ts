/** A bulletin's content from the numbers of its month: the frozen ones, or for a correction those of today. */
import { createHash } from 'node:crypto';
import { columnCell, fillParagraphs, namedRows, praisedRows, rulesOn, shownCell } from '@xincheng/core/bulletins';
import type {
  BulletinCell,
  BulletinColumn,
  BulletinContent,
  BulletinDefinition,
  BulletinOccasion,
  BulletinRow,
  BulletinSource,
} from '@xincheng/core/bulletins';
import { absentCell, countCell, previousPeriod, sumCells } from '@xincheng/core/indicators';
import type { Cell, IndicatorReading, Period, ValueFormat } from '@xincheng/core/indicators';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Label, StandardsPack } from '@xincheng/core/standards';
import type { Client } from '@xincheng/store/connection';
import { listFrozen } from '@xincheng/store/indicators';
import { readAlarms } from '../concealment/index.ts';
import type { ActContext } from '../identity/index.ts';
import { readIndicatorWith } from '../indicators/index.ts';
import type { Platform } from '../platform/index.ts';
import { bulletinProblem } from './problem.ts';
import type { BulletinProblem } from './problem.ts';

/** Alarms not closed, by unit. */
export type AlarmCounts = ReadonlyMap<string, { readonly open: number; readonly overdue: number }>;

const ALARMS_AT_ONCE = 500;
const NO_ALARMS = { open: 0, overdue: 0 };

/** Counts the alarms that are not closed. */
export async function countAlarms(platform: Platform, context: ActContext): Promise<AlarmCounts> {
  const counts = new Map<string, { open: number; overdue: number }>();
  for (let after: string | null = null; ;) {
    const alarms = await readAlarms(platform, context, { unitId: null, after, limit: ALARMS_AT_ONCE });
    for (const { unitId, state, isOverdue } of alarms) {
      if (state === 'closed' || state === 'filed') continue;
      const { open, overdue } = counts.get(unitId) ?? NO_ALARMS;
      counts.set(unitId, { open: open + 1, overdue: overdue + (isOverdue ? 1 : 0) });
    }
    if (alarms.length < ALARMS_AT_ONCE) return counts;
    after = alarms.at(-1)?.id ?? null;
  }
}

/** What a bulletin is made of, besides the numbers. */
export interface Asked {
  readonly definition: BulletinDefinition;
  readonly period: Period;
  readonly alarms: AlarmCounts;
  /** Serial of the bulletin that is corrected. */
  readonly corrects: Label | null;
}

/** The content of a bulletin. */
export async function composeBulletin(
  client: Client,
  platform: Platform,
  context: ActContext,
  { definition, period, alarms, corrects }: Asked,
): Promise<Result<BulletinContent, BulletinProblem>> {
  const { pack } = platform;
  const columns = definition.columns.map((column) => withFormat(pack, column));
  const readings = await readColumns(client, platform, context, columns, period.id);
  const open = [...readings.values()].find(({ frozenAt }) => frozenAt === null);
  if (open !== undefined)
    return bulletinProblem('month-not-frozen', {
      month: period.id,
      indicator: pack.indicators.get(open.indicator)?.name.zh ?? '',
    });
  const ids = [...readings.keys()];
  const frozen = await listFrozen(
    client,
    ids.map((indicator) => ({ indicator, period: period.id })),
  );
  const sources = frozen
    .map(({ indicator, version, rowsHash, frozenAt }) => ({ indicator, version, rowsHash, frozenAt: frozenAt.toISOString() }))
    .sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
  const cellsOf = corrects === null ? unitCells : restatedCells;
  const rows = rowsOf(pack, columns, readings, cellsOf, alarms);
  const total = columns.map((column) => totalOf(column, readings, cellsOf));
  const before = await totalsBefore(client, platform, context, columns, period);
  const rules = rulesOn(definition, period.to);
  const praised = rules === null ? [] : praisedRows(rules, { columns }, rows).map(({ name }) => name);
  const named = rules === null ? [] : namedRows(rules, { columns }, rows);
  const said = { columns, rows, total, before, praised, named };
  return ok({
    form: 1,
    month: period.id,
    title: definition.title,
    issuer: definition.issuer,
    addressees: definition.addressees,
    signature: definition.signature,
    corrects,
    ...said,
    paragraphs: fillParagraphs(definition, occasionsOf(said, corrects), wordsOf(said, period, corrects)),
    sources,
    rowsHash: hashOf(sources, rows),
    standards: pack.digest,
  });
}

type Column = BulletinContent['columns'][number];
type Readings = ReadonlyMap<string, IndicatorReading>;
type CellsOf = (reading: IndicatorReading | undefined) => IndicatorReading['units'];

function withFormat(pack: StandardsPack, { id, name, indicator, part, isCharted = false }: BulletinColumn): Column {
  const own = pack.indicators.get(indicator)?.format ?? 'count';
  const format: ValueFormat = part === 'value' ? own : 'count';
  return { id, name, indicator, part, format, isCharted };
}

/** The readings behind columns, by indicator; those of which there is none any more are left out. */
export async function readColumns(
  client: Client,
  platform: Platform,
  context: ActContext,
  columns: readonly Pick<Column, 'indicator'>[],
  period: string,
): Promise<Readings> {
  const readings = new Map<string, IndicatorReading>();
  for (const indicator of new Set(columns.map((column) => column.indicator))) {
    const reading = await readIndicatorWith(client, platform, context, { indicator, period });
    if (reading.ok) readings.set(indicator, reading.value);
  }
  return readings;
}

function unitCells(reading: IndicatorReading | undefined): IndicatorReading['units'] {
  return reading?.units ?? [];
}

/** What is known today, where a month is frozen. */
export function restatedCells(reading: IndicatorReading | undefined): IndicatorReading['units'] {
  return reading?.restated?.units ?? [];
}

function rowsOf(
  pack: StandardsPack,
  columns: readonly Column[],
  readings: Readings,
  cellsOf: CellsOf,
  alarms: AlarmCounts,
): readonly BulletinRow[] {
  const units = [...readings.values()].flatMap((reading) => cellsOf(reading).map(({ unitId }) => unitId));
  return [...new Set([...units, ...alarms.keys()])].sort().map((unit) => ({
    unit,
    name: pack.units.get(unit)?.name ?? unit,
    cells: columns.map((column) => cellOfUnit(column, cellsOf(readings.get(column.indicator)), unit)),
    alarms: alarms.get(unit) ?? NO_ALARMS,
  }));
}

/** A column's cell of one unit: nothing counted is none, and a rate of nothing is no rate. */
export function cellOfUnit(column: Column, cells: IndicatorReading['units'], unit: string): BulletinCell {
  const found = cells.find(({ unitId }) => unitId === unit);
  const nothing: Cell = column.format === 'count' && column.part === 'value' ? countCell(0n) : absentCell('no-data');
  return shownCell(found === undefined ? nothing : columnCell(column, found), column.format);
}

/** The sum of the units; it is never kept as a number of its own. */
function totalOf(column: Column, readings: Readings, cellsOf: CellsOf): BulletinCell {
  const cells = cellsOf(readings.get(column.indicator)).map((cell) => columnCell(column, cell));
  const isCount = column.format === 'count' && column.part === 'value';
  return shownCell(isCount && cells.length === 0 ? countCell(0n) : sumCells(cells), column.format);
}

async function totalsBefore(
  client: Client,
  platform: Platform,
  context: ActContext,
  columns: readonly Column[],
  period: Period,
): Promise<readonly BulletinCell[] | null> {
  const before = previousPeriod(period, context.today);
  if (before === null) return null;
  const readings = await readColumns(client, platform, context, columns, before.id);
  const isFrozen = [...readings.values()].every(({ frozenAt }) => frozenAt !== null);
  return isFrozen ? columns.map((column) => totalOf(column, readings, unitCells)) : null;
}

type Said = Pick<BulletinContent, 'columns' | 'rows' | 'total' | 'before' | 'praised' | 'named'>;

function alarmsOf(rows: readonly BulletinRow[], which: 'open' | 'overdue'): number {
  return rows.reduce((sum, { alarms }) => sum + alarms[which], 0);
}

function occasionsOf({ rows, before, praised, named }: Said, corrects: Label | null): ReadonlySet<BulletinOccasion> {
  const occasions = new Set<BulletinOccasion>();
  if (praised.length > 0) occasions.add('praised');
  if (named.length > 0) occasions.add('named');
  if (before !== null) occasions.add('before');
  if (alarmsOf(rows, 'open') > 0) occasions.add('alarms');
  if (corrects !== null) occasions.add('correction');
  return occasions;
}

function wordsOf(
  { columns, rows, total, before, praised, named }: Said,
  { id }: Period,
  corrects: Label | null,
): Record<string, Label> {
  const [year = '', month = ''] = id.split('-');
  const words: Record<string, Label> = {
    month: { zh: `${year}年${String(Number(month))}月`, en: id },
    praised: { zh: praised.join('、'), en: praised.join(', ') },
    named: {
      zh: named.map(({ name, reasons }) => `${name}（${reasons.map(({ zh }) => zh).join('，')}）`).join('、'),
      en: named.map(({ name, reasons }) => `${name} (${reasons.map(({ en }) => en).join(', ')})`).join('; '),
    },
    'zero-units': same(rows.filter(({ cells }) => cells.some(({ absence }) => absence === 'zero-report')).length),
    'alarms-open': same(alarmsOf(rows, 'open')),
    'alarms-overdue': same(alarmsOf(rows, 'overdue')),
    corrects: corrects ?? same(0),
  };
  columns.forEach((column, index) => {
    const [now, then] = [total[index], before?.[index]];
    if (now !== undefined) words[column.id] = now.shown;
    if (then !== undefined) words[`before.${column.id}`] = then.shown;
  });
  return words;
}

function same(count: number): Label {
  return { zh: String(count), en: String(count) };
}

function hashOf(sources: readonly BulletinSource[], rows: readonly BulletinRow[]): string {
  const cells = rows.map(({ unit, cells: own }) => [
    unit,
    own.map(({ numerator, denominator, absence }) => [numerator, denominator, absence]),
  ]);
  return sha256(JSON.stringify([sources.map(({ indicator, rowsHash }) => [indicator, rowsHash]), cells]));
}

/** In hexadecimal digits. */
export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
