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
