/** Monthly bulletins: the credit office drafts and issues, every unit reads what was issued. */
import {
  bulletinActSchema,
  bulletinChangeSchema,
  bulletinDraftSchema,
  bulletinPageQuerySchema,
  bulletinParamsSchema,
  bulletinSchema,
  guardedHeadersSchema,
  listOf,
} from '@xincheng/contract/api';
import type { BulletinBody } from '@xincheng/contract/api';
import {
  bulletinDifference,
  bulletinPdf,
  bulletinProblem,
  draftBulletin,
  dropBulletin,
  editBulletin,
  issueBulletin,
  readBulletin,
  readBulletins,
} from '@xincheng/usecases/bulletins';
import type { BulletinView } from '@xincheng/usecases/bulletins';
import type { ActContext } from '@xincheng/usecases/identity';
import { z } from 'zod';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { fileAnswer, sendFile } from '../http/files.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { bulletinPage } from './page.ts';
import { POLICY } from './style.ts';

const base = { tags: ['bulletins'], headers: guardedHeadersSchema };
const one = { ...base, params: bulletinParamsSchema };
const HTML = 'text/html';

/** Registers the routes. */
export function bulletinRoutes(app: App, parts: Parts): void {
  readingRoutes(app, parts);
  formRoutes(app, parts);
  actRoutes(app, parts);
}

function readingRoutes(app: App, parts: Parts): void {
  app.get(
    '/bulletins',
    {
      schema: {
        ...base,
        operationId: 'listBulletins',
        summary: '月通报，新的在前；各单位只见已签发的',
        response: { 200: answer('通报', listOf(bulletinSchema)), ...problems() },
      },
    },
    async (request) => ({ items: (await readBulletins(parts.platform, contextOf(parts, request))).map(present) }),
  );
  app.get(
    '/bulletins/:id',
    {
      schema: {
        ...one,
        operationId: 'readBulletin',
        summary: '一期通报',
        response: { 200: answer('通报', bulletinSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const found = await readBulletin(parts.platform, contextOf(parts, request), request.params.id);
      return found.ok ? present(found.value) : refuse(reply, found.error);
    },
  );
  app.get(
    '/bulletins/:id/difference',
    {
      schema: {
        ...one,
        operationId: 'compareBulletin',
        summary: '签发后因更正、撤回而变化的数字，签发时的与现在的并列（区信用办）',
        response: { 200: answer('变化', listOf(bulletinChangeSchema)), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const changes = await bulletinDifference(parts.platform, contextOf(parts, request), request.params.id);
      return changes.ok ? { items: [...changes.value] } : refuse(reply, changes.error);
    },
  );
}

/** As a page and as a PDF. */
function formRoutes(app: App, parts: Parts): void {
  app.get(
    '/bulletins/:id/page',
    {
      schema: {
        ...one,
        operationId: 'readBulletinPage',
        summary: '已签发的通报，网页',
        querystring: bulletinPageQuerySchema,
        response: { 200: { description: '网页', content: { [HTML]: { schema: z.string() } } }, ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const found = await readBulletin(parts.platform, contextOf(parts, request), request.params.id);
      if (!found.ok) return refuse(reply, found.error);
      const { issued } = found.value;
      if (issued === null) return refuse(reply, bulletinProblem('not-issued').error);
      const page = bulletinPage(issued.snapshot, request.query.language);
      return reply
        .type(`${HTML}; charset=utf-8`)
        .headers({ 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' })
        .send(page);
    },
  );
  app.get(
    '/bulletins/:id/pdf',
    {
      schema: {
        ...one,
        operationId: 'readBulletinPdf',
        summary: '已签发的通报，PDF；与签发时逐字节相同',
        response: { 200: fileAnswer('PDF'), ...problems(404, 409, 422) },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const pdf = await bulletinPdf(parts.platform, contextOf(parts, request), id);
      return pdf.ok ? sendFile(reply, { full: '月通报.pdf', plain: `bulletin-${id}.pdf` }, pdf.value) : refuse(reply, pdf.error);
    },
  );
}

function actRoutes(app: App, parts: Parts): void {
  app.post(
    '/bulletins',
    {
      schema: {
        ...base,
        operationId: 'draftBulletin',
        summary: '起草一个月的通报：该月已结束、数字已冻结（区信用办，具名）',
        body: bulletinDraftSchema,
        response: { 201: answer('草稿', bulletinSchema), ...problems(409, 413, 415) },
      },
    },
    async (request, reply) => {
      const made = await draftBulletin(parts.platform, contextOf(parts, request), request.body);
      return made.ok ? reply.status(201).send(present(made.value)) : refuse(reply, made.error);
    },
  );
  app.post(
    '/bulletins/:id/acts',
    {
      schema: {
        ...one,
        operationId: 'actUponBulletin',
        summary: '修改正文，签发，或撤销草稿（具名；起草、修改的人不能签发）',
        body: bulletinActSchema,
        response: { 200: answer('办理后的通报', bulletinSchema), ...problems(404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const context = contextOf(parts, request);
      const { id } = request.params;
      const done = await decide(parts, context, id, request.body);
      return done.ok ? present(done.value) : refuse(reply, done.error);
    },
  );
}

function decide(
  { platform }: Parts,
  context: ActContext,
  id: string,
  body: z.infer<typeof bulletinActSchema>,
): ReturnType<typeof issueBulletin> {
  switch (body.act) {
    case 'edit':
      return editBulletin(platform, context, id, body);
    case 'issue':
      return issueBulletin(platform, context, id, body);
    case 'drop':
      return dropBulletin(platform, context, id, body);
  }
}

function present({ id, month, content, issued, dropped: drop, writers }: BulletinView): BulletinBody {
  const { title, corrects, rows, total, before, praised, named, paragraphs, sources, rowsHash, standards } = content;
  const columns = content.columns.map(({ id: column, name, indicator }) => ({ id: column, name, indicator }));
  const said = {
    title,
    corrects,
    columns,
    rows,
    total,
    before,
    praised,
    named,
    paragraphs,
    sources,
    rowsHash,
    standards,
    writers,
  };
  const dropped = drop === null ? null : { ...drop, at: drop.at.toISOString() };
  if (issued === null) return { id, month, ...said, issued, dropped };
  const { snapshot, snapshotSha256, pdfSha256 } = issued;
  return {
    id,
    month,
    ...said,
    dropped,
    issued: { serial: snapshot.serial, issuedOn: snapshot.issuedOn, snapshotSha256, pdfSha256 },
  };
}
