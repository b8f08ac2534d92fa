import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vectorRows } from '../../tests/_vectors.ts';
import { looksLikeDecisionNumber, normaliseDecisionNumber, numberYear, plainNumber } from './index.ts';

test.each(vectorRows('decision-number.csv'))('$text', ({ text = '', normalised, year, usual_shape }) => {
  expect(normaliseDecisionNumber(text)).toBe(normalised);
  expect(numberYear(text)?.toString() ?? '').toBe(year);
  expect(String(looksLikeDecisionNumber(text))).toBe(usual_shape);
});

test('normalising twice changes nothing, whatever was filed', () => {
  let changed = 0;
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'历城罚号〔〕[]()（）【】「」 　２1aＡ-·\u00a0\u200b'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, (filed) => {
      const once = normaliseDecisionNumber(filed);
      if (once !== filed) changed += 1;
      expect(normaliseDecisionNumber(once)).toBe(once);
      expect(once).not.toMatch(/[a-z\s[\]()（）【】「」]/u);
    }),
    { numRuns: 2000 },
  );
  expect(changed).toBeGreaterThan(1000);
});

test('a plain number keeps case, brackets and inner spaces', () => {
  expect(plainNumber(' ＨＴ-2021（甲） 01 ')).toBe('HT-2021(甲) 01');
  expect(plainNumber('ht-01')).toBe('ht-01');
});

test('the usual shape is told without looking closer exactly where a closer look would tell it', () => {
  // The shape as the standard's examples have it, written down once more.
  const shape = /^[一-鿿]{2}[一-鿿A-Z0-9·-]*(?:〔[一-鿿]+〕[一-鿿]*)?〔(?:19|20)[0-9]{2}〕第?[A-Z]?[0-9]+(?:-[0-9]+)*号$/u;
  const part = fc.constantFrom(
    '济',
    '历城',
    '审许',
    '市监罚',
    'A1',
    '·',
    '〔2021〕',
    '〔1899〕',
    '〔20211〕',
    '〔简〕',
    '第',
    'B',
    '7',
    '12-3',
    '-',
    '号',
  );
  let usual = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), fc.array(part, { maxLength: 3 }), fc.boolean(), (before, behind, isLikely) => {
      const text = isLikely ? `历城${before.join('')}〔2021〕${behind.join('')}1号` : [...before, ...behind].join('');
      const expected = shape.test(text);
      if (expected) usual += 1;
      expect([text, looksLikeDecisionNumber(text)]).toEqual([text, expected]);
      const year = /〔([0-9]{4})〕/u.exec(text);
      expect(numberYear(text)).toBe(year === null ? null : Number(year[1]));
    }),
    { numRuns: 4000 },
  );
  expect(usual).toBeGreaterThan(300);
});
