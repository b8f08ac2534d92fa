/** What an administrator asks of a running database. */
import { withTransaction } from '@xincheng/store/connection';
import { unfinishedBatches } from '@xincheng/store/intake';
import { serverVersion } from '@xincheng/store/standards';
import type { Platform } from './open.ts';

export interface ServerState {
  readonly version: string;
  /** Batches received but not finished. */
  readonly unfinished: number;
}

/** Reads the state of the database server. */
export async function readServerState(platform: Platform): Promise<ServerState> {
  return withTransaction(platform.database.app, { actor: 'xincheng', scope: 'all' }, async (client) => ({
    version: await serverVersion(client),
    unfinished: (await unfinishedBatches(client)).length,
  }));
}
