/** Whether the service answers. */
import { healthSchema } from '@xincheng/contract/api';
import { readServerState } from '@xincheng/usecases/platform';
import { answer, openProblems } from '../http/answers.ts';
import type { App, Parts } from '../http/parts.ts';

/** Registers the routes. */
export function healthRoutes(app: App, parts: Parts): void {
  app.get(
    '/health',
    {
      schema: {
        operationId: 'readHealth',
        tags: ['platform'],
        summary: '服务是否正常（无需令牌）',
        security: [],
        response: { 200: answer('正常', healthSchema), 503: answer('数据库连不上', healthSchema), ...openProblems() },
      },
    },
    async (_request, reply) => {
      const { pack } = parts.platform;
      const isReachable = await readServerState(parts.platform).then(
        () => true,
        () => false,
      );
      if (!isReachable) reply.code(503);
      return {
        status: isReachable ? 'ok' : 'failing',
        isDemo: pack.district.isDemo,
        standardsDigest: pack.digest,
        database: isReachable ? 'ok' : 'unreachable',
      } as const;
    },
  );
}
