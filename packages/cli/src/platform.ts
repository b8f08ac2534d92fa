/** Standards and platform for commands that need them; loaded by those commands only. */
import { join } from 'node:path';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { sealAudit } from '@xincheng/usecases/audit';
import type { ActContext } from '@xincheng/usecases/identity';
import { loadStandards, openPlatform } from '@xincheng/usecases/platform';
import type { LoadedStandards, Platform, PlatformOptions } from '@xincheng/usecases/platform';
import { SEAL_ALGORITHMS } from '@xincheng/usecases/sealing';
import type { SealAlgorithm } from '@xincheng/usecases/sealing';
import { localContext } from './environment.ts';
import type { Environment } from './environment.ts';
import { EXIT, failure } from './exit.ts';
import type { Answer } from './exit.ts';
import { unitIdOf, unknownUnit } from './units.ts';

/** The standards with the dataset and the unit somebody named: `unitId` is null when none was. */
export async function standardsFor(
  environment: Environment,
  named: { readonly dataset?: string | undefined; readonly unit?: string | undefined },
): Promise<Result<{ readonly standards: LoadedStandards; readonly unitId: string | null }, Answer>> {
  const { standardsDir, districtDir } = environment;
  const standards = environment.standards === null ? await loadStandards(standardsDir, districtDir) : ok(environment.standards);
  if (!standards.ok) return err(failure(EXIT.fault, standards.error));
  const { pack, layouts } = standards.value;
  if (named.dataset !== undefined && !layouts.has(named.dataset)) return err(unknownDataset(named.dataset, [...layouts.keys()]));
  if (named.unit === undefined) return ok({ standards: standards.value, unitId: null });
  const unitId = unitIdOf(pack, named.unit);
  return unitId === null ? err(unknownUnit(pack, named.unit)) : ok({ standards: standards.value, unitId });
}

function unknownDataset(id: string, known: readonly string[]): Answer {
  return failure(EXIT.unusable, { code: 'unknown-dataset', message: `没有“${id}”这个数据集。可用的有：${known.join('、')}。` });
}

/** How a command wants its platform. */
export interface PlatformUse {
  readonly standards?: LoadedStandards;
  readonly isAlone?: boolean;
  /** Said when somebody breaks the command off. */
  readonly onInterrupt?: string;
}

/** Opens the platform for whoever acts as the unit that is named, or as the credit office where none is. */
export async function withUnit(
  environment: Environment,
  unit: string | undefined,
  work: (platform: Platform, context: ActContext, unitId: string | null) => Promise<Answer>,
): Promise<Answer> {
  const found = await standardsFor(environment, { unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  const context = localContext(environment, unitId === null ? [] : [unitId]);
  return withPlatform(environment, { standards }, (platform) => work(platform, context, unitId));
}

/** Opens the platform, does the work and closes it again, also when somebody breaks the command off. */
export async function withPlatform(
  environment: Environment,
  use: PlatformUse,
  work: (platform: Platform) => Promise<Answer>,
): Promise<Answer> {
  const options = platformOptions(environment, use);
  if (!options.ok) return options.error;
  const { interrupts } = environment;
  const opening = openPlatform(options.value);
  // Also while it is being opened: a database server just started must not be left behind.
  const forget = interrupts.onInterrupt(use.onInterrupt ?? INTERRUPTED, async () => {
    const opened = await opening;
    if (opened.ok) await opened.value.close({ isUrgent: true });
  });
  try {
    const opened = await opening;
    if (!opened.ok) return failure(EXIT.fault, opened.error);
    if (interrupts.isInterrupted()) return failure(EXIT.fault, { code: 'interrupted', message: INTERRUPTED });
    const answer = await work(opened.value);
    if (!interrupts.isInterrupted()) {
      await sealAudit(opened.value, environment.now());
      await opened.value.close();
    }
    return answer;
  } catch (thrown) {
    if (!interrupts.isInterrupted()) await closeAfter(opening);
    throw thrown;
  } finally {
    forget();
  }
}

/** What went wrong before is what is told. */
async function closeAfter(opening: ReturnType<typeof openPlatform>): Promise<void> {
  try {
    const opened = await opening;
    if (opened.ok) await opened.value.close({ isUrgent: true });
  } catch {
    // Told already.
  }
}

const INTERRUPTED = '已中断。';

/** What the platform is opened with; fails on a setting that means nothing. */
function platformOptions(environment: Environment, use: PlatformUse): Result<PlatformOptions, Answer> {
  const { home, databaseUrl, standardsDir, districtDir, scanCommand, root, now, log } = environment;
  const standards = use.standards ?? environment.standards;
  const sealAlgorithm = sealAlgorithmOf(environment);
  if (!sealAlgorithm.ok) return sealAlgorithm;
  const places = { home, databaseUrl, standardsDir, districtDir, migrationsDir: join(root, 'packages/store/migrations') };
  return ok({
    ...places,
    now: now(),
    log,
    isAlone: use.isAlone ?? false,
    scanCommand,
    sealAlgorithm: sealAlgorithm.value,
    ...(standards === null ? {} : { standards }),
  });
}

/** The algorithm that is set for sealing, or undefined. */
export function sealAlgorithmOf({ sealAlgorithm }: Environment): Result<SealAlgorithm | undefined, Answer> {
  if (sealAlgorithm === null) return ok(undefined);
  const known = SEAL_ALGORITHMS.find((algorithm) => algorithm === sealAlgorithm);
  if (known !== undefined) return ok(known);
  const message = `XINCHENG_SEAL_ALGORITHM 的值“${sealAlgorithm}”不对：应为 ${SEAL_ALGORITHMS.join(' 或 ')}。`;
  return err(failure(EXIT.unusable, { code: 'unknown-seal-algorithm', message }));
}
