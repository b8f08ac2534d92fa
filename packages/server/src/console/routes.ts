/** The console: its page with a fresh nonce in each copy, and its files, which never change under their names. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { App } from '../http/parts.ts';

/** Where the console is. */
export const CONSOLE_PATH = '/console/';

/** Stands in the built page wherever the nonce of a copy goes. */
const NONCE = '{{csp-nonce}}';
const NONCE_BYTES = 16;
/** The names of these files hold a digest of what is in them. */
const YEAR_MS = 365 * 24 * 3_600_000;

/** Registers the console built into `folder`. Without one, as in tests of the API, its addresses lead nowhere. */
export async function serveConsole(app: App, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8');
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: `${CONSOLE_PATH}assets/`,
    decorateReply: false,
    index: false,
    immutable: true,
    maxAge: YEAR_MS,
  });
  const hidden = { schema: { hide: true } };
  app.get('/', hidden, (_request, reply) => reply.redirect(CONSOLE_PATH));
  app.get('/console', hidden, (_request, reply) => reply.redirect(CONSOLE_PATH));
  // Every address of the console is the same page; which one it shows, it reads from the address itself.
  app.get(`${CONSOLE_PATH}*`, hidden, (_request, reply) => sendPage(reply, page));
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store')
    .send(page.replaceAll(NONCE, nonce));
}

/** Nothing from elsewhere, no inline script, no inline style but those that carry the nonce. */
function policy(nonce: string): string {
  return Object.entries({
    'default-src': "'none'",
    'base-uri': "'none'",
    'connect-src': "'self'",
    'font-src': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'img-src': "'self' data:",
    'script-src': `'self' 'nonce-${nonce}'`,
    'style-src': `'self' 'nonce-${nonce}'`,
  })
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
