export { useRowRules, useRulesOf } from './use-row-rules.ts';
export type { RowRules } from './row-rules.ts';
