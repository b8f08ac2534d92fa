/** A whole platform for tests: the real standards and district, a database of its own, keys of the moment. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import type { ActContext } from '@xincheng/usecases/identity';
import { SEGMENT_ROWS } from '@xincheng/store/intake';
import { prepareIndicators } from '@xincheng/usecases/indicators';
import {
  createLimiter,
  createProgressBoard,
  IMPORTS_AT_ONCE,
  loadStandards,
  openHome,
  savePack,
} from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { makeKeyRing, openSealer } from '@xincheng/usecases/sealing';
import { testDatabase } from '../database/index.ts';

const ROOT = join(import.meta.dirname, '../../../..');
export const STANDARDS_DIR = join(ROOT, 'standards');
export const DISTRICT_DIR = join(ROOT, 'districts/licheng');

let own: ReturnType<typeof loadStandards> | null = null;

/** Those of the repository are read once for all tests of a process: nothing changes them. */
function standardsOf(standardsDir: string, districtDir: string): ReturnType<typeof loadStandards> {
  if (standardsDir !== STANDARDS_DIR || districtDir !== DISTRICT_DIR) return loadStandards(standardsDir, districtDir);
  own ??= loadStandards(standardsDir, districtDir);
  return own;
}

/** Opens one, on the standards of the repository or on a folder of one's own; close it in `afterAll`. */
export async function testPlatform(standardsDir = STANDARDS_DIR, districtDir = DISTRICT_DIR): Promise<Platform> {
  const standards = await standardsOf(standardsDir, districtDir);
  if (!standards.ok) throw new Error(`${standards.error.message}\n${standards.error.detail ?? ''}`);
  const folder = await mkdtemp(join(tmpdir(), 'xincheng-platform-'));
  const { database, close } = await testDatabase();
  const saved = await savePack(database, standards.value.pack, new Date('2021-01-01T00:00:00Z'));
  if (!saved.ok) throw new Error(saved.error.message);
  await prepareIndicators(database, standards.value);
  const keys = makeKeyRing({ now: new Date('2021-01-01T00:00:00Z') });
  return {
    home: openHome(folder),
    ...standards.value,
    keys,
    sealer: openSealer(keys),
    database,
    isEmbedded: true,
    scanner: null,
    imports: createLimiter(IMPORTS_AT_ONCE),
    progress: createProgressBoard(),
    segmentRows: SEGMENT_ROWS,
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An act at a local time of Shanghai, such as `2021-05-08T23:50`, for these units. */
export function actAt(local: string, units: readonly string[], actor = '测试员'): ActContext {
  const now = new Date(`${local.length === 16 ? `${local}:00` : local}+08:00`);
  return { now, today: dayOf(now), actor: { id: actor, scope: 'units', units, subjects: [] } };
}
