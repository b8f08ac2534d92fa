/** Making batches: everything of a dataset that is due goes into files of the city's form. Handing them over is another act. */
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ForwardTemplate } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  dueRecords,
  findForwardBatch,
  insertForwardBatch,
  keepTemplate,
  nextOrdinal,
  takeForwardTurn,
} from '@xincheng/store/forwarding';
import type { DueRecord, ForwardBatchRow } from '@xincheng/store/forwarding';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActForDistrict } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { comparableNumber } from '../records/natural-key.ts';
import { forwardProblem } from './problem.ts';
import type { ForwardProblem } from './problem.ts';
import { fileBytes, rowWriter, sha256Hex, subjectCodeOf } from './row-writer.ts';
import type { RowWriter } from './row-writer.ts';

/** The template of a dataset, for who may forward. */
export function templateFor(platform: Platform, context: ActContext, dataset: string): Result<ForwardTemplate, ForwardProblem> {
  if (!mayActForDistrict(context.actor, 'forwarding.make')) return forwardProblem('credit-office-only');
  const template = platform.pack.forwarding.get(dataset);
  if (template !== undefined) return ok(template);
  return forwardProblem('no-forward-template', { dataset, known: [...platform.pack.forwarding.keys()].join('、') });
}

/**
 * Makes the batches of a dataset in one transaction: all that is due, or nothing. None when nothing is due. Whoever makes at the same
 * time waits, and then finds what is left.
 */
export async function makeBatches(
  platform: Platform,
  context: ActContext,
  dataset: string,
): Promise<Result<readonly ForwardBatchRow[], ForwardProblem>> {
  const template = templateFor(platform, context, dataset);
  if (!template.ok) return template;
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await takeForwardTurn(client, dataset);
    const digest = sha256Hex(Buffer.from(JSON.stringify(template.value)));
    if (!(await keepTemplate(client, template.value, digest, context.now)))
      return forwardProblem('template-changed', { dataset, version: template.value.version });
    const write = rowWriter(platform, template.value);
    let ordinal = await nextOrdinal(client, dataset, context.today);
    const made: ForwardBatchRow[] = [];
    for await (const records of dueRecords(client, dataset, template.value.kinds, template.value.file.mostRows)) {
      made.push(await makeOne(platform, client, context, { template: template.value, ordinal, records, write }));
      ordinal += 1;
    }
    return ok(made);
  });
}

interface Making {
  readonly template: ForwardTemplate;
  readonly ordinal: number;
  readonly records: readonly DueRecord[];
  readonly write: RowWriter;
}

async function makeOne(
  platform: Platform,
  client: Client,
  context: ActContext,
  { template, ordinal, records, write }: Making,
): Promise<ForwardBatchRow> {
  const layout = datasetOf(platform, template.id);
  const day = context.today.replaceAll('-', '');
  const number = `${platform.pack.district.id}-${template.id}-${day}-${String(ordinal).padStart(3, '0')}`;
  const place = { batchNumber: number, madeOn: context.today };
  const bytes = fileBytes(
    template,
    records.map((record, index) => write(record, index + 1, place)),
  );
  const id = uuidV7(context.now);
  const fileSha256 = sha256Hex(bytes);
  await insertForwardBatch(client, {
    id,
    number,
    dataset: template.id,
    templateVersion: template.version,
    madeAt: context.now,
    madeOn: context.today,
    ordinal,
    madeBy: context.actor.id,
    fileName: template.file.name.replaceAll('{number}', number).replaceAll('{dataset}', template.id).replaceAll('{day}', day),
    fileSha256,
    items: records.map((record) => ({
      record,
      number: comparableNumber(layout.dataset.definition, record.number),
      subjectCode: subjectCodeOf(platform, layout, record),
    })),
  });
  await writeAct(client, context, {
    act: 'forward.make',
    objectKind: 'forward-batch',
    objectId: id,
    unitId: null,
    details: { number, dataset: template.id, template: template.version, rows: records.length, sha256: fileSha256 },
  });
  const batch = await findForwardBatch(client, id);
  if (batch === null) throw new Error(`batch ${number} is gone`);
  return batch;
}

/** A batch by id or number, for who may see it. */
export async function readForwardBatch(
  platform: Platform,
  context: ActContext,
  named: string,
): Promise<Result<ForwardBatchRow, ForwardProblem>> {
  const batch = await withTransaction(platform.database.app, identityOf(context.actor), (client) =>
    findForwardBatch(client, named),
  );
  return batch === null ? forwardProblem('no-such-forward-batch', { batch: named }) : ok(batch);
}
