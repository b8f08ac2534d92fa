/** A register is a YAML file: a new one is read, offered as a template, filled by file and row by row, and read back. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Receipt, RecordView } from '@xincheng/contract/api';
import { STANDARDS_DIR } from '@xincheng/testkit/platform';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LICENSOR, exampleCells, openWorld, push, upload } from './_world.ts';
import type { World } from './_world.ts';

/** Visits of other districts, kept by whoever received them. */
const VISIT = `# Visits of other districts.
id: visit
version: "2021.1"
from: 2021-01-01
name: { zh: 来访台账, en: Register of visits }
catalog:
  item: 工作台账/来访
  basis:
    - { instrument: platform-choice, certainty: choice }
  publicity: private
  sharing: private
  isNegative: false
  retention: { zh: 长期, en: Long }
numberForm: plain
fieldGroups: [sending-unit]
fields:
  - { code: visitNo, name: { zh: 来访编号, en: Number }, role: number, type: text, maxLength: 64, require: required, certainty: choice }
  - { code: visitedOn, name: { zh: 来访日期, en: Visited on }, role: decidedOn, type: day, require: required, certainty: choice }
  - { code: from, name: { zh: 来访地区, en: From }, type: text, maxLength: 100, require: required, certainty: choice }
  - { code: shownRules, name: { zh: 介绍的制度, en: Rules shown }, type: text, maxLength: 500, cites: instrument, require: optional, certainty: choice }
children:
  - id: question
    name: { zh: 来访问题, en: Question }
    number: questionNo
    decidedOn: askedOn
    fields:
      - { code: questionNo, name: { zh: 问题序号, en: Number }, type: text, maxLength: 20, require: required, certainty: choice }
      - { code: askedOn, name: { zh: 提问日期, en: Asked on }, type: day, require: required, certainty: choice }
      - { code: question, name: { zh: 问题, en: Question }, type: text, maxLength: 200, require: required, certainty: choice }
    examples:
      - kind: legal
        values: { questionNo: "1", askedOn: 2021/04/20, question: 报送时限怎么算 }
examples:
  - kind: legal
    values:
      unitName: 历城区示例行政审批服务局
      unitUscc: 11370112009000015N
      visitNo: LF-1
      visitedOn: 2021/04/20
      from: 某市某区
      shownRules: 国办发〔2020〕49号
`;
const REGISTERS = [
  'study-session',
  'credit-document',
  'credit-group',
  'credit-secondment',
  'credit-meeting',
  'credit-fund-line',
  'visit',
] as const;

let folder: string;
let world: World;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xincheng-register-'));
  await cp(STANDARDS_DIR, folder, { recursive: true });
  await writeFile(join(folder, 'datasets', 'visit.yaml'), VISIT);
  world = await openWorld({}, folder);
});

afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

async function records(dataset: string): Promise<readonly RecordView[]> {
  return (await world.call({ url: `/api/v1/records?dataset=${dataset}` })).json<{ items: RecordView[] }>().items;
}

describe('a new register by YAML', () => {
  it('is in the catalogue with its children', async () => {
    const { items } = (await world.call({ url: '/api/v1/catalog' })).json<{ items: { dataset: string; children: string[] }[] }>();
    expect(items.find(({ dataset }) => dataset === 'visit')?.children).toEqual(['visit.question']);
  });

  it('has a template that can be sent as it is', async () => {
    const template = await world.call({ url: '/api/v1/datasets/visit/template' });
    const [header] = parse(template.body, { bom: true });
    expect(header).toEqual(['填报单位', '填报单位统一社会信用代码', '来访编号', '来访日期', '来访地区', '介绍的制度']);
    const sent = await world.call(upload([{ name: '来访.csv', bytes: Buffer.from(template.body) }], { dataset: 'visit' }));
    expect(sent.json<Receipt>()).toMatchObject({ accepted: 1, rejected: 0 });
    const [record] = await records('visit');
    expect(record).toMatchObject({
      number: 'LF-1',
      unit: LICENSOR,
      values: { from: '某市某区', unitName: '历城区示例行政审批服务局' },
    });
    expect((await world.call({ url: '/api/v1/datasets/visit/template?format=xlsx' })).statusCode).toBe(200);
  });

  it('is among what the repeal of an instrument touches', async () => {
    const { items } = (await world.call({ url: '/api/v1/instruments/gbf-2020-49/records' })).json<{
      items: { dataset: string; because: string[] }[];
    }>();
    expect(items.map(({ dataset, because }) => [dataset, because])).toEqual([['visit', ['cites']]]);
  });
});

describe('a single row', () => {
  it.each(REGISTERS)('of %s goes in by itself, with what hangs on it', async (dataset) => {
    const children = (world.platform.pack.datasets.get(dataset)?.children ?? []).map(({ id }) => id);
    const number =
      world.platform.layouts.get(dataset)?.dataset.fields.find(({ definition }) => definition.role === 'number')?.definition
        .code ?? '';
    const own = { [number]: 'DT-2021-99' };
    const inside = Object.fromEntries(
      children.map((child) => {
        const fields = new Set(
          world.platform.pack.datasets
            .get(dataset)
            ?.children?.find(({ id }) => id === child)
            ?.fields.map(({ code }) => code),
        );
        const cells = Object.entries(exampleCells(world.platform, `${dataset}.${child}`)).filter(([code]) => fields.has(code));
        return [child, [Object.fromEntries(cells)]];
      }),
    );
    const record = { ...exampleCells(world.platform, dataset, own), ...(children.length === 0 ? {} : { children: inside }) };
    const answer = await world.call(push([record], `single-${dataset}`, { dataset }));
    const { receipt, children: hanging } = answer.json<{ receipt: Receipt; children: Receipt[] }>();
    expect([answer.statusCode, receipt.accepted, receipt.rejected]).toEqual([201, 1, 0]);
    expect(hanging.map(({ accepted, rejected }) => [accepted, rejected])).toEqual(children.map(() => [1, 0]));
    const stored = (await records(dataset)).find((one) => one.number === 'DT-2021-99');
    expect(stored?.values).toMatchObject({ unitUscc: '11370112009000015N' });
    for (const child of children) {
      const [one] = await records(`${dataset}.${child}`);
      expect(one?.parent).toBe(stored?.recordId);
    }
  });
});
