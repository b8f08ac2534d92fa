/** Every kind of YAML by name: the loader reads by it, and one JSON Schema is published for each. */
import type { z } from 'zod';
import { checkSchema } from './check.ts';
import { datasetSchema, fieldGroupSchema } from './dataset.ts';
import { districtSchema, groupsSchema, provisionsSchema, unitsSchema } from './district.ts';
import { forwardTemplateSchema } from './forwarding.ts';
import { calendarYearSchema, codeListSchema, deadlineSchema, instrumentsSchema, jurisdictionsSchema } from './reference.ts';
import { noticeSchema, termSetSchema } from './terms.ts';

export const STANDARDS_KINDS = ['instruments', 'jurisdictions', 'code-list', 'fields', 'dataset', 'check', 'deadline', 'terms', 'notice', 'calendar-year', 'district', 'units', 'groups', 'provisions', 'forwarding'] as const;
export type StandardsKind = (typeof STANDARDS_KINDS)[number];

/** The schema of each kind. */
export const STANDARDS_SCHEMAS = {
  instruments: instrumentsSchema,
  jurisdictions: jurisdictionsSchema,
  'code-list': codeListSchema,
  fields: fieldGroupSchema,
  dataset: datasetSchema,
  check: checkSchema,
  deadline: deadlineSchema,
  terms: termSetSchema,
  notice: noticeSchema,
  'calendar-year': calendarYearSchema,
  district: districtSchema,
  units: unitsSchema,
  groups: groupsSchema,
  provisions: provisionsSchema,
  forwarding: forwardTemplateSchema,
} as const satisfies Readonly<Record<StandardsKind, z.ZodType>>;

/** What each kind is, in one line, for the published schemas. */
export const KIND_TITLES: Readonly<Record<StandardsKind, string>> = {
  instruments: 'Legal instruments that everything else cites',
  jurisdictions: 'Where values of law hold: the state, provinces, cities, districts',
  'code-list': 'A code list with dated values',
  fields: 'A group of fields that datasets share',
  dataset: 'A dataset: catalogue entry, fields, children, example rows',
  check: 'A check with its clauses and examples',
  deadline: 'A deadline with dated values by jurisdiction',
  notice: 'A text that is filled from a record',
  terms: 'How long records stay on public show, by regime and class',
  'calendar-year': 'Days off and make-up working days of one year',
  district: 'The district itself',
  units: 'Units of the district',
  groups: 'Groups of units',
  provisions: 'Who must provide which dataset since when',
  forwarding: 'How the records of a dataset go to the city platform, and how it answers',
};
