/** A file of every dataset from the generator into the register, and what the definitions of lists promise there. */
import { join } from 'node:path';
import { asDay } from '@xincheng/core/calendar';
import { generateFile } from '@xincheng/usecases/generate';
import { loadPack } from '@xincheng/usecases/standards';
import { DISTRICT_DIR, STANDARDS_DIR } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';

const loaded = await loadPack({ standardsDir: STANDARDS_DIR, districtDir: DISTRICT_DIR });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const PACK = loaded.value;
/** What hangs on other records is sent with them elsewhere. */
const DATASETS = [...PACK.datasets.values()].filter(({ parent }) => parent === undefined).map(({ id }) => id);
const LISTS = [...PACK.datasets.values()]
  .filter(({ fields }) => fields.some(({ code }) => code === 'listState'))
  .map(({ id }) => id);
const ROWS = 150;
const TODAY = '2026-11-20';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(async () => {
  await desk.close();
});

describe('a generated file', () => {
  it.each(DATASETS)('of %s is accepted whole', async (dataset) => {
    const unit = desk.owner(dataset);
    const path = join(desk.folder, `${dataset}.csv`);
    const made = await generateFile({
      pack: PACK,
      dataset,
      unit,
      rows: ROWS,
      seed: 11,
      bad: 0,
      today: asDay(TODAY),
      path,
      header: 'names',
    });
    expect(made.ok).toBe(true);
    const sent = await desk.send({ dataset, rows: [], at: `${TODAY}T09:00`, unit }, path);
    expect(sent.issues.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    expect(new Set(sent.outcomes)).toEqual(new Set(['已入库']));
    const [stored] = await desk.rows<{ count: string }>('select count(*) from credit_record where dataset = $1', [dataset]);
    expect(Number(stored?.count)).toBe(ROWS);
  });
});

describe('a subject that comes off a list', () => {
  it.each(LISTS)('of %s is a later version of the same record', async (dataset) => {
    const set = {
      number: `(2021)鲁0112执9${String(LISTS.indexOf(dataset))}号`,
      listState: '列入',
      removedOn: '',
      removalReason: '',
    };
    const removal = { ...set, listState: '移出', removedOn: '2021/05/06', removalReason: '履行义务' };
    const listed = await desk.send({ dataset, rows: [{ set }], at: '2021-05-08T09:00' });
    const removed = await desk.send({ dataset, rows: [{ set: removal }], at: '2021-05-09T09:00' });
    expect([listed.outcomes, removed.outcomes]).toEqual([['已入库'], ['已更正']]);
    expect(removed.recordIds).toEqual(listed.recordIds);
  });
});
