/** Forwarding of the demonstration: to an invented city, which takes every batch and answers it with a receipt. */
import { createHash } from 'node:crypto';
import { addDays } from '@xincheng/core/calendar';
import type { DemoForwarding } from '@xincheng/contract/standards';
import { ok } from '@xincheng/core/result';
import type { AnswerColumn, ForwardTemplate } from '@xincheng/core/standards';
import type { ForwardBatchRow } from '@xincheng/store/forwarding';
import { exactCsvText } from '../csv.ts';
import { handBatch, importAnswer, makeBatches, readForwardBatches } from '../forwarding/index.ts';
import type { Transport } from '../forwarding/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { withFile } from './temporary-file.ts';

/** The invented city has no place for files: what is handed over is forgotten, and could be written again from the batch. */
const CITY: Transport = { send: () => Promise.resolve(ok('演示的市平台')), fetchAnswers: () => Promise.resolve([]) };
/** More batches than a year makes. */
const MOST_BATCHES = 10_000;

/** Makes batches of all that is due and hands them over; those left lying by a stop go with them. */
export async function forwardDue(platform: Platform, context: ActContext): Promise<void> {
  for (const dataset of platform.pack.forwarding.keys()) {
    must(await makeBatches(platform, context, dataset));
    for (const { number } of await batchesIn(platform, context, dataset, 'made'))
      must(await handBatch(platform, context, number, CITY));
  }
}

/** Answers the batches that have waited long enough. */
export async function answerBatches(platform: Platform, context: ActContext, city: DemoForwarding): Promise<void> {
  const last = addDays(context.today, -city.answeredAfterDays);
  for (const template of platform.pack.forwarding.values()) {
    for (const batch of await batchesIn(platform, context, template.id, 'handed')) {
      if (batch.madeOn > last) continue;
      await withFile(platform, `receipt-${batch.number}.csv`, receiptOf(template, batch, city, context), async (path, fileName) =>
        must(await importAnswer(platform, context, { path, fileName, batch: batch.number })),
      );
    }
  }
}

function batchesIn(
  platform: Platform,
  context: ActContext,
  dataset: string,
  state: 'made' | 'handed',
): Promise<readonly ForwardBatchRow[]> {
  return readForwardBatches(platform, context, { dataset, state, before: null, limit: MOST_BATCHES });
}

/** A receipt in the first form of the template that says something of every row. */
function receiptOf(
  { answers }: ForwardTemplate,
  { number, rows }: ForwardBatchRow,
  city: DemoForwarding,
  { today }: ActContext,
): string {
  const form = answers.find(({ columns }) => columns.row !== undefined && columns.state !== undefined);
  if (form === undefined) throw new Error('the city template has no receipt by row');
  const columns = Object.entries(form.columns) as [AnswerColumn, readonly string[]][];
  const lines = Array.from({ length: rows }, (_, index) => {
    const isRefused = lot(`${number}/${String(index + 1)}`) % city.refusesOneIn === 0;
    const cells: Partial<Record<AnswerColumn, string>> = {
      batch: number,
      row: String(index + 1),
      state: (isRefused ? form.refused[0] : form.accepted[0]) ?? '',
      cityNumber: `YS-${number}`,
      receivedAt: `${today} 09:00:00`,
      ...(isRefused ? city.refusedWith : {}),
    };
    return columns.map(([column]) => cells[column] ?? '');
  });
  return exactCsvText([columns.map(([, names]) => names[0] ?? ''), ...lines]);
}

/** A number drawn for a text, always the same. */
function lot(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}

/** A refusal here is a fault of ours: the credit office of the demonstration does nothing that could be refused. */
function must(done: { readonly ok: boolean; readonly error?: { readonly code: string; readonly message: string } }): void {
  if (!done.ok) throw new Error(`${done.error?.code ?? ''}: ${done.error?.message ?? ''}`);
}
