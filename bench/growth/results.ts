/** The numbers of a district grown old, held against their aim. */
import type { ImportMeasure } from '../intake/import-once.ts';
import { saveResults } from '../shared/save.ts';
import type { HomeMeasure } from './measure-home.ts';

/** The same file on one database: raw COPY in seconds, and the import. */
export interface Probe {
  readonly raw: number;
  readonly imported: ImportMeasure;
}

export interface Growth {
  readonly subjects: readonly ImportMeasure[];
  readonly records: readonly ImportMeasure[];
  readonly empty: Probe;
  readonly full: Probe;
  /** Before the last probe. */
  readonly loaded: HomeMeasure;
}

/** The aim: an import on the full database takes at most this many times as long, beside raw COPY, as on the empty one. */
const MOST = 1.5;

/** Saves them and prints what matters. */
export async function saveGrowth(folder: string, growth: Growth): Promise<void> {
  const ratio = growth.full.imported.seconds / growth.full.raw / (growth.empty.imported.seconds / growth.empty.raw);
  const seconds = (measures: readonly ImportMeasure[]): number => measures.reduce((sum, measure) => sum + measure.seconds, 0);
  const summary = {
    slowerOnFull: ratio,
    secondsSlowerOnFull: growth.full.imported.seconds / growth.empty.imported.seconds,
    subjectsSeconds: seconds(growth.subjects),
    recordsSeconds: seconds(growth.records),
  };
  await saveResults(folder, 'growth', { summary, ...growth });
  console.log(
    `${ratio <= MOST ? 'met   ' : 'missed'} import beside raw COPY, full / empty: ${ratio.toFixed(2)} (${String(MOST)})`,
    summary,
    growth.loaded,
  );
}
