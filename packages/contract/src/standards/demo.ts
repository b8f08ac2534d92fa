/** `demo/year.yaml` of a demonstration district: which invented filings fill the year before the first start. */
import { z } from 'zod';
import { dottedIdSchema, idSchema, wordsSchema } from './common.ts';

/** More would keep the first start busy for long. */
const MOST_ROWS = 100_000;
const MOST_DAYS = 1095;

/** What one unit files of one dataset: so many rows in the year, in files that are so many days apart. */
const seriesSchema = z.strictObject({
  unit: idSchema,
  dataset: dottedIdSchema,
  rows: z.int().min(1).max(MOST_ROWS),
  everyDays: z.int().min(1).max(MOST_DAYS),
  bad: z.number().min(0).max(1),
});

/** `mark` stands in the name of every organisation and says that it is invented. */
export const demoYearSchema = z.strictObject({
  days: z.int().min(1).max(MOST_DAYS),
  mark: wordsSchema,
  series: z.array(seriesSchema).min(1),
});

export type DemoYear = z.infer<typeof demoYearSchema>;
export type DemoSeries = DemoYear['series'][number];
