export { readFunds } from './read-funds.ts';
export type { Funds } from './read-funds.ts';
export { readOpenDecisions } from './read-open-decisions.ts';
export type { OpenDecision } from './read-open-decisions.ts';
