/** Where to look for records that hold a text, when they are few. */
import type pg from 'pg';

/** Every record that holds the text is filed under one of these keys or is one of these records; not all of these hold it. */
export interface Narrowed {
  readonly subjectKeys: readonly string[];
  readonly recordIds: readonly string[];
}

/** From so many on, records that match lie close enough in the list to be met by reading it. */
const MOST = 3000;
/** By the names and numbers that hold a text; null when they are many, or nothing tells. */
export async function narrow(client: pg.ClientBase, text: string): Promise<Narrowed | null> {
  const { rows } = await client.query<{ subjectKeys: string[] | null }>('select subjects_by_name($1, $2) as "subjectKeys"', [
    text,
    MOST,
  ]);
  const subjectKeys = rows[0]?.subjectKeys ?? null;
  if (subjectKeys === null) return null;
  const recordIds = await byNumber(client, text);
  return recordIds === null ? null : { subjectKeys, recordIds };
}

async function byNumber(client: pg.ClientBase, text: string): Promise<readonly string[] | null> {
  const { rows } = await client.query<{ recordIds: string[] | null }>(
    `select case when not exists (
         select from number_form where position(translate(number_loose($1), '0123456789', '') in form) > 0) then array[]::uuid[]
       else records_by_digits(number_digits($1), $2) end as "recordIds"`,
    [text, MOST],
  );
  return rows[0]?.recordIds ?? null;
}
