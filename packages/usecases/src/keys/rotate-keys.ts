/**
 * Changing the keys: a new key goes into the ring, then everything the old ones made is made again, page by page. Every value carries
 * the id of its key, so a run that broke off is simply gone on with. Old keys stay in the ring: backups of the data need them.
 */
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { listAuditEvents } from '@xincheng/store/audit';
import { withTransaction } from '@xincheng/store/connection';
import { writeAct } from '../audit/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { activeOf, changeKeyRing, loadKeyRing, rotateBlindKey, rotateSealKey } from '../sealing/index.ts';
import type { KeyRing, KeyRingProblem, SealAlgorithm } from '../sealing/index.ts';
import { rebuildBlinds } from './rebuild-blinds.ts';
import { resealFiles } from './reseal-files.ts';
import { resealSecrets } from './reseal-secrets.ts';
import { resealValues } from './reseal-values.ts';

export type RotationStage = 'values' | 'files' | 'index';

export interface RotationProgress {
  readonly stage: RotationStage;
  /** Rows or files done in this stage. */
  readonly done: number;
}

export interface RotationOptions {
  /** Of the new seal key; the active one's when not given. */
  readonly algorithm?: SealAlgorithm | undefined;
  readonly onProgress?: (progress: RotationProgress) => void;
  /** Rows in one transaction. */
  readonly pageRows?: number;
}

/** A value or file that no key in the ring opens. It stays as it is. */
export interface UnreadableValue {
  readonly place: string;
  readonly key: string;
  /** Field code; null for a file. */
  readonly field: string | null;
}

export interface Rotation {
  readonly which: 'seal' | 'blind';
  /** The key that is now active. */
  readonly keyId: string;
  readonly algorithm: string;
  /** True when an earlier run that broke off was finished and no further key was made. */
  readonly isResumed: boolean;
  /** Rows whose values were sealed anew, or whose index was made again. */
  readonly rows: number;
  readonly files: number;
  readonly unreadable: readonly UnreadableValue[];
}

/** What a run of one kind did. */
export interface Done {
  readonly rows: number;
  readonly unreadable: readonly UnreadableValue[];
}

/** The tools of one run. */
export interface RotationWork {
  readonly platform: Platform;
  readonly context: ActContext;
  readonly ring: KeyRing;
  readonly pageRows: number;
  readonly onProgress: (progress: RotationProgress) => void;
}

const NOTHING: Done = { rows: 0, unreadable: [] };
const PAGE_ROWS = 1000;
const ENDED = 'keys.rotate.end';

/**
 * Rotates the seal or the blind key of an installation that nothing else is using. Versions and content hashes of records stay.
 * The platform handed in still holds the old ring: open it anew afterwards.
 */
export async function rotateKeys(
  platform: Platform,
  context: ActContext,
  which: 'seal' | 'blind',
  options: RotationOptions = {},
): Promise<Result<Rotation, KeyRingProblem>> {
  const begun = await beginRotation(platform, context, which, options.algorithm);
  if (!begun.ok) return begun;
  const { ring, isResumed } = begun.value;
  const work = {
    platform,
    context,
    ring,
    pageRows: options.pageRows ?? PAGE_ROWS,
    onProgress: options.onProgress ?? (() => undefined),
  };
  const key = activeKey(ring, which);
  await note(platform, context, 'keys.rotate.begin', key.id, { which, algorithm: key.algorithm, isResumed });
  const values = which === 'seal' ? await resealValues(work) : await rebuildBlinds(work);
  const secrets = which === 'seal' ? await resealSecrets(work) : NOTHING;
  const files = which === 'seal' ? await resealFiles(work) : NOTHING;
  const rows = values.rows + secrets.rows;
  const unreadable = [...values.unreadable, ...secrets.unreadable, ...files.unreadable];
  await note(platform, context, ENDED, key.id, { which, rows, files: files.rows, unreadable: unreadable.length });
  return ok({ which, keyId: key.id, algorithm: key.algorithm, isResumed, rows, files: files.rows, unreadable });
}

/** Adds the key, unless the last one was never finished with. The ring is safe on the disk before anything is made with it. */
async function beginRotation(
  platform: Platform,
  { now }: ActContext,
  which: 'seal' | 'blind',
  algorithm: SealAlgorithm | undefined,
): Promise<Result<{ readonly ring: KeyRing; readonly isResumed: boolean }, KeyRingProblem>> {
  const folder = platform.home.keys;
  const before = await loadKeyRing(folder);
  if (!before.ok) return before;
  const isWanted = which === 'blind' || algorithm === undefined || activeKey(before.value, 'seal').algorithm === algorithm;
  if (isWanted && (await isUnfinished(platform, before.value, which))) return ok({ ring: before.value, isResumed: true });
  const changed = await changeKeyRing(folder, (ring) =>
    which === 'seal' ? rotateSealKey(ring, now, algorithm) : rotateBlindKey(ring, now),
  );
  return changed.ok ? ok({ ring: changed.value, isResumed: false }) : changed;
}

/** The first key of all never replaced another; every later one is finished with when its run says so in the audit log. */
async function isUnfinished(platform: Platform, ring: KeyRing, which: 'seal' | 'blind'): Promise<boolean> {
  if (ring[which].length === 1) return false;
  const { id } = activeKey(ring, which);
  const events = await withTransaction(platform.database.owner, { actor: 'xincheng', scope: 'all' }, (client) =>
    listAuditEvents(client, { objectKind: 'key', objectId: id, act: ENDED, limit: 1 }),
  );
  return events.length === 0;
}

function activeKey(ring: KeyRing, which: 'seal' | 'blind'): { readonly id: string; readonly algorithm: string } {
  return which === 'seal' ? activeOf(ring.seal) : activeOf(ring.blind);
}

async function note(
  platform: Platform,
  context: ActContext,
  act: string,
  keyId: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await withTransaction(platform.database.owner, identityOf(context.actor), (client) =>
    writeAct(client, context, { act, objectKind: 'key', objectId: keyId, unitId: null, details }),
  );
}
