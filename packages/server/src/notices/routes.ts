/** Notices: the inbox of units, free words of the credit office, reading and answering. */
import {
  freeNoticeSchema,
  guardedHeadersSchema,
  noticeAnswerSchema,
  noticeListQuerySchema,
  noticeParamsSchema,
  noticeReadingSchema,
  noticeSchema,
  pageOf,
  uuidSchema,
} from '@xincheng/contract/api';
import type { NoticeBody } from '@xincheng/contract/api';
import { answerNotice, lookAtNotice, readNotice, readNotices, tellUnit } from '@xincheng/usecases/notices';
import type { NoticeView } from '@xincheng/usecases/notices';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';

const base = { tags: ['notices'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function noticeRoutes(app: App, parts: Parts): void {
  listRoutes(app, parts);
  app.post(
    '/notices/:id/reading',
    {
      schema: {
        ...base,
        operationId: 'readNotice',
        summary: '签收并阅读一份通知；首次签收的人和时刻不再改变',
        params: noticeParamsSchema,
        body: noticeReadingSchema,
        response: { 200: answer('通知', noticeSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const read = await readNotice(parts.platform, contextOf(parts, request), request.params.id, request.body.name);
      return read.ok ? presentNotice(read.value) : refuse(reply, read.error);
    },
  );
  app.post(
    '/notices/:id/answer',
    {
      schema: {
        ...base,
        operationId: 'answerNotice',
        summary: '答复一份通知',
        params: noticeParamsSchema,
        body: noticeAnswerSchema,
        response: { 200: answer('通知', noticeSchema), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const answered = await answerNotice(parts.platform, contextOf(parts, request), request.params.id, request.body);
      return answered.ok ? presentNotice(answered.value) : refuse(reply, answered.error);
    },
  );
}

function listRoutes(app: App, parts: Parts): void {
  app.get(
    '/notices',
    {
      schema: {
        ...base,
        operationId: 'listNotices',
        summary: '收到和发出的通知，由新到旧',
        querystring: noticeListQuerySchema,
        response: { 200: answer('一页通知', pageOf(noticeSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { unit, only, cursor, limit } = request.query;
      const before = readCursor(uuidSchema, cursor);
      if (!before.ok) return refuse(reply, before.error);
      const filter = { unitId: unit ?? null, aboutKind: null, aboutId: null, only: only ?? null, before: before.value, limit };
      const notices = await readNotices(parts.platform, contextOf(parts, request), filter);
      return pageUpTo(notices.map(presentNotice), limit, ({ id }) => id);
    },
  );
  app.get(
    '/notices/:id',
    {
      schema: {
        ...base,
        operationId: 'lookAtNotice',
        summary: '一份通知；查看不等于签收',
        params: noticeParamsSchema,
        response: { 200: answer('通知', noticeSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const found = await lookAtNotice(parts.platform, contextOf(parts, request), request.params.id);
      return found.ok ? presentNotice(found.value) : refuse(reply, found.error);
    },
  );
  app.post(
    '/notices',
    {
      schema: {
        ...base,
        operationId: 'sendNotice',
        summary: '区信用办给一个单位发通知；同样的话一天只发一次',
        body: freeNoticeSchema,
        response: { 201: answer('已发送', noticeSchema), 200: answer('今天已发过', noticeSchema), ...problems() },
      },
    },
    async (request, reply) => {
      const { unit, title, text, answerDueOn } = request.body;
      const due = answerDueOn === undefined ? {} : { answerDueOn };
      const sent = await tellUnit(parts.platform, contextOf(parts, request), { unit, title, text, ...due });
      if (!sent.ok) return refuse(reply, sent.error);
      const { notice, deliveries, isRepeat } = sent.value;
      reply.code(isRepeat ? 200 : 201);
      return presentNotice({ ...notice, deliveries });
    },
  );
}

function presentNotice(view: NoticeView): NoticeBody {
  const { id, template, unitId, toRole, fromUnit, aboutKind, aboutId, title, body, sentBy, answerDueOn, readBy, answeredBy } =
    view;
  return {
    ...{ id, template, unit: unitId, toRole, fromUnit, about: { kind: aboutKind, id: aboutId }, title, body },
    ...{ sentBy, answerDueOn, readBy, answeredBy, answer: view.answer },
    sentAt: view.sentAt.toISOString(),
    readAt: textOf(view.readAt),
    answeredAt: textOf(view.answeredAt),
    deliveries: view.deliveries.map(({ channel, state, attempts, nextAt, sentAt, proof, problem }) => {
      return { channel, state, attempts, nextAt: textOf(nextAt), sentAt: textOf(sentAt), proof, problem };
    }),
  };
}

function textOf(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
