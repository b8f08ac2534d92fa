/** A batch pushed as JSON: the same way as a file, parents first, then their children. */
import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BasedOn, PushBatch, Receipt } from '@xincheng/contract/api';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { unmasked } from '../records/index.ts';
import { submitBatch } from './submit-batch.ts';
import type { SubmitProblem } from './submit-batch.ts';

export interface PushReceipts {
  readonly receipt: Receipt;
  readonly children: readonly Receipt[];
}

type Cells = Record<string, unknown>;

interface Sent {
  readonly dataset: string;
  readonly records: readonly Cells[];
  /** Versions that the sender had in view. */
  readonly basedOn: readonly BasedOn[];
}

/** Receives pushed records. Children carry their parent's key fields, so that they can also be sent alone. */
export async function pushBatch(
  platform: Platform,
  context: ActContext,
  push: PushBatch,
  idempotencyKey: string | null,
): Promise<Result<PushReceipts, SubmitProblem>> {
  const records = await Promise.all(push.records.map((record) => opened(platform, context, record)));
  // The first batch is held against what all of them are based on: either nothing has changed meanwhile, or nothing is written.
  const parents = { dataset: push.dataset, records: records.map(({ cells }) => cells), basedOn: push.records.flatMap(basesOf) };
  const receipt = await submitRecords(platform, context, push.unit, parents, idempotencyKey);
  if (!receipt.ok) return receipt;
  const children: Receipt[] = [];
  for (const child of platform.pack.datasets.get(push.dataset)?.children ?? []) {
    const dataset = `${push.dataset}.${child.id}`;
    const rows = records.flatMap((record) => childRows(platform, dataset, record, child.id));
    if (rows.length === 0) continue;
    const key = idempotencyKey === null ? null : `${idempotencyKey}/${child.id}`;
    const basedOn = records.flatMap((record) => record.children[child.id] ?? []).flatMap(basesOf);
    const childReceipt = await submitRecords(platform, context, push.unit, { dataset, records: rows, basedOn }, key);
    if (!childReceipt.ok) return childReceipt;
    children.push(childReceipt.value);
  }
  return ok({ receipt: receipt.value, children });
}

type Pushed = PushBatch['records'][number];
type PushedChild = NonNullable<Pushed['children']>[string][number];

/** A pushed record as it is read: the cells of its own row and those of its children. */
interface Opened {
  readonly cells: Cells;
  readonly children: Readonly<Record<string, readonly PushedChild[]>>;
}

async function opened(platform: Platform, context: ActContext, { children = {}, ...record }: Pushed): Promise<Opened> {
  const entries = Object.entries(children).map(
    async ([id, rows]) => [id, await Promise.all(rows.map((row) => asHeld(platform, context, row)))] as const,
  );
  const { basedOn: _, ...cells } = await asHeld(platform, context, record);
  return { cells, children: Object.fromEntries(await Promise.all(entries)) };
}

/** What was left masked is what the record holds. */
async function asHeld<T extends { readonly basedOn?: BasedOn | undefined }>(
  platform: Platform,
  context: ActContext,
  row: T,
): Promise<T> {
  return row.basedOn === undefined ? row : unmasked(platform, context, row.basedOn, row);
}

/** Versions on which a record and its children are based. */
function basesOf({ basedOn, children = {} }: Pick<Pushed, 'basedOn' | 'children'>): readonly BasedOn[] {
  const below = Object.values(children).flatMap((rows) => rows.flatMap(basesOf));
  return basedOn === undefined ? below : [basedOn, ...below];
}

/** The child's own cells over those of the parent's fields that the child dataset repeats. */
function childRows(platform: Platform, dataset: string, { cells, children }: Opened, childId: string): Cells[] {
  const fields = platform.pack.datasets.get(dataset)?.fields ?? [];
  const inherited: Cells = {};
  for (const { code } of fields) if (cells[code] !== undefined) inherited[code] = cells[code];
  return (children[childId] ?? []).map(({ basedOn: _, ...own }) => ({ ...inherited, ...own }));
}

async function submitRecords(
  platform: Platform,
  context: ActContext,
  unitId: string,
  { dataset, records, basedOn }: Sent,
  idempotencyKey: string | null,
): Promise<Result<Receipt, SubmitProblem>> {
  const path = join(platform.home.temporary, `${randomBytes(12).toString('hex')}.json`);
  await writeFile(path, JSON.stringify(records), { mode: 0o600 });
  try {
    return await submitBatch(platform, context, {
      unitId,
      dataset,
      path,
      fileName: `${dataset}.json`,
      source: 'api',
      idempotencyKey,
      basedOn,
    });
  } finally {
    await rm(path, { force: true });
  }
}
