/** Sessions, accounts, programs, delegation. */
import { LOGIN_FORM, RIGHTS, ROLES } from '@xincheng/core/identity';
import { z } from 'zod';
import { askedDaySchema, daySchema, instantSchema, pageQuerySchema, uuidSchema } from './common.ts';

const rightSchema = z.enum(RIGHTS).meta({ description: '权限，见 /api/v1/roles' });
const roleSchema = z.enum(ROLES);
const scopeSchema = z.enum(['units', 'all']).meta({ description: 'units 本单位；all 全区' });
/** No control characters: the database takes no zero byte. */
const CLEAN = /^\P{Cc}+$/u;
const givenLoginSchema = z.string().max(60).regex(CLEAN, { error: '写法不对' }).meta({ description: '用户名' });
const passwordSchema = z.string().min(1).max(200).regex(CLEAN, { error: '不能有控制字符' });
const codeSchema = z.string().min(1).max(40).regex(CLEAN, { error: '写法不对' }).meta({ description: '动态验证码或恢复码' });
const loginSchema = z
  .string()
  .regex(LOGIN_FORM, { error: '须以小写字母开头，2 到 40 个小写字母、数字、点、下划线、连字符' })
  .meta({ description: '用户名' });
const nameSchema = z.string().trim().min(2).max(50).regex(CLEAN, { error: '写法不对' });

export const signInSchema = z.object({ login: givenLoginSchema, password: passwordSchema, code: codeSchema.optional() });
export const sessionSchema = z
  .object({
    login: z.string(),
    name: z.string(),
    unit: z.string(),
    scope: scopeSchema,
    roles: z.array(roleSchema),
    rights: z.array(rightSchema),
    mustChangePassword: z.boolean().meta({ description: '须先改口令；此前没有任何权限' }),
    hasTotp: z.boolean(),
    mustAddTotp: z.boolean().meta({ description: '角色须用动态验证码，还没有登记验证器；此前没有任何权限' }),
    endsAt: instantSchema.meta({ description: '不再操作时，登录到何时失效' }),
    actingFor: z.string().nullable().meta({ description: '正代谁办理' }),
    standsInFor: z.array(z.object({ login: z.string(), name: z.string() })).meta({ description: '可代谁办理' }),
    csrf: z.string().meta({ description: '凡改动内容的请求，须放在请求头 Xincheng-Csrf 里' }),
  })
  .meta({ id: 'Session' });
export type SessionBody = z.infer<typeof sessionSchema>;
export const doorSchema = z.object({
  session: sessionSchema.nullable().meta({ description: '已登录者的会话；未登录为空' }),
  hasProvider: z.boolean().meta({ description: '可否经统一认证登录' }),
});
export const signOutQuerySchema = z.object({
  everywhere: z.enum(['true', 'false']).default('false').meta({ description: 'true：在所有地方退出' }),
});
const ownSessionIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/u, { error: '写法不对' })
  .meta({ description: '登录的编号' });
export const ownSessionSchema = z
  .object({
    id: ownSessionIdSchema,
    method: z.enum(['password', 'provider']),
    createdAt: instantSchema,
    seenAt: instantSchema.meta({ description: '最近一次操作，约一分钟内' }),
    endsAt: instantSchema,
    isThis: z.boolean().meta({ description: '就是这次登录' }),
  })
  .meta({ id: 'OwnSession' });
export type OwnSessionBody = z.infer<typeof ownSessionSchema>;
export const ownSessionParamsSchema = z.object({ id: ownSessionIdSchema });
export const newPasswordSchema = z.object({ current: passwordSchema, next: passwordSchema });
export const ownPasswordSchema = z.object({ password: passwordSchema });
export const totpSecretSchema = z.object({
  secret: z.string().meta({ description: 'Base32，只给一次' }),
  uri: z.string().meta({ description: '供做成二维码' }),
});
export const totpCodeSchema = z.object({ code: codeSchema });
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()).meta({ description: '只给一次' }) });

export const roleTableSchema = z.object({
  roles: z.array(z.object({ id: roleSchema, name: z.string(), rights: z.array(rightSchema) })),
  rights: z.array(z.object({ id: rightSchema, name: z.string(), isOwnUnitOnly: z.boolean(), isTransferable: z.boolean() })),
});

