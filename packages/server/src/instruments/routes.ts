/** Instruments, and what their repeal touches. */
import {
  guardedHeadersSchema,
  instrumentEntrySchema,
  instrumentParamsSchema,
  listOf,
  pageOf,
  pageQuerySchema,
  repealImpactSchema,
  touchedRecordSchema,
  uuidSchema,
} from '@xincheng/contract/api';
import { listInstruments, readTouched, repealImpact } from '@xincheng/usecases/instruments';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';

const base = { tags: ['instruments'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function instrumentRoutes(app: App, parts: Parts): void {
  app.get(
    '/instruments',
    {
      schema: {
        ...base,
        operationId: 'listInstruments',
        summary: '依据目录：法律、文件、标准，各被引用几处',
        response: { 200: answer('依据', listOf(instrumentEntrySchema)), ...problems() },
      },
    },
    () => ({ items: [...listInstruments(parts.platform.pack)] }),
  );
  app.get(
    '/instruments/:id/impact',
    {
      schema: {
        ...base,
        operationId: 'readRepealImpact',
        summary: '一个依据废止时触及什么：规则文件的每一处、数据集、记录条数',
        params: instrumentParamsSchema,
        response: { 200: answer('触及的内容', repealImpactSchema), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const impact = await repealImpact(parts.platform, contextOf(parts, request), { instrument: request.params.id });
      return impact.ok ? impact.value : refuse(reply, impact.error);
    },
  );
  app.get(
    '/instruments/:id/records',
    {
      schema: {
        ...base,
        operationId: 'listTouchedRecords',
        summary: '一个依据废止时触及的制度文件、措施和其他记录，逐条说明为什么',
        params: instrumentParamsSchema,
        querystring: pageQuerySchema,
        response: { 200: answer('一页记录', pageOf(touchedRecordSchema)), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const { cursor, limit } = request.query;
      const after = readCursor(uuidSchema, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const asked = { instrument: request.params.id, after: after.value, limit };
      const records = await readTouched(parts.platform, contextOf(parts, request), asked);
      return records.ok ? pageUpTo(records.value, limit, ({ recordId }) => recordId) : refuse(reply, records.error);
    },
  );
}
