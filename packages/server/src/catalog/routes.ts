/** The information catalogue. */
import { catalogEntrySchema, guardedHeadersSchema, listOf } from '@xincheng/contract/api';
import { readCatalog } from '@xincheng/usecases/catalog';
import { answer, problems } from '../http/answers.ts';
import type { App, Parts } from '../http/parts.ts';

/** Registers the route. */
export function catalogRoutes(app: App, parts: Parts): void {
  app.get(
    '/catalog',
    {
      schema: {
        tags: ['catalog'],
        headers: guardedHeadersSchema,
        operationId: 'readCatalog',
        summary: '信息目录：归集什么、依据、谁提供、公开和共享属性',
        response: { 200: answer('目录', listOf(catalogEntrySchema)), ...problems() },
      },
    },
    () => ({ items: readCatalog(parts.platform.pack) }),
  );
}
