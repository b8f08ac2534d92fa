/** A batch pushed as JSON. */
import { MOST_PUSHED_RECORDS, pushBatchSchema, pushHeadersSchema, pushResultSchema } from '@xincheng/contract/api';
import type { PushBatch } from '@xincheng/contract/api';
import { pushBatch } from '@xincheng/usecases/intake';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import type { App, Parts } from '../http/parts.ts';
import { httpProblem, refuse } from '../http/problems.ts';
import type { Refusal } from '../http/problems.ts';
import { refusalOf } from './receipt-answer.ts';

/** Enough for the most records a push may hold, each with every field filled. */
const MOST_PUSH_BYTES = 32 * 2 ** 20;

/** Registers the route. */
export function pushRoutes(app: App, parts: Parts): void {
  app.post(
    '/batches',
    {
      bodyLimit: MOST_PUSH_BYTES,
      schema: {
        operationId: 'pushBatch',
        tags: ['intake'],
        summary: '推送一批记录（JSON），连同其下级记录',
        description: `一次至多 ${String(MOST_PUSHED_RECORDS)} 条。同一个 Idempotency-Key 再发同样的内容，答复同一张回执而不重复写入；改了内容再发，答复 409。金额请用文字写，如 "0.500000"。`,
        headers: pushHeadersSchema,
        body: pushBatchSchema,
        response: {
          201: answer('已受理', pushResultSchema),
          200: answer('此前已受理，本次未写入', pushResultSchema),
          ...problems(404, 409, 413, 415, 422),
        },
      },
    },
    async (request, reply) => {
      const stray = strayChildren(parts, request.body);
      if (stray !== null) return refuse(reply, stray);
      const key = request.headers['idempotency-key'];
      const context = contextOf(parts, request);
      const pushed = await parts.turns.take(`${request.body.unit} ${key}`, () =>
        pushBatch(parts.platform, context, request.body, key),
      );
      if (!pushed.ok) return refuse(reply, pushed.error);
      const { receipt, children } = pushed.value;
      const all = [receipt, ...children];
      const refused = all.map(refusalOf).find((one) => one !== null);
      if (refused !== undefined) return refuse(reply, refused);
      reply.code(all.every(({ isRepeat }) => isRepeat) ? 200 : 201).header('location', `/api/v1/batches/${receipt.batch}`);
      return { receipt, children: [...children] };
    },
  );
}

/** A child under a name the dataset does not know would be dropped without a word. */
function strayChildren({ platform }: Parts, { dataset, records }: PushBatch): Refusal | null {
  const definition = platform.pack.datasets.get(dataset);
  if (definition === undefined) return null;
  const known = (definition.children ?? []).map(({ id }) => id);
  for (const { children = {} } of records) {
    const stray = Object.keys(children).find((id) => !known.includes(id));
    if (stray !== undefined)
      return httpProblem('unknown-children', { dataset, child: stray, known: known.length === 0 ? '无' : known.join('、') });
  }
  return null;
}
