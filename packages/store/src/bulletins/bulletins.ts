/** Bulletins: drafts, what was written into them, and what was issued. Row-level security decides what is seen. */
import type pg from 'pg';

interface Signed {
  readonly name: string;
  readonly actor: string;
  readonly at: Date;
}

export interface BulletinDraftRow extends Signed {
  readonly id: string;
  readonly month: string;
  readonly corrects: string | null;
  readonly content: string;
}

export interface BulletinEditRow extends Signed {
  readonly bulletinId: string;
  readonly paragraphs: string;
}

export interface BulletinDropRow extends Signed {
  readonly bulletinId: string;
  readonly reason: string;
}

export interface BulletinIssueRow extends Signed {
  readonly bulletinId: string;
  readonly month: string;
  /** The issue that this one corrects. */
  readonly corrects: string | null;
  /** Names of whoever drafted or edited. */
  readonly writers: readonly string[];
  readonly year: number;
  readonly number: number;
  readonly snapshot: string;
  readonly snapshotSha256: string;
  readonly pdfSha256: string;
}

/** Nobody else drafts, edits or issues until the transaction ends: serials have no gap and a month has one draft. */
export async function takeBulletins(client: pg.ClientBase): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('bulletin', 0))");
}

/** Adds a draft. */
export async function insertBulletin(client: pg.ClientBase, draft: BulletinDraftRow): Promise<void> {
  const { id, month, corrects, content, name, actor, at } = draft;
  await client.query('insert into bulletin (id, month, corrects, content, name, actor, at) values ($1, $2, $3, $4, $5, $6, $7)', [
    id,
    month,
    corrects,
    content,
    name,
    actor,
    at,
  ]);
}

/** Drafts in scope, the newest first. */
export async function listBulletins(client: pg.ClientBase): Promise<readonly BulletinDraftRow[]> {
  const { rows } = await client.query<BulletinDraftRow>(
    'select id, month, corrects, content, name, actor, at from bulletin order by id desc',
  );
  return rows;
}

/** Appends paragraphs to a draft. */
export async function insertEdit(client: pg.ClientBase, edit: BulletinEditRow): Promise<void> {
  await client.query(
    `insert into bulletin_edit (bulletin_id, ordinal, paragraphs, name, actor, at)
     select $1, 1 + count(*), $2, $3, $4, $5 from bulletin_edit where bulletin_id = $1`,
    [edit.bulletinId, edit.paragraphs, edit.name, edit.actor, edit.at],
  );
}

/** What was written into a draft, in order. */
export async function listEdits(client: pg.ClientBase, bulletinId: string): Promise<readonly BulletinEditRow[]> {
  const { rows } = await client.query<BulletinEditRow>(
    'select bulletin_id as "bulletinId", paragraphs, name, actor, at from bulletin_edit where bulletin_id = $1 order by ordinal',
    [bulletinId],
  );
  return rows;
}

/** Gives a draft up. */
export async function insertDrop(client: pg.ClientBase, drop: BulletinDropRow): Promise<void> {
  await client.query('insert into bulletin_drop (bulletin_id, reason, name, actor, at) values ($1, $2, $3, $4, $5)', [
    drop.bulletinId,
    drop.reason,
    drop.name,
    drop.actor,
    drop.at,
  ]);
}

/** Drafts in scope that were given up. */
export async function listDrops(client: pg.ClientBase): Promise<readonly BulletinDropRow[]> {
  const { rows } = await client.query<BulletinDropRow>(
    'select bulletin_id as "bulletinId", reason, name, actor, at from bulletin_drop',
  );
  return rows;
}

/** The number that the next bulletin of a year bears. */
export async function nextNumber(client: pg.ClientBase, year: number): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from bulletin_issue where year = $1',
    [year],
  );
  return rows[0]?.number ?? 1;
}

/** Adds an issued bulletin. */
export async function insertIssue(client: pg.ClientBase, issue: BulletinIssueRow): Promise<void> {
  const { bulletinId, month, corrects, writers, year, number, snapshot, snapshotSha256, pdfSha256, name, actor, at } = issue;
  await client.query(
    `insert into bulletin_issue (bulletin_id, month, corrects, writers, year, number, snapshot, snapshot_sha256, pdf_sha256, name, actor, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [bulletinId, month, corrects, writers, year, number, snapshot, snapshotSha256, pdfSha256, name, actor, at],
  );
}

/** Issued bulletins in scope, the newest first. */
export async function listIssues(client: pg.ClientBase): Promise<readonly BulletinIssueRow[]> {
  const { rows } = await client.query<BulletinIssueRow>(
    `select bulletin_id as "bulletinId", month, corrects, writers, year, number, snapshot, snapshot_sha256 as "snapshotSha256",
       pdf_sha256 as "pdfSha256", name, actor, at from bulletin_issue order by year desc, number desc`,
  );
  return rows;
}
