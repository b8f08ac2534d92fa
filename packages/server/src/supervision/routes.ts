/** The work around tasks: matters, acts upon them, reports owed, the paper of an order. */
import {
  guardedHeadersSchema,
  listOf,
  matterActSchema,
  matterParamsSchema,
  matterQuerySchema,
  matterSchema,
  openMatterSchema,
  owedReportQuerySchema,
  owedReportSchema,
  pageOf,
  uuidSchema,
} from '@xincheng/contract/api';
import type { MatterAnswer } from '@xincheng/contract/api';
import { decideMatter, isMissing, orderPdf, readMatter, readMatters, readOwedReports } from '@xincheng/usecases/supervision';
import type { MatterView } from '@xincheng/usecases/supervision';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import { pdfAnswer, sendPdf } from '../http/files.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { openMatterOf } from './open-matter.ts';

const base = { tags: ['supervision'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function supervisionRoutes(app: App, parts: Parts): void {
  readingRoutes(app, parts);
  actRoutes(app, parts);
}

function actRoutes(app: App, parts: Parts): void {
  app.post(
    '/supervision/matters',
    {
      schema: {
        ...base,
        operationId: 'openMatter',
        summary: '报送进展、推进方案；要求报送；拟督办单；催办；申请延期、移交、退回任务（具名）',
        description: '退回后重报进展报告或推进方案，用同样的内容再发一次。',
        body: openMatterSchema,
        response: { 201: answer('办理后的事项', matterSchema), ...problems(404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const context = contextOf(parts, request);
      const taken = await openMatterOf(parts.platform, context, request.body);
      if (!taken.ok) return refuse(reply, taken.error);
      const view = await readMatter(parts.platform, context, taken.value.matter);
      if (!view.ok) return refuse(reply, view.error);
      reply.code(201);
      return present(view.value);
    },
  );
  app.post(
    '/supervision/matters/:id/acts',
    {
      schema: {
        ...base,
        operationId: 'actInMatter',
        summary: '办理下一步：审核、退回、签发、回复、办结、同意、批准等（具名）',
        params: matterParamsSchema,
        body: matterActSchema,
        response: { 200: answer('办理后的事项', matterSchema), ...problems(404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const context = contextOf(parts, request);
      const { id } = request.params;
      const taken = await decideMatter(parts.platform, context, id, request.body);
      if (!taken.ok) return refuse(reply, taken.error);
      const view = await readMatter(parts.platform, context, id);
      return view.ok ? present(view.value) : refuse(reply, view.error);
    },
  );
}

function readingRoutes(app: App, parts: Parts): void {
  app.get(
    '/supervision/matters',
    {
      schema: {
        ...base,
        operationId: 'listMatters',
        summary: '督办事项，由新到旧：本单位的，和本单位牵头的任务的',
        querystring: matterQuerySchema,
        response: { 200: answer('一页督办事项', pageOf(matterSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { kind = null, plan = null, number = null, unit = null, open, cursor, limit } = request.query;
      const before = readCursor(uuidSchema, cursor);
      if (!before.ok) return refuse(reply, before.error);
      const query = { kind, plan, number, unit, isOpen: open === 'true', before: before.value, limit };
      const matters = await readMatters(parts.platform, contextOf(parts, request), query);
      return pageUpTo(matters.map(present), limit, ({ id }) => id);
    },
  );
  app.get(
    '/supervision/matters/:id',
    {
      schema: {
        ...base,
        operationId: 'readMatter',
        summary: '一个督办事项和它的经过',
        params: matterParamsSchema,
        response: { 200: answer('督办事项', matterSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const view = await readMatter(parts.platform, contextOf(parts, request), request.params.id);
      return view.ok ? present(view.value) : refuse(reply, view.error);
    },
  );
  paperRoutes(app, parts);
}

function paperRoutes(app: App, parts: Parts): void {
  app.get(
    '/supervision/matters/:id/paper',
    {
      schema: {
        ...base,
        operationId: 'readOrderPaper',
        summary: '督办单文书（PDF）',
        params: matterParamsSchema,
        response: { 200: pdfAnswer('督办单'), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const pdf = await orderPdf(parts.platform, contextOf(parts, request), id);
      if (!pdf.ok) return refuse(reply, pdf.error);
      return sendPdf(reply, { full: pdf.value.name, plain: `${id}.pdf` }, pdf.value.bytes);
    },
  );
  app.get(
    '/supervision/reports',
    {
      schema: {
        ...base,
        operationId: 'listOwedReports',
        summary: '应报的进展报告：已过的各期，报了的和没报的',
        querystring: owedReportQuerySchema,
        response: { 200: answer('应报的报告', listOf(owedReportSchema)), ...problems(404) },
      },
    },
    async (request, reply) => {
      const owed = await readOwedReports(parts.platform, contextOf(parts, request), request.query.plan);
      if (!owed.ok) return refuse(reply, owed.error);
      return {
        items: owed.value.map((one) => ({
          ...{ plan: one.plan, number: one.number, unit: one.unitId, period: one.period.id, dueOn: one.dueOn },
          ...{ matter: one.report?.matter ?? null, firstFiledOn: one.report?.firstFiledOn ?? null },
          ...{ isMissing: isMissing(one), isLate: one.isLate },
        })),
      };
    },
  );
}

function present({ planId, unitId, openedAt, acts, next, ...rest }: MatterView): MatterAnswer {
  return {
    ...rest,
    plan: planId,
    unit: unitId,
    openedAt: openedAt.toISOString(),
    next: [...next],
    acts: acts.map(({ ordinal, act, byUnit, name, at, day, words, figures, attachments, sinceOn, dueOn }) => ({
      ...{ ordinal, act, byUnit, name, at: at.toISOString(), day, words },
      ...{ figures: [...figures], attachments: [...attachments], sinceOn, dueOn },
    })),
  };
}
