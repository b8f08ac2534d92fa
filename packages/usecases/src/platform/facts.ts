/** Facts of the installation, which survive every restart. */
import { withTransaction } from '@xincheng/store/connection';
import { readFact, writeFact } from '@xincheng/store/standards';
import type { Platform } from './open.ts';

const OWNER = { actor: 'xincheng', scope: 'all' } as const;

/** What is noted under a name; null where nothing is. */
export async function factOf({ database }: Pick<Platform, 'database'>, name: string): Promise<string | null> {
  return withTransaction(database.owner, OWNER, (client) => readFact(client, name));
}

/** Notes a fact, or notes it anew. */
export async function noteFact({ database }: Pick<Platform, 'database'>, name: string, value: string): Promise<void> {
  await withTransaction(database.owner, OWNER, (client) => writeFact(client, name, value));
}
