export { dumpSchema } from './dump.ts';
export { LINT_RULES, lintSchema } from './lint.ts';
export type { LintFinding } from './lint.ts';
export { migrate, readMigrations } from './migrate.ts';
export type { MigrationCode, MigrationFile, MigrationProblem } from './migrate.ts';
