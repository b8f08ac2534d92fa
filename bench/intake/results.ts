/** The numbers of an intake measurement, held against their aims. */
import { saveResults } from '../shared/save.ts';
import type { CheckingMeasure } from './checking.ts';
import type { ImportMeasure } from './import-once.ts';

export interface Results {
  readonly rows: number;
  /** Seconds of each raw COPY. */
  readonly raw: readonly number[];
  readonly fresh: readonly ImportMeasure[];
  readonly again: ImportMeasure;
  readonly same: ImportMeasure;
  readonly checking: CheckingMeasure;
  readonly sizes: readonly {
    readonly rows: number;
    readonly seconds: number;
    readonly microsecondsPerRow: number;
    readonly rssMb: number;
  }[];
}

/** One line of the goals: what was aimed at and what came out. */
interface Goal {
  readonly goal: string;
  readonly least: number;
  readonly measured: number;
  readonly isMet: boolean;
}

/** Saves them and prints the goals. */
export async function saveIntake(folder: string, results: Results): Promise<void> {
  const raw = median(results.raw);
  const fresh = median(results.fresh.map(({ seconds }) => seconds));
  const perRow = results.sizes.map(({ microsecondsPerRow }) => microsecondsPerRow);
  const goals: Goal[] = [
    atLeast('new rows / raw COPY', 0.2, raw / fresh),
    atLeast('shuffled again / raw COPY', 0.5, raw / results.again.seconds),
    atMost('records written by the shuffled file', 0, results.again.written),
    atMost('the same bytes again, seconds', 2, results.same.seconds),
    atLeast('rules on split fields, rows/s a core', 300_000, results.checking.rulesPerSecond),
    atLeast('checking with parsing, rows/s', 130_000, results.checking.checkPerSecond),
    atLeast('checking with parsing / csv-parse + ajv', 1.5, results.checking.checkPerSecond / results.checking.peerPerSecond),
    atMost('peak memory of our process, MB', 400, Math.max(...results.fresh.map(({ rssMb }) => rssMb))),
    ...(perRow.length < 2 ? [] : [atMost('time a row, largest file / smallest', 1.3, Math.max(...perRow) / Math.min(...perRow))]),
  ];
  await saveResults(folder, 'intake', { goals, ...results });
  for (const { goal, least, measured, isMet } of goals)
    process.stdout.write(`${isMet ? 'met   ' : 'missed'} ${goal}: ${measured.toFixed(2)} (${String(least)})\n`);
}

function atLeast(goal: string, least: number, measured: number): Goal {
  return { goal, least, measured, isMet: measured >= least };
}

function atMost(goal: string, most: number, measured: number): Goal {
  return { goal, least: most, measured, isMet: measured <= most };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
