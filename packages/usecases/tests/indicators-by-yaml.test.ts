/** A register, an expected set and indicators that are YAML and nothing else: filed, declared, read, looked behind. */
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actAt, DISTRICT_DIR, STANDARDS_DIR, testPlatform } from '@xincheng/testkit/platform';
import {
  checkIndicators,
  declareTotal,
  prepareIndicators,
  readBoard,
  readIndicator,
  readIndicatorRows,
  viewReading,
} from '@xincheng/usecases/indicators';
import { pushBatch } from '@xincheng/usecases/intake';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, officeAt } from './_forwarding.ts';
import { Desk } from './_intake.ts';

const UNIT = 'lc-shili-sp';
const SAID = `version: "1"
basis: [{ instrument: platform-choice, certainty: choice }]
certainty: choice
`;

const FILES: Readonly<Record<string, string>> = {
  'standards/datasets/training.yaml': `id: training
version: "1"
from: 2021-01-01
name: { zh: 信用培训, en: Training }
catalog:
  item: 信用培训
  basis: [{ instrument: platform-choice, certainty: choice }]
  publicity: private
  sharing: private
  isNegative: false
  retention: { zh: 长期, en: Long }
numberForm: plain
fieldGroups: [organisation, deciding-authority]
fields:
  - { code: trainingNo, name: { zh: 培训编号, en: Number }, role: number, type: text, maxLength: 64, require: required, example: PX-1, certainty: choice }
  - { code: present, name: { zh: 到会人数, en: Present }, type: integer, require: required, example: "30", certainty: choice }
  - { code: heldOn, name: { zh: 培训日期, en: Held on }, role: decidedOn, type: day, require: required, example: 2021/04/20, certainty: choice }
examples:
  - kind: legal
    values: { subjectName: 济南示例食品有限公司, subjectUscc: 91370112MA0000015R, legalRep: 张示例, trainingNo: PX-1, present: "30", heldOn: 2021/04/20,
      authorityName: 历城区示例行政审批服务局, authorityUscc: 11370112009000015N, sourceName: 历城区示例行政审批服务局, sourceUscc: 11370112009000015N }
  - kind: soleTrader
    values: { subjectName: 历城区示例便利店, subjectUscc: 92370112MA0000023H, legalRep: 李示例, trainingNo: PX-3, present: "3", heldOn: 2021/04/22,
      authorityName: 历城区示例行政审批服务局, authorityUscc: 11370112009000015N, sourceName: 历城区示例行政审批服务局, sourceUscc: 11370112009000015N }
`,
  'standards/expected/trainings.yaml': `id: trainings
name: { zh: 应办培训, en: Trainings }
${SAID}period: month
from: declared
datasets: [training]
`,
  'standards/indicators/training-rate.yaml': `id: training-rate
name: { zh: 培训上报率, en: Trainings filed }
says: { zh: 办了的培训报来多少, en: Trainings filed of those held }
${SAID}period: month
format: percent
numerator: { source: expected, set: trainings, count: met }
denominator: { source: expected, set: trainings, count: expected }
targets: [{ is: at-least, value: "60", from: 2021-01-01, basis: { instrument: platform-choice, certainty: choice } }]
`,
  'standards/indicators/trained.yaml': `id: trained
name: { zh: 大型培训到会人数, en: Present at large trainings }
says: { zh: 三十人以上的培训共有多少人, en: How many were present at trainings of thirty and more }
${SAID}period: quarter
format: count
numerator: { source: record, datasets: [training], where: present >= 30, value: { sum: present }, by: decidedOn }
`,
  'standards/indicators/trained-firms.yaml': `id: trained-firms
name: { zh: 参训主体数, en: Firms trained }
says: { zh: 有多少家主体参训, en: How many firms were trained }
${SAID}period: total
format: count
numerator: { source: record, datasets: [training], value: { distinct: subject }, by: decidedOn }
`,
};

