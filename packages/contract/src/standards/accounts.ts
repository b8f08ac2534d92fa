/** `accounts.yaml` of a district, and `demo/accounts.yaml` of a demonstration district. */
import { LOGIN_FORM, ROLES } from '@xincheng/core/identity';
import type { AccountRules } from '@xincheng/core/identity';
import { z } from 'zod';
import { certaintySchema, idSchema, wordsSchema } from './common.ts';

/** How long sessions last, what passwords must be, when sign-in is held up. */
export const accountRulesSchema = z.strictObject({
  certainty: certaintySchema,
  note: wordsSchema.exactOptional(),
  sessions: z.strictObject({ idleMinutes: z.int().min(5).max(1440), longestHours: z.int().min(1).max(168) }),
  passwords: z.strictObject({
    shortest: z.int().min(8).max(64),
    kinds: z.int().min(1).max(4),
    days: z.int().min(1).max(1095).exactOptional(),
  }),
  lockout: z.strictObject({
    failures: z.int().min(1).max(20),
    firstSeconds: z.int().min(1).max(3600),
    longestSeconds: z.int().min(1).max(86_400),
  }),
  clients: z.strictObject({ longestDays: z.int().min(1).max(1095) }),
  secondFactor: z.array(z.enum(ROLES)).min(1).exactOptional(),
}) satisfies z.ZodType<AccountRules>;

/** Accounts of the demonstration; their passwords are made at the first start. */
export const demoAccountsSchema = z.array(
  z.strictObject({
    login: z.string().regex(LOGIN_FORM),
    name: wordsSchema,
    unit: idSchema,
    scope: z.enum(['units', 'all']),
    roles: z.array(z.enum(ROLES)).min(1),
  }),
);
export type DemoAccount = z.infer<typeof demoAccountsSchema>[number];
