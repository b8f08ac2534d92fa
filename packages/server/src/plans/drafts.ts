/** Plans before they take effect: read from a file, put right, settled, dropped, confirmed. */
import { rm } from 'node:fs/promises';
import {
  dispatchedSchema,
  draftAmendmentSchema,
  draftSettlementSchema,
  guardedHeadersSchema,
  namedSchema,
  planDoneSchema,
  planDraftSchema,
  planImportQuerySchema,
  planParamsSchema,
  reasonedSchema,
} from '@xincheng/contract/api';
import { amendDraft, confirmPlan, dropDraft, importPlanFile, readDraft, settleDraft } from '@xincheng/usecases/plans';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { saveUpload } from '../intake/saved-file.ts';
import { presentDraft } from './present.ts';

const base = { tags: ['plans'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function draftRoutes(app: App, parts: Parts): void {
  importRoute(app, parts);
  app.get(
    '/plan-drafts/:id',
    {
      schema: {
        ...base,
        operationId: 'readPlanDraft',
        summary: '待确认的方案：任务、没有读懂的内容、没有认出的单位',
        params: planParamsSchema,
        response: { 200: answer('待确认的方案', planDraftSchema), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const draft = await readDraft(parts.platform, contextOf(parts, request), request.params.id);
      return draft.ok ? presentDraft(draft.value) : refuse(reply, draft.error);
    },
  );
  mendingRoutes(app, parts);
  endingRoutes(app, parts);
}

function importRoute(app: App, parts: Parts): void {
  app.post(
    '/plan-drafts',
    {
      schema: {
        ...base,
        operationId: 'importPlan',
        summary: '从文件（.docx 或文本）读出方案，存为待确认的方案（区信用办，具名）',
        description: '表单（multipart/form-data）里只放一个文件。没有读懂的内容逐处列出，全部处理后由另一人确认才生效。',
        consumes: ['multipart/form-data'],
        querystring: planImportQuerySchema,
        response: { 201: answer('待确认的方案', planDraftSchema), ...problems(409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const saved = await saveUpload(request, parts.platform.home.temporary, parts.mostUploadBytes);
      if (!saved.ok) {
        // What is still on its way will not be read.
        reply.header('connection', 'close');
        return refuse(reply, saved.error);
      }
      try {
        const file = { ...request.query, ...saved.value };
        const kept = await importPlanFile(parts.platform, contextOf(parts, request), file);
        if (!kept.ok) return refuse(reply, kept.error);
        reply.code(201).header('location', `/api/v1/plan-drafts/${kept.value.planId}`);
        return presentDraft(kept.value);
      } finally {
        await rm(saved.value.path, { force: true });
      }
    },
  );
}

function mendingRoutes(app: App, parts: Parts): void {
  app.post(
    '/plan-drafts/:id/amendments',
    {
      schema: {
        ...base,
        operationId: 'amendPlanDraft',
        summary: '改正待确认方案的一项任务；没有写的不变（区信用办，具名）',
        params: planParamsSchema,
        body: draftAmendmentSchema,
        response: { 200: answer('改正后', planDraftSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const amended = await amendDraft(parts.platform, contextOf(parts, request), request.params.id, request.body);
      return amended.ok ? presentDraft(amended.value) : refuse(reply, amended.error);
    },
  );
  app.post(
    '/plan-drafts/:id/settlements',
    {
      schema: {
        ...base,
        operationId: 'settlePlanDraft',
        summary: '处理没有读懂的内容（区信用办，具名）',
        params: planParamsSchema,
        body: draftSettlementSchema,
        response: { 200: answer('处理后', planDraftSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const settled = await settleDraft(parts.platform, contextOf(parts, request), request.params.id, request.body);
      return settled.ok ? presentDraft(settled.value) : refuse(reply, settled.error);
    },
  );
}

function endingRoutes(app: App, parts: Parts): void {
  app.post(
    '/plan-drafts/:id/dropping',
    {
      schema: {
        ...base,
        operationId: 'dropPlanDraft',
        summary: '作废待确认的方案（区信用办，具名）',
        params: planParamsSchema,
        body: reasonedSchema,
        response: { 200: answer('已作废', planDoneSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const dropped = await dropDraft(parts.platform, contextOf(parts, request), request.params.id, request.body);
      return dropped.ok ? dropped.value : refuse(reply, dropped.error);
    },
  );
  app.post(
    '/plan-drafts/:id/confirmation',
    {
      schema: {
        ...base,
        operationId: 'confirmPlan',
        summary: '由没有经手的另一人确认方案：任务随即分发，单位收到通知（区信用办，具名）',
        params: planParamsSchema,
        body: namedSchema,
        response: { 200: answer('已分发', dispatchedSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const confirmed = await confirmPlan(parts.platform, contextOf(parts, request), request.params.id, request.body);
      return confirmed.ok ? confirmed.value : refuse(reply, confirmed.error);
    },
  );
}
