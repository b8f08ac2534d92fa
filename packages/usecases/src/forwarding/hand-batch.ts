/** Handing a batch over: its file is written again from its rows, must come out as it was made, and goes through a transport. */
import { forwardTemplateSchema } from '@xincheng/contract/standards';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import { findForwardBatch, findTemplate, markHanded, sentRecords } from '@xincheng/store/forwarding';
import type { ForwardBatchRow } from '@xincheng/store/forwarding';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActForDistrict } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { forwardProblem } from './problem.ts';
import type { ForwardProblem } from './problem.ts';
import { fileBytes, rowWriter, sha256Hex } from './row-writer.ts';
import type { OutgoingFile, Transport } from './transport.ts';

/** Rows read at once while a file is written again. */
const PAGE = 5000;

/** The file of a batch, byte for byte as it was made. Taking it out is an event: it holds what the records hold. */
export async function batchFile(
  platform: Platform,
  context: ActContext,
  named: string,
): Promise<Result<OutgoingFile & { readonly batch: ForwardBatchRow }, ForwardProblem>> {
  if (!mayActForDistrict(context.actor, 'forwarding.make')) return forwardProblem('credit-office-only');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const batch = await findForwardBatch(client, named);
    if (batch === null) return forwardProblem('no-such-forward-batch', { batch: named });
    const template = forwardTemplateSchema.parse(await findTemplate(client, batch.dataset, batch.templateVersion));
    const write = rowWriter(platform, template);
    const place = { batchNumber: batch.number, madeOn: batch.madeOn };
    const rows: string[][] = [];
    for await (const records of sentRecords(client, batch.id, PAGE))
      for (const record of records) rows.push(write(record, rows.length + 1, place));
    const bytes = fileBytes(template, rows);
    if (sha256Hex(bytes) !== batch.fileSha256) return forwardProblem('file-differs', { batch: batch.number });
    await writeAct(client, context, {
      act: 'forward.file',
      objectKind: 'forward-batch',
      objectId: batch.id,
      unitId: null,
      details: { number: batch.number },
    });
    return ok({ batch, name: batch.fileName, bytes });
  });
}

/** What handing over did. */
export interface Handed {
  readonly batch: ForwardBatchRow;
  /** Where the file is now. */
  readonly place: string;
  /** Handed over before: the file went once more, the instant stays. */
  readonly isRepeat: boolean;
}

/**
 * Hands a batch over. The file goes first and is noted then: a stop in between leaves a batch that is handed over again, under the same
 * name and with the same bytes.
 */
export async function handBatch(
  platform: Platform,
  context: ActContext,
  named: string,
  transport: Transport,
): Promise<Result<Handed, ForwardProblem>> {
  const file = await batchFile(platform, context, named);
  if (!file.ok) return file;
  const { batch } = file.value;
  const sent = await transport.send(file.value);
  if (!sent.ok) return forwardProblem('handing-failed', { batch: batch.number, reason: sent.error });
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const isFirst = await markHanded(client, batch.id, context.now, context.actor.id);
    await writeAct(client, context, {
      act: isFirst ? 'forward.hand' : 'forward.hand-again',
      objectKind: 'forward-batch',
      objectId: batch.id,
      unitId: null,
      details: { number: batch.number, sha256: batch.fileSha256, rows: batch.rows },
    });
    const now = await findForwardBatch(client, batch.id);
    return ok({ batch: now ?? batch, place: sent.value, isRepeat: !isFirst });
  });
}
