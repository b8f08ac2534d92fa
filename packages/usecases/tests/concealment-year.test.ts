/** A generated year in which some decisions were never filed: how many of them the finder names, and how many of its alarms are right. */
import { addDays, asDay, daysBetween } from '@xincheng/core/calendar';
import { actAt } from '@xincheng/testkit/platform';
import { declareVoidNumbers, readAlarms, scanConcealment } from '@xincheng/usecases/concealment';
import type { AlarmView } from '@xincheng/usecases/concealment';
import type { ActContext } from '@xincheng/usecases/identity';
import { randomOf } from './_random.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const SEED = 20_824;
const FIRST = asDay('2021-01-04');
const LAST = asDay('2021-12-28');
/**
 * Share of the numbers under which lawfully nothing stands in public. A fifth of them were filed and taken back, which the finder sees;
 * the others were never used for a decision to be filed: so many of these the units have noted.
 */
const LAWFUL = 0.05;
const TAKEN_BACK = 0.2;
const NOTED = 0.98;
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

const SERIES: readonly Series[] = [
  { word: '济历城审许', units: ['lc-xzsp'], datasets: ['licence'], numbers: 1500 },
  { word: '济历城市监罚', units: ['lc-scjg'], datasets: ['penalty'], numbers: 1200 },
  { word: '济历城卫罚', units: ['lc-wjj'], datasets: ['penalty'], numbers: 700 },
  // One office numbers licences and penalties in one series; two offices number in one.
  { word: '济历城交', units: ['lc-jtys'], datasets: ['licence', 'penalty'], numbers: 900 },
  { word: '济历城综', units: ['lc-cgj', 'lc-zrzy'], datasets: ['penalty'], numbers: 900 },
];

/** Numbers of which most are used for letters that nobody files: its gaps say nothing. */
const THIN: Series = { word: '济历城教', units: ['lc-jtj'], datasets: ['licence'], numbers: 400 };

interface Year {
  readonly rows: ReadonlyMap<string, readonly (readonly [number: string, decidedOn: string])[]>;
  readonly voids: ReadonlyMap<string, readonly string[]>;
  readonly concealed: ReadonlySet<string>;
}

function numberOf(word: string, serial: number): string {
  return `${word}〔2021〕${String(serial)}号`;
}

function makeYear(seed: number): Year {
  const random = randomOf(seed);
  const rows = new Map<string, (readonly [string, string])[]>();
  const voids = new Map<string, string[]>();
  const concealed = new Set<string>();
  const add = (key: string, number: string, day: string): void => {
    rows.set(key, [...(rows.get(key) ?? []), [number, day]]);
  };
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  for (const { word, units, datasets, numbers } of SERIES) {
    for (let serial = 1; serial <= numbers; serial += 1) {
      const number = numberOf(word, serial);
      const unit = pick(units);
      const isLawful = random() < LAWFUL;
      if (isLawful && random() >= TAKEN_BACK) {
        if (random() < NOTED) voids.set(unit, [...(voids.get(unit) ?? []), number]);
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

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

function office(at: string): ActContext {
  const { now, today } = actAt(at, []);
  return { now, today, actor: { id: '信用办', scope: 'all', units: [], subjects: [] } };
}

async function file(year: Year): Promise<void> {
  for (const [key, of] of year.rows) {
    const [unit = '', dataset = ''] = key.split('/');
    const owner = desk.platform.pack.units.get(unit);
    const rows = of.map(([number, decidedOn]) => ({
      set: {
        number,
        decidedOn,
        authorityName: owner?.name ?? '',
        authorityUscc: owner?.uscc ?? '',
        ...(dataset === 'licence' ? { validFrom: decidedOn, validUntil: '2024-12-31' } : {}),
      },
    }));
    const sent = await desk.send({ dataset, unit, rows, at: '2022-01-20T10:00' });
    expect(sent.batch, `${key} ${JSON.stringify(sent.issues.slice(0, 3))}`).toMatchObject({
      rejected: 0,
      waiting: 0,
      accepted: of.length,
    });
  }
}

async function allAlarms(): Promise<readonly AlarmView[]> {
  const alarms: AlarmView[] = [];
  for (;;) {
    const after = alarms.at(-1)?.id ?? null;
    const page = await readAlarms(desk.platform, office('2022-02-01T09:00'), { unitId: null, after, limit: 200 });
    if (page.length === 0) return alarms;
    alarms.push(...page);
  }
}

test(`most of what was concealed is named, and most alarms are right, seed ${String(SEED)}`, async () => {
  const year = makeYear(SEED);
  await file(year);
  for (const [unitId, numbers] of year.voids) {
    const noted = await declareVoidNumbers(desk.platform, actAt('2022-01-21T10:00', [unitId]), {
      unitId,
      numbers,
      name: '李登记',
      words: '文稿作废',
      document: '2021年发文登记簿',
    });
    expect(noted).toEqual({ ok: true, value: { noted: numbers.length } });
  }

  const scanned = await scanConcealment(desk.platform, office('2022-02-01T09:00'));
  expect(scanned).toMatchObject({ ok: true, value: { judged: SERIES.length, unjudged: 1, drops: 0 } });

  const alarms = await allAlarms();
  const named = alarms.filter(({ kind }) => kind === 'gap').flatMap(({ numbers }) => numbers);
  const right = named.filter((number) => year.concealed.has(number)).length;
  const recall = right / year.concealed.size;
  const precision = right / named.length;
  process.stdout.write(
    `concealment, seed ${String(SEED)}: ${String(year.concealed.size)} concealed, ${String(named.length)} named, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`,
  );
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(precision).toBeGreaterThanOrEqual(0.8);
  // Each goes to a unit that numbers in the series.
  for (const { unitId, numbers } of alarms) {
    const word = numbers[0]?.split('〔')[0];
    expect(SERIES.find((one) => one.word === word)?.units).toContain(unitId);
  }

  expect(await scanConcealment(desk.platform, office('2022-02-02T09:00'))).toMatchObject({ ok: true, value: { raised: 0 } });
});
