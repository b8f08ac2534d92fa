/** Due days with their proof. */
import { DAY_UNITS } from '@xincheng/core/standards';
import { z } from 'zod';
import { askedDaySchema, certaintySchema, citationSchema, daySchema, labelSchema } from './common.ts';

export const dueQuerySchema = z
  .object({
    deadline: z.string().optional().meta({ description: '期限编号，如 objection.close' }),
    jurisdiction: z.string().optional().meta({ description: '适用范围，如 licheng、national；缺省为本区适用的第一个' }),
    days: z.coerce.number().int().min(0).max(3660).optional().meta({ description: '天数，与 unit 一起给出' }),
    unit: z.enum(DAY_UNITS).optional().meta({ description: 'working-day 工作日；natural-day 自然日' }),
    from: askedDaySchema,
    roll: z.stringbool().optional().meta({ description: '末日逢休息日是否顺延；缺省按期限的规定' }),
  })
  .refine((query) => (query.deadline === undefined) !== (query.days === undefined), {
    error: '请给出 deadline，或给出 days 与 unit，二者取一',
  })
  .refine((query) => query.days === undefined || query.unit !== undefined, {
    error: '按天数计算时须给出 unit：working-day 或 natural-day',
  });

/** The value of a deadline that was applied. */
const dueRuleSchema = z
  .object({
    deadline: z.string(),
    name: labelSchema,
    jurisdiction: z.string(),
    jurisdictionName: labelSchema,
    unit: z.enum(DAY_UNITS),
    days: z.number().int(),
    rolls: z.boolean(),
    basis: citationSchema,
    certainty: certaintySchema,
    note: z.string().nullable(),
  })
  .meta({ id: 'DueRule' });

export const dueSchema = z
  .object({
    due: daySchema.nullable(),
    provisional: z.boolean(),
    proof: z.array(z.object({ day: daySchema, counted: z.boolean(), reason: z.string() })),
    rule: dueRuleSchema.nullable().meta({ description: '所用的期限规定；按天数计算时为 null' }),
    beside: z
      .array(z.object({ due: daySchema.nullable(), provisional: z.boolean(), rule: dueRuleSchema }))
      .meta({ description: '其他口径对同一期限的规定，只作并列显示' }),
    atMost: z
      .object({ days: z.number().int(), due: daySchema.nullable(), provisional: z.boolean() })
      .nullable()
      .meta({ description: '双方可以约定更长时间的，最迟到哪一天' }),
  })
  .meta({ id: 'Due' });
