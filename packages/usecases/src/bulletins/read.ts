/** Reading bulletins: the credit office drafts too, units what was issued. */
import type { BulletinCell, BulletinContent, BulletinSnapshot, BulletinText } from '@xincheng/core/bulletins';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { listBulletins, listDrops, listEdits, listIssues } from '@xincheng/store/bulletins';
import type { BulletinDraftRow, BulletinDropRow, BulletinIssueRow } from '@xincheng/store/bulletins';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { renderPdf } from '../documents/index.ts';
import { identityOf, mayActForDistrict, readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { cellOfUnit, readColumns, restatedCells, sha256 } from './compose.ts';
import { bulletinProblem } from './problem.ts';
import type { BulletinProblem } from './problem.ts';

/** How a bulletin went out. */
export interface BulletinIssue {
  readonly snapshot: BulletinSnapshot;
  readonly snapshotSha256: string;
  readonly pdfSha256: string;
  readonly name: string;
  readonly at: Date;
}

/** Who gave a draft up, and why. */
type BulletinDrop = Pick<BulletinDropRow, 'reason' | 'name' | 'at'>;

export interface BulletinView {
  readonly id: string;
  readonly month: string;
  /** Id of the bulletin that this one corrects. */
  readonly corrects: string | null;
  /** As issued; of a draft with the paragraphs as they were last written. */
  readonly content: BulletinContent;
  /** Names of whoever drafted or edited; none for units, to whom that is nothing. */
  readonly writers: readonly string[];
  readonly issued: BulletinIssue | null;
  /** Null unless it is a draft that was given up. */
  readonly dropped: BulletinDrop | null;
}

/** All that the actor sees, the newest first. */
export async function readBulletins(platform: Platform, context: ActContext): Promise<readonly BulletinView[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'bulletin.read'), bulletinsIn);
}

/** One bulletin. */
export async function readBulletin(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<BulletinView, BulletinProblem>> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'bulletin.read'), (client) => findBulletin(client, id));
}

/** One bulletin, within a transaction. */
export async function findBulletin(client: Client, id: string): Promise<Result<BulletinView, BulletinProblem>> {
  const found = (await bulletinsIn(client)).find((one) => one.id === id);
  return found === undefined ? bulletinProblem('no-such-bulletin') : ok(found);
}

/** All that the actor sees, within a transaction. */
export async function bulletinsIn(client: Client): Promise<readonly BulletinView[]> {
  const [drafts, issues, drops] = [await listBulletins(client), await listIssues(client), await listDrops(client)];
  const views: BulletinView[] = [];
  for (const draft of drafts)
    views.push(
      await viewOf(
        client,
        draft,
        issues.find(({ bulletinId }) => bulletinId === draft.id),
        drops.find(({ bulletinId }) => bulletinId === draft.id),
      ),
    );
  // Units see no drafts, and so of the issued ones nothing but what was issued.
  const known = new Set(drafts.map(({ id }) => id));
  for (const issue of issues) if (!known.has(issue.bulletinId)) views.push(issuedView(issue, []));
  return views;
}

async function viewOf(
  client: Client,
  draft: BulletinDraftRow,
  issue: BulletinIssueRow | undefined,
  drop: BulletinDropRow | undefined,
): Promise<BulletinView> {
  const edits = await listEdits(client, draft.id);
  const writers = [...new Set([draft, ...edits].map(({ name }) => name))];
  if (issue !== undefined) return issuedView(issue, writers);
  const content = JSON.parse(draft.content) as BulletinContent;
  const last = edits.at(-1);
  const paragraphs = last === undefined ? content.paragraphs : (JSON.parse(last.paragraphs) as readonly BulletinText[]);
  const { id, month, corrects } = draft;
  const dropped = drop === undefined ? null : { reason: drop.reason, name: drop.name, at: drop.at };
  return { id, month, corrects, content: { ...content, paragraphs }, writers, issued: null, dropped };
}

function issuedView(issue: BulletinIssueRow, writers: readonly string[]): BulletinView {
  const snapshot = JSON.parse(issue.snapshot) as BulletinSnapshot;
  const { bulletinId: id, month, corrects, snapshotSha256, pdfSha256, name, at } = issue;
  const issued = { snapshot, snapshotSha256, pdfSha256, name, at };
  return { id, month, corrects, content: snapshot, writers, issued, dropped: null };
}

/** The PDF of an issued bulletin: made anew and held against what was issued. */
export async function bulletinPdf(platform: Platform, context: ActContext, id: string): Promise<Result<Buffer, BulletinProblem>> {
  const found = await readBulletin(platform, context, id);
  if (!found.ok) return found;
  const { issued } = found.value;
  if (issued === null) return bulletinProblem('not-issued');
  const pdf = await renderPdf('bulletin', issued.snapshot);
  if (!pdf.ok) return err(pdf.error);
  return sha256(pdf.value) === issued.pdfSha256 ? pdf : bulletinProblem('pdf-differs');
}

/** One number that reads otherwise today. */
export interface BulletinChange {
  readonly unit: string;
  readonly name: string;
  readonly column: string;
  readonly issued: BulletinCell;
  readonly now: BulletinCell;
}

/** Numbers of an issued bulletin that corrections and withdrawals have changed since, unit by unit. */
export async function bulletinDifference(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<readonly BulletinChange[], BulletinProblem>> {
  if (!mayActForDistrict(context.actor, 'bulletin.read')) return bulletinProblem('bulletin-office-only');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const found = await findBulletin(client, id);
    if (!found.ok) return found;
    if (found.value.issued === null) return bulletinProblem('not-issued');
    return ok(await changesOf(client, platform, context, found.value.issued.snapshot));
  });
}

async function changesOf(
  client: Client,
  platform: Platform,
  context: ActContext,
  { columns, rows, month }: BulletinSnapshot,
): Promise<readonly BulletinChange[]> {
  const readings = await readColumns(client, platform, context, columns, month);
  const later = [...readings.values()].flatMap((reading) => restatedCells(reading).map(({ unitId }) => unitId));
  const changes: BulletinChange[] = [];
  for (const unit of [...new Set([...rows.map((row) => row.unit), ...later])].sort()) {
    const row = rows.find((one) => one.unit === unit);
    columns.forEach((column, index) => {
      const reading = readings.get(column.indicator);
      if (reading === undefined) return;
      const issued = row?.cells[index] ?? cellOfUnit(column, [], unit);
      const now = cellOfUnit(column, restatedCells(reading), unit);
      const name = row?.name ?? platform.pack.units.get(unit)?.name ?? unit;
      if (isChanged(issued, now)) changes.push({ unit, name, column: column.id, issued, now });
    });
  }
  return changes;
}

function isChanged(one: BulletinCell, other: BulletinCell): boolean {
  return one.numerator !== other.numerator || one.denominator !== other.denominator || one.absence !== other.absence;
}
