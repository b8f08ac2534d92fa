/** A batch pushed as JSON: the same way as a file, parents first, then their children. */
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PushBatch, Receipt } from '@xincheng/contract/api';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { submitBatch } from './submit-batch.ts';
import type { SubmitProblem } from './submit-batch.ts';

export interface PushReceipts {
  readonly receipt: Receipt;
  readonly children: readonly Receipt[];
}

type Cells = Record<string, unknown>;

/** Receives pushed records. Children carry their parent's key fields, so that they can also be sent alone. */
export async function pushBatch(
  platform: Platform,
  context: ActContext,
  push: PushBatch,
  idempotencyKey: string | null,
): Promise<Result<PushReceipts, SubmitProblem>> {
  const parents = push.records.map((record) => withoutChildren(record));
  const receipt = await submitRecords(platform, context, push, push.dataset, parents, idempotencyKey);
  if (!receipt.ok) return receipt;
  const children: Receipt[] = [];
  for (const child of platform.pack.datasets.get(push.dataset)?.children ?? []) {
    const dataset = `${push.dataset}.${child.id}`;
    const rows = push.records.flatMap((record) => childRows(platform, dataset, record, child.id));
    if (rows.length === 0) continue;
    const key = idempotencyKey === null ? null : `${idempotencyKey}/${child.id}`;
    const childReceipt = await submitRecords(platform, context, push, dataset, rows, key);
    if (!childReceipt.ok) return childReceipt;
    children.push(childReceipt.value);
  }
  return ok({ receipt: receipt.value, children });
}

function withoutChildren(record: PushBatch['records'][number]): Cells {
  const { children: _, ...cells } = record;
  return cells;
}

/** The child's own cells over those of the parent's fields that the child dataset repeats. */
function childRows(platform: Platform, dataset: string, record: PushBatch['records'][number], childId: string): Cells[] {
  const fields = platform.pack.datasets.get(dataset)?.fields ?? [];
  const inherited: Cells = {};
  for (const { code } of fields) if (record[code] !== undefined) inherited[code] = record[code];
  return (record.children?.[childId] ?? []).map((own) => ({ ...inherited, ...own }));
}

async function submitRecords(
  platform: Platform,
  context: ActContext,
  push: PushBatch,
  dataset: string,
  records: readonly Cells[],
  idempotencyKey: string | null,
): Promise<Result<Receipt, SubmitProblem>> {
  const path = join(platform.home.temporary, `${randomBytes(12).toString('hex')}.json`);
  await writeFile(path, JSON.stringify(records), { mode: 0o600 });
  try {
    return await submitBatch(platform, context, {
      unitId: push.unit,
      dataset,
      path,
      fileName: `${dataset}.json`,
      source: 'api',
      idempotencyKey,
    });
  } finally {
    await rm(path, { force: true });
  }
}
