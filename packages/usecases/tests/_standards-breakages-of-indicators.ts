/** Breakages of indicators, expected sets and monitoring trees. */
import { SOUND } from './_standards-pack.ts';
import type { PackText } from './_standards-pack.ts';
import { DISTRICT, textOf } from './_standards-swap.ts';
import type { Breakage } from './_standards-swap.ts';

const RATE = 'standards/indicators/timely-rate.yaml';
const HALF = 'district/indicators/half.yaml';
const SET = 'standards/expected/declared.yaml';
const BOUND = 'district/expected/bound.yaml';
const TREE = 'standards/monitoring/city.yaml';

/** The sound pack with two indicators, two expected sets and a tree. */
export const WITH_INDICATORS: PackText = {
  ...SOUND,
  [RATE]: `id: timely-rate
version: "1"
name: { zh: 及时率, en: Timeliness }
says: { zh: 及时的占多少, en: The share in time }
basis:
  - { instrument: law-1, clause: 第五条 }
certainty: seen
owner: t-a
period: month
format: percent
better: higher
numerator:
  source: record
  datasets: [licence]
  where: receivedOn <= dueOn and filled(JE)
  by: decidedOn
denominator:
  source: record
  datasets: [licence]
  value: { distinct: subject }
  by: decidedOn
  asOf: { day: due, is: before }
targets:
  - { is: at-least, value: "90", from: 2020-01-01, to: 2020-12-31, basis: { instrument: law-1 } }
  - { is: at-least, value: "100", from: 2021-01-01, basis: { instrument: law-1, clause: 第六条 } }
`,
  [HALF]: `id: half
version: "1"
name: { zh: 占比, en: Share }
says: { zh: 占比, en: The share }
basis:
  - { instrument: law-1 }
certainty: choice
period: year
format: ratio
numerator: { source: indicator, indicator: timely-rate, part: numerator }
denominator: { source: expected, set: declared, count: expected }
`,
  'standards/indicators/waits.yaml': `id: waits
version: "1"
name: { zh: 等待, en: Waiting }
says: { zh: 还不能测算, en: Not measured }
basis:
  - { instrument: law-1 }
certainty: choice
period: total
format: count
needs: [cases]
`,
  [SET]: `id: declared
version: "1"
name: { zh: 应报, en: Declared }
basis:
  - { instrument: law-1, clause: 第七条 }
certainty: seen
period: month
from: declared
datasets: [licence]
`,
  [BOUND]: `id: bound
version: "1"
name: { zh: 责任单位, en: Bound units }
basis:
  - { instrument: law-1 }
certainty: choice
period: total
from: bound-units
task: test-2021/十1
metBy: { dataset: licence, where: filled(JE) }
`,
  [TREE]: `id: city
name: { zh: 城市监测, en: City monitoring }
basis:
  - { instrument: law-1, clause: 第八条 }
certainty: uncertain
groups:
  - id: a
    name: { zh: 甲, en: A }
    points: "5"
    groups:
      - id: a-one
        name: { zh: 甲一, en: A one }
        points: "5"
        leaves:
          - { id: timely, name: { zh: 及时, en: In time }, points: "3.5", indicator: timely-rate, certainty: seen }
          - { id: other, name: { zh: 其他, en: Other }, points: "1.5", needs: [outside], certainty: uncertain }
gates:
  - { id: honest, name: { zh: 不造假, en: Nothing forged }, needs: [outside], certainty: seen }
`,
};

function broken(name: string, code: string, file: string, from: string, to: string, at = to): Breakage {
  const text = textOf(WITH_INDICATORS, file);
  if (text.split(from).length !== 2) throw new Error(`${file}: ${from} is not there exactly once`);
  return { name, code, files: { ...WITH_INDICATORS, [file]: text.replace(from, () => to) }, file, at };
}

const FROM_ITSELF = '{ source: indicator, indicator: half, part: numerator }';
const CIRCLE: PackText = {
  ...WITH_INDICATORS,
  [RATE]: textOf(WITH_INDICATORS, RATE).replace(
    /numerator:\n(?: {2}.*\n)+/u,
    'numerator: { source: indicator, indicator: half, part: numerator }\n',
  ),
};

