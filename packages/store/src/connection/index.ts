export { withClient } from './client.ts';
export { beginAs, seeingAll, seeingCredentials, withTransaction } from './identity.ts';
export type { Identity, Scope } from './identity.ts';
export { ROLES, SCHEMA } from './names.ts';
export { openDatabase } from './open.ts';
export type { Database, DatabaseOptions } from './open.ts';
export { ensureRoles } from './roles.ts';
export type { RolesCode, RolesProblem } from './roles.ts';
export { databaseSecrets } from './secrets.ts';
export { withSnapshot } from './snapshot.ts';
export type { DatabaseSecrets } from './secrets.ts';
/** A connection inside a transaction, for callers that may not import the driver. */
export type { ClientBase as Client } from 'pg';
