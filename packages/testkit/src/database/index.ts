export { startTestServer } from './server.ts';
export { testDatabase } from './test-database.ts';
export type { TestDatabase, TestDatabaseOptions } from './test-database.ts';
