/** Problems as clients get them: RFC 9457 with a stable code, one Chinese sentence and a number to quote. */
import type { FastifyReply } from 'fastify';
import type { NewerVersion, Problem } from '@xincheng/contract/api';
import { STATUS, TITLES } from './problem-status.ts';
import type { ProblemCode } from './problem-status.ts';
import { HTTP_SENTENCES } from './sentences.ts';
import type { HttpProblemCode } from './sentences.ts';

const MEDIA_TYPE = 'application/problem+json';
/** Carries the number to quote in every answer. */
export const REQUEST_HEADER = 'xincheng-request';

/** An expected failure on its way out. `batch` names what was nevertheless written down. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly message: string;
  readonly batch?: string;
  /** What others wrote meanwhile. */
  readonly newer?: readonly NewerVersion[];
}

/** A problem of the HTTP side with its sentence. */
export function httpProblem(code: HttpProblemCode, words: Readonly<Record<string, string>> = {}): Refusal {
  const message = HTTP_SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '');
  return { code, message };
}

/** Sets status and type of the answer and returns its body. A failure of ours tells the client only the number to quote. */
export function refuse(reply: FastifyReply, refusal: Refusal): Problem {
  const shown = STATUS[refusal.code] === 500 ? httpProblem('internal', { number: reply.request.id }) : refusal;
  const status = STATUS[shown.code];
  // Here as well as in the hook: an address that cannot be read never comes to the hooks.
  reply.code(status).type(MEDIA_TYPE).header(REQUEST_HEADER, reply.request.id);
  return {
    type: 'about:blank',
    title: TITLES[status],
    status,
    code: shown.code,
    detail: shown.message,
    instance: `urn:xincheng:request:${reply.request.id}`,
    ...(shown.batch === undefined ? {} : { batch: shown.batch }),
    ...(shown.newer === undefined ? {} : { newer: [...shown.newer] }),
  };
}
