import { join } from 'node:path';
import { asDay, verifyProof } from '@xincheng/core/calendar';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadStandards } from '../platform/index.ts';
import type { LoadedStandards } from '../platform/index.ts';
import { computeDue } from './index.ts';
import type { DueQuery } from './index.ts';

const ROOT = join(import.meta.dirname, '../../../..');
let standards: LoadedStandards;

beforeAll(async () => {
  const loaded = await loadStandards(join(ROOT, 'standards'), join(ROOT, 'districts/licheng'));
  if (!loaded.ok) throw new Error(loaded.error.detail);
  standards = loaded.value;
});

type Asked = Omit<DueQuery, 'from'> & { readonly from: string };

function due({ from, ...query }: Asked): ReturnType<typeof computeDue> {
  return computeDue(standards, { ...query, from: asDay(from) });
}

describe('computeDue', () => {
  it.each<readonly [Asked, string, boolean]>([
    [{ deadline: 'objection.close', from: '2021-04-30' }, '2021-05-11', false],
    [{ deadline: 'objection.close', from: '2026-12-25' }, '2027-01-01', true],
    [{ deadline: 'repair.joint-check', from: '2021-06-10' }, '2021-06-16', false],
    [{ deadline: 'dual-publicity.forward', from: '2021-04-23' }, '2021-05-08', false],
    [{ deadline: 'dual-publicity.forward', jurisdiction: 'national', from: '2021-04-23' }, '2021-05-06', false],
    [{ deadline: 'dual-publicity.forward', from: '2021-04-16' }, '2021-05-01', false],
    [{ deadline: 'dual-publicity.forward', from: '2021-04-16', roll: true }, '2021-05-06', false],
    [{ deadline: 'contract.publish', from: '2021-04-20' }, '2021-04-22', false],
    [{ days: 1, unit: 'working-day', from: '2021-04-30' }, '2021-05-06', false],
    [{ days: 1, unit: 'natural-day', from: '2021-04-30' }, '2021-05-01', false],
    [{ days: 1, unit: 'natural-day', from: '2021-04-30', roll: true }, '2021-05-06', false],
    [{ days: 0, unit: 'natural-day', from: '2021-04-30' }, '2021-04-30', false],
  ])('%o', (query, day, provisional) => {
    const result = due(query);
    expect(result.ok && [result.value.due, result.value.provisional]).toEqual([day, provisional]);
  });

  it('proves what it says, and names the rule with its paper', () => {
    const result = due({ deadline: 'objection.close', from: '2021-04-30' });
    if (!result.ok) throw new Error(result.error.message);
    const { proof, rule } = result.value;
    expect(proof.filter(({ counted }) => counted).map(({ day }) => day)).toEqual([
      '2021-05-06',
      '2021-05-07',
      '2021-05-08',
      '2021-05-10',
      '2021-05-11',
    ]);
    expect(rule).toMatchObject({
      jurisdiction: 'licheng',
      unit: 'working-day',
      days: 5,
      basis: { instrument: 'licheng-2021-plan' },
      certainty: 'uncertain',
    });
    const input = {
      start: asDay('2021-04-30'),
      budget: { unit: 'working-day' as const, days: 5 },
      pauses: [],
      rolls: false,
      calendar: standards.calendar,
    };
    expect(verifyProof(standards.calendar, input, { ...result.value, due: asDay('2021-05-11') })).toBeNull();
  });

  it('shows beside the district’s clock those of the other jurisdictions, unless one is asked for', () => {
    const both = due({ deadline: 'dual-publicity.forward', from: '2021-04-23' });
    expect(both).toMatchObject({
      ok: true,
      value: {
        rule: { jurisdiction: 'licheng' },
        beside: [{ due: '2021-05-06', provisional: false, rule: { jurisdiction: 'national', unit: 'working-day', days: 7 } }],
      },
    });
    const one = due({ deadline: 'dual-publicity.forward', jurisdiction: 'licheng', from: '2021-04-23' });
    expect(one.ok && one.value.beside).toEqual([]);
    const before = due({ deadline: 'dual-publicity.forward', from: '2020-06-01' });
    expect(before).toMatchObject({ ok: true, value: { rule: { jurisdiction: 'national' }, beside: [] } });
  });

  it('says how far the parties may go where they agree on more days', () => {
    const pay = due({ deadline: 'contract.pay-small-firm', from: '2021-04-23' });
    expect(pay).toMatchObject({
      ok: true,
      value: { due: '2021-05-23', atMost: { days: 60, due: '2021-06-22', provisional: false } },
    });
    const other = due({ deadline: 'objection.close', from: '2021-04-30' });
    expect(other.ok && other.value.atMost).toBeNull();
    const numbers = due({ days: 1, unit: 'working-day', from: '2021-04-30' });
    expect(numbers).toMatchObject({ ok: true, value: { rule: null, beside: [], atMost: null } });
  });

  it.each<readonly [Asked, string, RegExp]>([
    [{ from: '2021-04-30' }, 'say-one', /二者取一/u],
    [{ deadline: 'objection.close', days: 3, from: '2021-04-30' }, 'say-one', /二者取一/u],
    [{ days: 3, unit: 'working-day', jurisdiction: 'national', from: '2021-04-30' }, 'say-one', /jurisdiction/u],
    [{ days: 3, from: '2021-04-30' }, 'unit-missing', /工作日/u],
    [{ days: 1.5, unit: 'working-day', from: '2021-04-30' }, 'days-out-of-range', /整数/u],
    [{ days: 99_999, unit: 'working-day', from: '2021-04-30' }, 'days-out-of-range', /3660/u],
    [{ deadline: 'objection.open', from: '2021-04-30' }, 'unknown-deadline', /objection\.close/u],
    [{ deadline: 'objection.close', jurisdiction: 'mars', from: '2021-04-30' }, 'unknown-jurisdiction', /licheng/u],
    [{ deadline: 'objection.close', from: '2020-12-31' }, 'before-first-value', /自 2021-01-01 起/u],
    [{ deadline: 'repair.sync', from: '2019-06-30' }, 'before-first-value', /自 2019-07-01 起/u],
  ])('%o: %s', (query, code, sentence) => {
    const result = due(query);
    expect(result.ok ? null : result.error.code).toBe(code);
    expect(result.ok ? '' : result.error.message).toMatch(sentence);
  });
});
