import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenToNumber, numberFromText } from '../expression/index.ts';
import type { Value } from '../expression/index.ts';
import type { Condition } from '../intake/index.ts';
import type { DatasetDefinition, FieldDefinition, FieldType } from '../standards/index.ts';
import { measureOracle } from './_measure-oracle.ts';
import type { MeasuredRecord } from './_measure-oracle.ts';
import { compileMeasure, resolveMeasure } from './index.ts';
import type { IndicatorDefinition, Measure, RecordMeasure } from './index.ts';

const label = { zh: '甲', en: 'A' };

function field(code: string, type: FieldType, rest: Partial<FieldDefinition> = {}): FieldDefinition {
  return { code, name: label, type, require: 'optional', certainty: 'choice', ...rest };
}

const FIELDS = [
  field('XM', 'text', { role: 'subjectName' }),
  field('DM', 'uscc', { role: 'subjectUscc' }),
  field('WH', 'text', { role: 'number' }),
  field('RQ', 'day', { role: 'decidedOn' }),
  field('JE', 'money'),
  field('SL', 'number'),
  field('RS', 'integer'),
  field('ZT', 'code'),
  field('JHRQ', 'day'),
  field('NR', 'longText'),
  field('DH', 'phone', { sensitive: true }),
];

const DATASET: DatasetDefinition = {
  id: 'deal',
  version: '1',
  from: '2021-01-01' as DatasetDefinition['from'],
  name: label,
  catalog: { item: '甲', basis: [], publicity: 'private', sharing: 'private', isNegative: false, retention: label },
  numberForm: 'plain',
  deadline: 'deal.file',
  fields: FIELDS,
  examples: [],
};
const PACK = { datasets: new Map([['deal', DATASET]]) };

function measure(rest: Partial<RecordMeasure>): RecordMeasure {
  return { source: 'record', datasets: ['deal'], by: 'decidedOn', ...rest };
}

function compiled(rest: Partial<RecordMeasure>) {
  const result = compileMeasure(PACK, measure(rest), 'deal');
  return result.ok ? result.value : result.error;
}

