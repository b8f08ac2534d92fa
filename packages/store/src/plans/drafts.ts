/** Plans read from a document and not yet in effect. */
import type pg from 'pg';
import type { PlanDraft, UnreadReason } from '@xincheng/core/plans';

/** What a draft holds besides what was not understood. */
export type DraftContent = Pick<PlanDraft, 'headings' | 'areas' | 'tasks'>;

export interface PlanDraftRow {
  readonly id: string;
  readonly planId: string;
  readonly title: string;
  readonly issuedOn: string | null;
  readonly fileName: string;
  readonly fileSha256: string | null;
  readonly content: DraftContent;
  readonly state: 'open' | 'confirmed' | 'dropped';
  readonly importedBy: string;
  readonly importedAt: Date;
  /** Who put tasks right or settled what was not understood. */
  readonly amendedBy: readonly string[];
}

/** How a person settled what was not understood. */
export type Settlement = 'resolved' | 'irrelevant';

export interface UnreadRow {
  readonly ordinal: number;
  readonly reason: UnreadReason;
  readonly line: number;
  readonly text: string;
  readonly task: string | null;
  readonly settledAs: Settlement | null;
  readonly settledWords: string | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
}

const DRAFT = `d.id, d.plan_id as "planId", d.title, d.issued_on as "issuedOn", d.file_name as "fileName", d.file_sha256 as "fileSha256", d.content,
  d.state, d.imported_by as "importedBy", d.imported_at as "importedAt", d.amended_by as "amendedBy"`;

/** Whoever reads in or confirms a plan waits for whoever does so at the same time. */
export async function takePlanTurn(client: pg.ClientBase): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('plan', 0))");
}

/** Writes a draft with what was not understood. */
export async function insertDraft(
  client: pg.ClientBase,
  draft: Omit<PlanDraftRow, 'state' | 'amendedBy'>,
  unread: PlanDraft['unread'],
): Promise<void> {
  await client.query(
    `insert into plan_draft (id, plan_id, title, issued_on, file_name, file_sha256, content, state, imported_by, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)`,
    [
      draft.id,
      draft.planId,
      draft.title,
      draft.issuedOn,
      draft.fileName,
      draft.fileSha256,
      JSON.stringify(draft.content),
      draft.importedBy,
      draft.importedAt,
    ],
  );
  await client.query(
    `insert into plan_unread (draft_id, ordinal, reason, line, text, task)
     select $1, u.ordinal, u.reason, u.line, u.text, u.task
     from unnest($2::text[], $3::integer[], $4::text[], $5::text[]) with ordinality as u (reason, line, text, task, ordinal)`,
    [
      draft.id,
      unread.map(({ reason }) => reason),
      unread.map(({ line }) => line),
      unread.map(({ text }) => text),
      unread.map(({ task }) => task),
    ],
  );
}

/** The open draft of a plan; null when there is none. */
export async function findOpenDraft(client: pg.ClientBase, planId: string): Promise<PlanDraftRow | null> {
  const { rows } = await client.query<PlanDraftRow>(
    `select ${DRAFT} from plan_draft d where d.plan_id = $1 and d.state = 'open'`,
    [planId],
  );
  return rows[0] ?? null;
}

/** All open drafts, the newest first. */
export async function listOpenDrafts(client: pg.ClientBase): Promise<readonly PlanDraftRow[]> {
  const { rows } = await client.query<PlanDraftRow>(
    `select ${DRAFT} from plan_draft d where d.state = 'open' order by d.imported_at desc, d.id`,
  );
  return rows;
}

/** What of a draft was not understood, in the order of the document. */
export async function listUnread(client: pg.ClientBase, draftId: string): Promise<readonly UnreadRow[]> {
  const { rows } = await client.query<UnreadRow>(
    `select ordinal, reason, line, text, task, settled_as as "settledAs", settled_words as "settledWords", settled_by as "settledBy",
       settled_at as "settledAt"
     from plan_unread where draft_id = $1 order by ordinal`,
    [draftId],
  );
  return rows;
}

/** A draft or a plan that bears this title or this id; null when both are free. */
export async function planTaken(client: pg.ClientBase, id: string, title: string): Promise<{ id: string; title: string } | null> {
  const { rows } = await client.query<{ id: string; title: string }>(
    `select p.id, p.title from plan p where p.id = $1 or p.title = $2
     union all select d.plan_id, d.title from plan_draft d where d.state = 'open' and (d.plan_id = $1 or d.title = $2)
     limit 1`,
    [id, title],
  );
  return rows[0] ?? null;
}

/** Keeps a draft as a person amended it. */
export async function saveDraftContent(client: pg.ClientBase, id: string, content: DraftContent): Promise<void> {
  await client.query('update plan_draft set content = $2 where id = $1', [id, JSON.stringify(content)]);
}

/** Notes that a person has had a hand in a draft, and gives everybody who has. */
export async function noteAmender(client: pg.ClientBase, id: string, name: string): Promise<readonly string[]> {
  const { rows } = await client.query<Pick<PlanDraftRow, 'amendedBy'>>(
    `update plan_draft set amended_by = array_remove(amended_by, $2) || $2 where id = $1 returning amended_by as "amendedBy"`,
    [id, name],
  );
  return rows[0]?.amendedBy ?? [];
}

/** Settles one thing that was not understood; false when it is not there. */
export async function settleUnread(
  client: pg.ClientBase,
  draftId: string,
  ordinal: number,
  settled: { readonly as: Settlement; readonly words: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await client.query(
    'update plan_unread set settled_as = $3, settled_words = $4, settled_by = $5, settled_at = $6 where draft_id = $1 and ordinal = $2',
    [draftId, ordinal, settled.as, settled.words, settled.by, settled.at],
  );
  return rowCount === 1;
}

/** Ends a draft. */
export async function decideDraft(
  client: pg.ClientBase,
  id: string,
  decided: { readonly as: 'confirmed' | 'dropped'; readonly by: string; readonly at: Date },
): Promise<void> {
  await client.query('update plan_draft set state = $2, decided_by = $3, decided_at = $4 where id = $1', [
    id,
    decided.as,
    decided.by,
    decided.at,
  ]);
}
