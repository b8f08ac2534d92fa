import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression, namesIn, numberFromText, numberToText, parseExpression } from './index.ts';
import type { Binding, Frame, Value } from './index.ts';

const BINDINGS: ReadonlyMap<string, Binding> = new Map([
  ['name', { type: 'text', index: 0, isMoney: false }],
  ['kinds', { type: 'list', index: 1, isMoney: false }],
  ['fine', { type: 'number', index: 2, isMoney: true }],
  ['from', { type: 'day', index: 3, isMoney: false }],
  ['until', { type: 'day', index: 4, isMoney: false }],
  ['count', { type: 'number', index: 5, isMoney: false }],
]);

function frame(values: Partial<Record<string, Value>>, kind: string | null = 'legal'): Frame {
  const row = [...BINDINGS.keys()].map((name) => values[name] ?? null);
  return { values: row, kind, surroundings: { today: '2021-05-08', regionCode: '370112' } };
}

function run(source: string, values: Partial<Record<string, Value>> = {}): Value {
  const compiled = compileExpression(source, BINDINGS);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value.run(frame(values));
}

describe('expressions', () => {
  it.each<[string, Partial<Record<string, Value>>, Value]>([
    ['1 + 2 * 3 = 7', {}, true],
    ['(1 + 2) * 3 = 9', {}, true],
    ['0.1 + 0.2 = 0.3', {}, true],
    ['not true or true', {}, true],
    ['not (true or true)', {}, false],
    ["name in ['甲', '乙']", { name: '乙' }, true],
    ["name in ['甲', '乙']", {}, null],
    ['from <= until', { from: '2021-04-23', until: '2026-04-22' }, true],
    ['from <= until', { from: '2021-04-23' }, null],
    ["from >= d'2021-07-15'", { from: '2021-07-14' }, false],
    ['from <= today()', { from: '2021-05-09' }, false],
    ['addMonths(from, 3) = until', { from: '2021-11-30', until: '2022-02-28' }, true],
    ['blank(name)', {}, true],
    ['blank(kinds)', { kinds: [] }, true],
    ['filled(fine)', { fine: 0n }, true],
    ['fine = 5000', { fine: 500_000n }, true],
    ["contains(kinds, '罚款')", { kinds: ['警告', '罚款'] }, true],
    ["contains(kinds, '其他')", { kinds: ['其他-责令改正'] }, true],
    ["anyStartsWith(kinds, '没收')", { kinds: ['罚款', '没收违法所得'] }, true],
    ["onlyIn(kinds, ['警告'])", { kinds: ['警告', '罚款'] }, false],
    ['slice(name, 6, 8) = compact(from)', { name: '37011220210423000001', from: '2021-04-23' }, true],
    ['slice(name, 0, 6) = regionCode()', { name: '37011220210423000001' }, true],
    ["kind() = 'legal'", {}, true],
    ['numberYear(name) = year(from)', { name: '济历城市监罚〔2021〕12号', from: '2021-04-30' }, true],
    ['if(blank(name), 1, count)', { count: numberFromText('2.5') }, 1_000_000n],
    // 5000 stands in a 万元 column, so the money is 50,000,000 yuan; the text says 5000 yuan.
    ['mentionsYuan(name, fine)', { name: '罚款5000元', fine: 5_000_000_000n }, true],
    ['mentionsYuan(name, fine)', { name: '罚款5,000元整', fine: 5_000_000_000n }, true],
    ['mentionsYuan(name, fine)', { name: '罚款5000元', fine: 500_000n }, false],
    ['mentionsYuan(name, fine)', { name: '警告，5，000 元', fine: 5_000_000_000n }, true],
    ['mentionsYuan(name, fine)', { name: '按5.000005000元', fine: 5_000_000_000n }, true],
    ['mentionsYuan(name, fine)', { name: `${'1,1'.repeat(30_000)}甲元`, fine: 5_000_000_000n }, false],
  ])('%s', (source, values, expected) => {
    expect(run(source, values)).toBe(expected);
  });

  it.each([
    ['1 +', 'syntax'],
    ["'open", 'syntax'],
    ['name = 1', 'type'],
    ['kinds = kinds', 'type'],
    ['unheard = 1', 'unknown-name'],
    ['explode(name)', 'unknown-function'],
    ['constructor(name)', 'unknown-function'],
    ['blank()', 'type'],
    ["from <= d'2021-02-30'", 'syntax'],
    ["from <= d'2021-13-01'", 'syntax'],
    ['count > 0.1234567', 'syntax'],
    ['count > 12345678901234567890', 'syntax'],
    ['name and true', 'type'],
  ])('refuses %s', (source, code) => {
    const compiled = compileExpression(source, BINDINGS);
    expect(compiled.ok ? 'accepted' : compiled.error.code).toBe(code);
  });

  it.each([
    ['a long chain', `count > 0${' and count > 0'.repeat(2000)}`],
    ['many brackets', `${'('.repeat(20_000)}true${')'.repeat(20_000)}`],
    ['many nots', `${'not '.repeat(20_000)}true`],
  ])('refuses %s instead of running out of stack', (_, source) => {
    const compiled = compileExpression(source, BINDINGS);
    expect(compiled.ok ? 'accepted' : compiled.error.code).toBe('syntax');
  });

  it('names what it reads', () => {
    expect(namesIn("if(blank(name), from, until) <= d'2021-01-01' and not contains(kinds, '罚款')")).toEqual([
      'name',
      'from',
      'until',
      'kinds',
    ]);
    const compiled = compileExpression('until >= from', BINDINGS, 'bool');
    expect(compiled.ok && compiled.value.reads).toEqual([3, 4]);
  });

  it('follows Kleene for every pair', () => {
    const values: (boolean | null)[] = [true, false, null];
    const source = (value: boolean | null): string => (value === null ? 'from = until' : String(value));
    for (const a of values) {
      for (const b of values) {
        const and = a === false || b === false ? false : a === null || b === null ? null : true;
        const or = a === true || b === true ? true : a === null || b === null ? null : false;
        expect(run(`${source(a)} and ${source(b)}`)).toBe(and);
        expect(run(`${source(a)} or ${source(b)}`)).toBe(or);
      }
    }
  });

  it('passes by only asserts that could not be false', () => {
    const sources = [
      'blank(name) or filled(fine)',
      'not (filled(name) and from <= until)',
      "name in ['甲'] or blank(kinds)",
      'if(blank(from), true, from <= until)',
      "coalesce(name, '乙') = '乙' and count < 2",
      "not contains(kinds, '罚款') or fine > 0",
      'from <= until and until <= today()',
    ];
    const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value);
    const values = fc.record({
      name: optional(fc.constantFrom('甲', '乙')),
      kinds: optional(fc.constantFrom(['罚款'], ['警告'])),
      fine: optional(fc.constantFrom(0n, 100n)),
      from: optional(fc.constantFrom('2021-01-01', '2021-06-01')),
      until: optional(fc.constantFrom('2021-02-01', '2021-05-08')),
      count: optional(fc.constantFrom(1_000_000n, 3_000_000n)),
    });
    let skipped = 0;
    let ran = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sources), values, (source, row) => {
        const compiled = compileExpression(source, BINDINGS, 'bool');
        if (!compiled.ok) throw new Error(compiled.error.message);
        const it = frame(row);
        if (compiled.value.falseNeeds.some((index) => it.values[index] === null)) {
          skipped += 1;
          expect(compiled.value.run(it)).not.toBe(false);
        } else ran += 1;
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(skipped, ran)).toBeGreaterThan(300);
  });

  it('says the same when it is compiled for one kind of row alone', () => {
    const sources = [
      "kind() != 'soleTrader' or startsWith(name, '9') or blank(kinds)",
      "kind() = 'legal' and from <= until",
      "not (kind() in ['natural']) or filled(fine)",
      "if(kind() = 'natural', blank(fine), count < 2)",
      'coalesce(name, kind()) = kind() or addYears(from, 1) >= until',
      "containsAny(name, ['1', '2']) and kind() != 'legal'",
    ];
    const row = fc.record({
      name: fc.option(fc.constantFrom('91', '82', 'natural')),
      kinds: fc.option(fc.constant(['罚款'])),
      fine: fc.option(fc.constantFrom(0n, 100n)),
      from: fc.option(fc.constantFrom('2020-01-01', '2021-02-28')),
      until: fc.option(fc.constantFrom('2021-01-01', '2021-05-08')),
      count: fc.option(fc.constantFrom(1_000_000n, 3_000_000n)),
    });
    let constants = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.constantFrom('legal', 'soleTrader', 'natural'), row, (source, kind, values) => {
        const [general, special] = [undefined, kind].map((one) => compileExpression(source, BINDINGS, 'bool', one));
        if (general?.ok !== true || special?.ok !== true) throw new Error('does not compile');
        expect(special.value.run(frame(values, kind))).toBe(general.value.run(frame(values, kind)));
        if (special.value.constant === undefined) return;
        constants += 1;
        expect(general.value.run(frame(values, kind))).toBe(special.value.constant);
      }),
      { numRuns: 2000 },
    );
    expect(constants).toBeGreaterThan(200);
  });

  it('keeps six decimals exactly', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (millionths) => {
        expect(numberFromText(numberToText(millionths))).toBe(millionths);
      }),
    );
  });

  it('never throws, whatever text it is given', () => {
    let parsed = 0;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab1.,()[]'=<>!+-* notad".split('')), maxLength: 24 }), (source) => {
        if (parseExpression(source).ok) parsed += 1;
        const compiled = compileExpression(source, BINDINGS);
        if (compiled.ok) compiled.value.run(frame({}));
      }),
      { numRuns: 3000 },
    );
    expect(parsed).toBeGreaterThan(20);
  });
});