describe('what a measure becomes', () => {
  test('all records by the day of the decision', () => {
    expect(compiled({})).toEqual({
      dataset: 'deal',
      condition: null,
      value: { kind: 'rows' },
      by: { op: 'now', as: 'text', code: null, scale: '1000000' },
      asOf: null,
    });
  });

  test('days and codes, columns and blanks', () => {
    expect(compiled({ where: "receivedOn <= dueOn and ZT in ['a', 'b'] and blank(NR)" })).toMatchObject({
      condition: {
        op: 'and',
        left: {
          op: 'and',
          left: { op: '<=', left: { op: 'column', name: 'receivedOn' }, right: { op: 'column', name: 'dueOn' } },
          right: { op: 'or', left: { op: '=', right: { value: 'a' } }, right: { op: '=', right: { value: 'b' } } },
        },
        right: { op: 'blank', of: { op: 'now', code: 'NR' } },
      },
    });
    expect(compiled({ by: 'receivedOn' })).toMatchObject({ by: { op: 'column', name: 'receivedOn' } });
    expect(compiled({ by: { field: 'JHRQ' } })).toMatchObject({ by: { op: 'now', code: 'JHRQ' } });
  });

  test('amounts are summed in fen, whole numbers in ones', () => {
    expect(compiled({ value: { sum: 'JE' } })).toMatchObject({ value: { kind: 'sum', code: 'JE', divisor: '1' } });
    expect(compiled({ value: { sum: 'RS' } })).toMatchObject({ value: { kind: 'sum', code: 'RS', divisor: '1000000' } });
    expect(compiled({ value: { distinct: 'subject' } })).toMatchObject({ value: { kind: 'distinct', of: 'subject' } });
    expect(compiled({ value: { distinct: 'ZT' } })).toMatchObject({ value: { kind: 'distinct', of: { code: 'ZT' } } });
  });

  test('a field of the name of a column is meant by that name', () => {
    const own: DatasetDefinition = { ...DATASET, fields: [...FIELDS, field('dueOn', 'day')] };
    const result = compileMeasure({ datasets: new Map([['deal', own]]) }, measure({ where: 'RQ <= dueOn' }), 'deal');
    expect(result).toMatchObject({ ok: true, value: { condition: { right: { op: 'now', code: 'dueOn' } } } });
  });

  test.each<[string, Partial<RecordMeasure>, string]>([
    ['a name that nothing bears', { where: 'PP = 1' }, 'unknown name PP'],
    ['a text', { where: "XM = '甲'" }, 'XM cannot be compared'],
    ['a narrative', { where: "NR = '甲'" }, 'NR cannot be compared'],
    ['what is sealed', { where: "DH = '1'" }, 'DH cannot be compared'],
    ['a number, which is no condition', { where: 'JE + 1' }, 'is number, must be bool'],
    ['a day against a code', { where: 'RQ = ZT' }, 'cannot compare day with text'],
    ['a version before', { where: 'before(JE) = 1' }, 'only blank(name), filled(name) and kind()'],
    ['today, which no stored number knows', { where: 'RQ <= today()' }, 'only blank(name), filled(name) and kind()'],
    ['a blank key', { where: 'blank(number)' }, 'number is never blank'],
    ['a blank state', { where: 'filled(state)' }, 'state is never blank'],
    ['an empty list', { where: 'ZT in []' }, 'the list is empty'],
    ['always', { where: 'true' }, 'bool cannot be said'],
    ['what does not parse', { where: 'ZT =' }, 'breaks off'],
    ['a sum of decimals', { value: { sum: 'SL' } }, 'SL cannot be summed'],
    ['a sum of codes', { value: { sum: 'ZT' } }, 'ZT cannot be summed'],
    ['a sum of nothing', { value: { sum: 'PP' } }, 'unknown name PP'],
    ['different narratives', { value: { distinct: 'NR' } }, 'NR cannot be told apart'],
    ['an amount as a day', { by: { field: 'JE' } }, 'JE is no day'],
    ['no such day', { by: { field: 'PP' } }, 'unknown name PP'],
    ['a due day of another day', { by: 'receivedOn', asOf: { day: 'due', is: 'before' } }, 'asOf due needs'],
  ])('%s is refused', (_, rest, reason) => {
    expect(compiled(rest)).toContain(reason);
  });

  test('without a deadline there is no due day', () => {
    const { deadline: _, ...timeless } = DATASET;
    const pack = { datasets: new Map([['deal', timeless]]) };
    expect(compileMeasure(pack, measure({ by: 'dueOn' }), 'deal')).toMatchObject({ ok: false });
    expect(compileMeasure(pack, measure({ asOf: { day: 'due', is: 'before' } }), 'deal')).toMatchObject({ ok: false });
    expect(compileMeasure(PACK, measure({ by: 'dueOn' }), 'deal')).toMatchObject({ ok: true });
  });
});

describe('parts of other indicators', () => {
  const indicators = new Map<string, IndicatorDefinition>();
  function indicator(id: string, numerator: Measure): void {
    indicators.set(id, {
      id,
      version: '1',
      name: label,
      says: label,
      basis: [],
      certainty: 'choice',
      period: 'month',
      format: 'count',
      numerator,
    });
  }
  indicator('rows', measure({}));
  indicator('again', { source: 'indicator', indicator: 'rows', part: 'numerator' });
  indicator('round', { source: 'indicator', indicator: 'about', part: 'numerator' });
  indicator('about', { source: 'indicator', indicator: 'round', part: 'numerator' });

  test('are seen through, and a circle has nothing at its end', () => {
    const part = (id: string, of: 'numerator' | 'denominator' = 'numerator'): Measure => ({
      source: 'indicator',
      indicator: id,
      part: of,
    });
    expect(resolveMeasure(indicators, part('again'))).toEqual(measure({}));
    expect(resolveMeasure(indicators, measure({}))).toEqual(measure({}));
    expect(resolveMeasure(indicators, part('rows', 'denominator'))).toBeNull();
    expect(resolveMeasure(indicators, part('round'))).toBeNull();
    expect(resolveMeasure(indicators, part('nobody'))).toBeNull();
  });
});

