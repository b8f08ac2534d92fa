/** The HTTP application: plugins, hooks and the routes of every capability. It opens no port. */
import { randomInt } from 'node:crypto';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { fastify } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { developmentToken, IdentityProvider } from '@xincheng/usecases/identity';
import type { ProviderSettings } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { auditRoutes } from './audit/routes.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { serveConsole } from './console/routes.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { authenticate } from './http/authenticate.ts';
import { createBackground } from './http/background.ts';
import { bulletinRoutes } from './bulletins/routes.ts';
import { concealmentRoutes } from './concealment/routes.ts';
import { describeRoutes, serveDocumentation } from './http/documentation.ts';
import { errorHandler, RefusedRequest } from './http/errors.ts';
import type { App, Parts } from './http/parts.ts';
import { httpProblem, refuse, REQUEST_HEADER } from './http/problems.ts';
import { createTurns } from './http/turns.ts';
import { validatorCompiler } from './http/validation.ts';
import { forwardingRoutes } from './forwarding/routes.ts';
import { healthRoutes } from './health/routes.ts';
import { indicatorRoutes } from './indicators/routes.ts';
import { intakeRoutes } from './intake/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { publicRoutes } from './publicity/public-routes.ts';
import { publicityRoutes } from './publicity/routes.ts';
import { identityRoutes } from './identity/routes.ts';
import { providerRoutes } from './identity/provider-routes.ts';
import { signInRoutes } from './identity/session-routes.ts';
import { instrumentRoutes } from './instruments/routes.ts';
import { recordRoutes } from './records/routes.ts';
import { registerRoutes } from './registers/routes.ts';
import { subjectRoutes } from './subjects/routes.ts';
import { supervisionRoutes } from './supervision/routes.ts';
import { standardsRoutes } from './standards/routes.ts';

export interface ServerOptions {
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Requests of one address in a minute. */
  readonly requestsPerMinute?: number;
  /** Largest file a form may carry. */
  readonly mostUploadBytes?: number;
  /** Whoever signs in there has an account that is linked. */
  readonly provider?: ProviderSettings | null;
  /** Attempts to sign in of one address in a minute. */
  readonly signInsPerMinute?: number;
  /** Where the built console lies; without it only the API answers. */
  readonly consoleFolder?: string;
}

const REQUESTS_PER_MINUTE = 3000;
const SIGN_INS_PER_MINUTE = 30;
const MOST_UPLOAD_BYTES = 2 * 2 ** 30;
/** A slow line may take its time over a large file, but not for ever. */
const LONGEST_REQUEST_MS = 60 * 60_000;
/** Letters and digits that are not mistaken for one another when a number is read out. */
const NUMBER_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const NUMBER_LENGTH = 10;

/** Builds the application on an opened platform. Closing it waits for batches that go on in the background. */
export async function buildServer(platform: Platform, options: ServerOptions): Promise<App> {
  const { now, log, requestsPerMinute = REQUESTS_PER_MINUTE, mostUploadBytes = MOST_UPLOAD_BYTES } = options;
  const { signInsPerMinute = SIGN_INS_PER_MINUTE, provider: settings = null } = options;
  const provider = settings === null ? null : new IdentityProvider(settings);
  const background = createBackground((thrown) => {
    log(
      JSON.stringify({
        level: 'error',
        background: true,
        message: thrown instanceof Error ? thrown.message : String(thrown),
        stack: thrown instanceof Error ? thrown.stack : null,
      }),
    );
  });
  const token = await developmentToken(platform.home, platform.pack.district);
  const parts = { platform, token, now, log, background, turns: createTurns(), mostUploadBytes, signInsPerMinute, provider };
  const app = await assemble(parts, requestsPerMinute);
  app.addHook('onClose', () => background.settled());
  if (options.consoleFolder !== undefined) await serveConsole(app, options.consoleFolder);
  await app.ready();
  return app;
}

/** The OpenAPI description of all routes; needs no platform. */
export async function describeApi(): Promise<object> {
  const parts: Parts = {
    get platform(): Platform {
      throw new Error('the API is only being described');
    },
    token: null,
    now: () => new Date(0),
    log: () => undefined,
    background: createBackground(() => undefined),
    turns: createTurns(),
    mostUploadBytes: MOST_UPLOAD_BYTES,
    signInsPerMinute: SIGN_INS_PER_MINUTE,
    provider: null,
  };
  const app = await assemble(parts, REQUESTS_PER_MINUTE);
  await app.ready();
  const description = app.swagger();
  await app.close();
  return description;
}

async function assemble(parts: Parts, requestsPerMinute: number): Promise<App> {
  const app = bare(parts);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // Whether a connection is safe is known to the proxy in front; over plain HTTP the header would mean nothing.
    strictTransportSecurity: false,
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) =>
      new RefusedRequest(httpProblem('too-many-requests', { seconds: String(Math.ceil(ttl / 1000)) })),
  });
  await app.register(multipart);
  await describeRoutes(app);
  await app.register(serveDocumentation);
  await app.register(routes(parts), { prefix: '/api/v1' });
  return app;
}

function bare({ log }: Parts): App {
  const app = fastify({
    logger: false,
    genReqId: newRequestNumber,
    requestIdHeader: false,
    requestTimeout: LONGEST_REQUEST_MS,
    frameworkErrors: errorHandler(log),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(errorHandler(log));
  app.setNotFoundHandler((_request, reply) => reply.send(refuse(reply, httpProblem('no-such-route'))));
  app.decorateRequest('actor', null);
  app.decorateRequest('session', null);
  app.addHook('onSend', async (request, reply) => {
    reply.header(REQUEST_HEADER, request.id);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  return app;
}

/** Health is open to all; everything else asks who is there first. */
function routes(parts: Parts) {
  return async (api: App): Promise<void> => {
    healthRoutes(api, parts);
    publicRoutes(api, parts);
    signInRoutes(api, parts);
    providerRoutes(api, parts);
    await api.register((guarded: App, _options, done) => {
      guarded.addHook('onRequest', authenticate(parts));
      standardsRoutes(guarded, parts);
      catalogRoutes(guarded, parts);
      instrumentRoutes(guarded, parts);
      registerRoutes(guarded, parts);
      calendarRoutes(guarded, parts);
      intakeRoutes(guarded, parts);
      recordRoutes(guarded, parts);
      publicityRoutes(guarded, parts);
      subjectRoutes(guarded, parts);
      forwardingRoutes(guarded, parts);
      concealmentRoutes(guarded, parts);
      bulletinRoutes(guarded, parts);
      indicatorRoutes(guarded, parts);
      auditRoutes(guarded, parts);
      planRoutes(guarded, parts);
      supervisionRoutes(guarded, parts);
      attachmentRoutes(guarded, parts);
      noticeRoutes(guarded, parts);
      identityRoutes(guarded, parts);
      done();
    });
  };
}

function newRequestNumber(): string {
  return Array.from({ length: NUMBER_LENGTH }, () => NUMBER_LETTERS[randomInt(NUMBER_LETTERS.length)] ?? '2').join('');
}
