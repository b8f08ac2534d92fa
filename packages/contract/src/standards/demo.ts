/** `demo/year.yaml` and `demo/story.yaml` of a demonstration district: which invented filings fill the year before the first start. */
import { z } from 'zod';
import { dottedIdSchema, idSchema, wordsSchema } from './common.ts';

/** More would keep the first start busy for long. */
const MOST_ROWS = 100_000;
const MOST_DAYS = 1095;

const unitAndDataset = { unit: idSchema, dataset: dottedIdSchema };

/** What one unit files of one dataset: so many rows in the year, in files that are so many days apart. */
const seriesSchema = z.strictObject({
  ...unitAndDataset,
  rows: z.int().min(1).max(MOST_ROWS),
  everyDays: z.int().min(1).max(MOST_DAYS),
  bad: z.number().min(0).max(1),
});

/** What an invented city does: it answers so many days after a batch came, and of so many rows sends one back in these words. */
const forwardingSchema = z.strictObject({
  everyDays: z.int().min(1).max(MOST_DAYS),
  answeredAfterDays: z.int().min(1).max(MOST_DAYS),
  refusesOneIn: z.int().min(2),
  refusedWith: z.strictObject({ code: wordsSchema, message: wordsSchema }),
});

/**
 * The register is filed on the first day, with organisations founded before it.
 */
export const demoYearSchema = z.strictObject({
  days: z.int().min(1).max(MOST_DAYS),
  register: seriesSchema.omit({ everyDays: true }).exactOptional(),
  forwarding: forwardingSchema.exactOptional(),
  series: z.array(seriesSchema).min(1),
});

/** Days from the day of the first start; before it they are negative. */
const offsetSchema = z.int().min(-MOST_DAYS).max(0);

/** Rows by code of the field. `{day:-30}` in a text is that day, `{year:-30}` its year. */
const fileStepSchema = z.strictObject({
  day: offsetSchema,
  file: z.strictObject({ ...unitAndDataset, rows: z.array(z.record(z.string(), z.string())).min(1) }),
});

/** A decision to put credit right, as the credit office notes it. */
const repairStepSchema = z.strictObject({
  day: offsetSchema,
  repair: z.strictObject({
    dataset: dottedIdSchema,
    number: wordsSchema,
    name: wordsSchema,
    reason: wordsSchema,
    document: wordsSchema,
  }),
});

/** `demo/story.yaml`: what happened to one organisation. */
export const demoStorySchema = z.strictObject({
  subject: z.string().length(18),
  steps: z.array(z.union([fileStepSchema, repairStepSchema])).min(1),
});

export type DemoYear = z.infer<typeof demoYearSchema>;
export type DemoSeries = DemoYear['series'][number];
export type DemoForwarding = z.infer<typeof forwardingSchema>;
export type DemoStory = z.infer<typeof demoStorySchema>;
export type DemoRepair = z.infer<typeof repairStepSchema>['repair'];
