/** Publicity of records: how they stand, and acts upon that. */
import {
  guardedHeadersSchema,
  heldSchema,
  pageOf,
  pageQuerySchema,
  publicityActSchema,
  publicitySchema,
  recordParamsSchema,
  repairNoticeSchema,
  uuidSchema,
} from '@xincheng/contract/api';
import type { PublicityActBody } from '@xincheng/contract/api';
import { asDay } from '@xincheng/core/calendar';
import { assertNever } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import {
  clearMark,
  readHeld,
  readPublicity,
  repairNotice,
  resumeRecord,
  setClass,
  setMark,
  setPublicText,
  suspendRecord,
  withdrawRecord,
} from '@xincheng/usecases/publicity';
import type { PublicityOfRecord, PublicityProblem } from '@xincheng/usecases/publicity';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';

const base = { tags: ['publicity'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function publicityRoutes(app: App, parts: Parts): void {
  readingRoutes(app, parts);
  app.post(
    '/records/:id/publicity/acts',
    {
      schema: {
        ...base,
        operationId: 'actUponPublicity',
        summary: '办理：撤回、暂停、恢复、改等级、标注、公开文本（具名）',
        params: recordParamsSchema,
        body: publicityActSchema,
        response: { 200: answer('办理后的公示状态', publicitySchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const context = contextOf(parts, request);
      const done = await act(parts.platform, context, request.params.id, request.body);
      if (!done.ok) return refuse(reply, done.error);
      const publicity = await readPublicity(parts.platform, context, request.params.id);
      return publicity === null ? refuse(reply, httpProblem('no-such-record')) : present(publicity);
    },
  );
}

function act(
  platform: Platform,
  context: ActContext,
  id: string,
  body: PublicityActBody,
): Promise<Result<unknown, PublicityProblem>> {
  switch (body.act) {
    case 'withdraw':
      return withdrawRecord(platform, context, id, {
        ...body,
        changedOn: body.changedOn === undefined ? undefined : asDay(body.changedOn),
      });
    case 'suspend':
      return suspendRecord(platform, context, id, body);
    case 'resume':
      return resumeRecord(platform, context, id, body);
    case 'set-class':
      return setClass(platform, context, id, { ...body, classId: body.class });
    case 'set-mark':
      return setMark(platform, context, id, body);
    case 'clear-mark':
      return clearMark(platform, context, id, body);
    case 'set-text':
      return setPublicText(platform, context, id, body);
    default:
      return assertNever(body);
  }
}

function readingRoutes(app: App, parts: Parts): void {
  app.get(
    '/records/:id/publicity',
    {
      schema: {
        ...base,
        operationId: 'readPublicity',
        summary: '公示状态、期限的算法、标注和经过',
        params: recordParamsSchema,
        response: { 200: answer('公示状态', publicitySchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const publicity = await readPublicity(parts.platform, contextOf(parts, request), request.params.id);
      return publicity === null ? refuse(reply, httpProblem('no-such-record')) : present(publicity);
    },
  );
  app.get(
    '/records/:id/repair-notice',
    {
      schema: {
        ...base,
        operationId: 'readRepairNotice',
        summary: '信用修复告知书',
        params: recordParamsSchema,
        response: { 200: answer('告知书', repairNoticeSchema), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const notice = await repairNotice(parts.platform, contextOf(parts, request), request.params.id);
      return notice.ok ? notice.value : refuse(reply, notice.error);
    },
  );
  app.get(
    '/publicity/held',
    {
      schema: {
        ...base,
        operationId: 'listHeld',
        summary: '应公示而没有公示的记录和原因',
        querystring: pageQuerySchema,
        response: { 200: answer('一页记录', pageOf(heldSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { cursor, limit } = request.query;
      const after = readCursor(uuidSchema, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const rows = await readHeld(parts.platform, contextOf(parts, request), after.value, limit);
      return pageUpTo(rows, limit, ({ recordId }) => recordId);
    },
  );
}

function present(publicity: PublicityOfRecord) {
  return {
    ...publicity,
    classes: [...publicity.classes],
    explanation: [...publicity.explanation],
    marks: [...publicity.marks],
    events: publicity.events.map((event) => ({
      ...event,
      at: event.at.toISOString(),
      clock: event.clock === null ? null : { ...event.clock, proof: [...event.clock.proof] },
    })),
  };
}
