/** Instruments the platform rests on, and what their repeal touches. */
import { z } from 'zod';
import { certaintySchema, daySchema, labelSchema, uuidSchema } from './common.ts';

const instrumentSchema = z
  .object({
    id: z.string(),
    number: z.string().optional().meta({ description: '文号' }),
    issuer: z.string(),
    title: labelSchema,
    from: daySchema.optional(),
    to: daySchema.optional().meta({ description: '有效的最后一天' }),
    certainty: certaintySchema,
    note: z.string().optional(),
  })
  .meta({ id: 'Instrument' });

export const instrumentEntrySchema = z.object({
  instrument: instrumentSchema,
  citations: z.number().int().meta({ description: '规则文件里引用它的地方有几处' }),
});

export const instrumentParamsSchema = z.object({
  id: z.string().meta({ description: '依据编号、文号或者全称', examples: ['gbf-2020-49'] }),
});

export const repealImpactSchema = z
  .object({
    instrument: instrumentSchema,
    standards: z
      .array(
        z.object({
          instrument: z.string(),
          clause: z.string().nullable(),
          kind: z.string().meta({ description: '文件种类：dataset、check、provisions 等' }),
          file: z.string(),
          line: z.number().int(),
          path: z.string().meta({ description: '在文件里的位置' }),
        }),
      )
      .readonly()
      .meta({ description: '规则文件里引用它的每一处' }),
    onlyBasisOf: z.array(z.string()).readonly().meta({ description: '除它以外没有其他有效依据的数据集' }),
    counts: z
      .array(z.object({ dataset: z.string(), unitId: z.string(), count: z.number().int() }))
      .readonly()
      .meta({ description: '触及的记录，每条只计一次' }),
  })
  .meta({ id: 'RepealImpact' });

export const touchedRecordSchema = z
  .object({
    recordId: uuidSchema,
    parentId: uuidSchema.nullable(),
    dataset: z.string(),
    unitId: z.string(),
    subjectName: z.string(),
    number: z.string(),
    decidedOn: daySchema,
    because: z
      .array(z.enum(['cites', 'child', 'parent', 'dataset']))
      .readonly()
      .meta({ description: 'cites 自己引用；child 下级引用；parent 上级引用；dataset 数据集没有其他依据' }),
  })
  .meta({ id: 'TouchedRecord' });
