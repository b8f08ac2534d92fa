/** What row workers are started with. */
import type { BatchRow } from '@xincheng/store/intake';
import { dayOf } from '@xincheng/core/calendar';
import { shownPackOf } from '@xincheng/core/publicity';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import type { OpenedSource } from '../reading/index.ts';
import type { RowSetup } from './row-processor.ts';
import { asksRegister } from './subject-findings.ts';
import { unitRegistry } from './unit-registry.ts';

/** Rows are judged as of the day the batch was received: a delay of ours never turns a good row bad. */
export function rowSetup(
  platform: Platform,
  batch: Pick<BatchRow, 'dataset' | 'unitId' | 'receivedAt'>,
  source: OpenedSource,
  hasRegister: boolean,
): RowSetup {
  const { datasets, codeLists, checks, instruments, district } = platform.pack;
  return {
    pack: { datasets, codeLists, checks, instruments },
    shown: shownPackOf(platform.pack),
    dataset: batch.dataset,
    context: {
      today: dayOf(batch.receivedAt),
      regionCode: district.regionCode,
      units: unitRegistry(platform.pack, batch.unitId),
    },
    unitId: batch.unitId,
    plan: source.plan,
    keys: platform.keys,
    tellsSubjects: hasRegister && asksRegister(datasetOf(platform, batch.dataset).dataset),
    purpose: 'import',
  };
}
