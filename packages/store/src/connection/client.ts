import pg from 'pg';
import { COLUMN_TYPES } from './types.ts';

/** Opens one connection outside every pool, for work on the server itself (databases, roles), and closes it afterwards. */
export async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ types: COLUMN_TYPES, connectionTimeoutMillis: 15_000, ...config });
  // A connection that breaks while idle is found out by the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
