/** What people do about bulletins: one drafts and edits, another issues. */
import { fillLabel } from '@xincheng/core/bulletins';
import type { BulletinSnapshot, BulletinText } from '@xincheng/core/bulletins';
import { hadAHand } from '@xincheng/core/identity';
import type { Right } from '@xincheng/core/identity';
import { hidePersonalData } from '@xincheng/core/intake';
import { periodOf } from '@xincheng/core/indicators';
import type { Period } from '@xincheng/core/indicators';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Label } from '@xincheng/core/standards';
import { insertBulletin, insertDrop, insertEdit, insertIssue, nextNumber, takeBulletins } from '@xincheng/store/bulletins';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { writeAct } from '../audit/index.ts';
import { renderPdf } from '../documents/index.ts';
import { identityOf, mayActForDistrict, signed } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { composeBulletin, countAlarms, sha256 } from './compose.ts';
import { bulletinProblem } from './problem.ts';
import type { BulletinProblem } from './problem.ts';
import { bulletinsIn, findBulletin } from './read.ts';
import type { BulletinView } from './read.ts';

type Outcome = Result<BulletinView, BulletinProblem>;

export interface BulletinDraft {
  readonly month: string;
  /** Corrects the bulletin of the month that was issued last. */
  readonly isCorrection: boolean;
  /** Typed where nobody signed in. */
  readonly name?: string | undefined;
}

/** Drafts the bulletin of a month that is over and frozen. */
export async function draftBulletin(platform: Platform, context: ActContext, draft: BulletinDraft): Promise<Outcome> {
  const { definition, period } = { definition: platform.pack.bulletin, period: periodOf(draft.month, context.today) };
  if (definition === null) return bulletinProblem('no-bulletins');
  if (!mayActForDistrict(context.actor, 'bulletin.draft')) return bulletinProblem('bulletin-office-only');
  const signature = signed(context, draft.name);
  if (!signature.ok) return signature;
  const name = signature.value;
  if (period?.kind !== 'month') return bulletinProblem('bad-month', { month: draft.month });
  if (period.to >= context.today) return bulletinProblem('month-not-over', { month: draft.month, today: context.today });
  const alarms = await countAlarms(platform, context);
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takeBulletins(client);
    const corrected = await correctedBy(client, period, draft.isCorrection);
    if (!corrected.ok) return corrected;
    const corrects = corrected.value;
    const composed = await composeBulletin(client, platform, context, {
      definition,
      period,
      alarms,
      corrects: corrects?.serial ?? null,
    });
    if (!composed.ok) return composed;
    const id = uuidV7(context.now);
    const content = JSON.stringify(composed.value);
    await insertBulletin(client, {
      id,
      month: period.id,
      corrects: corrects?.id ?? null,
      content,
      name,
      actor: context.actor.id,
      at: context.now,
    });
    await note(client, context, 'bulletin.draft', id, { month: period.id, corrects: corrects?.id ?? null, name });
    return findBulletin(client, id);
  });
}

/** The bulletin that a new draft corrects, if it may be drafted at all. */
async function correctedBy(
  client: Client,
  { id: month }: Period,
  isCorrection: boolean,
): Promise<Result<{ readonly id: string; readonly serial: Label } | null, BulletinProblem>> {
  const latest = (await bulletinsIn(client)).find((one) => one.month === month && one.dropped === null);
  if (!isCorrection) return latest === undefined ? ok(null) : bulletinProblem('month-has-bulletin', { month });
  if (latest === undefined || latest.issued === null) return bulletinProblem('nothing-to-correct', { month });
  return ok({ id: latest.id, serial: latest.issued.snapshot.serial });
}

export interface BulletinEdit {
  readonly paragraphs: readonly BulletinText[];
  readonly name?: string | undefined;
}

