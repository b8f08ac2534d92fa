export { computeDue } from './compute-due.ts';
export type { Due, DueProblem, DueQuery, DueRule } from './compute-due.ts';
export { loadDueStandards } from './load-times.ts';
