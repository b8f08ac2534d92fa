/** What has no answer, what was refused, what is due, and the numbers. Whoever asks sees the records of its own scope. */
import {
  dueForwardingQuerySchema,
  dueForwardingSchema,
  forwardingCountSchema,
  forwardItemQuerySchema,
  guardedHeadersSchema,
  listOf,
  pageOf,
  refusedItemSchema,
  unansweredItemSchema,
  unansweredQuerySchema,
  uuidSchema,
} from '@xincheng/contract/api';
import { readDueForwarding, readForwardingCounts, readRefused, readUnanswered } from '@xincheng/usecases/forwarding';
import { z } from 'zod';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { presentItem, withUnit } from './present.ts';

const base = { tags: ['forwarding'], headers: guardedHeadersSchema };
/** Behind which row of which batch to go on. */
const position = z.tuple([uuidSchema, z.int()]);

/** Registers the routes. */
export function forwardListRoutes(app: App, parts: Parts): void {
  itemRoutes(app, parts);

  app.get(
    '/forwarding/due',
    {
      schema: {
        ...base,
        operationId: 'listDueForwarding',
        summary: '快到期限而未上传的记录，最急的在前',
        querystring: dueForwardingQuerySchema,
        response: { 200: answer('未上传的记录', listOf(dueForwardingSchema)), ...problems() },
      },
    },
    async (request) => {
      const items = await readDueForwarding(parts.platform, contextOf(parts, request), request.query);
      return { items: items.map(withUnit) };
    },
  );

  app.get(
    '/forwarding/counts',
    {
      schema: {
        ...base,
        operationId: 'countForwarding',
        summary: '按数据集和单位统计',
        response: { 200: answer('统计', listOf(forwardingCountSchema)), ...problems() },
      },
    },
    async (request) => {
      const counts = await readForwardingCounts(parts.platform, contextOf(parts, request));
      return { items: counts.map(withUnit) };
    },
  );
}

function itemRoutes(app: App, parts: Parts): void {
  app.get(
    '/forwarding/unanswered',
    {
      schema: {
        ...base,
        operationId: 'listUnansweredForwarding',
        summary: '已移交而没有回执的记录，注明已过几个工作日',
        querystring: unansweredQuerySchema,
        response: { 200: answer('一页未回的记录', pageOf(unansweredItemSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { dataset, unit, days, cursor, limit } = request.query;
      const after = readCursor(position, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const filter = { dataset: dataset ?? null, unitId: unit ?? null, after: rowAt(after.value), limit, days };
      const items = await readUnanswered(parts.platform, contextOf(parts, request), filter);
      return pageUpTo(items.map(presentItem), limit, ({ batch, row }) => [batch, row]);
    },
  );

  app.get(
    '/forwarding/refused',
    {
      schema: {
        ...base,
        operationId: 'listRefusedForwarding',
        summary: '市平台未通过的记录及其原因，供报送单位补正',
        querystring: forwardItemQuerySchema,
        response: { 200: answer('一页未通过的记录', pageOf(refusedItemSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { dataset, unit, cursor, limit } = request.query;
      const after = readCursor(position, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const filter = { dataset: dataset ?? null, unitId: unit ?? null, after: rowAt(after.value), limit };
      const items = await readRefused(parts.platform, contextOf(parts, request), filter);
      return pageUpTo(items.map(presentItem), limit, ({ batch, row }) => [batch, row]);
    },
  );
}

function rowAt(position: readonly [string, number] | null): { readonly batch: string; readonly row: number } | null {
  return position === null ? null : { batch: position[0], row: position[1] };
}
