/** Indicators: definitions, numbers, the rows behind them; expected sets and what is said of them. */
import {
  boardSchema,
  expectedParamsSchema,
  expectedSetSchema,
  expectedWordSchema,
  freezeSchema,
  frozenSchema,
  guardedHeadersSchema,
  indicatorParamsSchema,
  indicatorQuerySchema,
  indicatorReadingSchema,
  indicatorRowsQuerySchema,
  indicatorRowsSchema,
  indicatorSchema,
  listOf,
  saidSchema,
  askedDaySchema,
  uuidSchema,
} from '@xincheng/contract/api';
import {
  freezePeriod,
  listIndicators,
  readBoard,
  readExpected,
  readIndicator,
  readIndicatorRows,
  viewEntry,
  viewReading,
} from '@xincheng/usecases/indicators';
import { z } from 'zod';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { presentRows, presentWord } from './present.ts';
import { say } from './say.ts';

const base = { tags: ['indicators'], headers: guardedHeadersSchema };
/** Behind which record to go on. */
const place = z.tuple([askedDaySchema, uuidSchema]);

/** Registers the routes. */
export function indicatorRoutes(app: App, parts: Parts): void {
  numberRoutes(app, parts);
  rowRoute(app, parts);
  expectedRoutes(app, parts);

  app.post(
    '/freezes',
    {
      schema: {
        ...base,
        operationId: 'freezePeriod',
        summary: '冻结一个期间的指标（区信用办）：期间和更正期都已届满；服务每天自动办理',
        body: freezeSchema,
        response: { 200: answer('冻结了哪些指标', frozenSchema), ...problems(409) },
      },
    },
    async (request, reply) => {
      const frozen = await freezePeriod(parts.platform, contextOf(parts, request), request.body);
      return frozen.ok ? frozen.value : refuse(reply, frozen.error);
    },
  );
}

function numberRoutes(app: App, parts: Parts): void {
  app.get(
    '/indicators',
    {
      schema: {
        ...base,
        operationId: 'listIndicators',
        summary: '全部指标的定义',
        response: { 200: answer('指标', listOf(indicatorSchema)), ...problems() },
      },
    },
    () => ({ items: [...listIndicators(parts.platform.pack)] }),
  );
  app.get(
    '/indicators/:id',
    {
      schema: {
        ...base,
        operationId: 'readIndicator',
        summary: '一个指标在一个期间的数字：全区合计和各单位；单位只看到自己的和合计',
        params: indicatorParamsSchema,
        querystring: indicatorQuerySchema,
        response: { 200: answer('指标的数字', indicatorReadingSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const query = { indicator: request.params.id, ...request.query };
      const reading = await readIndicator(parts.platform, contextOf(parts, request), query);
      return reading.ok ? viewReading(parts.platform.pack, reading.value) : refuse(reply, reading.error);
    },
  );
  app.get(
    '/board',
    {
      schema: {
        ...base,
        operationId: 'readBoard',
        summary: '全部指标，各取包含所问期间的那一期',
        querystring: indicatorQuerySchema,
        response: { 200: answer('看板数据', boardSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const board = await readBoard(parts.platform, contextOf(parts, request), request.query);
      if (!board.ok) return refuse(reply, board.error);
      const { period, readings } = board.value;
      return { period, readings: readings.map((reading) => viewReading(parts.platform.pack, reading)) };
    },
  );
}

function rowRoute(app: App, parts: Parts): void {
  app.get(
    '/indicators/:id/rows',
    {
      schema: {
        ...base,
        operationId: 'readIndicatorRows',
        summary: '一个数字背后的明细：记录、提交、办理或应报项；自然人的记录遮蔽，查看留痕',
        params: indicatorParamsSchema,
        querystring: indicatorRowsQuerySchema,
        response: { 200: answer('明细', indicatorRowsSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const { cursor, ...query } = request.query;
      const after = readCursor(place, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const [decidedOn, recordId] = after.value ?? [];
      const rows = await readIndicatorRows(parts.platform, contextOf(parts, request), {
        indicator: request.params.id,
        ...query,
        after: decidedOn === undefined || recordId === undefined ? null : { decidedOn, recordId },
      });
      return rows.ok ? presentRows(parts.platform.pack, rows.value) : refuse(reply, rows.error);
    },
  );
}

function expectedRoutes(app: App, parts: Parts): void {
  app.get(
    '/expected/:set',
    {
      schema: {
        ...base,
        operationId: 'readExpected',
        summary: '应报清单在一个期间的各项：应报、已报、零报告、豁免',
        params: expectedParamsSchema,
        querystring: indicatorQuerySchema,
        response: { 200: answer('应报清单', expectedSetSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const query = { set: request.params.set, ...request.query };
      const reading = await readExpected(parts.platform, contextOf(parts, request), query);
      if (!reading.ok) return refuse(reply, reading.error);
      const { set, period, entries } = reading.value;
      const { id, version, name, from, basis, certainty } = set;
      return {
        ...{ id, version, name, from, certainty, period },
        basis: [...basis],
        entries: entries.map((entry) => viewEntry(parts.platform.pack, entry)),
      };
    },
  );
  app.post(
    '/expected/:set/words',
    {
      schema: {
        ...base,
        operationId: 'sayExpected',
        summary: '申报总数、零报告（报送单位，具名）；豁免（区信用办，写明理由）；撤销',
        params: expectedParamsSchema,
        body: expectedWordSchema,
        response: { 201: answer('写下的内容', saidSchema), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const said = await say(parts.platform, contextOf(parts, request), request.params.set, request.body);
      if (!said.ok) return refuse(reply, said.error);
      reply.code(201);
      return presentWord(said.value);
    },
  );
}
