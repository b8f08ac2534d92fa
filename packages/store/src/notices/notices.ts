/** Notices: written once, read and answered once by the unit they went to. */
import type pg from 'pg';

/** A notice as it is sent. */
export interface NewNotice {
  readonly id: string;
  readonly template: string;
  readonly unitId: string;
  /** Blank for whoever is on duty. */
  readonly toRole: string;
  readonly fromUnit: string | null;
  readonly aboutKind: string;
  readonly aboutId: string;
  /** The case it tells of, whose parties see it. */
  readonly caseId: string | null;
  readonly title: string;
  readonly body: string;
  readonly sentAt: Date;
  readonly sentOn: string;
  readonly sentBy: string;
  readonly answerDueOn: string | null;
}

/** A notice and what became of it. */
export interface NoticeRow extends NewNotice {
  readonly readAt: Date | null;
  readonly readBy: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
}

const COLUMNS = `id, template, unit_id as "unitId", to_role as "toRole", from_unit as "fromUnit", about_kind as "aboutKind", about_id as "aboutId", case_id as "caseId",
  title, body, sent_at as "sentAt", sent_on as "sentOn", sent_by as "sentBy", answer_due_on as "answerDueOn", read_at as "readAt",
  read_by as "readBy", answered_at as "answeredAt", answered_by as "answeredBy", answer`;

/** Adds a notice; null when the same about the same went to the same that day. */
export async function insertNotice(client: pg.ClientBase, row: NewNotice): Promise<NoticeRow | null> {
  const { rows } = await client.query<NoticeRow>(
    `insert into notice (id, template, unit_id, to_role, from_unit, about_kind, about_id, case_id, title, body, sent_at, sent_on, sent_by, answer_due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing returning ${COLUMNS}`,
    [
      row.id,
      row.template,
      row.unitId,
      row.toRole,
      row.fromUnit,
      row.aboutKind,
      row.aboutId,
      row.caseId,
      row.title,
      row.body,
      row.sentAt,
      row.sentOn,
      row.sentBy,
      row.answerDueOn,
    ],
  );
  return rows[0] ?? null;
}

/** Who and what makes two notices of a day one. */
export type NoticeKey = Pick<NewNotice, 'aboutKind' | 'aboutId' | 'template' | 'unitId' | 'toRole' | 'sentOn'>;

/** The notice of that key; null when none was sent, or another unit sent it to a third. */
export async function findSameNotice(client: pg.ClientBase, key: NoticeKey): Promise<NoticeRow | null> {
  const { rows } = await client.query<NoticeRow>(
    `select ${COLUMNS} from notice
     where about_kind = $1 and about_id = $2 and template = $3 and unit_id = $4 and to_role = $5 and sent_on = $6`,
    [key.aboutKind, key.aboutId, key.template, key.unitId, key.toRole, key.sentOn],
  );
  return rows[0] ?? null;
}

/** One by its id; null when there is none or it is not this identity's to see. */
export async function findNotice(client: pg.ClientBase, id: string): Promise<NoticeRow | null> {
  const { rows } = await client.query<NoticeRow>(`select ${COLUMNS} from notice where id = $1`, [id]);
  return rows[0] ?? null;
}

export interface NoticeFilter {
  readonly unitId: string | null;
  readonly aboutKind: string | null;
  readonly aboutId: string | null;
  /** Only what nobody has read, or what waits for an answer. */
  readonly only: 'unread' | 'unanswered' | null;
  /** Id behind which to go on. */
  readonly before: string | null;
  readonly limit: number;
}

/** Notices that the identity may see, the newest first. */
export async function listNotices(client: pg.ClientBase, filter: NoticeFilter): Promise<readonly NoticeRow[]> {
  const { unitId, aboutKind, aboutId, only, before, limit } = filter;
  const { rows } = await client.query<NoticeRow>(
    `select ${COLUMNS} from notice
     where ($1::text is null or unit_id = $1) and ($2::text is null or about_kind = $2) and ($3::text is null or about_id = $3)
       and ($4::text is distinct from 'unread' or read_at is null)
       and ($4::text is distinct from 'unanswered' or (answer_due_on is not null and answered_at is null))
       and ($5::uuid is null or id < $5)
     order by id desc limit $6`,
    [unitId, aboutKind, aboutId, only, before, limit],
  );
  return rows;
}

/** Marks the first reading; false when it had been read before. */
export async function markRead(client: pg.ClientBase, id: string, at: Date, name: string): Promise<boolean> {
  const { rowCount } = await client.query('update notice set read_at = $2, read_by = $3 where id = $1 and read_at is null', [
    id,
    at,
    name,
  ]);
  return rowCount === 1;
}

/** Writes the answer; false when there is one. Who answers has read. */
export async function markAnswered(client: pg.ClientBase, id: string, at: Date, name: string, answer: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `update notice set answered_at = $2, answered_by = $3, answer = $4, read_at = coalesce(read_at, $2), read_by = coalesce(read_by, $3)
     where id = $1 and answered_at is null`,
    [id, at, name, answer],
  );
  return rowCount === 1;
}
