/** Reading batches: receipts, issues, the marked result. */
import { Readable } from 'node:stream';
import {
  batchListQuerySchema,
  batchParamsSchema,
  formatQuerySchema,
  guardedHeadersSchema,
  issueSchema,
  pageOf,
  pageQuerySchema,
  receiptSchema,
  uuidSchema,
} from '@xincheng/contract/api';
import {
  fitsWorkbook,
  markedResult,
  markedWorkbook,
  readBatch,
  readBatches,
  readIssues,
  readReceipt,
} from '@xincheng/usecases/intake';
import { z } from 'zod';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { sendTable, tableAnswer } from '../http/files.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import { logFault } from '../http/errors.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';
import { refusalOf } from './receipt-answer.ts';

const base = { tags: ['intake'], headers: guardedHeadersSchema };
/** Row and ordinal of the last issue seen. */
const issuePosition = z.tuple([z.int(), z.int()]);
const FIRST_ISSUE: readonly [number, number] = [0, -1];

/** Registers the routes. */
export function batchRoutes(app: App, parts: Parts): void {
  app.get(
    '/batches',
    {
      schema: {
        ...base,
        operationId: 'listBatches',
        summary: '批次，由新到旧（不含问题分组）',
        querystring: batchListQuerySchema,
        response: { 200: answer('一页批次', pageOf(receiptSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { dataset, unit, state, from, until, cursor, limit } = request.query;
      const before = readCursor(uuidSchema, cursor);
      if (!before.ok) return refuse(reply, before.error);
      const receipts = await readBatches(parts.platform, contextOf(parts, request), {
        dataset: dataset ?? null,
        unitId: unit ?? null,
        state: state ?? null,
        from: from ?? null,
        until: until ?? null,
        before: before.value,
        limit,
      });
      return pageUpTo(receipts, limit, ({ batch }) => batch);
    },
  );

  app.get(
    '/batches/:id',
    {
      schema: {
        ...base,
        operationId: 'readBatch',
        summary: '一个批次的回执',
        params: batchParamsSchema,
        response: { 200: answer('回执', receiptSchema), ...problems(404) },
      },
    },
    async (request, reply) =>
      (await readReceipt(parts.platform, contextOf(parts, request), request.params.id)) ??
      refuse(reply, httpProblem('no-such-batch')),
  );

  issueRoutes(app, parts);
  resultRoutes(app, parts);
}

function issueRoutes(app: App, parts: Parts): void {
  app.get(
    '/batches/:id/issues',
    {
      schema: {
        ...base,
        operationId: 'listIssues',
        summary: '一个批次的所有问题，按行',
        params: batchParamsSchema,
        querystring: pageQuerySchema,
        response: { 200: answer('一页问题', pageOf(issueSchema)), ...problems(404) },
      },
    },
    async (request, reply) => {
      const { cursor, limit } = request.query;
      const after = readCursor(issuePosition, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const context = contextOf(parts, request);
      const { id } = request.params;
      if ((await readBatch(parts.platform, context, id)) === null) return refuse(reply, httpProblem('no-such-batch'));
      const [row, ordinal] = after.value ?? FIRST_ISSUE;
      const issues = await readIssues(parts.platform, context, id, { row, ordinal }, limit);
      return pageUpTo(issues, limit, (issue) => [issue.row, issue.ordinal]);
    },
  );
}

function resultRoutes(app: App, parts: Parts): void {
  app.get(
    '/batches/:id/result',
    {
      schema: {
        ...base,
        operationId: 'readResult',
        summary: '标注结果：原来的行与列，旁注处理结果与修改建议',
        params: batchParamsSchema,
        querystring: formatQuerySchema,
        response: { 200: tableAnswer('标注结果'), ...problems(404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const context = contextOf(parts, request);
      const batch = await readBatch(parts.platform, context, request.params.id);
      if (batch === null) return refuse(reply, httpProblem('no-such-batch'));
      if (batch.state === 'received') return refuse(reply, httpProblem('batch-not-finished'));
      const receipt = await readReceipt(parts.platform, context, batch.id);
      const refused = receipt === null ? httpProblem('no-such-batch') : refusalOf(receipt);
      if (refused !== null) return refuse(reply, refused);
      const { format } = request.query;
      if (format === 'xlsx' && !fitsWorkbook(batch)) return refuse(reply, httpProblem('result-too-long'));
      const stream = await begun<string | Uint8Array>(
        format === 'csv' ? markedResult(parts.platform, context, batch) : markedWorkbook(parts.platform, context, batch),
      );
      // The answer has begun by then and can only break off; the operator should know why.
      stream.once('error', (error) => {
        logFault(parts.log, request, error);
      });
      return sendTable(reply, format, { full: `结果-${batch.receiptNo}`, plain: `result-${batch.receiptNo}` }, stream);
    },
  );
}

/** A stream whose header and first rows are already there: what fails at once still becomes a problem, not a broken download. */
async function begun<T>(pieces: AsyncGenerator<T>): Promise<Readable> {
  const first = [await pieces.next(), await pieces.next()];
  const stream = Readable.from(
    (async function* all() {
      for (const part of first) if (part.done !== true) yield part.value;
      yield* pieces;
    })(),
    { objectMode: false },
  );
  // A client that leaves before the first part was taken would otherwise leave the file open.
  stream.once('close', () => void pieces.return(undefined));
  return stream;
}
