/** The list of one's own sessions, and the end of one of them. */
import { guardedHeadersSchema, listOf, ownSessionParamsSchema, ownSessionSchema } from '@xincheng/contract/api';
import { endSessionOfOwn, readOwnSessions } from '@xincheng/usecases/identity';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { presentOwnSession } from './present.ts';

const base = { tags: ['identity'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function ownSessionRoutes(app: App, parts: Parts): void {
  app.get(
    '/me/sessions',
    {
      schema: {
        ...base,
        operationId: 'listOwnSessions',
        summary: '我在各处的登录，新的在前',
        response: { 200: answer('登录', listOf(ownSessionSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const sessions = await readOwnSessions(parts.platform, contextOf(parts, request));
      return sessions.ok ? { items: sessions.value.map(presentOwnSession) } : refuse(reply, sessions.error);
    },
  );
  app.delete(
    '/me/sessions/:id',
    {
      schema: {
        ...base,
        operationId: 'endOwnSession',
        summary: '结束我在某处的登录',
        params: ownSessionParamsSchema,
        response: { 200: answer('已结束', ownSessionParamsSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const ended = await endSessionOfOwn(parts.platform, contextOf(parts, request), request.params.id);
      return ended.ok ? { id: request.params.id } : refuse(reply, ended.error);
    },
  );
}
