/** Accounts and the table of roles. */
import {
  accountActSchema,
  accountListQuerySchema,
  accountOutcomeSchema,
  accountParamsSchema,
  accountSchema,
  guardedHeadersSchema,
  loginCursorSchema,
  newAccountSchema,
  pageOf,
  roleTableSchema,
} from '@xincheng/contract/api';
import { isTransferable, rightForm, RIGHTS, rightsOf, ROLE_NAMES, ROLES } from '@xincheng/core/identity';
import { actUponAccount, createAccount, readAccount, readAccounts } from '@xincheng/usecases/identity';
import type { AccountAct } from '@xincheng/usecases/identity';
import type { z } from 'zod';
import { answer, problems } from '../http/answers.ts';
import { contextOf } from '../http/authenticate.ts';
import { pageUpTo, readCursor } from '../http/cursor.ts';
import type { App, Parts } from '../http/parts.ts';
import { refuse } from '../http/problems.ts';
import { presentAccount } from './present.ts';

const base = { tags: ['identity'], headers: guardedHeadersSchema };

/** Registers the routes. */
export function accountRoutes(app: App, parts: Parts): void {
  app.get(
    '/roles',
    {
      schema: {
        ...base,
        operationId: 'listRoles',
        summary: '角色与权限对照表',
        response: { 200: answer('对照表', roleTableSchema), ...problems() },
      },
    },
    () => ({
      roles: ROLES.map((id) => ({ id, name: ROLE_NAMES[id], rights: [...rightsOf([id])] })),
      rights: RIGHTS.map((id) => ({ id, ...rightForm(id), isTransferable: isTransferable(id) })),
    }),
  );
  app.get(
    '/accounts',
    {
      schema: {
        ...base,
        operationId: 'listAccounts',
        summary: '账号，按用户名；单位管理员只见本单位的',
        querystring: accountListQuerySchema,
        response: { 200: answer('一页账号', pageOf(accountSchema)), ...problems() },
      },
    },
    async (request, reply) => {
      const { unit, role, state, cursor, limit } = request.query;
      const after = readCursor(loginCursorSchema, cursor);
      if (!after.ok) return refuse(reply, after.error);
      const filter = { unitId: unit ?? null, role: role ?? null, state: state ?? null, after: after.value, limit };
      const accounts = await readAccounts(parts.platform, contextOf(parts, request), filter);
      return accounts.ok
        ? pageUpTo(accounts.value.map(presentAccount), limit, ({ login }) => login)
        : refuse(reply, accounts.error);
    },
  );
  app.post(
    '/accounts',
    {
      schema: {
        ...base,
        operationId: 'createAccount',
        summary: '新建账号，给出初始口令',
        body: newAccountSchema,
        response: { 201: answer('已新建', accountOutcomeSchema), ...problems(409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const { unit: unitId, ...account } = request.body;
      const made = await createAccount(parts.platform, contextOf(parts, request), { ...account, unitId });
      if (!made.ok) return refuse(reply, made.error);
      return reply.code(201).send({ account: presentAccount(made.value.account), password: made.value.password });
    },
  );
  oneAccountRoutes(app, parts);
}

function oneAccountRoutes(app: App, parts: Parts): void {
  app.get(
    '/accounts/:login',
    {
      schema: {
        ...base,
        operationId: 'readAccount',
        summary: '一个账号',
        params: accountParamsSchema,
        response: { 200: answer('账号', accountSchema), ...problems(404) },
      },
    },
    async (request, reply) => {
      const read = await readAccount(parts.platform, contextOf(parts, request), request.params.login);
      return read.ok ? presentAccount(read.value) : refuse(reply, read.error);
    },
  );
  app.post(
    '/accounts/:login/acts',
    {
      schema: {
        ...base,
        operationId: 'actUponAccount',
        summary: '办理：改角色或单位、停用、启用、解锁、重置口令、停用验证器、关联统一认证、解除关联',
        params: accountParamsSchema,
        body: accountActSchema,
        response: { 200: answer('办理后的账号', accountOutcomeSchema), ...problems(404, 409, 413, 415, 422) },
      },
    },
    async (request, reply) => {
      const done = await actUponAccount(parts.platform, contextOf(parts, request), request.params.login, actOf(request.body));
      return done.ok ? { account: presentAccount(done.value.account), password: done.value.password } : refuse(reply, done.error);
    },
  );
}

function actOf(body: z.infer<typeof accountActSchema>): AccountAct {
  if (body.act !== 'change') return body;
  const { unit: unitId, ...rest } = body;
  return { ...rest, unitId };
}
