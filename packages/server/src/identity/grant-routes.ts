/** What lets others act: tokens of programs, and standing in for a colleague. */
import {
  apiClientParamsSchema,
  apiClientSchema,
  colleagueSchema,
  delegationParamsSchema,
  delegationSchema,
  guardedHeadersSchema,
  listOf,
  madeApiClientSchema,
  newApiClientSchema,
  newDelegationSchema,
  pageOf,
  pageQuerySchema,
  uuidSchema,
} from '@xincheng/contract/api';
import { asDay } from '@xincheng/core/calendar';
import {
  createApiClient,
  delegate,
  endStandIn,
  readApiClients,
  readColleagues,
  readDelegations,
  revokeClient,
} from '@xincheng/usecases/identity';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { presentClient, presentDelegation } from './present.ts';

const base = { tags: ['identity'], headers: guardedHeadersSchema };

/** Registers the routes about tokens. */
export function clientRoutes(app: App, parts: Parts): void {
  app.get(
    '/api-clients',
    {
      schema: {
        ...base,
        operationId: 'listApiClients',
        summary: '程序令牌，由新到旧',
        querystring: pageQuerySchema,
        response: { 200: answer('一页', pageOf(apiClientSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { cursor, limit } = request.query;
      const before = readCursor(uuidSchema, cursor);
      if (!before.ok) return refuse(reply, before.error);
      const clients = await readApiClients(parts.platform, contextOf(parts, request), { before: before.value, limit });
      return clients.ok ? pageUpTo(clients.value.map(presentClient), limit, ({ id }) => id) : refuse(reply, clients.error);
    },
  );
  app.post(
    '/api-clients',
    {
      schema: {
        ...base,
        operationId: 'createApiClient',
        summary: '发一个令牌给程序：一个单位、若干权限、若干天',
        body: newApiClientSchema,
        response: { 201: answer('已发', madeApiClientSchema), ...problems(413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { unit: unitId, ...client } = request.body;
      const made = await createApiClient(parts.platform, contextOf(parts, request), { ...client, unitId });
      if (!made.ok) return refuse(reply, made.error);
      return reply.code(201).send({ client: presentClient(made.value.client), token: made.value.token });
    },
  );
  app.post(
    '/api-clients/:id/revocation',
    {
      schema: {
        ...base,
        operationId: 'revokeApiClient',
        summary: '作废一个令牌，立即生效',
        params: apiClientParamsSchema,
        response: { 200: answer('已作废', apiClientSchema), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const revoked = await revokeClient(parts.platform, contextOf(parts, request), request.params.id);
      return revoked.ok ? presentClient(revoked.value) : refuse(reply, revoked.error);
    },
  );
}

/** Registers the routes about delegation. */
export function delegationRoutes(app: App, parts: Parts): void {
  app.get(
    '/me/colleagues',
    {
      schema: {
        ...base,
        operationId: 'listColleagues',
        summary: '可以代我办理的人：本单位其他在用的账号',
        response: { 200: answer('同事', listOf(colleagueSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const read = await readColleagues(parts.platform, contextOf(parts, request));
      return read.ok ? { items: [...read.value] } : refuse(reply, read.error);
    },
  );
  app.get(
    '/delegations',
    {
      schema: {
        ...base,
        operationId: 'listDelegations',
        summary: '代理，由新到旧：我委托的和委托我的；管理员见其范围内的',
        querystring: pageQuerySchema,
        response: { 200: answer('一页', pageOf(delegationSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { cursor, limit } = request.query;
      const before = readCursor(uuidSchema, cursor);
      if (!before.ok) return refuse(reply, before.error);
      const read = await readDelegations(parts.platform, contextOf(parts, request), { before: before.value, limit });
      return read.ok ? pageUpTo(read.value.map(presentDelegation), limit, ({ id }) => id) : refuse(reply, read.error);
    },
  );
  app.post(
    '/delegations',
    {
      schema: {
        ...base,
        operationId: 'delegate',
        summary: '外出期间委托本单位同事代为办理',
        body: newDelegationSchema,
        response: { 201: answer('已委托', delegationSchema), ...problems(404, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { fromOn, untilOn, ...rest } = request.body;
      const wanted = { ...rest, fromOn: asDay(fromOn), untilOn: asDay(untilOn) };
      const made = await delegate(parts.platform, contextOf(parts, request), wanted);
      return made.ok ? reply.code(201).send(presentDelegation(made.value)) : refuse(reply, made.error);
    },
  );
  app.post(
    '/delegations/:id/end',
    {
      schema: {
        ...base,
        operationId: 'endDelegation',
        summary: '提前结束代理',
        params: delegationParamsSchema,
        response: { 200: answer('已结束', delegationSchema), ...problems(404, 409) },
      },
    },
    async (request, reply) => {
      const ended = await endStandIn(parts.platform, contextOf(parts, request), request.params.id);
      return ended.ok ? presentDelegation(ended.value) : refuse(reply, ended.error);
    },
  );
}
