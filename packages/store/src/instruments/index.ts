export { citedTexts, countTouched, listTouched } from './touched.ts';
export type { CitingField, Touch, TouchCount, TouchedRow } from './touched.ts';
