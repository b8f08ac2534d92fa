/** Attaching a file: told from its content, cleaned, scanned, kept sealed, and bound to what it belongs to. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { addMonths } from '@xincheng/core/calendar';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { AttachmentRules } from '@xincheng/core/standards';
import { findSameAttachment, insertAttachment } from '@xincheng/store/attachments';
import type { AttachmentRow, NewAttachmentRow } from '@xincheng/store/attachments';
import { withTransaction } from '@xincheng/store/connection';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import { copyFile } from '../intake/kept-file.ts';
import type { Platform } from '../platform/index.ts';
import { cleanContent } from './content.ts';
import type { CleanContent } from './content.ts';
import { cleanFileName, nameOfKind } from './file-name.ts';
import { KIND_FACTS } from './kinds.ts';
import { attachmentProblem } from './problem.ts';
import type { AttachmentProblem } from './problem.ts';

/** A file to attach: its bytes, or where they lie. */
export type NewAttachment = {
  /** What it belongs to, such as `plan-progress` and its id. */
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly ownerVersion?: number;
  readonly unitId: string;
  /** As the sender calls it. */
  readonly fileName: string;
} & ({ readonly bytes: Buffer } | { readonly path: string });

/** What is known of an attached file. */
export interface AttachmentView extends AttachmentRow {
  readonly mediaType: string;
}

/** An attached file; `isRepeat`: the same unit had attached the same content there before. */
export interface Attached extends AttachmentView {
  readonly isRepeat: boolean;
}

/** Attaches a file. Refused files leave nothing behind. */
export async function attachFile(
  platform: Platform,
  context: ActContext,
  file: NewAttachment,
): Promise<Result<Attached, AttachmentProblem>> {
  const { unitId } = file;
  if (!mayActFor(context.actor, 'attachment.add', unitId))
    return attachmentProblem('not-your-unit', { unit: platform.pack.units.get(unitId)?.name ?? unitId });
  const rules = platform.pack.attachments;
  if (rules === null) return attachmentProblem('attachments-not-set');
  const name = cleanFileName(file.fileName);
  if (!name.ok) return name;
  const bytes = await bytesOf(file, name.value, rules);
  if (!bytes.ok) return bytes;
  const content = await contentOf(bytes.value, name.value, rules);
  if (!content.ok) return content;
  const scan = await scanned(platform, bytes.value, name.value);
  if (!scan.ok) return scan;
  const sha256 = createHash('sha256').update(content.value.bytes).digest('hex');
  const row = rowOf(context, file, { rules, name: name.value, content: content.value, scan: scan.value, sha256 });
  return keep(platform, context, row, content.value.bytes);
}

async function bytesOf(
  file: NewAttachment,
  name: string,
  { mostBytes }: AttachmentRules,
): Promise<Result<Buffer, AttachmentProblem>> {
  const size = 'bytes' in file ? file.bytes.length : (await stat(file.path)).size;
  if (size === 0) return attachmentProblem('attachment-empty', { name });
  if (size > mostBytes)
    return attachmentProblem('attachment-too-large', { name, size: megabytes(size), most: megabytes(mostBytes) });
  return ok('bytes' in file ? file.bytes : await readFile(file.path));
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

async function contentOf(
  bytes: Buffer,
  name: string,
  { kinds }: AttachmentRules,
): Promise<Result<CleanContent, AttachmentProblem>> {
  const known = kinds.map((kind) => KIND_FACTS[kind].name).join('、');
  const content = await cleanContent(bytes);
  if (!content.ok) return attachmentProblem(content.error.code, { name, known, found: content.error.found });
  const { kind } = content.value;
  return kinds.includes(kind) ? content : attachmentProblem('attachment-kind', { name, known, found: KIND_FACTS[kind].name });
}

/** The scanner sees the file as it came, for a moment and readable by us alone. */
async function scanned(
  { scanner, home }: Platform,
  bytes: Buffer,
  name: string,
): Promise<Result<AttachmentRow['scan'], AttachmentProblem>> {
  if (scanner === null) return ok('not-scanned');
  const path = join(home.temporary, `${randomBytes(12).toString('hex')}.scan`);
  try {
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
    const verdict = await scanner.scan(path);
    if (verdict.state === 'infected') return attachmentProblem('attachment-infected', { name, found: verdict.found });
    return ok(verdict.state === 'clean' ? 'clean' : 'not-scanned');
  } finally {
    await rm(path, { force: true });
  }
}

interface Checked {
  readonly rules: AttachmentRules;
  readonly name: string;
  readonly content: CleanContent;
  readonly scan: AttachmentRow['scan'];
  readonly sha256: string;
}

function rowOf({ now, today, actor }: ActContext, file: NewAttachment, checked: Checked): NewAttachmentRow {
  const { rules, name, content, scan, sha256 } = checked;
  return {
    id: uuidV7(now),
    ownerKind: file.ownerKind,
    ownerId: file.ownerId,
    ownerVersion: file.ownerVersion ?? null,
    unitId: file.unitId,
    fileName: nameOfKind(name, content.kind),
    kind: content.kind,
    bytes: BigInt(content.bytes.length),
    sha256,
    scan,
    addedAt: now,
    addedBy: actor.id,
    keepUntil: addMonths(today, 12 * rules.keepYears),
    keepBasis: rules.basis[0]?.instrument ?? '',
  };
}

/** The row first, then the file gets its name: a stop in between leaves neither, or a file that nobody names. */
async function keep(
  platform: Platform,
  context: ActContext,
  row: NewAttachmentRow,
  bytes: Buffer,
): Promise<Result<Attached, AttachmentProblem>> {
  const source = { name: row.fileName, size: bytes.length, blocks: () => Readable.from([bytes]) };
  const copy = await copyFile(platform, source, row.sha256);
  try {
    return await withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
      const added = await insertAttachment(client, row);
      if (added === null) {
        const known = await findSameAttachment(client, row);
        if (known === null) throw new Error(`attachment ${row.sha256} is neither new nor known`);
        await copy.keep();
        return ok({ ...viewOf(known), isRepeat: true });
      }
      const { ownerKind, ownerId, fileName, kind, sha256, scan } = added;
      await writeAct(client, context, {
        act: 'attachment.add',
        objectKind: 'attachment',
        objectId: added.id,
        unitId: added.unitId,
        details: { ownerKind, ownerId, fileName, kind, sha256, scan },
      });
      await copy.keep();
      return ok({ ...viewOf(added), isRepeat: false });
    });
  } catch (thrown) {
    await copy.drop();
    throw thrown;
  }
}

/** A row with its media type. */
export function viewOf(row: AttachmentRow): AttachmentView {
  return { ...row, mediaType: KIND_FACTS[row.kind].mediaType };
}
