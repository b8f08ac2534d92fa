/** Plans in effect and how their tasks stand; amending and closing; declarations. */
import {
  declarationSchema,
  declareSchema,
  guardedHeadersSchema,
  planAmendedSchema,
  planAmendmentSchema,
  planBoardSchema,
  planDoneSchema,
  planListSchema,
  planParamsSchema,
  planSchema,
  reasonedSchema,
  taskDetailSchema,
  taskParamsSchema,
} from '@xincheng/contract/api';
import { amendPlan, closePlan, declareDone, listPlansFor, readPlan, readPlanBoard, readTask } from '@xincheng/usecases/plans';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { draftRoutes } from './drafts.ts';
import { presentAmended, presentDeclaration, presentDetail, presentList, presentPlan, presentPlanBoard } from './present.ts';

const base = { tags: ['plans'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function planRoutes(app: App, parts: Parts): void {
  draftRoutes(app, parts);
  planReading(app, parts);
  planActs(app, parts);
  taskRoutes(app, parts);
}

function planReading(app: App, parts: Parts): void {
  app.get(
    '/plans',
    {
      schema: {
        ...base,
        operationId: 'listPlans',
        summary: '方案清单；区信用办还看到待确认的',
        response: { 200: answer('方案', planListSchema), ...problems() },
      },
    },
    async (request) => presentList(await listPlansFor(parts.platform, contextOf(parts, request))),
  );
  app.get(
    '/plans/:id',
    {
      schema: {
        ...base,
        operationId: 'readPlan',
        summary: '方案和各项任务现在的状态',
        params: planParamsSchema,
        response: { 200: answer('方案', planSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const plan = await readPlan(parts.platform, contextOf(parts, request), request.params.id);
      return plan.ok ? presentPlan(plan.value) : refuse(reply, plan.error);
    },
  );
  app.get(
    '/plans/:id/board',
    {
      schema: {
        ...base,
        operationId: 'readPlanBoard',
        summary: '方案总览：各领域、各单位的任务状态；单位只看到自己的',
        params: planParamsSchema,
        response: { 200: answer('总览', planBoardSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const board = await readPlanBoard(parts.platform, contextOf(parts, request), request.params.id);
      return board.ok ? presentPlanBoard(board.value) : refuse(reply, board.error);
    },
  );
}

function planActs(app: App, parts: Parts): void {
  app.post(
    '/plans/:id/amendments',
    {
      schema: {
        ...base,
        operationId: 'amendPlan',
        summary: '凭文件调整一项任务的时限或单位：一人拟办，另一人批准（区信用办，具名）',
        params: planParamsSchema,
        body: planAmendmentSchema,
        response: { 200: answer('调整了什么', planAmendedSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const amended = await amendPlan(parts.platform, contextOf(parts, request), request.params.id, request.body);
      return amended.ok ? presentAmended(amended.value) : refuse(reply, amended.error);
    },
  );
  app.post(
    '/plans/:id/closing',
    {
      schema: {
        ...base,
        operationId: 'closePlan',
        summary: '结束方案：任务不再核对（区信用办，具名）',
        params: planParamsSchema,
        body: reasonedSchema,
        response: { 200: answer('已结束', planDoneSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const closed = await closePlan(parts.platform, contextOf(parts, request), request.params.id, request.body);
      return closed.ok ? closed.value : refuse(reply, closed.error);
    },
  );
}

function taskRoutes(app: App, parts: Parts): void {
  app.get(
    '/plans/:id/tasks/:number',
    {
      schema: {
        ...base,
        operationId: 'readTask',
        summary: '一项任务和它的依据',
        params: taskParamsSchema,
        response: { 200: answer('任务', taskDetailSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const { id, number } = request.params;
      const task = await readTask(parts.platform, contextOf(parts, request), id, number);
      return task.ok ? presentDetail(task.value) : refuse(reply, task.error);
    },
  );
  app.post(
    '/plans/:id/tasks/:number/declarations',
    {
      schema: {
        ...base,
        operationId: 'declareTask',
        summary: '牵头或责任单位申报完成（具名）；申报不等于证明',
        params: taskParamsSchema,
        body: declareSchema,
        response: { 201: answer('已记下', declarationSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const { id, number } = request.params;
      const { unit: unitId, ...said } = request.body;
      const declared = await declareDone(parts.platform, contextOf(parts, request), id, { number, unitId, ...said });
      if (!declared.ok) return refuse(reply, declared.error);
      reply.code(201);
      return presentDeclaration(declared.value);
    },
  );
}
