/** Rows that wait for a named person of their unit. */
import {
  batchParamsSchema,
  guardedHeadersSchema,
  pageOf,
  pageQuerySchema,
  uuidSchema,
  waitingDecisionSchema,
  waitingParamsSchema,
  waitingSchema,
} from '@xincheng/contract/api';
import { decideWaitingRow, readBatch, readWaiting } from '@xincheng/usecases/intake';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';

const base = { tags: ['intake'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function waitingRoutes(app: App, parts: Parts): void {
  const page = { ...base, querystring: pageQuerySchema };
  app.get(
    '/waiting',
    {
      schema: {
        ...page,
        operationId: 'listWaiting',
        summary: '所有待确认的行',
        response: { 200: answer('一页待确认的行', pageOf(waitingSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { cursor, limit } = request.query;
      const after = readCursor(uuidSchema, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const rows = await readWaiting(parts.platform, contextOf(parts, request), null, after.value, limit);
      return pageUpTo(rows.map(presentWaiting), limit, ({ id }) => id);
    },
  );

  app.get(
    '/batches/:id/waiting',
    {
      schema: {
        ...page,
        operationId: 'listBatchWaiting',
        summary: '一个批次里待确认的行',
        params: batchParamsSchema,
        response: { 200: answer('一页待确认的行', pageOf(waitingSchema)), ...problems(404) },
      },
    },
    async (request, reply) => {
      const { cursor, limit } = request.query;
      const after = readCursor(uuidSchema, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const context = contextOf(parts, request);
      if ((await readBatch(parts.platform, context, request.params.id)) === null)
        return refuse(reply, httpProblem('no-such-batch'));
      const rows = await readWaiting(parts.platform, context, request.params.id, after.value, limit);
      return pageUpTo(rows.map(presentWaiting), limit, ({ id }) => id);
    },
  );

  decisionRoute(app, parts);
}

function decisionRoute(app: App, parts: Parts): void {
  app.post(
    '/waiting/:id/decision',
    {
      schema: {
        ...base,
        operationId: 'decideWaiting',
        summary: '确认或放弃一行（具名）',
        params: waitingParamsSchema,
        body: waitingDecisionSchema,
        response: { 200: answer('已处理', waitingSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const decided = await decideWaitingRow(parts.platform, contextOf(parts, request), request.params.id, request.body);
      return decided.ok ? presentWaiting(decided.value) : refuse(reply, decided.error);
    },
  );
}

type WaitingRow = Awaited<ReturnType<typeof readWaiting>>[number];

function presentWaiting({
  id,
  batchId,
  unitId,
  dataset,
  row,
  recordId,
  subjectName,
  number,
  decidedOn,
  codes,
  reasons,
  state,
}: WaitingRow) {
  return {
    id,
    batch: batchId,
    unit: unitId,
    dataset,
    row,
    recordId,
    subjectName,
    number,
    decidedOn,
    codes: [...codes],
    reasons: [...reasons],
    state,
  };
}
