/** Signing in through an identity provider. */
import { providerCallbackSchema } from '@xincheng/contract/api';
import { beginAtProvider, finishAtProvider } from '@xincheng/usecases/identity';
import { z } from 'zod';
import { openProblems } from '../http/answers.ts';
import { cookieOf, setCookie, setSessionCookie } from '../http/cookies.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';

const TICKET = 'xincheng-provider';
/** The browser comes back from another site: a strict cookie would stay behind. */
const TICKET_COOKIE = { name: TICKET, sameSite: 'Lax', seconds: 600 } as const;
const elsewhere = { description: '转到别处', content: { 'text/plain': { schema: z.string() } } } as const;
const base = { tags: ['identity'], security: [] };

/** Registers the routes. */
export function providerRoutes(app: App, parts: Parts): void {
  const config = { rateLimit: { max: parts.signInsPerMinute, timeWindow: 60_000 } };
  app.get(
    '/session/provider',
    {
      config,
      schema: {
        ...base,
        operationId: 'beginAtProvider',
        summary: '经统一认证登录（无需令牌）：转到统一认证',
        response: { 302: elsewhere, ...openProblems(404, 409) },
      },
    },
    async (request, reply) => {
      if (parts.provider === null) return refuse(reply, httpProblem('no-provider'));
      const begun = await beginAtProvider(parts.platform, parts.now(), parts.provider);
      if (!begun.ok) return refuse(reply, begun.error);
      setCookie(request, reply, { ...TICKET_COOKIE, value: begun.value.ticket });
      return reply.redirect(begun.value.url);
    },
  );
  app.get(
    '/session/provider/callback',
    {
      config,
      schema: {
        ...base,
        operationId: 'finishAtProvider',
        summary: '从统一认证回来（无需令牌）：建立会话，转到工作台',
        querystring: providerCallbackSchema,
        response: { 302: elsewhere, ...openProblems(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      if (parts.provider === null) return refuse(reply, httpProblem('no-provider'));
      const ticket = cookieOf(request, TICKET) ?? '';
      const query = request.url.slice(request.url.indexOf('?'));
      const finished = await finishAtProvider(parts.platform, parts.now(), parts.provider, { ticket, query });
      if (!finished.ok) return refuse(reply, finished.error);
      setSessionCookie(request, reply, finished.value.token);
      setCookie(request, reply, { ...TICKET_COOKIE, value: null });
      return reply.redirect('/console/');
    },
  );
}
