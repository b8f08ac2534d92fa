import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vectorRows } from '../../tests/_vectors.ts';
import { addDays, asDay } from '../calendar/index.ts';
import { citizenIdFrom, citizenIdProblem, isCitizenId } from './index.ts';

test.each(vectorRows('citizen-id.csv'))('$text: $problem', ({ text = '', today = '', problem }) => {
  expect(citizenIdProblem(text, asDay(today)) ?? '').toBe(problem);
  expect(isCitizenId(text, asDay(today))).toBe(problem === '');
});

test('without today a birth to come is not looked for', () => {
  expect(isCitizenId('370112199001010012')).toBe(true);
  expect(citizenIdProblem(citizenIdFrom('370112', asDay('2099-01-01'), 1))).toBeNull();
});

test('invented numbers are valid; another digit anywhere is found out', () => {
  let changed = 0;
  fc.assert(
    fc.property(fc.nat(40_000), fc.nat(999), fc.nat(17), fc.constantFrom(...'0123456789X'), (born, sequence, at, letter) => {
      const number = citizenIdFrom('370112', addDays(asDay('1900-01-01'), born), sequence);
      expect(citizenIdProblem(number)).toBeNull();
      const other = number.slice(0, at) + letter + number.slice(at + 1);
      if (other === number) return;
      changed += 1;
      expect(isCitizenId(other)).toBe(false);
    }),
    { numRuns: 2000 },
  );
  expect(changed).toBeGreaterThan(1500);
  expect(() => citizenIdFrom('37011', asDay('1990-01-01'), 1)).toThrow('no number');
  expect(() => citizenIdFrom('370112', asDay('1990-01-01'), 1000)).toThrow('no number');
});
