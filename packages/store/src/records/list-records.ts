/** Pages of records, newest decision first, wherever in the list they lie. */
import type pg from 'pg';
import { narrow } from './narrow.ts';
import type { Narrowed } from './narrow.ts';
import { findPlaces } from './places.ts';
import type { Places } from './places.ts';
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
  return findRecords(client, await idsOf(client, filter, units));
}

async function idsOf(client: pg.ClientBase, filter: RecordFilter, units: ReadingUnits): Promise<readonly string[]> {
  const { text = null, state = null } = filter;
  if (units === null || filter.subjectKey !== null || filter.parentId !== null || isRare(state))
    return idsAtOnce(client, filter, units, null);
  if (text === null) return idsByDays(client, filter, units);
  const found = await narrow(client, text);
  return found === null ? idsByDays(client, filter, units) : idsAtOnce(client, filter, units, found);
}

/** Those of which few records are: they have an index of their own. */
function isRare(state: RecordRow['state'] | null): boolean {
  return state === 'suspended' || state === 'withdrawn';
}

/** Values of a statement as it is put together. */
class Values {
  readonly all: unknown[] = [];

  add(value: unknown): string {
    return `$${String(this.all.push(value))}`;
  }
}

const ORDER = 'r.decided_on desc, r.record_id desc';
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
    const part = `${values.add(text)}::text`;
    conditions.push(`(position(${part} in r.subject_name) > 0 or position(number_loose(${part}) in number_loose(r.number)) > 0)`);
  }
  if (after !== null)
    conditions.push(`(r.decided_on, r.record_id) < (${values.add(after.decidedOn)}::date, ${values.add(after.recordId)}::uuid)`);
  return conditions;
}

/** Few records, as an index finds them, or all of them to be looked through. */
async function idsAtOnce(
  client: pg.ClientBase,
  filter: RecordFilter,
  units: ReadingUnits,
  found: Narrowed | null,
): Promise<readonly string[]> {
  const values = new Values();
  const conditions = conditionsOf(filter, values);
  if (units !== null && units !== 'all') conditions.push(`r.unit_id = any (${values.add(units)})`);
  const limit = values.add(filter.limit);
  const page = (narrowed: readonly string[]): string => {
    const all = [...narrowed, ...conditions];
    const where = all.length === 0 ? '' : `where ${all.join(' and ')}`;
    return `(select r.record_id, r.decided_on from credit_record r ${where} order by ${ORDER} limit ${limit})`;
  };
  const pages =
    found === null
      ? page([])
      : `${page([`r.subject_key = any (${values.add(found.subjectKeys)})`])} union ${page([`r.record_id = any (${values.add(found.recordIds)})`])}`;
  const { rows } = await client.query<{ id: string }>(
    `select r.record_id as id from (${pages}) r order by ${ORDER} limit ${limit}`,
    values.all,
  );
  return rows.map(({ id }) => id);
}

/** How many days are looked at for a page; more as long as they do not fill it; at last all. */
const WINDOWS_DAYS = [1, 8, 64, 512, null] as const;
const DAY_MS = 86_400_000;

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
    const places = await findPlaces(client, filter, units);
    const from = await firstDay(client, filter, places);
    if (from === null) return [];
    for (const days of WINDOWS_DAYS) {
      const values = new Values();
      const window = [`r.decided_on <= ${values.add(from)}::date`];
      if (days !== null) window.push(`r.decided_on > ${values.add(from)}::date - ${values.add(days)}::integer`);
      const ids = await idsOfPlaces(client, filter, places, values, window);
      if (ids.length === filter.limit || isLast(filter, from, days)) return ids;
    }
    return [];
  });
}

async function idsOfPlaces(
  client: pg.ClientBase,
  filter: RecordFilter,
  places: Places,
  values: Values,
  window: readonly string[],
): Promise<readonly string[]> {
  const limit = values.add(filter.limit);
  const { rows } = await client.query<{ id: string }>(
    `select p.record_id as id ${eachOf(filter, places, values, window)} order by ${ORDER} limit ${limit}) p
     order by p.decided_on desc, p.record_id desc limit ${limit}`,
    values.all,
  );
  return rows.map(({ id }) => id);
}

/** Whether nothing that is asked for lies before a window. */
function isLast({ decidedFrom }: RecordFilter, from: string, days: number | null): boolean {
  return days === null || (decidedFrom !== null && Date.parse(from) - days * DAY_MS < Date.parse(decidedFrom));
}

/** No record asked for lies behind it in time; null where there is none. */
async function firstDay(client: pg.ClientBase, filter: RecordFilter, places: Places): Promise<string | null> {
  const { after, decidedTo } = filter;
  if (after !== null) return decidedTo !== null && decidedTo < after.decidedOn ? decidedTo : after.decidedOn;
  const values = new Values();
  // Looking for the first that matches could lead through all that do not.
  const loose = { ...filter, state: null, text: null };
  const { rows } = await client.query<{ day: string | null }>(
    `select max(p.decided_on) as day ${eachOf(loose, places, values, [])} order by r.decided_on desc limit 1) p`,
    values.all,
  );
  return rows[0]?.day ?? null;
}

/** Each place, up to the order in which it is read. */
function eachOf(filter: RecordFilter, places: Places, values: Values, window: readonly string[]): string {
  const own = ['r.unit_id = place.unit', 'r.dataset = place.dataset', ...window, ...conditionsOf(filter, values)].join(' and ');
  return `from unnest(${values.add(places.units)}::text[], ${values.add(places.datasets)}::text[]) place (unit, dataset)
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
