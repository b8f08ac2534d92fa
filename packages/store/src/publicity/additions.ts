/** What is said of a record beside its content: the class its unit gave it, marks, words for the public. */
import type pg from 'pg';

interface Addition {
  readonly recordId: string;
  readonly subjectKey: string;
  readonly unitId: string;
  readonly at: Date;
  /** Who answers for it. */
  readonly name: string;
}

/** Disputed since a day, or the firm's own words. */
export type Mark = 'disputed' | 'statement';

export interface MarkRow {
  readonly mark: Mark;
  readonly since: string;
  readonly until: string | null;
  readonly words: string | null;
  readonly name: string;
}

/** The class that the deciding unit gave a record; null while the rules tell it. */
export async function findClass(client: pg.ClientBase, recordId: string): Promise<string | null> {
  const { rows } = await client.query<{ class: string }>(
    'select class from publicity_class where record_id = $1 order by ordinal desc limit 1',
    [recordId],
  );
  return rows[0]?.class ?? null;
}

/** Classes given to records, by record; those of which the rules tell it are left out. */
export async function findClasses(client: pg.ClientBase, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ recordId: string; class: string }>(
    `select distinct on (record_id) record_id as "recordId", class from publicity_class
     where record_id = any ($1) order by record_id, ordinal desc`,
    [recordIds],
  );
  return new Map(rows.map(({ recordId, class: given }) => [recordId, given]));
}

/** Gives a record a class. */
export async function addClass(
  client: pg.ClientBase,
  added: Addition & { readonly class: string; readonly reason: string },
): Promise<void> {
  await client.query(
    `insert into publicity_class (record_id, subject_key, ordinal, unit_id, class, reason, at, name)
     select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6, $7 from publicity_class where record_id = $1 and subject_key = $2`,
    [added.recordId, added.subjectKey, added.unitId, added.class, added.reason, added.at, added.name],
  );
}

/** Marks of a record, past ones too, the first one first. */
export async function listMarks(client: pg.ClientBase, recordId: string): Promise<readonly MarkRow[]> {
  const { rows } = await client.query<MarkRow>(
    'select mark, since, until, words, name from publicity_mark where record_id = $1 order by ordinal',
    [recordId],
  );
  return rows;
}

/** A mark as it is shown with its record. */
export type MarkInForce = Pick<MarkRow, 'mark' | 'since' | 'words'>;

/** Marks that were in force at an instant, by record: one question for a whole page of records. */
export async function findMarks(
  client: pg.ClientBase,
  recordIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, readonly MarkInForce[]>> {
  const { rows } = await client.query<{ recordId: string; marks: MarkInForce[] }>(
    `select record_id as "recordId", json_agg(json_build_object('mark', mark, 'since', since, 'words', words) order by ordinal) as marks
     from publicity_mark
     where record_id = any ($1) and at <= $2 and (cleared_at is null or cleared_at > $2)
     group by record_id`,
    [recordIds, at],
  );
  return new Map(rows.map(({ recordId, marks }) => [recordId, marks]));
}

/** Sets a mark; false when it is set already. */
export async function addMark(
  client: pg.ClientBase,
  added: Addition & { readonly mark: Mark; readonly since: string; readonly words: string | null },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into publicity_mark (record_id, subject_key, ordinal, unit_id, mark, since, words, at, name)
     select $1, $2, coalesce(max(ordinal), 0) + 1, $3, $4, $5, $6, $7, $8 from publicity_mark where record_id = $1 and subject_key = $2
     on conflict (record_id, subject_key, mark) where until is null do nothing`,
    [added.recordId, added.subjectKey, added.unitId, added.mark, added.since, added.words, added.at, added.name],
  );
  return rowCount === 1;
}

/** Ends a mark; false when there is none. */
export async function endMark(
  client: pg.ClientBase,
  recordId: string,
  mark: Mark,
  ending: { readonly until: string; readonly at: Date; readonly name: string; readonly reason: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    'update publicity_mark set until = $3, cleared_at = $4, cleared_by = $5, clear_reason = $6 where record_id = $1 and mark = $2 and until is null',
    [recordId, mark, ending.until, ending.at, ending.name, ending.reason],
  );
  return rowCount === 1;
}

/** Writes a narrative for the public. */
export async function addText(
  client: pg.ClientBase,
  added: Addition & { readonly field: string; readonly text: string; readonly reason: string },
): Promise<void> {
  await client.query(
    `insert into publicity_text (record_id, subject_key, field, ordinal, unit_id, text, reason, at, name)
     select $1, $2, $3, coalesce(max(ordinal), 0) + 1, $4, $5, $6, $7, $8 from publicity_text where record_id = $1 and subject_key = $2 and field = $3`,
    [added.recordId, added.subjectKey, added.field, added.unitId, added.text, added.reason, added.at, added.name],
  );
}
