import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardOf, standardsOf, vectorRows } from '../../tests/_vectors.ts';
import { addDays, addMonths, asDay } from '../calendar/index.ts';
import type { DatasetDefinition, TermSet, Transition } from '../standards/index.ts';
import { oracle, textOfEpoch } from './_term-oracle.ts';
import type { DrawnPenalty } from './_term-oracle.ts';
import { compileShown, resolveTerm } from './index.ts';

const penaltyTerms = setOf('penalty');
const penalty = standardOf('datasets', 'penalty') as DatasetDefinition;
const codes = penalty.fields.map(({ code }) => code);
const PACK = { terms: new Map([['penalty', penaltyTerms]]), regionCode: '370112' };

function setOf(id: string): TermSet {
  const found = standardsOf<TermSet>('terms').find((set) => set.id === id);
  if (found === undefined) throw new Error(`no terms ${id}`);
  return found;
}

test.each(vectorRows('publicity-terms.csv'))('$decidedOn $transition $classes: $lastShownOn $repairFrom', (row) => {
  const classes = new Map((row['classes'] ?? '').split(' ').map((pair): [string, string] => [pair.slice(0, 4), pair.slice(5)]));
  const term = resolveTerm(
    penaltyTerms,
    row['transition'] as Transition,
    asDay(row['decidedOn'] ?? ''),
    ({ id, otherwise }) => classes.get(id) ?? otherwise,
  );
  expect(term?.lastShownOn ?? '').toBe(row['lastShownOn']);
  expect(term?.repairFrom ?? '').toBe(row['repairFrom']);
});

const DRAWN = fc.record({
  kinds: fc.uniqueArray(
    fc.constantFrom(
      '警告',
      '通报批评',
      '罚款',
      '没收违法所得',
      '没收非法财物',
      '责令停产停业',
      '暂扣许可证',
      '吊销许可证',
      '吊销执照',
      '暂扣或者吊销执照',
      '吊销许可证件',
      '限制从业',
      '责令关闭',
      '其他-责令退还',
    ),
    { minLength: 1, maxLength: 4 },
  ),
  wording: fc.constantFrom(
    '经营超过保质期的食品',
    '超出许可范围经营',
    '未取得药品经营许可',
    '未落实安全生产责任',
    '消防设施未保持完好',
    '超标排放污染物',
    '虚假宣传',
    '使用未检验的特种设备',
  ),
  basis: fc.constantFrom(
    '《食品安全法》第一百二十四条',
    '《广告法》第五十五条',
    '《消防法》第六十条',
    '《安全生产法》第九十四条',
    '《价格法》第四十条',
    '《药品管理法》第一百一十五条',
    '《环境保护法》第五十九条',
  ),
});

describe.each([
  ['2019', '2019-07-01', 1399],
  ['2023', '2023-05-01', 1065],
  ['2026', '2026-04-01', 1000],
])('10,000 penalties under the regime of %s', (_, from, days) => {
  test('end and can be repaired on the days a second reckoning tells', () => {
    const show = compileShown({ ...PACK, transition: 'favourable' }, penalty);
    fc.assert(
      fc.property(DRAWN, fc.integer({ min: 0, max: days }), (drawn, after) => {
        const decidedOn = addDays(asDay(from), after);
        const showing = show(rowOf({ ...drawn, decidedOn }));
        const expected = oracle({ ...drawn, decidedOn });
        expect({ last: showing.term?.lastShownOn, repair: showing.term?.repairFrom }).toEqual({
          last: textOfEpoch(expected.last),
          repair: textOfEpoch(expected.repair),
        });
        expect(showing.isShown ? showing.until : null).toBe(textOfEpoch(expected.last));
      }),
      { numRuns: 10_000 },
    );
  });
});

function rowOf({ decidedOn, kinds, wording, basis }: DrawnPenalty) {
  const given: Readonly<Record<string, string | readonly string[]>> = {
    CF_CFLB: kinds,
    CF_WFXW: wording,
    CF_YJ: basis,
    CF_JDRQ: decidedOn,
  };
  return { values: codes.map((code) => given[code] ?? null), kind: 'legal' as const, decidedOn: asDay(decidedOn) };
}

test('a transition never lengthens the favourable term, and none reaches behind the new rules', () => {
  const classOf = fc.constantFrom('general', 'severe', 'specific', 'safety', 'minor');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3500 }), classOf, (after, wanted) => {
      const decidedOn = addDays(asDay('2019-07-01'), after);
      const by = (transition: Transition) =>
        resolveTerm(penaltyTerms, transition, decidedOn, ({ terms, otherwise }) =>
          Object.hasOwn(terms, wanted) ? wanted : otherwise,
        );
      const [old, favourable, fresh] = [by('old'), by('favourable'), by('new')];
      for (const term of [old, favourable, fresh]) {
        if (term?.lastShownOn === null || term === null) continue;
        for (const { regime } of term.later) expect(term.lastShownOn >= regime.from).toBe(true);
        expect(term.lastShownOn <= addMonths(decidedOn, 36)).toBe(true);
      }
      if (old?.lastShownOn !== null && old !== null) expect((favourable?.lastShownOn ?? '') <= old.lastShownOn).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('several kinds: the longest term counts, whatever the order of the rules', () => {
  const show = compileShown({ ...PACK, transition: 'old' }, penalty);
  const of = (kinds: string[], wording: string) => show(rowOf({ decidedOn: '2023-06-15', kinds, wording, basis: '' }));
  expect(of(['警告'], '经营超过保质期的食品')).toMatchObject({ isShown: false, reason: 'class-not-shown' });
  expect(of(['警告', '罚款'], '虚假宣传')).toMatchObject({ isShown: true, until: '2026-06-15' });
  expect(of(['警告', '罚款'], '经营超过保质期的食品').term).toMatchObject({ repairFrom: '2024-06-16' });
});

test('the class the deciding unit gives counts under the regimes that know it', () => {
  const show = compileShown({ ...PACK, transition: 'favourable' }, penalty);
  const row = rowOf({ decidedOn: '2026-05-31', kinds: ['罚款'], wording: '虚假宣传', basis: '' });
  expect(show(row)).toMatchObject({ isShown: true, until: '2027-05-31' });
  expect(show(row, 'severe')).toMatchObject({ isShown: true, until: '2029-05-31' });
  expect(show(row, 'minor')).toMatchObject({ isShown: false, reason: 'class-not-shown' });
  expect(show(row, 'specific')).toMatchObject({ isShown: true, until: '2027-05-31' });
});

test('persons are never shown', () => {
  const show = compileShown({ ...PACK, transition: 'favourable' }, penalty);
  const row = rowOf({ decidedOn: '2026-05-31', kinds: ['罚款'], wording: '虚假宣传', basis: '' });
  expect(show({ ...row, kind: 'natural' })).toMatchObject({ isShown: false, reason: 'natural-person' });
});
