/** An update of the standards brings other terms of publicity: what is held already follows them, and nothing that has ended comes back. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asDay } from '@xincheng/core/calendar';
import { DISTRICT_DIR, STANDARDS_DIR, actAt } from '@xincheng/testkit/platform';
import { loadStandards } from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import {
  applyTerms,
  endByRepair,
  readPublicity,
  setClass,
  suspendRecord,
  sweepPublicity,
  SWEEPER,
} from '@xincheng/usecases/publicity';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';
import { copyStandards } from './_standards-copy.ts';
import type { StandardsCopy } from './_standards-copy.ts';

/** Under the rules of 2019 a general penalty is shown for twelve months; after the update for six, a severe one for none. */
const OLD = 'general: { minMonths: 3, maxMonths: 12 }\n      severe: { minMonths: 6, maxMonths: 36 }';
const NEW = 'general: { minMonths: 3, maxMonths: 6 }\n      severe: { minMonths: 0, maxMonths: 0, isShown: false }';
const BY = { name: '王核对', reason: '已核实' };
let desk: Desk;
let copy: StandardsCopy;
let updated: Platform;
let ids: readonly string[] = [];

beforeAll(async () => {
  desk = await openDesk();
  const terms = await readFile(join(STANDARDS_DIR, 'terms/penalty.yaml'), 'utf8');
  expect(terms.split(OLD)).toHaveLength(2);
  copy = await copyStandards({ 'terms/penalty.yaml': terms.replace(OLD, NEW) });
  const standards = await loadStandards(copy.dir, DISTRICT_DIR);
  if (!standards.ok) throw new Error(standards.error.detail);
  updated = { ...desk.platform, ...standards.value };
  expect(await applyTerms(desk.platform, at('2021-05-07T09:00'))).toEqual([]);
  const rows = ['在公示', '已到期', '已修复', '已暂停', '严重'].map((_, index) => ({
    set: { number: `济历城审罚〔2021〕${String(701 + index)}号`, ...(index === 1 ? { decidedOn: '2020/05/05' } : {}) },
  }));
  const sent = await desk.send({ dataset: 'penalty', rows, at: '2021-05-07T10:00' });
  ids = sent.recordIds;
  expect(ids).toHaveLength(rows.length);
});

afterAll(async () => {
  await desk.close();
  await copy.remove();
});

function at(local: string) {
  return { ...actAt(local, []), actor: SWEEPER };
}

async function standings(local: string): Promise<unknown[]> {
  const found = await Promise.all(ids.map((id) => readPublicity(updated, at(local), id)));
  return found.map((each) => [each?.state, each?.stateReason, each?.shownUntil]);
}

it('applies to what is shown, held or suspended, once, and leaves what has ended', async () => {
  const [, , repaired = '', suspended = '', severe = ''] = ids;
  const unit = actAt('2021-08-20T10:00', [desk.owner('penalty')]);
  await sweepPublicity(desk.platform, at('2021-08-20T00:10'), asDay('2021-08-20'));
  expect((await endByRepair(desk.platform, unit, repaired, BY)).ok).toBe(true);
  expect((await suspendRecord(desk.platform, unit, suspended, BY)).ok).toBe(true);
  expect((await setClass(desk.platform, unit, severe, { ...BY, classId: 'severe' })).ok).toBe(true);
  const before = await standings('2021-09-01T10:00');
  expect(await applyTerms(desk.platform, at('2021-09-01T10:00'))).toEqual([]);
  expect(await standings('2021-09-01T10:00')).toEqual(before);

  expect(await applyTerms(updated, at('2021-09-01T10:00'))).toEqual([{ dataset: 'penalty', changed: 3 }]);
  const after = await standings('2021-09-01T10:00');
  expect(after).toEqual([
    ['published', null, '2021-10-30'],
    before[1],
    before[2],
    ['suspended', 'reorganisation', '2021-10-30'],
    ['held', null, null],
  ]);
  expect(await applyTerms(updated, at('2021-09-02T10:00'))).toEqual([]);
});

it('ends what the new terms have run out for, says why, and begins again after a stop', async () => {
  // Back to the old rules, and to the new ones when six months are over.
  await applyTerms(desk.platform, at('2021-09-03T10:00'));
  expect(await applyTerms(updated, at('2021-12-01T10:00'), () => true)).toEqual([]);
  expect((await applyTerms(updated, at('2021-12-01T10:00'))).map(({ dataset }) => dataset)).toEqual(['penalty']);
  const [first = ''] = ids;
  const found = await readPublicity(updated, at('2021-12-01T10:00'), first);
  expect(found).toMatchObject({ state: 'ended', stateReason: 'terms-changed', shownUntil: '2021-10-30' });
  expect(found?.events.at(-1)).toMatchObject({ day: '2021-12-01', to: 'ended', reason: 'terms-changed' });
});

it('brings nothing back whose last day is over, though no sweep has noted it', async () => {
  const rows = [{ set: { number: '济历城审罚〔2021〕720号' } }];
  const { recordIds } = await desk.send({ dataset: 'penalty', rows, at: '2021-11-20T10:00' });
  const owner = desk.platform.database.owner;
  await owner.query("update credit_record set shown_until = '2021-11-30' where record_id = $1", [recordIds[0]]);
  // The rules applied last are the new ones; the old ones would show it until April.
  expect((await applyTerms(desk.platform, at('2021-12-05T00:01'))).map(({ dataset }) => dataset)).toEqual(['penalty']);
  const { rows: stored } = await owner.query('select shown_until::text as until from credit_record where record_id = $1', [
    recordIds[0],
  ]);
  expect(stored).toEqual([{ until: '2021-11-30' }]);
});
