/** The empty file of a dataset as departments fill it in: headers, then an example they overwrite. */
import { csvFileStart } from '../csv.ts';
import type { RecordLayout } from '../records/layout.ts';

/** CSV with a byte order mark, so that spreadsheets read the Chinese: header row, and one example for each kind of subject. */
export function templateCsv({ dataset }: RecordLayout): string {
  const { fields, examples } = dataset.definition;
  const header = fields.map((field) => field.name.zh);
  const rows = examples.map(({ values }) => fields.map((field) => values[field.code] ?? ''));
  return csvFileStart([header, ...rows]);
}
