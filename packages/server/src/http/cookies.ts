/** The session's cookie. */
import type { FastifyReply, FastifyRequest } from 'fastify';

/** With this prefix a browser takes it over TLS only, from this very host, for all paths. */
const SECURE_NAME = '__Host-xincheng';
const PLAIN_NAME = 'xincheng';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/iu;

/** Plain HTTP is for the machine itself; everywhere else a browser is to send the cookie over TLS alone. */
function isLoopback(request: FastifyRequest): boolean {
  return LOOPBACK.test(request.headers.host ?? '') && request.headers['x-forwarded-proto'] !== 'https';
}

function nameFor(request: FastifyRequest): string {
  return isLoopback(request) ? PLAIN_NAME : SECURE_NAME;
}

/** The value of a cookie; null without one. */
export function cookieOf(request: FastifyRequest, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The session's token; null without one. */
export function sessionCookie(request: FastifyRequest): string | null {
  return cookieOf(request, nameFor(request));
}

/** Sets the session's cookie, until the browser closes; null takes it away. No script can read it and no other site sends it. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  setCookie(request, reply, { name: nameFor(request), value: token, sameSite: 'Strict' });
}

/** Sets a cookie for all paths; null takes it away. */
export function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: {
    readonly name: string;
    readonly value: string | null;
    readonly sameSite: 'Strict' | 'Lax';
    readonly seconds?: number;
  },
): void {
  const { name, value, sameSite, seconds } = cookie;
  const age = value === null ? 0 : seconds;
  const parts = [
    `${name}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(isLoopback(request) ? [] : ['Secure']),
    ...(age === undefined ? [] : [`Max-Age=${String(age)}`]),
  ];
  void reply.header('set-cookie', parts.join('; '));
}
