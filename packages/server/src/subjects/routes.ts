/** Subjects: looking one up, joining two, undoing a join. */
import {
  guardedHeadersSchema,
  joinRequestSchema,
  subjectParamsSchema,
  subjectSchema,
  undoRequestSchema,
} from '@xincheng/contract/api';
import type { SubjectView } from '@xincheng/contract/api';
import type { ActContext } from '@xincheng/usecases/identity';
import { joinSubjects, readSubject, undoJoinOf } from '@xincheng/usecases/subjects';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';

const base = { tags: ['subjects'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function subjectRoutes(app: App, parts: Parts): void {
  app.get(
    '/subjects/:key',
    {
      schema: {
        ...base,
        operationId: 'readSubject',
        summary: '一个主体：名称、代码、别名、合并和记录条数',
        params: subjectParamsSchema,
        response: { 200: answer('主体', subjectSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const subject = await readSubject(parts.platform, contextOf(parts, request), request.params.key);
      return subject ?? refuse(reply, httpProblem('no-such-subject'));
    },
  );
  joinRoutes(app, parts);
}

function joinRoutes(app: App, parts: Parts): void {
  app.post(
    '/subjects/:key/joins',
    {
      schema: {
        ...base,
        operationId: 'joinSubjects',
        summary: '把一个主体并入另一个（区信用办，具名）',
        params: subjectParamsSchema,
        body: joinRequestSchema,
        response: { 200: answer('合并后的主体', subjectSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const context = contextOf(parts, request);
      const { key } = request.params;
      const joined = await joinSubjects(parts.platform, context, { from: key, ...request.body });
      return joined.ok ? subjectNow(parts, context, key) : refuse(reply, joined.error);
    },
  );
  app.post(
    '/subjects/:key/joins/undo',
    {
      schema: {
        ...base,
        operationId: 'undoJoin',
        summary: '撤销一个主体的合并（区信用办，具名）',
        params: subjectParamsSchema,
        body: undoRequestSchema,
        response: { 200: answer('撤销后的主体', subjectSchema), ...problems(404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const context = contextOf(parts, request);
      const { key } = request.params;
      const undone = await undoJoinOf(parts.platform, context, key, request.body);
      return undone.ok ? subjectNow(parts, context, key) : refuse(reply, undone.error);
    },
  );
}

async function subjectNow(parts: Parts, context: ActContext, key: string): Promise<SubjectView> {
  const subject = await readSubject(parts.platform, context, key);
  if (subject === null) throw new Error('a subject just joined is not visible');
  return subject;
}