/** Puts a draft in other words; its numbers stay as they are. */
export async function editBulletin(platform: Platform, context: ActContext, id: string, edit: BulletinEdit): Promise<Outcome> {
  return upon(platform, context, id, 'bulletin.draft', edit.name, async (client, { content }, name) => {
    const paragraphs = edit.paragraphs.map(withoutPersons);
    if (paragraphs.length === 0 || paragraphs.some(({ text }) => text.zh.trim() === '' || text.en.trim() === ''))
      return bulletinProblem('paragraphs-missing');
    await insertEdit(client, {
      bulletinId: id,
      paragraphs: JSON.stringify(paragraphs),
      name,
      actor: context.actor.id,
      at: context.now,
    });
    await note(client, context, 'bulletin.edit', id, { name, before: content.paragraphs, after: paragraphs });
    return findBulletin(client, id);
  });
}

function withoutPersons({ heading, text }: BulletinText): BulletinText {
  const hide = ({ zh, en }: Label): Label => ({ zh: hidePersonalData(zh), en: hidePersonalData(en) });
  return { heading: heading === null ? null : hide(heading), text: hide(text) };
}

/** Gives a draft up: what it said stays to be read, and its month is free for another. */
export async function dropBulletin(
  platform: Platform,
  context: ActContext,
  id: string,
  { name: written, reason }: { readonly name?: string | undefined; readonly reason: string },
): Promise<Outcome> {
  return upon(platform, context, id, 'bulletin.draft', written, async (client, { month }, name) => {
    const said = { reason: hidePersonalData(reason.trim()), name };
    if (said.reason === '') return bulletinProblem('reason-missing');
    await insertDrop(client, { bulletinId: id, ...said, actor: context.actor.id, at: context.now });
    await note(client, context, 'bulletin.drop', id, { month, ...said });
    return findBulletin(client, id);
  });
}

/** Issues a draft under the next serial: from now on it is as it is. Whoever wrote it does not issue it. */
export async function issueBulletin(
  platform: Platform,
  context: ActContext,
  id: string,
  { name: written }: { readonly name?: string | undefined },
): Promise<Outcome> {
  const definition = platform.pack.bulletin;
  if (definition === null) return bulletinProblem('no-bulletins');
  return upon(platform, context, id, 'bulletin.issue', written, async (client, { content, writers, corrects }, name) => {
    if (hadAHand({ name, persons: context.actor }, writers)) return bulletinProblem('drafter-issues', { name });
    const year = Number(context.today.slice(0, 4));
    const number = await nextNumber(client, year);
    const words = { year: plain(year), number: plain(number) };
    const issued: BulletinSnapshot = { ...content, serial: fillLabel(definition.serial, words), issuedOn: context.today };
    const snapshot = JSON.stringify(issued);
    const pdf = await renderPdf('bulletin', issued);
    if (!pdf.ok) return err(pdf.error);
    const sums = { snapshotSha256: sha256(snapshot), pdfSha256: sha256(pdf.value) };
    const { month, rowsHash } = content;
    await insertIssue(client, {
      bulletinId: id,
      month,
      corrects,
      writers,
      year,
      number,
      snapshot,
      ...sums,
      name,
      actor: context.actor.id,
      at: context.now,
    });
    await note(client, context, 'bulletin.issue', id, { month, year, number, rowsHash, ...sums, name });
    return findBulletin(client, id);
  });
}

function plain(number: number): Label {
  return { zh: String(number), en: String(number) };
}

async function upon(
  platform: Platform,
  context: ActContext,
  id: string,
  right: Right,
  written: string | undefined,
  act: (client: Client, draft: BulletinView, name: string) => Promise<Outcome>,
): Promise<Outcome> {
  if (!mayActForDistrict(context.actor, right)) return bulletinProblem('bulletin-office-only');
  const name = signed(context, written);
  if (!name.ok) return name;
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takeBulletins(client);
    const found = await findBulletin(client, id);
    if (!found.ok) return found;
    if (found.value.dropped !== null) return bulletinProblem('already-dropped');
    return found.value.issued === null ? act(client, found.value, name.value) : bulletinProblem('already-issued');
  });
}

async function note(
  client: Client,
  context: ActContext,
  act: string,
  id: string,
  details: Record<string, unknown>,
): Promise<void> {
  await writeAct(client, context, { act, objectKind: 'bulletin', objectId: id, unitId: null, details });
}
