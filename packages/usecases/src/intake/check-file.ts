/** Checking a file before it is sent: no server, no database, nothing written. Says what it could not check. */
import { shownPackOf } from '@xincheng/core/publicity';
import { availableParallelism } from 'node:os';
import type { Day } from '@xincheng/core/calendar';
import type { Issue } from '@xincheng/core/intake';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { BatchCounts } from '@xincheng/store/intake';
import { datasetOf } from '../platform/index.ts';
import type { LoadedStandards } from '../platform/index.ts';
import { openSource } from '../reading/index.ts';
import type { ReadProblem } from '../reading/index.ts';
import { makeKeyRing } from '../sealing/index.ts';
import { checksNotRun } from './checks-not-run.ts';
import { columnsOf, readOptions } from './columns.ts';
import { stageBatch } from './import-batch.ts';
import type { Progress } from './import-batch.ts';
import { offlineSession } from './offline-session.ts';
import { RowFile } from './row-file.ts';
import { subjectFieldsOf } from './subject-findings.ts';
import { openRowWorkers } from './row-workers.ts';
import { unitRegistry } from './unit-registry.ts';

export interface FileCheck {
  readonly counts: BatchCounts;
  readonly checksNotRun: readonly string[];
  /** Columns whose header is none of the dataset's: nothing of them would be kept. */
  readonly columnsNotRead: readonly string[];
}

export interface FileCheckInput {
  readonly path: string;
  readonly dataset: string;
  /** The unit that would send; null leaves out whether source columns name it. */
  readonly unitId: string | null;
  /** Sheet of a workbook; absent: the one whose header matches. */
  readonly sheet?: string | undefined;
  readonly now: Date;
  readonly today: Day;
  readonly onIssue: (issue: Issue) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** Checks every row. `accepted` counts the rows that would go in, as far as can be told without the register. */
export async function checkFile(standards: LoadedStandards, input: FileCheckInput): Promise<Result<FileCheck, ReadProblem>> {
  const layout = datasetOf(standards, input.dataset);
  const source = await openSource(input.path, columnsOf(layout.dataset), readOptions(input.sheet ?? null));
  if (!source.ok) return source;
  const { datasets, codeLists, checks, instruments, district } = standards.pack;
  const count = Math.min(2, availableParallelism());
  const workers = openRowWorkers(source.value.records, count, {
    pack: { datasets, codeLists, checks, instruments },
    shown: shownPackOf(standards.pack),
    dataset: input.dataset,
    context: { today: input.today, regionCode: district.regionCode, units: unitRegistry(standards.pack, input.unitId) },
    unitId: input.unitId ?? '',
    plan: source.value.plan,
    // Keys of the moment: hashes serve only to find equal rows within the file.
    keys: makeKeyRing({ now: input.now }),
    tellsSubjects: false,
    purpose: 'check',
  });
  try {
    const { counts } = await stageBatch({
      dataset: input.dataset,
      links: [],
      subjectFields: subjectFieldsOf(layout),
      endedStandings: [],
      chunks: source.value.chunks(),
      session: offlineSession((lines) => {
        for (const line of lines.split('\n')) if (line !== '') input.onIssue(JSON.parse(line) as Issue);
      }),
      workers,
      rowFile: new RowFile(),
      ahead: count * 2,
      onProgress: input.onProgress,
    });
    return ok({
      counts,
      checksNotRun: checksNotRun(layout.dataset, { registry: false, history: false }),
      columnsNotRead: source.value.header.unknown,
    });
  } finally {
    await workers.close();
  }
}
