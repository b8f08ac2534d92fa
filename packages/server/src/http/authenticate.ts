/** Who is asking. Until there are accounts, only the development token of a demo district opens the API. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOf } from '@xincheng/core/calendar';
import { developmentActor, isSameToken } from '@xincheng/usecases/identity';
import type { ActContext, Actor } from '@xincheng/usecases/identity';
import type { Parts } from './parts.ts';
import { httpProblem, refuse } from './problems.ts';
import type { Refusal } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `authenticate` before any handler of a guarded route runs. */
    actor: Actor | null;
  }
}

/** Hook of guarded routes, before anything of the body is read. */
export function authenticate(parts: Parts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const refusal = identify(parts, request);
    if (refusal === null) return undefined;
    if (refusal.code !== 'unknown-unit-header') reply.header('www-authenticate', 'Bearer');
    return reply.send(refuse(reply, refusal));
  };
}

function identify({ platform, token }: Parts, request: FastifyRequest): Refusal | null {
  if (token === null) return httpProblem('accounts-not-available');
  const given = /^Bearer +(\S+)$/iu.exec(request.headers.authorization ?? '')?.[1];
  if (given === undefined) return httpProblem('no-token');
  if (!isSameToken(given, token)) return httpProblem('bad-token');
  const unit = request.headers['xincheng-unit'];
  if (unit !== undefined && !(typeof unit === 'string' && platform.pack.units.has(unit)))
    return httpProblem('unknown-unit-header');
  request.actor = developmentActor(platform.pack.units.keys(), unit ?? null);
  return null;
}

/** The act's time and identity: the instant at which the request had arrived whole. */
export function contextOf(parts: Parts, request: FastifyRequest): ActContext {
  if (request.actor === null) throw new Error('a route without authentication asks who acts');
  const now = parts.now();
  return { now, today: dayOf(now), actor: request.actor };
}
