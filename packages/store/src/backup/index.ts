export { analyzeTables, copyIn, copyOut, withTablesOpen } from './copy.ts';
export type { TableShape } from './copy.ts';
export { appliedMigrations, backedUpTables, filledTables, keptFileHashes } from './tables.ts';
export type { BackedUpTable } from './tables.ts';
