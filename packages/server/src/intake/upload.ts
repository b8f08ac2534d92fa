/** A file as a department has it, sent by form. */
import { rm } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { receiptSchema, uploadHeadersSchema, uploadQuerySchema } from '@xincheng/contract/api';
import type { Problem, Receipt, UploadQuery } from '@xincheng/contract/api';
import type { ActContext } from '@xincheng/usecases/identity';
import { processBatch, readReceipt, receiveBatch } from '@xincheng/usecases/intake';
import type { Submission } from '@xincheng/usecases/intake';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { refusalOf } from './receipt-answer.ts';
import { saveUpload } from './saved-file.ts';
import type { SavedFile } from './saved-file.ts';

/** Registers the route. */
export function uploadRoutes(app: App, parts: Parts): void {
  app.post(
    '/batches/file',
    {
      schema: {
        operationId: 'submitFile',
        tags: ['intake'],
        summary: '提交一个文件（Excel 工作簿、CSV 或 JSON）',
        description: '表单（multipart/form-data）里只放一个文件，名称不限。收到的文件会原样保存；同一文件再次提交不会重复写入。',
        consumes: ['multipart/form-data'],
        headers: uploadHeadersSchema,
        querystring: uploadQuerySchema,
        response: {
          201: answer('已受理并处理完毕', receiptSchema),
          200: answer('同一文件此前已受理，本次未写入', receiptSchema),
          202: answer('已受理，正在后台处理；Location 是批次的地址', receiptSchema),
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
      // The whole request is here: its turn may come later, its `receivedAt` is now.
      const context = contextOf(parts, request);
      const submission = submissionOf(request.query, saved.value, request.headers['idempotency-key']);
      const isAsync = /\brespond-async\b/iu.test(request.headers.prefer ?? '');
      // Without a key there is nothing to wait for: each file stands for itself.
      const turn = submission.idempotencyKey ?? submission.path;
      return parts.turns.take(`${submission.unitId} ${turn}`, () =>
        submit(parts, context, { request, reply }, submission, isAsync),
      );
    },
  );
}

function submissionOf(
  { dataset, unit, sheet }: UploadQuery,
  { path, fileName }: SavedFile,
  idempotencyKey: string | undefined,
): Submission {
  return { unitId: unit, dataset, path, fileName, source: 'file', sheet, idempotencyKey: idempotencyKey ?? null };
}

/** The batch is written down before it is processed; should we stop in between, the next start takes it up. */
async function submit(
  parts: Parts,
  context: ActContext,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  submission: Submission,
  isAsync: boolean,
): Promise<Receipt | Problem> {
  const drop = (): Promise<void> => rm(submission.path, { force: true });
  let isHandedOn = false;
  try {
    const received = await receiveBatch(parts.platform, context, submission);
    if (!received.ok) return refuse(reply, received.error);
    const { batch, source, isRepeat } = received.value;
    if (source === null) return sendReceipt(reply, await receiptOf(parts, context, batch.id, isRepeat), 201);
    const work = (): Promise<Receipt> => processBatch(parts.platform, contextOf(parts, request), batch, source);
    if (!isAsync) return sendReceipt(reply, await work(), 201);
    const isEarlier = batch.receivedAt.getTime() !== context.now.getTime();
    const receipt = await receiptOf(parts, context, batch.id, isEarlier);
    isHandedOn = true;
    parts.background.run(async () => {
      await work().finally(drop);
    });
    reply.header('preference-applied', 'respond-async');
    return sendReceipt(reply, receipt, 202);
  } finally {
    if (!isHandedOn) await drop();
  }
}

async function receiptOf(parts: Parts, context: ActContext, batch: string, isRepeat: boolean): Promise<Receipt> {
  const receipt = await readReceipt(parts.platform, context, batch);
  if (receipt === null) throw new Error(`batch ${batch} is gone`);
  return { ...receipt, isRepeat };
}

function sendReceipt(reply: FastifyReply, receipt: Receipt, status: 201 | 202): Receipt | Problem {
  const refused = refusalOf(receipt);
  if (refused !== null) return refuse(reply, refused);
  reply
    .code(receipt.isRepeat && receipt.state !== 'received' ? 200 : status)
    .header('location', `/api/v1/batches/${receipt.batch}`);
  return receipt;
}
