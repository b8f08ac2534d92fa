export { useRowRules } from './use-row-rules.ts';
export type { RowRules } from './row-rules.ts';
