/** Every kind of YAML by name: the loader reads by it, and one JSON Schema is published for each. */
import type { z } from 'zod';
import { accountRulesSchema } from './accounts.ts';
import { checkSchema } from './check.ts';
import { bulletinSchema } from './bulletin.ts';
import { concealmentSchema } from './concealment.ts';
import { datasetSchema, fieldGroupSchema } from './dataset.ts';
import { districtSchema, groupsSchema, provisionsSchema, unitsSchema } from './district.ts';
import { forwardTemplateSchema } from './forwarding.ts';
import { expectedSetSchema, indicatorSchema, monitoringTreeSchema } from './indicator.ts';
import { calendarYearSchema, codeListSchema, deadlineSchema, instrumentsSchema, jurisdictionsSchema } from './reference.ts';
import { attachmentRulesSchema, contactsSchema, noticeSchema } from './notices.ts';
import { planProofSchema } from './plan-proof.ts';
import { supervisionSchema } from './supervision.ts';
import { termSetSchema } from './terms.ts';

export const STANDARDS_KINDS = ['instruments', 'jurisdictions', 'code-list', 'fields', 'dataset', 'check', 'deadline', 'terms', 'notice', 'calendar-year', 'district', 'units', 'groups', 'provisions', 'concealment', 'bulletin', 'forwarding', 'indicator', 'expected', 'monitoring', 'contacts', 'attachments', 'plan', 'supervision', 'accounts'] as const;
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
  concealment: concealmentSchema,
  bulletin: bulletinSchema,
  forwarding: forwardTemplateSchema,
  indicator: indicatorSchema,
  expected: expectedSetSchema,
  monitoring: monitoringTreeSchema,
  contacts: contactsSchema,
  attachments: attachmentRulesSchema,
  supervision: supervisionSchema,
  plan: planProofSchema,
  accounts: accountRulesSchema,
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
  concealment: 'From where on the finder of concealment says something',
  bulletin: 'What the monthly bulletin holds and whom it names',
  forwarding: 'How the records of a dataset go to the city platform, and how it answers',
  indicator: 'A number with its measures, period and targets',
  expected: 'What ought to come: units, items and periods',
  monitoring: 'A tree of points by which others judge the district',
  contacts: 'How units are reached',
  attachments: 'What may be attached and how long it is kept',
  supervision: 'How a district follows its tasks',
  plan: 'What proves the tasks of a plan',
  accounts: 'Sessions, passwords and sign-in',
};
