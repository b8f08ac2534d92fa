/** The city's answers by form, and sending refused records again. */
import { rm } from 'node:fs/promises';
import { answerQuerySchema, guardedHeadersSchema, resendSchema, resentSchema, takenAnswerSchema } from '@xincheng/contract/api';
import { importAnswer, resendRecords } from '@xincheng/usecases/forwarding';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { saveUpload } from '../intake/saved-file.ts';
import { presentAnswer } from './present.ts';

const base = { tags: ['forwarding'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function answerRoutes(app: App, parts: Parts): void {
  app.post(
    '/forwarding/answers',
    {
      schema: {
        ...base,
        operationId: 'importForwardAnswer',
        summary: '导入市平台的回执或错误清单',
        description:
          '表单（multipart/form-data）里只放一个文件。读不懂的文件整个退回，不写入任何数据；同一文件再次导入不会重复写入。',
        consumes: ['multipart/form-data'],
        querystring: answerQuerySchema,
        response: {
          201: answer('已导入', takenAnswerSchema),
          200: answer('同一文件此前已导入，本次未写入', takenAnswerSchema),
          ...problems(404, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const saved = await saveUpload(request, parts.platform.home.temporary, parts.mostUploadBytes);
      if (!saved.ok) {
        // What is still on its way will not be read.
        reply.header('connection', 'close');
        return refuse(reply, saved.error);
      }
      const { path, fileName } = saved.value;
      try {
        const batch = request.query.batch ?? null;
        const taken = await importAnswer(parts.platform, contextOf(parts, request), { path, fileName, batch });
        if (!taken.ok) return refuse(reply, taken.error);
        reply.code(taken.value.isRepeat ? 200 : 201);
        return presentAnswer(taken.value);
      } finally {
        await rm(path, { force: true });
      }
    },
  );

  app.post(
    '/forwarding/resends',
    {
      schema: {
        ...base,
        operationId: 'resendRecords',
        summary: '未通过的记录不改内容再报一次，随下一批次上传',
        body: resendSchema,
        response: { 200: answer('将再报的记录', resentSchema), ...problems() },
      },
    },
    async (request, reply) => {
      const resent = await resendRecords(parts.platform, contextOf(parts, request), request.body);
      return resent.ok ? { records: [...resent.value] } : refuse(reply, resent.error);
    },
  );
}
