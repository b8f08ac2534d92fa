/** Records: one, its versions, lists. */
import {
  askedDaySchema,
  asOfQuerySchema,
  guardedHeadersSchema,
  listOf,
  pageOf,
  recordListQuerySchema,
  recordParamsSchema,
  recordSchema,
  uuidSchema,
} from '@xincheng/contract/api';
import { readRecord, readRecords, readVersions } from '@xincheng/usecases/records';
import { z } from 'zod';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';

const base = { tags: ['records'], headers: guardedHeadersSchema };
/** Behind which record to go on. */
const position = z.tuple([askedDaySchema, uuidSchema]);

/** Registers the routes. */
export function recordRoutes(app: App, parts: Parts): void {
  app.get(
    '/records',
    {
      schema: {
        ...base,
        operationId: 'listRecords',
        summary: '记录，按决定日期由新到旧',
        querystring: recordListQuerySchema,
        response: { 200: answer('一页记录', pageOf(recordSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { dataset, unit, subject, parent, state, text, decidedFrom, decidedTo, cursor, limit } = request.query;
      const after = readCursor(position, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const records = await readRecords(parts.platform, contextOf(parts, request), {
        dataset: dataset ?? null,
        unitId: unit ?? null,
        subjectKey: subject ?? null,
        parentId: parent ?? null,
        state: state ?? null,
        text: text ?? null,
        decidedFrom: decidedFrom ?? null,
        decidedTo: decidedTo ?? null,
        after: after.value === null ? null : { decidedOn: after.value[0], recordId: after.value[1] },
        limit,
      });
      return pageUpTo(records, limit, ({ decidedOn, recordId }) => [decidedOn, recordId]);
    },
  );
  oneRecordRoutes(app, parts);
}

function oneRecordRoutes(app: App, parts: Parts): void {
  app.get(
    '/records/:id',
    {
      schema: {
        ...base,
        operationId: 'readRecord',
        summary: '一条记录，现在的或某一时刻的',
        params: recordParamsSchema,
        querystring: asOfQuerySchema,
        response: { 200: answer('记录', recordSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const { asOf } = request.query;
      const record = await readRecord(
        parts.platform,
        contextOf(parts, request),
        request.params.id,
        asOf === undefined ? null : new Date(asOf),
      );
      return record ?? refuse(reply, httpProblem('no-such-record'));
    },
  );

  app.get(
    '/records/:id/versions',
    {
      schema: {
        ...base,
        operationId: 'listVersions',
        summary: '一条记录的各个版本，由新到旧',
        params: recordParamsSchema,
        response: { 200: answer('各版本', listOf(recordSchema)), ...problems(404) },
      },
    },
    async (request, reply) => {
      const versions = await readVersions(parts.platform, contextOf(parts, request), request.params.id);
      return versions.length === 0 ? refuse(reply, httpProblem('no-such-record')) : { items: [...versions] };
    },
  );
}