export const BREAKAGES_OF_INDICATORS: readonly Breakage[] = [
  {
    name: 'a credit office that is no unit',
    code: 'unknown-unit',
    files: { ...SOUND, [DISTRICT]: textOf(SOUND, DISTRICT).replace('creditOffice: t-a', 'creditOffice: t-z') },
    file: DISTRICT,
    at: 'creditOffice',
  },
  // Shape
  broken('a source that does not exist', 'wrong-value', HALF, 'source: expected', 'source: survey', 'source: survey'),
  broken('no source', 'missing-key', HALF, 'source: expected, ', '', 'denominator:'),
  broken('a key of another source', 'unknown-key', HALF, 'set: declared,', 'set: declared, by: decidedOn,', 'denominator:'),
  broken('a period that does not exist', 'wrong-value', RATE, 'period: month', 'period: week'),
  broken(
    'a missing part of the platform that nobody plans',
    'wrong-value',
    'standards/indicators/waits.yaml',
    '[cases]',
    '[magic]',
    'needs:',
  ),
  broken('targets without a unit', 'no-unit', RATE, 'format: percent\n', '', 'id: timely-rate'),
  broken('a target that is no number', 'wrong-value', RATE, 'value: "100"', 'value: "100%"'),
  broken('a target in quotes forgotten', 'wrong-type', RATE, 'value: "100"', 'value: 100'),
  broken('no basis', 'no-basis', RATE, '\n  - { instrument: law-1, clause: 第五条 }', ' []', 'basis: []'),
  // References
  broken(
    'a basis of no instrument',
    'unknown-instrument',
    RATE,
    'law-1, clause: 第五条',
    'law-9, clause: 第五条',
    'clause: 第五条',
  ),
  broken(
    'a target of no instrument',
    'unknown-instrument',
    RATE,
    'law-1, clause: 第六条',
    'law-9, clause: 第六条',
    'clause: 第六条',
  ),
  broken('a set of no instrument', 'unknown-instrument', SET, 'law-1', 'law-9', 'clause: 第七条'),
  broken('a tree of no instrument', 'unknown-instrument', TREE, 'law-1', 'law-9', 'clause: 第八条'),
  broken('an owner that is no unit', 'unknown-unit', RATE, 'owner: t-a', 'owner: t-z'),
  broken(
    'a dataset that does not exist',
    'unknown-dataset',
    RATE,
    '[licence]\n  where',
    '[licence, loan]\n  where',
    '[licence, loan]',
  ),
  broken('a dataset twice', 'duplicate-id', RATE, '[licence]\n  where', '[licence, licence]\n  where', '[licence, licence]'),
  broken('a set that does not exist', 'unknown-set', HALF, 'set: declared', 'set: nothing', 'set: nothing'),
  broken('an indicator that does not exist', 'unknown-indicator', HALF, 'indicator: timely-rate', 'indicator: nothing'),
  broken('a part that the other does not have', 'unknown-indicator', HALF, 'indicator: timely-rate', 'indicator: waits'),
  broken(
    'a numerator of its own',
    'indicator-cycle',
    HALF,
    '{ source: indicator, indicator: timely-rate, part: numerator }',
    FROM_ITSELF,
  ),
  {
    name: 'two that name each other',
    code: 'indicator-cycle',
    files: { ...CIRCLE, [HALF]: textOf(CIRCLE, HALF) },
    file: HALF,
    at: 'numerator:',
  },
  // Measures
  broken('a filter on no field', 'measure', RATE, 'filled(JE)', 'filled(PP)', 'where:'),
  broken('a filter on a text', 'measure', RATE, 'filled(JE)', "XM = '甲'", 'where:'),
  broken('a value that its code list does not have', 'unknown-value', BOUND, 'filled(JE)', "LB = '机关'", 'metBy:'),
  broken('a state that no record is in', 'unknown-value', RATE, 'filled(JE)', "state = 'shown'", 'where:'),
  broken('a kind of subject that does not exist', 'unknown-value', RATE, 'filled(JE)', "subjectKind in ['firm']", 'where:'),
  broken('money that is a count', 'sum-type', HALF, 'format: ratio', 'format: money'),
  broken('amounts over subjects as a share', 'sum-type', RATE, 'filled(JE)\n', 'filled(JE)\n  value: { sum: JE }\n', 'format:'),
  broken('persons told apart by name', 'personal-field', RATE, 'value: { distinct: subject }', 'value: { distinct: XM }'),
  broken('a sum of texts', 'measure', RATE, 'value: { distinct: subject }', 'value: { sum: XM }'),
  broken(
    'a day that is none',
    'measure',
    RATE,
    'filled(JE)\n  by: decidedOn',
    'filled(JE)\n  by: { field: JE }',
    'by: { field: JE }',
  ),
  broken(
    'a due day of the day of receipt',
    'measure',
    RATE,
    'by: decidedOn\n  asOf',
    'by: receivedOn\n  asOf',
    'asOf: { day: due',
  ),
  // Parts
  broken('neither measured nor missing', 'unmeasured', 'standards/indicators/waits.yaml', 'needs: [cases]\n', '', 'id: waits'),
  broken('measured and missing', 'unmeasured', HALF, 'format: ratio\n', 'format: ratio\nneeds: [cases]\n', 'needs:'),
  broken(
    'a share of nothing',
    'no-denominator',
    HALF,
    'denominator: { source: expected, set: declared, count: expected }\n',
    '',
    'format:',
  ),
  broken('a count of something', 'no-denominator', HALF, 'format: ratio', 'format: count'),
  // Targets
  broken('rising to a value', 'target-value', RATE, 'is: at-least, value: "100"', 'is: rising, value: "100"'),
  broken('at least nothing', 'target-value', RATE, 'is: at-least, value: "100"', 'is: at-least', 'clause: 第六条'),
  {
    name: 'a total that rises',
    code: 'target-value',
    files: {
      ...WITH_INDICATORS,
      [RATE]: textOf(WITH_INDICATORS, RATE)
        .replace('period: month', 'period: total')
        .replace('is: at-least, value: "100"', 'is: rising'),
    },
    file: RATE,
    at: 'clause: 第六条',
  },
  broken('two targets on one day', 'overlap', RATE, 'from: 2021-01-01', 'from: 2020-12-31', 'clause: 第六条'),
  broken('a target that ends before it begins', 'reversed', RATE, 'to: 2020-12-31', 'to: 2019-12-31'),
  // Expected sets
  broken('a set of a dataset that does not exist', 'unknown-dataset', SET, '[licence]', '[loan]', 'datasets:'),
  broken('declared totals of nothing', 'set-items', SET, 'datasets: [licence]\n', '', 'from: declared'),
  broken(
    'reasons of declared totals',
    'set-items',
    SET,
    'from: declared\n',
    'from: declared\nreasons: [statutory]\n',
    'reasons:',
  ),
  broken('a task of declared totals', 'set-items', SET, 'from: declared\n', 'from: declared\ntask: test-2021/十1\n', 'task:'),
  broken('bound units of no task', 'set-items', BOUND, 'task: test-2021/十1\n', '', 'from: bound-units'),
  {
    name: 'what bound units have done, when nothing says what',
    code: 'set-items',
    files: {
      ...WITH_INDICATORS,
      [BOUND]: textOf(WITH_INDICATORS, BOUND).replace(/metBy: .*\n/u, ''),
      [HALF]: textOf(WITH_INDICATORS, HALF).replace('set: declared, count: expected', 'set: bound, count: met'),
    },
    file: HALF,
    at: 'set: bound',
  },
  broken('bound units by dataset', 'set-items', BOUND, 'task:', 'datasets: [licence]\ntask:', 'datasets:'),
  broken('a task without its plan', 'unknown-task', BOUND, 'test-2021/十1', '十1', 'task:'),
  broken('met by records that do not exist', 'unknown-dataset', BOUND, 'dataset: licence', 'dataset: loan'),
  broken('met by a filter that cannot be asked', 'measure', BOUND, 'filled(JE)', 'filled(PP)', 'metBy:'),
  // Monitoring
  broken('a leaf of no indicator', 'unknown-indicator', TREE, 'indicator: timely-rate', 'indicator: nothing', 'id: timely'),
  broken(
    'a leaf without a number',
    'leaf',
    TREE,
    'needs: [outside], certainty: uncertain }',
    'certainty: uncertain }',
    'id: other',
  ),
  broken(
    'a leaf measured and missing',
    'leaf',
    TREE,
    'indicator: timely-rate,',
    'indicator: timely-rate, needs: [cases],',
    'id: timely',
  ),
  broken('a leaf twice', 'duplicate-id', TREE, 'id: other', 'id: timely', '其他'),
  broken('points that do not add up', 'points', TREE, '"3.5"', '"2.5"', 'points: "5"\n        leaves'),
];
