/** Signing in and out, and what people do with their own account. */
import {
  doorSchema,
  guardedHeadersSchema,
  newPasswordSchema,
  ownPasswordSchema,
  recoveryCodesSchema,
  sessionSchema,
  signInSchema,
  signOutQuerySchema,
  totpCodeSchema,
  totpSecretSchema,
} from '@xincheng/contract/api';
import type { SessionBody } from '@xincheng/contract/api';
import {
  beginTotp,
  changePassword,
  confirmOwnTotp,
  removeOwnTotp,
  signIn,
  signOut,
  visitorOf,
} from '@xincheng/usecases/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answer, openProblems, problems } from '../http/answers.ts';
import { actingForOf, contextOf } from '../http/authenticate.ts';
import { sessionCookie, setSessionCookie } from '../http/cookies.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';
import { presentSession } from './present.ts';

const base = { tags: ['identity'] };
const guarded = { ...base, headers: guardedHeadersSchema };

/** Registers what is open to who has not signed in. */
export function signInRoutes(app: App, parts: Parts): void {
  app.get(
    '/door',
    {
      schema: {
        ...base,
        security: [],
        operationId: 'readDoor',
        summary: '谁已登录，可怎样登录（无需令牌）',
        response: { 200: answer('登录状态', doorSchema), ...openProblems() },
      },
    },
    async (request) => {
      const cookie = sessionCookie(request);
      const visitor = cookie === null ? null : await visitorOf(parts.platform, parts.now(), cookie, actingForOf(request));
      return {
        session: visitor?.ok === true ? presentSession(visitor.value.session) : null,
        hasProvider: parts.provider !== null,
      };
    },
  );
  app.post(
    '/session',
    {
      config: { rateLimit: { max: parts.signInsPerMinute, timeWindow: 60_000 } },
      schema: {
        ...base,
        security: [],
        operationId: 'signIn',
        summary: '登录（无需令牌）；会话在 Cookie 里',
        body: signInSchema,
        response: { 200: answer('会话', sessionSchema), ...openProblems(400, 401, 413, 415) },
      },
    },
    async (request, reply) => {
      const signedIn = await signIn(parts.platform, parts.now(), { ...request.body, replaces: sessionCookie(request) });
      return signedIn.ok ? begun(parts, request, reply, signedIn.value.token) : refuse(reply, signedIn.error);
    },
  );
}

/** The session that has just begun, with its cookie. */
async function begun(parts: Parts, request: FastifyRequest, reply: FastifyReply, token: string): Promise<SessionBody> {
  const visitor = await visitorOf(parts.platform, parts.now(), token, null);
  if (!visitor.ok) throw new Error(`a session just begun is refused: ${visitor.error.code}`);
  setSessionCookie(request, reply, token);
  return presentSession(visitor.value.session);
}

/** Registers the rest. */
export function sessionRoutes(app: App, parts: Parts): void {
  app.get(
    '/session',
    {
      schema: {
        ...guarded,
        operationId: 'readSession',
        summary: '我的会话：身份、权限、何时失效',
        response: { 200: answer('会话', sessionSchema), ...problems() },
      },
    },
    (request, reply) => (request.session === null ? refuse(reply, httpProblem('no-session')) : presentSession(request.session)),
  );
  app.delete(
    '/session',
    {
      schema: {
        ...guarded,
        operationId: 'signOut',
        summary: '退出登录，或在所有地方退出',
        querystring: signOutQuerySchema,
        response: { 200: answer('已退出', z.object({ everywhere: z.boolean() })), ...problems() },
      },
    },
    async (request, reply) => {
      if (request.session === null) return refuse(reply, httpProblem('no-session'));
      const everywhere = request.query.everywhere === 'true';
      await signOut(parts.platform, contextOf(parts, request), everywhere);
      setSessionCookie(request, reply, null);
      return { everywhere };
    },
  );
  app.put(
    '/me/password',
    {
      config: { rateLimit: { max: parts.signInsPerMinute, timeWindow: 60_000 } },
      schema: {
        ...guarded,
        operationId: 'changePassword',
        summary: '改自己的口令；其他地方的会话全部失效',
        body: newPasswordSchema,
        response: { 200: answer('新会话', sessionSchema), ...problems(413, 415, 422) },
      },
    },
    async (request, reply) => {
      const changed = await changePassword(parts.platform, contextOf(parts, request), request.body);
      return changed.ok ? begun(parts, request, reply, changed.value.token) : refuse(reply, changed.error);
    },
  );
  totpRoutes(app, parts);
}

function totpRoutes(app: App, parts: Parts): void {
  const config = { rateLimit: { max: parts.signInsPerMinute, timeWindow: 60_000 } };
  app.post(
    '/me/totp',
    {
      config,
      schema: {
        ...guarded,
        operationId: 'beginTotp',
        summary: '登记验证器第一步：取密钥',
        body: ownPasswordSchema,
        response: { 200: answer('密钥', totpSecretSchema), ...problems(413, 415) },
      },
    },
    async (request, reply) => {
      const begunTotp = await beginTotp(parts.platform, contextOf(parts, request), request.body.password);
      return begunTotp.ok ? begunTotp.value : refuse(reply, begunTotp.error);
    },
  );
  app.post(
    '/me/totp/confirmation',
    {
      config,
      schema: {
        ...guarded,
        operationId: 'confirmTotp',
        summary: '登记验证器第二步：用一个验证码确认，取恢复码；此后登录须填验证码',
        body: totpCodeSchema,
        response: { 200: answer('恢复码', recoveryCodesSchema), ...problems(409, 413, 415) },
      },
    },
    async (request, reply) => {
      const confirmed = await confirmOwnTotp(parts.platform, contextOf(parts, request), request.body.code);
      return confirmed.ok ? { recoveryCodes: [...confirmed.value.recoveryCodes] } : refuse(reply, confirmed.error);
    },
  );
  app.post(
    '/me/totp/removal',
    {
      config,
      schema: {
        ...guarded,
        operationId: 'removeTotp',
        summary: '停用验证器',
        body: ownPasswordSchema,
        response: { 200: answer('已停用', z.object({ hasTotp: z.boolean() })), ...problems(413, 415) },
      },
    },
    async (request, reply) => {
      const removed = await removeOwnTotp(parts.platform, contextOf(parts, request), request.body.password);
      return removed.ok ? { hasTotp: false } : refuse(reply, removed.error);
    },
  );
}
