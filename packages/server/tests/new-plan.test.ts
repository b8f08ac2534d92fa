/** A register, an expected set, an indicator and a plan that are YAML and a text and nothing else: imported, filed, read and proven by HTTP. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  IndicatorView,
  PlanBoardAnswer,
  PlanDraftAnswer,
  ReadingView,
  Receipt,
  TaskDetailAnswer,
} from '@xincheng/contract/api';
import { DISTRICT_DIR, STANDARDS_DIR } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvOf, exampleCells, LICENSOR, openWorld, upload } from './_world.ts';
import type { World } from './_world.ts';

const PLAN = 'briefing-2021';
const SAID = `version: "1"
basis: [{ instrument: platform-choice, certainty: choice }]
certainty: choice
`;

const FILES: Readonly<Record<string, string>> = {
  'standards/datasets/briefing.yaml': `id: briefing
version: "1"
from: 2021-01-01
name: { zh: 简报台账, en: Briefings }
catalog:
  item: 工作台账/简报
  basis: [{ instrument: platform-choice, certainty: choice }]
  publicity: private
  sharing: private
  isNegative: false
  retention: { zh: 长期, en: Long }
numberForm: plain
fieldGroups: [sending-unit]
fields:
  - { code: briefingNo, name: { zh: 简报编号, en: Number }, role: number, type: text, maxLength: 64, require: required, certainty: choice }
  - { code: issuedOn, name: { zh: 印发日期, en: Issued on }, role: decidedOn, type: day, require: required, certainty: choice }
  - { code: topic, name: { zh: 主题, en: Topic }, type: text, maxLength: 100, require: required, certainty: choice }
examples:
  - kind: legal
    values: { unitName: 历城区示例行政审批服务局, unitUscc: 11370112009000015N, briefingNo: JB-1, issuedOn: 2021/04/20, topic: 归集进展 }
`,
  'district/expected/briefings.yaml': `id: briefings
name: { zh: 应报简报的单位, en: Units that owe a briefing }
${SAID}period: total
from: bound-units
task: ${PLAN}/一1
metBy: { dataset: briefing }
`,
  'district/indicators/briefing-coverage.yaml': `id: briefing-coverage
name: { zh: 简报报送率, en: Briefings }
says: { zh: 应报简报的单位中报了的占多少, en: The share of bound units with a briefing }
${SAID}period: total
format: percent
numerator: { source: expected, set: briefings, count: met }
denominator: { source: expected, set: briefings, count: expected }
targets: [{ is: at-least, value: "100", from: 2021-01-01, basis: { instrument: platform-choice, certainty: choice } }]
`,
  [`district/plans/${PLAN}.yaml`]: `id: ${PLAN}
name: { zh: 简报工作方案的完成依据, en: What proves the plan of briefings }
${SAID}tasks:
  - number: 一1
    short: { zh: 报送简报, en: Briefings }
    all:
      - { id: briefings, says: { zh: 每个单位都报了简报, en: Every unit has filed }, indicator: briefing-coverage }
`,
};

const TEXT = `示例区简报工作方案
一、重点任务
1.报送工作简报。（责任单位：历城区示例行政审批服务局，完成时限：2021年6月30日前）
`;

let folder: string;
let world: World;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xincheng-new-plan-'));
  await cp(STANDARDS_DIR, join(folder, 'standards'), { recursive: true });
  await cp(DISTRICT_DIR, join(folder, 'district'), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) await writeFile(join(folder, path), text);
  world = await openWorld({}, join(folder, 'standards'), join(folder, 'district'));
});

afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

async function get<T>(path: string): Promise<T> {
  const answer = await world.call({ url: `/api/v1${path}` });
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json<T>();
}

async function shown(): Promise<readonly unknown[]> {
  const reading = await get<ReadingView>('/indicators/briefing-coverage');
  const { readings } = await get<{ readings: readonly ReadingView[] }>('/board');
  expect(readings.find(({ id }) => id === 'briefing-coverage')?.total).toEqual(reading.total);
  const board = await get<PlanBoardAnswer>(`/plans/${PLAN}/board`);
  const task = await get<TaskDetailAnswer>(`/plans/${PLAN}/tasks/${encodeURIComponent('一1')}`);
  expect([board.counts[task.state], board.asOf]).toEqual([1, world.clock.now.toISOString()]);
  return [reading.total.shown, reading.isMet, task.state, task.proof.map(({ shown: value, outcome }) => [value, outcome])];
}

it('goes from YAML, a text and a CSV to a task that is proven on the board, and back when the row is withdrawn', async () => {
  const form = upload([{ name: '方案.txt', bytes: Buffer.from(TEXT) }]);
  const imported = await world.call({ ...form, url: `/api/v1/plan-drafts?id=${PLAN}&name=${encodeURIComponent('赵导入')}` });
  expect(imported.json<PlanDraftAnswer>()).toMatchObject({ tasks: [{ number: '一1' }], unread: [], unknownUnits: [] });
  const confirmed = await world.call({
    method: 'POST',
    url: `/api/v1/plan-drafts/${PLAN}/confirmation`,
    payload: { name: '钱确认' },
  });
  expect(confirmed.json()).toMatchObject({ tasks: 1, units: 1, withoutProof: [] });
  const { items } = await get<{ items: readonly IndicatorView[] }>('/indicators');
  expect(items.find(({ id }) => id === 'briefing-coverage')).toMatchObject({ isMeasured: true });
  expect(await shown()).toEqual(['0.00%', false, 'not-started', [['0.00%', 'fails']]]);
  const csv = csvOf(world.platform, 'briefing', [exampleCells(world.platform, 'briefing')]);
  const sent = await world.call(upload([{ name: '简报.csv', bytes: Buffer.from(csv) }], { dataset: 'briefing', unit: LICENSOR }));
  expect(sent.json<Receipt>()).toMatchObject({ accepted: 1, rejected: 0 });
  expect(await shown()).toEqual(['100.00%', true, 'proven', [['100.00%', 'holds']]]);
  const [record] = (await get<{ items: readonly { recordId: string }[] }>('/records?dataset=briefing')).items;
  const withdrawn = await world.call({
    method: 'POST',
    url: `/api/v1/records/${record?.recordId ?? ''}/publicity/acts`,
    payload: { act: 'withdraw', because: 'error', name: '王核对', reason: '报错了' },
  });
  expect(withdrawn.statusCode, withdrawn.body).toBe(200);
  expect(await shown()).toEqual(['0.00%', false, 'regressed', [['0.00%', 'fails']]]);
}, 60_000);
