/** Persons in a marked result: in full for the unit that sent the file, masked for everybody else. */
import { markedResult } from '@xincheng/usecases/intake';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const AT = '2021-05-08T10:00';
const LATER = '2021-05-09T10:00';
const NAME = '欧阳示例';
const CARD = '370112198206070030';

const PERSONS: readonly (readonly [string, RowSpec])[] = [
  ['licence', { kind: 'natural', set: { subjectName: NAME, personId: CARD } }],
  ['penalty', { kind: 'natural', set: { subjectName: NAME, personId: CARD } }],
  ['commitment', { kind: 'natural', set: { subjectName: NAME, subjectUscc: CARD } }],
];

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

describe('a natural person', () => {
  it('in a marked result stands as filed: who took it out is written down', async () => {
    const [dataset, row] = PERSONS[0] ?? ['', {}];
    const sent = await desk.send({ dataset, rows: [row], at: AT });
    const context = actAt(LATER, [sent.unit], '李查阅');
    let csv = '';
    for await (const part of markedResult(desk.platform, context, sent.batch)) csv += part;
    expect(csv).toContain(CARD);
    expect(
      await desk.rows("select object_id as id, unit_id as unit from audit_event where act = 'batch.result' and actor = '李查阅'"),
    ).toEqual([{ id: sent.batch.id, unit: sent.unit }]);
  });

  it.each(PERSONS)('in the marked result of a %s is masked for who may read it and is not its sender', async (dataset, row) => {
    const legal: RowSpec = { kind: 'legal', set: { remark: '无' } };
    const broken: RowSpec = {
      kind: 'natural',
      set: { ...row.set, subjectCategory: '某人', remark: `电话13800001234，证号${CARD}` },
    };
    const sent = await desk.send({ dataset, rows: [row, legal, { ...broken, replaces: CARD }], at: AT });
    const { actor, ...rest } = actAt(LATER, [desk.other(dataset)]);
    const office = { ...rest, actor: { ...actor, scope: 'all' as const } };
    let csv = '';
    for await (const part of markedResult(desk.platform, office, sent.batch)) csv += part;
    for (const secret of [CARD, NAME, '13800001234']) expect(csv).not.toContain(secret);
    expect(csv.match(/370\*+0030/gu)?.length).toBeGreaterThan(3);
    expect(csv).toContain('欧***');
    // What is no person's is as it was filed.
    for (const cell of desk.cells(dataset, sent.unit, legal).slice(0, 4)) expect(csv).toContain(cell);
  });
});
