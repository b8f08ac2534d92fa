/** Reading attachments: what belongs to something, and one file. Every look at a file is logged. */
import { buffer } from 'node:stream/consumers';
import { allows } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { findAttachment, listAttachments } from '@xincheng/store/attachments';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { writeAct } from '../audit/index.ts';
import { identityOf, readerOf } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import { keptSource } from '../intake/kept-file.ts';
import type { Platform } from '../platform/index.ts';
import { viewOf } from './attach-file.ts';
import type { AttachmentView } from './attach-file.ts';
import { attachmentProblem } from './problem.ts';
import type { AttachmentProblem } from './problem.ts';

/** The files of one owner that the transaction's identity may see, oldest first. */
export async function attachmentsOf(client: Client, ownerKind: string, ownerId: string): Promise<readonly AttachmentView[]> {
  return (await listAttachments(client, ownerKind, ownerId)).map(viewOf);
}

/** The same in a transaction of its own. */
export async function readAttachments(
  platform: Platform,
  { actor }: ActContext,
  ownerKind: string,
  ownerId: string,
): Promise<readonly AttachmentView[]> {
  return withTransaction(platform.database.app, readerOf(actor, 'attachment.read'), async (client) =>
    (await attachmentsOf(client, ownerKind, ownerId)).filter((attachment) => mayOpen(actor, attachment)),
  );
}

/** Its own unit opens a file, whoever an act has shown it to, and who sees all; the parties of a case those that are named in it. */
function mayOpen(actor: Actor, { unitId, shownTo, shownIn }: AttachmentView): boolean {
  if (!allows(actor, 'attachment.read')) return false;
  if (actor.scope === 'all') return true;
  const { units, parties = [] } = actor;
  return units.some((unit) => unit === unitId || shownTo.includes(unit)) || parties.some((caseId) => shownIn.includes(caseId));
}

/** A file with what is known of it. */
export interface ReadAttachment {
  readonly attachment: AttachmentView;
  readonly bytes: Buffer;
}

/** Opens one file. */
export async function readAttachment(
  platform: Platform,
  context: ActContext,
  id: string,
): Promise<Result<ReadAttachment, AttachmentProblem>> {
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const row = await findAttachment(client, id);
    if (row === null || !mayOpen(context.actor, viewOf(row))) return attachmentProblem('no-such-attachment');
    const bytes = await bytesOf(platform, row);
    if (bytes === null) return attachmentProblem('attachment-file-lost', { name: row.fileName, id });
    await writeAct(client, context, {
      act: 'attachment.look',
      objectKind: 'attachment',
      objectId: id,
      unitId: row.unitId,
      details: { fileName: row.fileName },
    });
    return ok({ attachment: viewOf(row), bytes });
  });
}

/** Null when the file is gone or does not open: of a full disk or a lost right the operating system tells. */
async function bytesOf(
  platform: Platform,
  { sha256, fileName, bytes }: Pick<AttachmentView, 'sha256' | 'fileName' | 'bytes'>,
): Promise<Buffer | null> {
  try {
    const source = await keptSource(platform, { fileSha256: sha256, fileName, fileBytes: bytes });
    return await buffer(source.blocks());
  } catch (thrown) {
    if (thrown instanceof Error && 'syscall' in thrown && 'code' in thrown && thrown.code !== 'ENOENT') throw thrown;
    return null;
  }
}
