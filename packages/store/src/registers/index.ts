export { listOpenDecisions, sumFunds } from './registers.ts';
export type { FundRow, OpenDecisionRow } from './registers.ts';
