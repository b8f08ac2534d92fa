/** Records that rest on an instrument: by what they cite, by what hangs on them, by their dataset. Row-level security decides what is seen. */
import type { SubjectKind } from '@xincheng/core/standards';
import type pg from 'pg';

/** Why a record is touched: it cites the instrument itself, a record that hangs on it does, the record it hangs on does, or its dataset rests on nothing else. */
export const TOUCHES = ['cites', 'child', 'parent', 'dataset'] as const;
export type Touch = (typeof TOUCHES)[number];

/** A field that cites instruments, and the texts in it that mean the one in question. */
export interface CitingField {
  readonly dataset: string;
  readonly field: string;
  readonly texts: readonly string[];
}

export interface TouchedRow {
  readonly recordId: string;
  readonly parentId: string | null;
  readonly dataset: string;
  readonly unitId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectName: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly because: readonly Touch[];
}

export interface TouchCount {
  readonly dataset: string;
  readonly unitId: string;
  readonly count: number;
}

/** Every text that stands in a field of the standing records of a dataset. */
export async function citedTexts(client: pg.ClientBase, dataset: string, field: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ text: string }>(
    `select distinct payload ->> $2 as text from credit_record where dataset = $1 and state <> 'withdrawn' and payload ->> $2 is not null order by 1`,
    [dataset, field],
  );
  return rows.map(({ text }) => text);
}

/**
 * Ids of touched records with why, behind `$2` and at most `$3` from each branch: what is among the first of all is among the first of every
 * branch that has it.
 */
const TOUCHED = `
  citing as (
    select r.record_id, r.subject_key, r.parent_id from credit_record r
      join jsonb_to_recordset($1::jsonb) as f (dataset text, field text, texts jsonb) on f.dataset = r.dataset
    where r.state <> 'withdrawn' and f.texts ? (r.payload ->> f.field)),
  found as (
    (select record_id, 'cites' as because from citing where record_id > $2 order by record_id limit $3)
    union all
    (select distinct p.record_id, 'child' from credit_record p join citing c on c.parent_id = p.record_id and c.subject_key = p.subject_key
     where p.state <> 'withdrawn' and p.record_id > $2 order by record_id limit $3)
    union all
    (select distinct c.record_id, 'parent' from credit_record c join citing p on c.parent_id = p.record_id and c.subject_key = p.subject_key
     where c.state <> 'withdrawn' and c.record_id > $2 order by record_id limit $3)
    union all
    (select record_id, 'dataset' from credit_record where dataset = any ($4) and state <> 'withdrawn' and record_id > $2 order by record_id limit $3)),
  touched as (select record_id, array_agg(distinct because order by because) as because from found group by record_id)`;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** A page of touched records in the order of their ids. */
export async function listTouched(
  client: pg.ClientBase,
  fields: readonly CitingField[],
  datasets: readonly string[],
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly TouchedRow[]> {
  const { rows } = await client.query<TouchedRow>(
    `with ${TOUCHED}
     select r.record_id as "recordId", r.parent_id as "parentId", r.dataset, r.unit_id as "unitId",
       r.subject_kind as "subjectKind", r.subject_name as "subjectName", r.number, r.decided_on as "decidedOn", t.because
     from touched t join credit_record r on r.record_id = t.record_id order by r.record_id limit $3`,
    [JSON.stringify(fields), page.after ?? FIRST, page.limit, datasets],
  );
  return rows;
}

/** How many records are touched, each counted once, by dataset and unit. */
export async function countTouched(
  client: pg.ClientBase,
  fields: readonly CitingField[],
  datasets: readonly string[],
): Promise<readonly TouchCount[]> {
  const { rows } = await client.query<TouchCount>(
    `with ${TOUCHED}
     select r.dataset, r.unit_id as "unitId", count(*)::integer as count
     from touched t join credit_record r on r.record_id = t.record_id group by 1, 2 order by 1, 2`,
    [JSON.stringify(fields), FIRST, null, datasets],
  );
  return rows;
}
