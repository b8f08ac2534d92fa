import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@xincheng/store/embedded';
import type { EmbeddedServer } from '@xincheng/store/embedded';

/** Tests may lose everything with the machine, so nothing waits for the disk. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  autovacuum_naptime: '10min',
  max_wal_size: '1GB',
};

/** What a crash of the machine, or an update of the server, leaves behind: the test cluster is then simply made again. */
const WORN = ['start-failed', 'data-version', 'data-missing', 'keys-missing', 'keys-damaged', 'data-elsewhere'];

/**
 * The server of all tests of this checkout and user: started by the first that asks, adopted by the others, stopped with the last.
 * Its cluster stays in the system's temporary folder, so that later runs find their template database there.
 */
export async function startTestServer(): Promise<EmbeddedServer> {
  const key = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 10);
  const home = join(tmpdir(), `xincheng-test-${process.getuid?.() ?? 0}-${key}`);
  const options = { home, settings: SETTINGS, sharedBuffers: '128MB' };
  let started = await startEmbedded(options);
  if (!started.ok && WORN.includes(started.error.code)) {
    await rm(home, { recursive: true, force: true });
    started = await startEmbedded(options);
  }
  if (!started.ok) throw new Error(`${started.error.code}: ${started.error.message}\n${started.error.detail ?? ''}`);
  return started.value;
}
