/** Pages of records, newest decision first, wherever in the list they lie. */
import type pg from 'pg';
import { findRecords } from './records.ts';
import type { RecordRow } from './records.ts';

export interface RecordFilter {
  readonly dataset: string | null;
  readonly unitId: string | null;
  /** Everything filed under any key that stands for the same subject. */
  readonly subjectKey: string | null;
  readonly parentId: string | null;
  readonly decidedFrom: string | null;
  readonly decidedTo: string | null;
  readonly state?: RecordRow['state'] | null;
  /** Part of a number or of a subject's name; brackets and blanks of a number do not matter. */
  readonly text?: string | null;
  /** Position behind which to go on: day and id of the last record seen. */
  readonly after: { readonly decidedOn: string; readonly recordId: string } | null;
  readonly limit: number;
}

/** Units in whose name somebody reads; null: the identity reads by subjects. */
export type ReadingUnits = 'all' | readonly string[] | null;

/** Records in scope. */
export async function listRecords(
  client: pg.ClientBase,
  filter: RecordFilter,
  units: ReadingUnits,
): Promise<readonly RecordRow[]> {
  const isSearch = filter.text !== undefined && filter.text !== null;
  const ids =
    units === null || filter.subjectKey !== null || filter.parentId !== null || isSearch
      ? await idsAtOnce(client, filter, units)
      : await idsByDays(client, filter, units);
  return findRecords(client, ids);
}

/** Values of a statement as it is put together. */
class Values {
  readonly all: unknown[] = [];

  add(value: unknown): string {
    return `$${String(this.all.push(value))}`;
  }
}

const ORDER = 'r.decided_on desc, r.record_id desc';
/** Marks by which the same number is written differently. */
const LOOSE = '〔〕[]［］【】()（） 　';

function conditionsOf(filter: RecordFilter, values: Values): string[] {
  const { dataset, unitId, subjectKey, parentId, decidedFrom, decidedTo, state = null, text = null, after } = filter;
  const conditions: string[] = [];
  if (dataset !== null) conditions.push(`r.dataset = ${values.add(dataset)}`);
  if (unitId !== null) conditions.push(`r.unit_id = ${values.add(unitId)}`);
  if (subjectKey !== null) conditions.push(`r.subject_key = any (subject_keys(subject_root(${values.add(subjectKey)})))`);
  if (parentId !== null) conditions.push(`r.parent_id = ${values.add(parentId)}`);
  if (decidedFrom !== null) conditions.push(`r.decided_on >= ${values.add(decidedFrom)}`);
  if (decidedTo !== null) conditions.push(`r.decided_on <= ${values.add(decidedTo)}`);
  if (state !== null) conditions.push(`r.state = ${values.add(state)}`);
  if (text !== null) {
    const part = values.add(text);
    const number = `position(translate(upper(${part}::text), '${LOOSE}', '') in translate(upper(r.number), '${LOOSE}', '')) > 0`;
    conditions.push(`(position(${part} in r.subject_name) > 0 or ${number})`);
  }
  if (after !== null)
    conditions.push(`(r.decided_on, r.record_id) < (${values.add(after.decidedOn)}::date, ${values.add(after.recordId)}::uuid)`);
  return conditions;
}

/** Few records, or all of them to be looked through. */
async function idsAtOnce(client: pg.ClientBase, filter: RecordFilter, units: ReadingUnits): Promise<readonly string[]> {
  const values = new Values();
  const conditions = conditionsOf(filter, values);
  if (units !== null && units !== 'all') conditions.push(`r.unit_id = any (${values.add(units)})`);
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  const { rows } = await client.query<{ id: string }>(
    `select r.record_id as id from credit_record r ${where} order by ${ORDER} limit ${values.add(filter.limit)}`,
    values.all,
  );
  return rows.map(({ id }) => id);
}

/** How many days are looked at for a page; more as long as they do not fill it; at last all. */
const WINDOWS_DAYS = [1, 8, 64, 512, null] as const;

/**
 * Each unit's records of each dataset are asked for by themselves, and only those of the days on which the page lies: the index begins with
 * them, and the policy alone keeps the planner from it.
 */
async function idsByDays(
  client: pg.ClientBase,
  filter: RecordFilter,
  units: 'all' | readonly string[],
): Promise<readonly string[]> {
  return inOrderOfTheIndex(client, async () => {
    const from = filter.after?.decidedOn ?? (await newestDay(client, filter, units));
    if (from === null) return [];
    for (const days of WINDOWS_DAYS) {
      const values = new Values();
      const window = [`r.decided_on <= ${values.add(from)}::date`];
      if (days !== null) window.push(`r.decided_on > ${values.add(from)}::date - ${values.add(days)}::integer`);
      const ids = await idsOfUnits(client, filter, units, values, window);
      if (ids.length === filter.limit || days === null) return ids;
    }
    return [];
  });
}

async function idsOfUnits(
  client: pg.ClientBase,
  filter: RecordFilter,
  units: 'all' | readonly string[],
  values: Values,
  window: readonly string[],
): Promise<readonly string[]> {
  const limit = values.add(filter.limit);
  const { rows } = await client.query<{ id: string }>(
    `select p.record_id as id ${eachOf(filter, units, values, window)} order by ${ORDER} limit ${limit}) p
     order by p.decided_on desc, p.record_id desc limit ${limit}`,
    values.all,
  );
  return rows.map(({ id }) => id);
}

async function newestDay(client: pg.ClientBase, filter: RecordFilter, units: 'all' | readonly string[]): Promise<string | null> {
  const values = new Values();
  const { rows } = await client.query<{ day: string | null }>(
    `select max(p.decided_on) as day ${eachOf(filter, units, values, [])} order by r.decided_on desc limit 1) p`,
    values.all,
  );
  return rows[0]?.day ?? null;
}

/** The places where records can be, up to the order in which each is read. */
function eachOf(filter: RecordFilter, units: 'all' | readonly string[], values: Values, window: readonly string[]): string {
  const own = ['r.unit_id = place.unit', 'r.dataset = place.dataset', ...window, ...conditionsOf(filter, values)].join(' and ');
  const of = [
    units === 'all' ? 'true' : `u.id = any (${values.add(units)})`,
    filter.unitId === null ? 'true' : `u.id = ${values.add(filter.unitId)}`,
    filter.dataset === null ? 'true' : `d.dataset = ${values.add(filter.dataset)}`,
  ].join(' and ');
  return `from (select distinct u.id as unit, d.dataset from unit u cross join dataset_definition d where ${of}) place
    cross join lateral (select r.record_id, r.decided_on from credit_record r where ${own}`;
}

/**
 * The planner takes the policy to leave one row and would gladly read and sort all of a unit's records for one page. Whatever is read here is
 * to come in the index's order, and only as far as the page goes.
 */
async function inOrderOfTheIndex<T>(client: pg.ClientBase, read: () => Promise<T>): Promise<T> {
  await client.query('set local enable_sort = off; set local enable_bitmapscan = off; set local enable_seqscan = off');
  const result = await read();
  await client.query('set local enable_sort = on; set local enable_bitmapscan = on; set local enable_seqscan = on');
  return result;
}
