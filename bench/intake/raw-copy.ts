/** The limit: the server takes the same bytes by COPY FROM STDIN into a bare table of text columns. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { startEmbedded } from '@xincheng/store/embedded';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Seconds of one COPY into a new table; the table is dropped again. */
export async function rawCopy(home: string, file: string): Promise<number> {
  const server = await startEmbedded({ home });
  if (!server.ok) throw new Error(server.error.message);
  const client = new pg.Client({ connectionString: server.value.ownerUrl });
  await client.connect();
  try {
    const columns = (await firstLine(file)).split(',').map((name) => `"${name.replaceAll('"', '')}" text`);
    await client.query('drop table if exists bare');
    await client.query(`create table bare (${columns.join(', ')})`);
    const started = performance.now();
    await pipeline(
      createReadStream(file, { highWaterMark: 1 << 18 }),
      client.query(copyFrom('copy bare from stdin (format csv, header true)')),
    );
    const seconds = (performance.now() - started) / 1000;
    await client.query('drop table bare');
    await client.query('checkpoint');
    return seconds;
  } finally {
    await client.end();
    await server.value.stop();
  }
}

async function firstLine(file: string): Promise<string> {
  const handle = await open(file);
  try {
    for await (const line of handle.readLines()) return line.replace(/^\ufeff/u, '');
    return '';
  } finally {
    await handle.close();
  }
}
