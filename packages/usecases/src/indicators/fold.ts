/** Folding what changes have appended. Readings are right without it; it keeps them quick. */
import { withTransaction } from '@xincheng/store/connection';
import { foldBite } from '@xincheng/store/indicators';
import type { Platform } from '../platform/index.ts';

/** Deltas of one transaction: an import that appends meanwhile waits for nothing, and a folding that dies loses nothing. */
const BITE = 20_000;

/** Folds until nothing is left, or somebody else folds, or it is told to stop; how many. */
export async function foldDeltas(
  { database }: Pick<Platform, 'database'>,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let folded = 0;
  while (!isStopping()) {
    const bite = await withTransaction(database.owner, { actor: 'xincheng', scope: 'all' }, (client) => foldBite(client, BITE));
    folded += bite;
    if (bite < BITE) break;
  }
  return folded;
}
