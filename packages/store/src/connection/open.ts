import pg from 'pg';
import { ROLES, SCHEMA, urlAs } from './names.ts';
import type { DatabaseSecrets } from './secrets.ts';
import { COLUMN_TYPES } from './types.ts';

/** How to reach the database and how patient to be. */
export interface DatabaseOptions {
  /** Address of a user who is, or may become, `xincheng_owner`. */
  readonly ownerUrl: string;
  readonly secrets: Pick<DatabaseSecrets, 'app' | 'importer' | 'portal'>;
  readonly poolSizes?: { readonly app?: number; readonly importer?: number; readonly portal?: number };
  /** Longest statement of the app and portal, default 30 s; 0 switches it off. Imports and migrations have none. */
  readonly statementTimeoutMs?: number;
  /** Longest pause inside an open transaction, default 60 s; 0 switches it off. It does not hold for imports, which wait for their file. */
  readonly idleInTransactionTimeoutMs?: number;
}

/** Pools by role; each connects when first used. */
export interface Database {
  readonly app: pg.Pool;
  readonly importer: pg.Pool;
  readonly portal: pg.Pool;
  /** Acts as `xincheng_owner`: migrations and maintenance only. */
  readonly owner: pg.Pool;
  readonly close: () => Promise<void>;
}

/** Opens the pools. The roles must be there: see `ensureRoles`. */
export function openDatabase(options: DatabaseOptions): Database {
  const { ownerUrl, secrets, poolSizes = {} } = options;
  const patience = {
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 60_000,
  };
  const app = makePool(urlAs(ownerUrl, ROLES.app, secrets.app), 'xincheng-app', poolSizes.app ?? 12, patience);
  const importer = makePool(urlAs(ownerUrl, ROLES.importer, secrets.importer), 'xincheng-importer', poolSizes.importer ?? 11, {});
  const portal = makePool(urlAs(ownerUrl, ROLES.portal, secrets.portal), 'xincheng-portal', poolSizes.portal ?? 6, patience);
  const owner = makePool(urlActingAs(ownerUrl, ROLES.owner), 'xincheng-owner', 2, {});
  const close = async (): Promise<void> => {
    await Promise.all([app, importer, portal, owner].map(async (pool) => pool.end()));
  };
  return { app, importer, portal, owner, close };
}

/** Objects must belong to the role, not to whoever logged in; settings the address already carries are kept. */
function urlActingAs(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', `${given === null ? '' : `${given} `}-c role=${role} -c search_path=${SCHEMA},public`);
  // A URL's form writes blanks as '+', which a connection string would take literally.
  url.search = url.search.replaceAll('+', '%20');
  return url.href;
}

function makePool(connectionString: string, name: string, max: number, more: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    application_name: name,
    max,
    types: COLUMN_TYPES,
    connectionTimeoutMillis: 15_000,
    ...more,
  });
  // A connection that breaks (server restarted, idle in a transaction too long) tells so by an event, and an event nobody hears ends
  // the process. Idle ones leave the pool by themselves; one in use fails at its next query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
