/** Breakages of dated values and of the calendar. */
import { SOUND } from './_standards-pack.ts';
import {
  broken,
  CODES,
  FORWARD,
  INSTRUMENTS,
  LOCAL,
  LOCAL_TEXT,
  PROVISIONS,
  swap,
  textOf,
  without,
  YEAR,
} from './_standards-swap.ts';
import type { Breakage } from './_standards-swap.ts';

export const BREAKAGES_OF_TIME: readonly Breakage[] = [
  broken(
    'an instrument that ends before it begins',
    'reversed',
    INSTRUMENTS,
    '  from: 2004-07-01',
    '  from: 2004-07-01\n  to: 2004-06-30',
    'to: 2004-06-30',
  ),
  broken(
    'a provision that ends before it begins',
    'reversed',
    PROVISIONS,
    '  reason: statutory',
    '  to: 2020-01-01\n  reason: statutory',
    'to: 2020-01-01',
  ),
  broken('two values of a deadline on one day', 'overlap', FORWARD, 'to: 2020-12-31', 'to: 2021-01-01', '    from: 2021-01-01'),
  broken('a code with two meanings on one day', 'overlap', CODES, 'to: 2021-12-31', 'to: 2022-01-01', 'value: 公民'),
  broken(
    'a provision twice',
    'overlap',
    PROVISIONS,
    '- unit: all\n  dataset: licence.payment',
    '- unit: t-a\n  dataset: licence',
    'unit: t-a\n  dataset: licence\n  since: 2021-01-01\n  reason: expected',
  ),
  {
    name: 'a local deadline that starts elsewhere',
    code: 'starts-differ',
    files: { ...SOUND, [LOCAL]: LOCAL_TEXT.replace('decidedOn', 'appliedOn') },
    file: LOCAL,
    at: 'starts: appliedOn',
  },
  broken('a day in two holidays', 'overlap', YEAR, 'from: 2021-05-01, to', 'from: 2021-01-03, to', 'name: 劳动节'),
  broken('a holiday that ends before it begins', 'reversed', YEAR, 'to: 2021-05-05', 'to: 2021-04-05', 'name: 劳动节'),
  broken(
    'a holiday of another year',
    'far-day',
    YEAR,
    'from: 2021-01-01, to: 2021-01-03',
    'from: 2020-01-01, to: 2020-01-03',
    'name: 元旦',
  ),
  broken('a day both off and on', 'make-up-in-holiday', YEAR, '2021-04-25', '2021-05-02', '2021-05-02'),
  broken('a make-up day in the week', 'make-up-not-weekend', YEAR, '2021-04-25', '2021-04-26', '2021-04-26'),
  broken(
    'a make-up day for nothing',
    'make-up-for-unknown',
    YEAR,
    '2021-04-25, for: 劳动节',
    '2021-04-25, for: 清明节',
    'for: 清明节',
  ),
  {
    name: 'a year that is missing',
    code: 'year-gap',
    files: {
      ...without('standards/calendar/2022.yaml'),
      'standards/calendar/2023.yaml': textOf(SOUND, 'standards/calendar/2022.yaml').replaceAll('2022', '2023'),
    },
    file: 'standards/calendar/2023.yaml',
    at: 'year: 2023',
  },
  {
    name: 'a day off that the year before works',
    code: 'make-up-in-holiday',
    files: {
      ...swap('standards/calendar/2022.yaml', 'from: 2022-01-01', 'from: 2021-12-25'),
      [YEAR]: `${textOf(SOUND, YEAR)}  - { day: 2021-12-26, for: 元旦 }\n`,
    },
    file: YEAR,
    at: '2021-12-26',
  },
];
