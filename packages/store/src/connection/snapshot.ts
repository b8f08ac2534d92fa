import type pg from 'pg';

/**
 * Reads as of one instant, however long it takes, as the owner: what others write meanwhile is not seen and is not held up. Values
 * are written as text in one way, whatever the server is set to.
 */
export async function withSnapshot<T>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await owner.connect();
  let isSound = false;
  try {
    await client.query(`begin isolation level repeatable read read only; ${PLAIN_TEXT}`);
    const value = await work(client);
    await client.query('commit');
    isSound = true;
    return value;
  } finally {
    client.release(!isSound);
  }
}

/** Settings under which equal values are equal text. */
export const PLAIN_TEXT =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1";
