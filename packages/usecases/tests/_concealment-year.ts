/** A generated year of decision numbers in which some decisions were never filed. */
import { addDays, asDay, daysBetween } from '@xincheng/core/calendar';
import { randomOf } from './_random.ts';

const FIRST = asDay('2021-01-04');
const LAST = asDay('2021-12-28');
/**
 * Share of the numbers under which lawfully nothing stands in public. A fifth of them were filed and taken back, which the finder sees;
 * the others were never used for a decision to be filed: of these the units have noted a share.
 */
const LAWFUL = 0.05;
const TAKEN_BACK = 0.2;
/** Share of the decisions that were made and never filed. */
const CONCEALED = 0.01;
/** Share of a series whose end is lost: nothing in the numbers can show it. */
const TAIL = 0.005;

/** A series of the year: `units` and `datasets` number in it together. */
interface Series {
  readonly word: string;
  readonly units: readonly string[];
  readonly datasets: readonly ('licence' | 'penalty')[];
  readonly numbers: number;
}

export const SERIES: readonly Series[] = [
  { word: '济历城审许', units: ['lc-xzsp'], datasets: ['licence'], numbers: 1500 },
  { word: '济历城市监罚', units: ['lc-scjg'], datasets: ['penalty'], numbers: 1200 },
  { word: '济历城卫罚', units: ['lc-wjj'], datasets: ['penalty'], numbers: 700 },
  // One office numbers licences and penalties in one series; two offices number in one.
  { word: '济历城交', units: ['lc-jtys'], datasets: ['licence', 'penalty'], numbers: 900 },
  { word: '济历城综', units: ['lc-cgj', 'lc-zrzy'], datasets: ['penalty'], numbers: 900 },
];

/** Numbers of which most are used for letters that nobody files: its gaps say nothing. */
const THIN: Series = { word: '济历城教', units: ['lc-jtj'], datasets: ['licence'], numbers: 400 };

/** What was filed by `unit/dataset`, the noted numbers by unit, and what nobody filed. */
export interface Year {
  readonly rows: ReadonlyMap<string, readonly (readonly [number: string, decidedOn: string])[]>;
  readonly voids: ReadonlyMap<string, readonly string[]>;
  readonly concealed: ReadonlySet<string>;
}

function numberOf(word: string, serial: number): string {
  return `${word}〔2021〕${String(serial)}号`;
}

/** Who notes a number of a series that units share: each of them, from the register they have in common, or only the one that took it. */
export type Noting = 'each' | 'taker';

/** The year of a seed, in which units noted so much of their unused numbers. */
export function makeYear(seed: number, noted: number, by: Noting): Year {
  const random = randomOf(seed);
  const rows = new Map<string, (readonly [string, string])[]>();
  const voids = new Map<string, string[]>();
  const concealed = new Set<string>();
  const add = (key: string, number: string, day: string): void => {
    const of = rows.get(key);
    if (of === undefined) rows.set(key, [[number, day]]);
    else of.push([number, day]);
  };
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  for (const { word, units, datasets, numbers } of SERIES) {
    for (let serial = 1; serial <= numbers; serial += 1) {
      const number = numberOf(word, serial);
      const unit = pick(units);
      const isLawful = random() < LAWFUL;
      if (isLawful && random() >= TAKEN_BACK) {
        if (random() >= noted) continue;
        for (const one of by === 'each' ? units : [unit]) voids.set(one, [...(voids.get(one) ?? []), number]);
      } else if (!isLawful && random() < CONCEALED) concealed.add(number);
      else if (serial <= numbers * (1 - TAIL)) {
        // Numbers are given out in order; the paper is signed some days later or earlier.
        const day = Math.floor((serial / numbers) * daysBetween(FIRST, LAST)) + Math.floor(random() * 4);
        add(`${unit}/${pick(datasets)}`, number, addDays(FIRST, day));
      }
    }
  }
  for (let serial = 1; serial <= THIN.numbers; serial += 3)
    add(
      'lc-jtj/licence',
      numberOf(THIN.word, serial),
      addDays(FIRST, Math.floor((serial / THIN.numbers) * daysBetween(FIRST, LAST))),
    );
  return { rows, voids, concealed };
}
