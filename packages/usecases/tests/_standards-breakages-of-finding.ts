/** Breakages of the finder of concealment, of the monthly bulletin, and of what proves the tasks of a plan. */
import { WITH_INDICATORS } from './_standards-breakages-of-indicators.ts';
import { LICENCE, textOf } from './_standards-swap.ts';
import type { Breakage } from './_standards-swap.ts';

const FINDER = 'district/concealment.yaml';
const TOLD = 'standards/notices/told.yaml';
const BULLETIN = 'district/bulletin.yaml';
const PLAN = 'district/plans/plan-2021.yaml';

/** The sound pack with a finder, a bulletin and the proof of a plan. */
const FILES: typeof WITH_INDICATORS = {
  ...WITH_INDICATORS,
  [TOLD]: `id: told
name: { zh: 通知, en: Notice }
basis: [{ instrument: law-1 }]
certainty: choice
title: 线索{count}条
placeholders: [count]
channels: [inbox]
paragraphs:
  - text: 请答复。
regimes: []
`,
  [FINDER]: `datasets: [licence]
basis: [{ instrument: law-1 }]
certainty: choice
answerWithin: licence.forward
years: 1
gaps: { leastDensity: 0.5, longestRun: 10, leastEntries: 5, prior: { found: 1, answered: 5 } }
drops: { months: 12, leastMonths: 4, leastExpected: 20, deviations: 3 }
notices: { found: told, returned: told }
`,
  [BULLETIN]: `title: { zh: 通报, en: Bulletin }
issuer: { zh: 区办, en: Office }
serial: { zh: "第{number}期", en: "No. {number}" }
addressees: { zh: 各单位, en: All units }
signature: { zh: 区办, en: Office }
basis: [{ instrument: law-1 }]
certainty: choice
columns:
  - { id: timely, name: { zh: 及时率, en: Timeliness }, indicator: timely-rate, part: value }
rules:
  - from: 2021-01-01
    praise: [{ column: timely, is: at-least, value: "100" }]
    name: []
paragraphs:
  - { text: { zh: 正文, en: Text } }
`,
  [PLAN]: `id: plan-2021
version: "1"
name: { zh: 示例方案, en: A plan }
basis: [{ instrument: law-1 }]
certainty: choice
tasks:
  - number: 一1
    short: { zh: 及时, en: In time }
    all:
      - { id: timely, says: { zh: 及时, en: In time }, indicator: timely-rate }
`,
};

function broken(name: string, code: Breakage['code'], file: string, [from, to, at]: readonly [string, string, string]): Breakage {
  const text = textOf(FILES, file);
  if (text.split(from).length !== 2) throw new Error(`${from} is not there exactly once`);
  return { name, code, files: { ...FILES, [file]: text.replace(from, () => to) }, file, at };
}

export const BREAKAGES_OF_FINDING: readonly Breakage[] = [
  broken('a finder in a dataset that is none', 'unknown-dataset', FINDER, ['[licence]', '[permit]', 'datasets:']),
  broken('a clock of answers that is none', 'unknown-deadline', FINDER, ['licence.forward', 'licence.back', 'answerWithin:']),
  broken('alarms told by a notice that is none', 'unknown-notice', FINDER, ['found: told', 'found: nothing', 'notices:']),
  {
    ...broken('alarms told with a word that they do not have', 'unknown-placeholder', TOLD, [
      '条\nplaceholders: [count]',
      '条{moon}\nplaceholders: [count, moon]',
      '',
    ]),
    file: FINDER,
    at: 'notices:',
  },
  broken('more found than answered', 'wrong-value', FINDER, ['found: 1, answered: 5', 'found: 6, answered: 5', 'prior']),
  {
    ...broken('a finder in numbers that are no decisions', 'not-numbered', LICENCE, [
      'numberForm: decision',
      'numberForm: plain',
      '',
    ]),
    file: FINDER,
    at: 'datasets:',
  },
  broken('a column of an indicator that is none', 'unknown-indicator', BULLETIN, ['timely-rate', 'late-rate', 'id: timely']),
  broken('a column of a yearly indicator', 'not-monthly', BULLETIN, ['timely-rate', 'half', 'id: timely']),
  broken('praise by a column that is not there', 'unknown-column', BULLETIN, ['column: timely', 'column: quick', 'from:']),
  broken('a condition that says two things', 'proof-condition', PLAN, [
    'indicator: timely-rate }',
    'indicator: timely-rate, needs: [cases] }',
    'id: timely,',
  ]),
];
