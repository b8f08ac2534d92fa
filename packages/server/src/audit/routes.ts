/** The audit log, for the credit office. */
import {
  auditEventSchema,
  auditHeadSchema,
  auditQuerySchema,
  guardedHeadersSchema,
  pageOf,
  uuidSchema,
} from '@xincheng/contract/api';
import { readAudit, readAuditHead } from '@xincheng/usecases/audit';
import { z } from 'zod';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';

const base = { tags: ['audit'], headers: guardedHeadersSchema };
/** Behind which event to go on. */
const position = z.tuple([z.iso.datetime(), uuidSchema]);

/** Registers the routes. */
export function auditRoutes(app: App, parts: Parts): void {
  app.get(
    '/audit',
    {
      schema: {
        ...base,
        operationId: 'listAuditEvents',
        summary: '审计日志，由新到旧：谁在何时做了什么、看了什么',
        querystring: auditQuerySchema,
        response: { 200: answer('一页事件', pageOf(auditEventSchema)), ...problems(403) },
      },
    },
    async (request, reply) => {
      const { cursor, limit, from, before, ...filter } = request.query;
      const after = readCursor(position, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const events = await readAudit(parts.platform, contextOf(parts, request), {
        ...filter,
        from: instantOf(from),
        before: instantOf(before),
        after: after.value === null ? undefined : { at: new Date(after.value[0]), id: after.value[1] },
        limit,
      });
      if (!events.ok) return refuse(reply, events.error);
      const items = events.value.map(({ unitId, at, details, ...rest }) => ({
        ...rest,
        at: at.toISOString(),
        unit: unitId,
        details: { ...details },
      }));
      return pageUpTo(items, limit, ({ at, id }) => [at, id]);
    },
  );

  app.get(
    '/audit/head',
    {
      schema: {
        ...base,
        operationId: 'readAuditHead',
        summary: '审计链的链头，供抄录在别处',
        response: { 200: answer('链头', auditHeadSchema), ...problems(403) },
      },
    },
    async (request, reply) => {
      const head = await readAuditHead(parts.platform, contextOf(parts, request));
      return head.ok ? { head: head.value } : refuse(reply, head.error);
    },
  );
}

function instantOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
