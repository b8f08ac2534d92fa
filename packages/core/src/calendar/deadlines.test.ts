import { expect, test } from 'vitest';
import { districtOf, standardsOf } from '../../tests/_vectors.ts';
import type { CalendarYear, DeadlineDefinition, DeadlineValue } from '../standards/index.ts';
import { addDays, asDay, compileCalendar, deadlineValueFor, deadlineValuesFor, dueDay } from './index.ts';

const deadlines = new Map<string, DeadlineDefinition>();
for (const read of [...standardsOf<DeadlineDefinition>('deadlines'), ...districtOf<DeadlineDefinition>('deadlines')]) {
  deadlines.set(read.id, { ...read, values: [...(deadlines.get(read.id)?.values ?? []), ...read.values] });
}
const calendar = compileCalendar(standardsOf<CalendarYear>('calendar'));

function definition(id: string): DeadlineDefinition {
  const found = deadlines.get(id);
  if (found === undefined) throw new Error(`no deadline ${id}`);
  return found;
}

test.each([
  ['dual-publicity.forward', 'licheng', '2021-04-23', 15, 'natural-day'],
  ['dual-publicity.forward', 'national', '2021-04-23', 7, 'working-day'],
  ['dual-publicity.forward', 'licheng', '2020-12-31', null, null],
  ['dual-publicity.forward', 'national', '2018-07-24', null, null],
  ['dual-publicity.forward', 'elsewhere', '2021-04-23', null, null],
  ['withdrawal.after-change', 'national', '2021-07-15', 3, 'working-day'],
  ['objection.assign', 'licheng', '2021-04-30', 1, 'working-day'],
  ['objection.verify', 'licheng', '2021-04-30', 3, 'working-day'],
  ['objection.close', 'licheng', '2021-04-30', 5, 'working-day'],
  ['repair.formal-check', 'licheng', '2021-06-10', 1, 'working-day'],
  ['repair.joint-check', 'licheng', '2021-06-10', 3, 'working-day'],
  ['repair.sync', 'national', '2026-04-01', 3, 'working-day'],
  ['contract.sign-after-award', 'national', '2021-06-10', 30, 'natural-day'],
  ['contract.publish', 'national', '2021-06-10', 2, 'working-day'],
  ['contract.file', 'national', '2021-06-10', 7, 'working-day'],
  ['contract.pay-small-firm', 'national', '2020-08-31', null, null],
])('%s in %s from %s: %s %s', (id, jurisdiction, startDay, days, unit) => {
  const value = deadlineValueFor(definition(id), asDay(startDay), jurisdiction);
  expect(value?.days ?? null).toBe(days);
  expect(value?.unit ?? null).toBe(unit);
});

test('payment to small firms: the paper changed, the days did not', () => {
  const old = deadlineValueFor(definition('contract.pay-small-firm'), asDay('2025-05-31'), 'national');
  const present = deadlineValueFor(definition('contract.pay-small-firm'), asDay('2025-06-01'), 'national');
  expect(old).toMatchObject({ days: 30, mostDays: 60, basis: { instrument: 'state-council-order-728' } });
  expect(present).toMatchObject({ days: 30, mostDays: 60, basis: { instrument: 'state-council-order-802' } });
});

test('several jurisdictions: all in force, in the order asked for', () => {
  const both = deadlineValuesFor(definition('dual-publicity.forward'), asDay('2021-04-23'), ['licheng', 'national']);
  expect(
    both.map((value) => dueDay({ start: asDay('2021-04-23'), budget: value, pauses: [], rolls: value.rolls, calendar }).due),
  ).toEqual(['2021-05-08', '2021-05-06']);
  expect(deadlineValuesFor(definition('dual-publicity.forward'), asDay('2020-01-02'), ['licheng', 'national'])).toHaveLength(1);
});

test('of two values in force the younger one holds', () => {
  const [value] = definition('contract.file').values;
  if (value === undefined) throw new Error('no value');
  const younger: DeadlineValue = { ...value, days: 5, from: asDay('2021-01-01') };
  const both = { ...definition('contract.file'), values: [younger, value] };
  expect(deadlineValueFor(both, asDay('2021-01-01'), 'national')?.days).toBe(5);
  expect(deadlineValueFor(both, asDay('2020-12-31'), 'national')?.days).toBe(7);
});

test('dated values of a jurisdiction follow one another without gap or overlap', () => {
  let followed = 0;
  for (const { id, values } of deadlines.values()) {
    for (const jurisdiction of new Set(values.map((value) => value.jurisdiction))) {
      const dated = values.filter((value) => value.jurisdiction === jurisdiction);
      for (const [at, value] of dated.entries()) {
        const next = dated[at + 1];
        if (next === undefined) continue;
        followed += 1;
        expect(value.to === undefined ? undefined : addDays(value.to, 1), `${id} ${jurisdiction}`).toBe(next.from);
      }
    }
  }
  expect(deadlines.size).toBe(15);
  expect(followed).toBeGreaterThan(2);
});
