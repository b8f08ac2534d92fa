/** Due days with their proof. */
import { dueQuerySchema, dueSchema, guardedHeadersSchema } from '@xincheng/contract/api';
import { computeDue } from '@xincheng/usecases/calendar';
import { answer, problems } from '../http/answers.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';

/** Registers the routes. */
export function calendarRoutes(app: App, parts: Parts): void {
  app.get(
    '/due',
    {
      schema: {
        operationId: 'computeDue',
        tags: ['calendar'],
        summary: '算期限，逐日列出依据',
        headers: guardedHeadersSchema,
        querystring: dueQuerySchema,
        response: { 200: answer('到期日与逐日依据', dueSchema), ...problems(422) },
      },
    },
    (request, reply) => {
      const due = computeDue(parts.platform, request.query);
      if (!due.ok) return refuse(reply, due.error);
      const { proof, beside, ...rest } = due.value;
      return { ...rest, proof: [...proof], beside: [...beside] };
    },
  );
}