export const accountSchema = z
  .object({
    id: uuidSchema.meta({ description: '审计日志以它相认' }),
    login: z.string(),
    name: z.string(),
    unit: z.string(),
    scope: scopeSchema,
    roles: z.array(roleSchema),
    createdAt: instantSchema,
    createdBy: z.string(),
    changedAt: instantSchema,
    disabledAt: instantSchema.nullable(),
    disabledBy: z.string().nullable(),
    lockedUntil: instantSchema.nullable().meta({ description: '连续失败后暂停登录到何时' }),
  })
  .meta({ id: 'Account' });
export type AccountBody = z.infer<typeof accountSchema>;
const placeSchema = z.object({ name: nameSchema, unit: z.string(), scope: scopeSchema, roles: z.array(roleSchema).min(1) });
export const newAccountSchema = placeSchema.extend({ login: loginSchema });
export const accountOutcomeSchema = z.object({
  account: accountSchema,
  password: z.string().nullable().meta({ description: '初始口令，只给一次；首次登录须改' }),
});
export const accountListQuerySchema = z.object({
  unit: z.string().optional(),
  role: roleSchema.optional(),
  state: z.enum(['active', 'disabled']).optional().meta({ description: 'active 在用；disabled 停用' }),
  ...pageQuerySchema.shape,
});
export const colleagueSchema = z.object({ login: z.string(), name: z.string() }).meta({ id: 'Colleague' });
export const accountParamsSchema = z.object({ login: loginSchema });
export const accountActSchema = z.discriminatedUnion('act', [
  placeSchema.extend({ act: z.literal('change') }),
  z.object({ act: z.literal('disable') }),
  z.object({ act: z.enum(['enable', 'unlock', 'reset-password', 'remove-totp', 'unlink']) }),
  z.object({
    act: z.literal('link'),
    issuer: z.url().max(500),
    subject: z.string().min(1).max(255).regex(CLEAN, { error: '写法不对' }),
  }),
]);
/** A login as the position of a list. */
export const loginCursorSchema = loginSchema;

export const apiClientSchema = z
  .object({
    id: uuidSchema,
    name: z.string(),
    unit: z.string(),
    rights: z.array(rightSchema),
    createdAt: instantSchema,
    createdBy: z.string(),
    expiresAt: instantSchema,
    usedAt: instantSchema.nullable(),
    revokedAt: instantSchema.nullable(),
    revokedBy: z.string().nullable(),
  })
  .meta({ id: 'ApiClient' });
export type ApiClientBody = z.infer<typeof apiClientSchema>;
export const newApiClientSchema = z.object({
  name: nameSchema,
  unit: z.string(),
  rights: z.array(rightSchema).min(1),
  days: z.number().int().meta({ description: '有效几天' }),
});
export const madeApiClientSchema = z.object({
  client: apiClientSchema,
  token: z.string().meta({ description: '令牌，只给一次；放在请求头 Authorization: Bearer 之后' }),
});
export const apiClientParamsSchema = z.object({ id: uuidSchema });

export const delegationSchema = z
  .object({
    id: uuidSchema,
    fromName: z.string(),
    toName: z.string(),
    unit: z.string(),
    fromOn: daySchema,
    untilOn: daySchema,
    reason: z.string(),
    madeAt: instantSchema,
    madeBy: z.string(),
    endedAt: instantSchema.nullable(),
    endedBy: z.string().nullable(),
  })
  .meta({ id: 'Delegation' });
export type DelegationBody = z.infer<typeof delegationSchema>;
export const newDelegationSchema = z.object({
  from: loginSchema.optional().meta({ description: '外出者；不填为本人，他人由管理员办' }),
  to: loginSchema,
  fromOn: askedDaySchema,
  untilOn: askedDaySchema,
  reason: z.string().trim().min(1).max(200).regex(CLEAN, { error: '写法不对' }),
});
export const delegationParamsSchema = z.object({ id: uuidSchema });
export const providerCallbackSchema = z.looseObject({
  code: z.string().max(2000).optional(),
  state: z.string().max(500).optional(),
});