let desk: Desk;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xincheng-yaml-'));
  await cp(STANDARDS_DIR, join(folder, 'standards'), { recursive: true });
  await cp(DISTRICT_DIR, join(folder, 'district'), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) await writeFile(join(folder, path), text);
  await appendFile(
    join(folder, 'district/provisions.yaml'),
    `- { unit: ${UNIT}, dataset: training, since: 2021-01-01, reason: expected, basis: { instrument: platform-choice, certainty: choice } }\n`,
  );
  desk = new Desk(await testPlatform(join(folder, 'standards'), join(folder, 'district')), folder);
});

afterAll(() => desk.close());

function training(number: number, present: string, uscc = '91370112MA0000015R') {
  return { set: { number: `PX-${String(number)}`, present, decidedOn: '2021-04-20', subjectUscc: uscc } };
}

it('is imported, pushed, declared and read without a line of code', async () => {
  const { platform } = desk;
  const sent = await desk.send({
    dataset: 'training',
    rows: [training(1, '30'), training(2, '45', '91370112MA000004X7')],
    at: '2021-05-06T10:00',
  });
  expect(sent.issues).toEqual([]);
  const own = actAt('2021-05-06T11:00', [UNIT]);
  const example = platform.pack.datasets.get('training')?.examples[0]?.values ?? {};
  done(
    await pushBatch(
      platform,
      own,
      { dataset: 'training', unit: UNIT, records: [{ ...example, trainingNo: 'PX-9', present: '5' }] },
      'yaml-1',
    ),
  );
  done(
    await declareTotal(platform, own, {
      set: 'trainings',
      unit: UNIT,
      item: 'training',
      period: '2021-04',
      count: 4,
      name: '王核对',
    }),
  );
  const office = officeAt('2021-05-06T12:00');
  const board = done(await readBoard(platform, office, { period: '2021-04' }));
  const shown = Object.fromEntries(board.readings.map((reading) => [reading.indicator, viewReading(platform.pack, reading)]));
  expect(shown['training-rate']).toMatchObject({ total: { numerator: '3', denominator: '4', shown: '75.00%' }, isMet: true });
  expect(shown['trained']).toMatchObject({
    period: { id: '2021-Q2' },
    total: { numerator: '75', denominator: null },
    isMet: null,
  });
  expect(shown['trained-firms']).toMatchObject({ total: { shown: '2' }, units: [{ unit: UNIT, numerator: '2' }] });
  expect(shown['survey-valid-in-time']).toMatchObject({ total: { absence: 'unmeasured', shown: '尚不能测算' }, units: [] });
  const rows = done(
    await readIndicatorRows(platform, office, { indicator: 'trained', period: '2021-Q2', part: 'numerator', limit: 1 }),
  );
  if (rows.kind !== 'records') throw new Error(rows.kind);
  expect(rows.records.map(({ dataset }) => dataset)).toEqual(['training']);
  const others = done(
    await readIndicatorRows(platform, office, {
      indicator: 'trained',
      period: '2021-Q2',
      part: 'numerator',
      limit: 5,
      after: rows.next,
    }),
  );
  expect([...rows.records, ...(others.kind === 'records' ? others.records : [])].map(({ number }) => number).sort()).toEqual([
    'PX-1',
    'PX-2',
  ]);
});

it('counts a changed definition anew at the next start, and drops one that is gone', async () => {
  const path = join(folder, 'standards/indicators/trained.yaml');
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace('present >= 30', 'present < 30').replace('version: "1"', 'version: "2"'),
  );
  await rm(join(folder, 'standards/indicators/trained-firms.yaml'));
  const { database } = desk.platform;
  const changed = await testPlatform(join(folder, 'standards'), join(folder, 'district'));
  await changed.close();
  await prepareIndicators(database, changed);
  const reading = done(
    await readIndicator({ pack: changed.pack, database }, officeAt('2021-05-06T12:00'), {
      indicator: 'trained',
      period: '2021-Q2',
    }),
  );
  expect([reading.version, reading.total.numerator]).toEqual(['2', 5n]);
  expect(await checkIndicators({ ...desk.platform, pack: changed.pack })).toEqual([]);
});
