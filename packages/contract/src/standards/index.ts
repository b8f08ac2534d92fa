export { checkSchema } from './check.ts';
export { datasetSchema, fieldGroupSchema } from './dataset.ts';
export { districtSchema, groupsSchema, provisionsSchema, unitsSchema } from './district.ts';
export { calendarYearSchema, codeListSchema, deadlineSchema, instrumentsSchema, jurisdictionsSchema } from './reference.ts';
export { termSetSchema } from './terms.ts';
export { jsonSchemaOf } from './json-schema.ts';
export { STANDARDS_KINDS } from './kinds.ts';
export type { StandardsKind } from './kinds.ts';
