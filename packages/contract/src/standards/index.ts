export { checkSchema } from './check.ts';
export { datasetSchema } from './dataset.ts';
export { districtSchema, groupsSchema, provisionsSchema, unitsSchema } from './district.ts';
export { forwardTemplateSchema } from './forwarding.ts';
export { calendarYearSchema, codeListSchema, deadlineSchema, instrumentsSchema, jurisdictionsSchema } from './reference.ts';
export { jsonSchemaOf } from './json-schema.ts';
export { STANDARDS_KINDS } from './kinds.ts';
export type { StandardsKind } from './kinds.ts';
