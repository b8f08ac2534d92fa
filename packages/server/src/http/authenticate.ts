/** Who is asking: somebody who signed in, a program by its token, or in a demo district whoever holds the development token. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOf } from '@xincheng/core/calendar';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { actorOfToken, developmentActor, isSameToken, visitorOf } from '@xincheng/usecases/identity';
import type { ActContext, Actor, SessionView } from '@xincheng/usecases/identity';
import { sessionCookie } from './cookies.ts';
import { operationRefusal } from './operation-rights.ts';
import type { Parts } from './parts.ts';
import { httpProblem, refuse } from './problems.ts';
import type { Refusal } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `authenticate` before any handler of a guarded route runs. */
    actor: Actor | null;
    /** Of whoever signed in; null for tokens. */
    session: SessionView | null;
  }
}

/** Hook of guarded routes, before anything of the body is read. */
export function authenticate(parts: Parts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const known = await identify(parts, request);
    if (!known.ok) {
      if (known.error.code === 'no-token' || known.error.code === 'bad-token') reply.header('www-authenticate', 'Bearer');
      return reply.send(refuse(reply, known.error));
    }
    const { actor, session } = known.value;
    request.actor = actor;
    request.session = session;
    const refusal = operationRefusal(request, actor, session);
    return refusal === null ? undefined : reply.send(refuse(reply, refusal));
  };
}

interface Known {
  readonly actor: Actor;
  readonly session: SessionView | null;
}

async function identify(parts: Parts, request: FastifyRequest): Promise<Result<Known, Refusal>> {
  const bearer = /^Bearer +(\S+)$/iu.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return byToken(parts, request, bearer);
  const cookie = sessionCookie(request);
  return cookie === null ? err(httpProblem('no-token')) : bySession(parts, request, cookie);
}

async function byToken({ platform, token, now }: Parts, request: FastifyRequest, given: string): Promise<Result<Known, Refusal>> {
  if (token !== null && isSameToken(given, token)) {
    const unit = request.headers['xincheng-unit'];
    if (unit !== undefined && !(typeof unit === 'string' && platform.pack.units.has(unit)))
      return err(httpProblem('unknown-unit-header'));
    return ok({ actor: developmentActor(platform.pack.units.keys(), unit ?? null), session: null });
  }
  const actor = await actorOfToken(platform, now(), given);
  return actor === null ? err(httpProblem('bad-token')) : ok({ actor, session: null });
}

/** In whose place somebody asks. */
export function actingForOf(request: FastifyRequest): string | null {
  const login = request.headers['xincheng-acting-for'];
  return typeof login === 'string' ? login : null;
}

/** Methods that change nothing. */
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

async function bySession({ platform, now }: Parts, request: FastifyRequest, token: string): Promise<Result<Known, Refusal>> {
  const visitor = await visitorOf(platform, now(), token, actingForOf(request));
  if (!visitor.ok) return visitor;
  // A browser sends the cookie by itself; the header only our own pages can send, for only they could read its value.
  const csrf = request.headers['xincheng-csrf'];
  const isOurs = typeof csrf === 'string' && isSameToken(csrf, visitor.value.session.csrf);
  if (!SAFE.includes(request.method) && (!isOurs || request.headers['sec-fetch-site'] === 'cross-site'))
    return err(httpProblem('csrf'));
  return visitor;
}

/** The act's time and identity: the instant at which the request had arrived whole. */
export function contextOf(parts: Parts, request: FastifyRequest): ActContext {
  if (request.actor === null) throw new Error('a route without authentication asks who acts');
  const now = parts.now();
  return { now, today: dayOf(now), actor: request.actor };
}