/** What SQL says of a condition: three values, a blank compared with anything is neither true nor false. */
function sql(node: Condition, record: MeasuredRecord): boolean | string | bigint | null {
  const fieldOf = (code: string | null): Value =>
    record.values[FIELDS.findIndex((one) => (code === null ? one.role === 'decidedOn' : one.code === code))] ?? null;
  switch (node.op) {
    case 'column':
      return record[node.name];
    case 'now':
    case 'before': {
      const stored = fieldOf(node.code);
      if (node.as === 'text') return stored as string | null;
      // A stored figure over its scale, in millionths.
      return typeof stored === 'bigint' ? (node.scale === '100' ? fenToNumber(stored) : stored) : null;
    }
    case 'value':
      return node.as === 'number' ? numberFromText(node.value) : node.value;
    case 'blank':
      return sql(node.of, record) === null;
    case 'not': {
      const of = sql(node.of, record);
      return of === null ? null : of !== true;
    }
    case 'and':
    case 'or': {
      const sides = [sql(node.left, record), sql(node.right, record)];
      const settles = node.op === 'or';
      if (sides.includes(settles)) return settles;
      return sides.includes(null) ? null : !settles;
    }
    default: {
      const [left, right] = [sql(node.left, record), sql(node.right, record)];
      if (left === null || right === null) return null;
      if (typeof left === 'bigint' && typeof right === 'bigint' && '+-'.includes(node.op))
        return node.op === '+' ? left + right : left - right;
      if (node.op === '=') return left === right;
      if (node.op === '<>') return left !== right;
      if (node.op === '<') return left < right;
      return node.op === '<=' ? left <= right : node.op === '>' ? left > right : left >= right;
    }
  }
}

const days = fc.constantFrom('2021-04-01', '2021-04-23', '2021-05-08', '2021-05-09');
function maybe<T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(of, { nil: null });
}

const records: fc.Arbitrary<MeasuredRecord> = fc.record({
  values: fc.tuple(
    fc.constant('某公司'),
    fc.constant('91370112MA0000015R'),
    fc.constant('1'),
    days,
    maybe(fc.bigInt(0n, 300n)),
    maybe(fc.bigInt(0n, 3_000_000n)),
    maybe(fc.constantFrom(0n, 1_000_000n, 2_000_000n)),
    maybe(fc.constantFrom('a', 'b', 'c')),
    maybe(days),
    maybe(fc.constant('内容')),
    fc.constant(null),
  ),
  subjectKey: fc.constantFrom('s1', 's2'),
  subjectKind: fc.constantFrom('legal', 'soleTrader', 'natural'),
  receivedOn: days,
  cityReceiptOn: maybe(days),
  dueOn: maybe(days),
  shownUntil: maybe(days),
  state: fc.constantFrom('held', 'published', 'ended'),
  stateReason: maybe(fc.constantFrom('repaired', 'maximum-reached')),
});
const atoms = fc.constantFrom(
  'receivedOn <= dueOn',
  'cityReceiptOn > dueOn',
  'blank(cityReceiptOn)',
  'filled(NR)',
  'blank(JE)',
  "ZT in ['a', 'b']",
  "ZT != 'c'",
  'JE >= 1.5',
  'SL + RS > 2',
  'SL - 0.5 < RS',
  "JHRQ = d'2021-05-08'",
  'decidedOn < JHRQ',
  "state = 'published'",
  "stateReason != 'repaired'",
  "kind() = 'legal'",
  "subjectKind in ['natural']",
  'blank(shownUntil)',
);
const sources: fc.Arbitrary<string> = fc.letrec<{ source: string }>((tie) => ({
  source: fc.oneof(
    { maxDepth: 3 },
    atoms,
    tie('source').map((source) => `not (${source})`),
    fc
      .tuple(tie('source'), fc.constantFrom('and', 'or'), tie('source'))
      .map(([left, word, right]) => `(${left} ${word} ${right})`),
  ),
})).source;

test('a condition says of every record what the expression says', () => {
  let counted = 0;
  fc.assert(
    fc.property(sources, records, (where, record) => {
      const made = compileMeasure(PACK, measure({ where }), 'deal');
      if (!made.ok || made.value.condition === null) throw new Error(`${where}: ${made.ok ? 'no condition' : made.error}`);
      const isCounted = measureOracle(DATASET, measure({ where }))(record, '2021-06-01') !== null;
      if (isCounted) counted += 1;
      expect(sql(made.value.condition, record) === true).toBe(isCounted);
    }),
    { numRuns: 2000 },
  );
  expect(counted).toBeGreaterThan(200);
});
