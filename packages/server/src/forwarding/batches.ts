/** Batches for the city: making, handing over, reading. */
import {
  forwardBatchParamsSchema,
  forwardBatchQuerySchema,
  forwardBatchSchema,
  guardedHeadersSchema,
  handedBatchSchema,
  listOf,
  makeForwardBatchesSchema,
  pageOf,
  uuidSchema,
} from '@xincheng/contract/api';
import {
  folderTransport,
  forwardingFolders,
  handBatch,
  makeBatches,
  readForwardBatch,
  readForwardBatches,
} from '@xincheng/usecases/forwarding';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { presentBatch } from './present.ts';

const base = { tags: ['forwarding'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function forwardBatchRoutes(app: App, parts: Parts): void {
  app.get(
    '/forwarding/batches',
    {
      schema: {
        ...base,
        operationId: 'listForwardBatches',
        summary: '上传批次，由新到旧',
        querystring: forwardBatchQuerySchema,
        response: { 200: answer('一页上传批次', pageOf(forwardBatchSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { dataset, state, cursor, limit } = request.query;
      const before = readCursor(uuidSchema, cursor);
      if (!before.ok) return refuse(reply, before.error);
      const batches = await readForwardBatches(parts.platform, contextOf(parts, request), {
        dataset: dataset ?? null,
        state: state ?? null,
        before: before.value,
        limit,
      });
      return pageUpTo(batches.map(presentBatch), limit, ({ id }) => id);
    },
  );

  app.post(
    '/forwarding/batches',
    {
      schema: {
        ...base,
        operationId: 'makeForwardBatches',
        summary: '把一个数据集应上传的记录生成批次；没有应上传的记录时为空列表',
        body: makeForwardBatchesSchema,
        response: { 201: answer('生成的批次', listOf(forwardBatchSchema)), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const made = await makeBatches(parts.platform, contextOf(parts, request), request.body.dataset);
      if (!made.ok) return refuse(reply, made.error);
      reply.code(201);
      return { items: made.value.map(presentBatch) };
    },
  );

  oneBatchRoutes(app, parts);
}

function oneBatchRoutes(app: App, parts: Parts): void {
  app.get(
    '/forwarding/batches/:id',
    {
      schema: {
        ...base,
        operationId: 'readForwardBatch',
        summary: '一个上传批次',
        params: forwardBatchParamsSchema,
        response: { 200: answer('上传批次', forwardBatchSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const batch = await readForwardBatch(parts.platform, contextOf(parts, request), request.params.id);
      return batch.ok ? presentBatch(batch.value) : refuse(reply, batch.error);
    },
  );

  app.post(
    '/forwarding/batches/:id/handing',
    {
      schema: {
        ...base,
        operationId: 'handForwardBatch',
        summary: '移交一个批次：文件写到数据目录的 forwarding/outbox，并记下移交时刻',
        params: forwardBatchParamsSchema,
        response: { 200: answer('已移交', handedBatchSchema), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const { outbox, inbox } = forwardingFolders(parts.platform.home);
      const transport = folderTransport(outbox, inbox);
      const handed = await handBatch(parts.platform, contextOf(parts, request), request.params.id, transport);
      if (!handed.ok) return refuse(reply, handed.error);
      return { batch: presentBatch(handed.value.batch), isRepeat: handed.value.isRepeat };
    },
  );
}
