/** What everybody may ask, without a token: records on show, open data, what changed. */
import { PassThrough } from 'node:stream';
import {
  changesQuerySchema,
  openCsvParamsSchema,
  openDatasetSchema,
  openIndexSchema,
  pageOf,
  publicChangeSchema,
  publicRecordSchema,
  recordParamsSchema,
  uuidSchema,
} from '@xincheng/contract/api';
import { dayOf } from '@xincheng/core/calendar';
import { FEED_START, openDatasets, openIndex, readChanges, readPublicRecord, writeOpenFile } from '@xincheng/usecases/publicity';
import type { OpenFormat, OpenIndex } from '@xincheng/usecases/publicity';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { answer, openProblems } from '../http/answers.ts';
import { csvAnswer } from '../http/files.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';

const base = { tags: ['public'], security: [] };
/** Whole files cost more than a record: so many of one address in a minute. */
const FILES_A_MINUTE = { rateLimit: { max: 60, timeWindow: 60_000 } };
/** Making the index reads every file once. */
const INDEX_KEPT_MS = 30_000;
const position = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/u), uuidSchema]);

/** Registers the routes. */
export function publicRoutes(app: App, parts: Parts): void {
  app.get(
    '/public/records/:id',
    {
      schema: {
        ...base,
        operationId: 'readPublicRecord',
        summary: '一条公示中的记录（无需令牌）',
        params: recordParamsSchema,
        response: { 200: answer('公示内容', publicRecordSchema), ...openProblems(400, 404) },
      },
    },
    async (request, reply) => {
      const record = await readPublicRecord(parts.platform, dayOf(parts.now()), request.params.id);
      if (record === null) return refuse(reply, httpProblem('not-on-show'));
      return {
        ...record,
        explanation: [...record.explanation],
        fields: record.fields.map(({ code, label, value }) => ({
          code,
          label,
          value: typeof value === 'string' ? value : [...value],
        })),
      };
    },
  );
  indexRoute(app, parts);
  fileRoutes(app, parts);
  app.get(
    '/open-data/changes',
    {
      schema: {
        ...base,
        operationId: 'listPublicChanges',
        summary: '公示的变化：公示、更正、结束、撤回，只有编号和日期（无需令牌）',
        querystring: changesQuerySchema,
        response: { 200: answer('一页变化', pageOf(publicChangeSchema)), ...openProblems(400) },
      },
    },
    async (request, reply) => {
      const { after, limit } = request.query;
      const from = readCursor(position, after);
      if (!from.ok) return refuse(reply, from.error);
      const start = from.value === null ? FEED_START : { at: from.value[0], recordId: from.value[1] };
      const now = parts.now();
      const changes = await readChanges(parts.platform, now, dayOf(now), start, limit);
      return pageUpTo(changes, limit, ({ at, recordId }) => [at, recordId]);
    },
  );
}

function indexRoute(app: App, parts: Parts): void {
  let kept: { readonly at: number; readonly index: Promise<OpenIndex> } | null = null;
  app.get(
    '/open-data',
    {
      schema: {
        ...base,
        operationId: 'listOpenData',
        summary: '开放数据文件的清单（无需令牌）',
        response: { 200: answer('清单', openIndexSchema), ...openProblems() },
      },
    },
    async () => {
      const now = parts.now();
      if (kept === null || now.getTime() - kept.at > INDEX_KEPT_MS || (await kept.index).day !== dayOf(now))
        kept = { at: now.getTime(), index: openIndex(parts.platform, dayOf(now)) };
      const { day, files } = await kept.index;
      return { day, files: [...files] };
    },
  );
}

function fileRoutes(app: App, parts: Parts): void {
  const schema = { ...base, params: openCsvParamsSchema };
  app.get(
    '/open-data/:dataset.csv',
    {
      config: FILES_A_MINUTE,
      schema: {
        ...schema,
        operationId: 'readOpenCsv',
        summary: '一个数据集公示中的记录，CSV（无需令牌）',
        response: { 200: csvAnswer('公示中的记录'), ...openProblems(404) },
      },
    },
    async (request, reply) => {
      const file = fileOf(parts, request.params.dataset, 'csv');
      return file === null ? refuse(reply, httpProblem('no-such-file')) : sendFile(reply, 'text/csv; charset=utf-8', file);
    },
  );
  app.get(
    '/open-data/:dataset.json',
    {
      config: FILES_A_MINUTE,
      schema: {
        ...schema,
        operationId: 'readOpenJson',
        summary: '一个数据集公示中的记录，JSON（无需令牌）',
        response: { 200: answer('公示中的记录', openDatasetSchema), ...openProblems(404) },
      },
    },
    async (request, reply) => {
      const file = fileOf(parts, request.params.dataset, 'json');
      return file === null
        ? refuse(reply, httpProblem('no-such-file'))
        : sendFile(reply, 'application/json; charset=utf-8', file);
    },
  );
}

function sendFile(reply: FastifyReply, type: string, file: PassThrough): FastifyReply {
  return reply.type(type).send(file);
}

/** The file as a stream, or null where the dataset is not shown. */
function fileOf({ platform, now }: Parts, dataset: string, format: OpenFormat): PassThrough | null {
  if (!openDatasets(platform).some(({ id }) => id === dataset)) return null;
  const stream = new PassThrough();
  const write = (part: string): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(part, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  writeOpenFile(platform, dayOf(now()), dataset, format, write).then(
    () => stream.end(),
    (thrown: unknown) => stream.destroy(thrown instanceof Error ? thrown : new Error(String(thrown))),
  );
  return stream;
}
