/** Carrying the pack over into the database at every start. */
import { createHash } from 'node:crypto';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { StandardsPack } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import type { Database } from '@xincheng/store/connection';
import { hasBatches, saveDefinitions, saveUnits } from '@xincheng/store/standards';

/** Saves units and definitions. Refused when a dataset's content changed under the version that records were made with. */
export async function savePack(
  database: Database,
  pack: StandardsPack,
  now: Date,
): Promise<Result<{ readonly hasRecords: boolean }, { code: string; message: string; detail: string }>> {
  const definitions = [...pack.datasets.values()].map((definition) => ({
    dataset: definition.id,
    version: definition.version,
    digest: createHash('sha256').update(JSON.stringify(definition)).digest('hex'),
    definition,
  }));
  return withTransaction(database.owner, { actor: 'xincheng', scope: 'all' }, async (client) => {
    const hasRecords = await hasBatches(client);
    await saveUnits(client, [...pack.units.values()]);
    const changed = await saveDefinitions(client, definitions, now, hasRecords);
    if (changed.length === 0) return ok({ hasRecords });
    return err({
      code: 'definition-changed',
      message: `数据集 ${changed.join('、')} 的内容改了，版本号却没有改；已有记录是按原内容受理的，系统没有启动。`,
      detail: 'give the dataset a new version',
    });
  });
}
