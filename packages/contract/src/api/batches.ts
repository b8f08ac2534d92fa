/** Batches: sending records, the receipt, issues, waiting rows. */
import { z } from 'zod';
import { daySchema, instantSchema, severitySchema, signatureSchema, uuidSchema } from './common.ts';

const batchCountsSchema = z.object({
  rows: z.number().int(),
  accepted: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  waiting: z.number().int(),
  issues: z.number().int(),
});

const issueGroupSchema = z.object({
  code: z.string(),
  rule: z.string(),
  severity: severitySchema,
  count: z.number().int(),
  firstRow: z.number().int(),
  message: z.string(),
  fix: z.string(),
});

export const receiptSchema = z
  .object({
    batch: uuidSchema,
    receiptNo: z.string().meta({ description: '回执编号' }),
    unit: z.string(),
    dataset: z.string(),
    datasetVersion: z.string(),
    source: z.enum(['file', 'api', 'form']),
    fileName: z.string(),
    sha256: z.string(),
    receivedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
    state: z.enum(['received', 'done', 'refused']),
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
    ...batchCountsSchema.shape,
    groups: z.array(issueGroupSchema),
    checksNotRun: z.array(z.string()).meta({ description: '未能执行的校验' }),
    columnsNotRead: z.array(z.string()).meta({ description: '认不出的列，内容没有入库' }),
    warnings: z
      .array(z.object({ code: z.enum(['template-outdated']), message: z.string() }))
      .meta({ description: '对整个文件的提示，不影响受理' }),
    isRepeat: z.boolean().meta({ description: '同一文件此前已受理：这是当时的批次，本次未写入任何数据' }),
    progress: z
      .object({
        stage: z.enum(['queued', 'reading', 'merging']).meta({ description: 'queued 排队；reading 逐行校验；merging 入库' }),
        rows: z.number().int().meta({ description: '已校验的行数' }),
        elapsedMs: z.number().int().meta({ description: '着手以来的毫秒数' }),
      })
      .nullable()
      .meta({ description: '处理到哪里；已办完的、不在本进程处理的为 null' }),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receiptSchema>;

export const issueSchema = z
  .object({
    row: z.number().int(),
    column: z.string().nullable(),
    label: z.string().nullable(),
    value: z.string(),
    expected: z.string().nullable(),
    rule: z.string(),
    code: z.string(),
    severity: severitySchema,
    message: z.string(),
    fix: z.string(),
  })
  .meta({ id: 'Issue' });

const cellSchema = z.union([z.string(), z.number(), z.null()]);

/** The version of a record that the sender had in view: a newer one refuses the whole push, and a masked value means the one that stands. */
const basedOnSchema = z.object({ record: uuidSchema, version: z.int().min(1) }).meta({
  id: 'BasedOn',
  description: '据以修改的版本：已有更新的版本时整批不写入（409 changed-meanwhile）；仍是遮蔽样子的敏感值照旧',
});
export type BasedOn = z.infer<typeof basedOnSchema>;

/** Children also hold what hangs on a record. */
const pushedChildSchema = z.object({ basedOn: basedOnSchema.optional() }).catchall(cellSchema);

/** One record as field code → value. `children` by child id; `replaces` names the record whose key this one corrects. */
const pushedRecordSchema = z
  .object({
    replaces: uuidSchema.optional(),
    basedOn: basedOnSchema.optional(),
    children: z.record(z.string(), z.array(pushedChildSchema)).optional(),
  })
  .catchall(z.union([cellSchema, z.array(z.string())]));

export const MOST_PUSHED_RECORDS = 5000;

export const pushBatchSchema = z
  .object({
    dataset: z.string(),
    unit: z.string(),
    records: z.array(pushedRecordSchema).min(1).max(MOST_PUSHED_RECORDS),
  })
  .meta({ id: 'PushBatch' });
export type PushBatch = z.infer<typeof pushBatchSchema>;

export const pushResultSchema = z.object({ receipt: receiptSchema, children: z.array(receiptSchema) });

export const waitingSchema = z
  .object({
    id: uuidSchema,
    batch: uuidSchema,
    unit: z.string(),
    dataset: z.string(),
    row: z.number().int(),
    recordId: uuidSchema,
    subjectName: z.string(),
    number: z.string(),
    decidedOn: daySchema,
    codes: z.array(z.string()),
    reasons: z.array(z.string()).meta({ description: '为什么待确认，一条一句' }),
    state: z.enum(['waiting', 'confirmed', 'dropped', 'superseded']),
  })
  .meta({ id: 'WaitingRow' });

export const waitingDecisionSchema = z.object({
  as: z.enum(['row', 'correction', 'new-decision', 'drop']).meta({
    description: 'row 确认无误；correction 更正决定日期；new-decision 同号另一决定；drop 放弃',
  }),
  name: signatureSchema,
  reason: z.string().trim().min(2).max(500).meta({ description: '理由' }),
});
