/** Turning whatever went wrong into a problem. Only what nobody expected is logged, and never with headers or bodies. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { httpProblem, refuse } from './problems.ts';
import type { Refusal } from './problems.ts';
import type { HttpProblemCode } from './sentences.ts';
import { InvalidRequest, partName } from './validation.ts';

/** The framework's own refusals by their code. */
const FRAMEWORK: Readonly<Record<string, HttpProblemCode>> = {
  FST_ERR_BAD_URL: 'bad-url',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'unreadable-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'unreadable-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'unreadable-body',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_FIELDS_LIMIT: 'one-file',
  FST_FILES_LIMIT: 'one-file',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media-type',
  FST_MP_PREMATURE_CLOSE: 'upload-broken',
  FST_PARTS_LIMIT: 'one-file',
  FST_PROTO_VIOLATION: 'unreadable-body',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
};

/** Thrown where the framework leaves no other way out. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'RefusedRequest';
    this.refusal = refusal;
  }
}

/** Makes the error handler. */
export function errorHandler(log: (line: string) => void) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = expected(error);
    if (refusal === null) logFault(log, request, error);
    void reply.send(refuse(reply, refusal ?? httpProblem('internal', { number: request.id })));
  };
}

function expected(error: FastifyError | Error): Refusal | null {
  if (error instanceof RefusedRequest) return error.refusal;
  if (error instanceof InvalidRequest) {
    const context = 'validationContext' in error ? String(error.validationContext) : undefined;
    return httpProblem('invalid-request', { where: partName(context), what: error.what });
  }
  const code = 'code' in error ? FRAMEWORK[error.code] : undefined;
  if (code !== undefined) return httpProblem(code);
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  return status >= 400 && status < 500 ? httpProblem('bad-request') : null;
}

/** One JSON line: what failed, where, under which number. The route's pattern, not its address: addresses can name people. */
export function logFault(log: (line: string) => void, request: FastifyRequest, thrown: unknown): void {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  log(
    JSON.stringify({
      level: 'error',
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? null,
      error: error.name,
      message: error.message,
      stack: error.stack,
    }),
  );
}
