/** The instruments the platform rests on, and how often the pack cites each. */
import { instrumentFinder } from '@xincheng/core/instruments';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Instrument, StandardsPack } from '@xincheng/core/standards';
import { refused } from './problem.ts';
import type { InstrumentProblem } from './problem.ts';

export interface InstrumentEntry {
  readonly instrument: Instrument;
  /** Places of the pack that cite it. */
  readonly citations: number;
}

/** Every instrument of the pack, in the order of the files. */
export function listInstruments({ instruments, citations }: StandardsPack): readonly InstrumentEntry[] {
  const counts = new Map<string, number>();
  for (const { instrument } of citations) counts.set(instrument, (counts.get(instrument) ?? 0) + 1);
  return [...instruments.values()].map((instrument) => ({ instrument, citations: counts.get(instrument.id) ?? 0 }));
}

/** The one instrument that a text names by id, number or full title. */
export function instrumentNamed({ instruments }: StandardsPack, text: string): Result<Instrument, InstrumentProblem> {
  const found = new Set(instrumentFinder(instruments.values())(text).flatMap((part) => part.instruments));
  if (found.size > 1) return refused('several-instruments', text, [...found]);
  const instrument = instruments.get([...found][0] ?? '');
  return instrument === undefined ? refused('no-such-instrument', text) : ok(instrument);
}
