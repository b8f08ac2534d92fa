import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vectorLines } from '../../tests/_vectors.ts';
import {
  USCC_PLACEHOLDER,
  isOrganisationCode,
  isUscc,
  organisationCodeOf,
  organisationPartHolds,
  subjectKindOfUscc,
  usccCheckChar,
  usccFrom,
  usccKind,
  usccProblem,
} from './index.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const anyCode = fc
  .tuple(fc.constantFrom('91370112MA', '92370112MA', '11370112009', '51370112MJD', 'N1370112'), fc.nat(20_000))
  .map(([prefix, n]) => usccFrom(prefix, n));

describe('vectors', () => {
  test.each(vectorLines('uscc-valid.txt'))('%s is a code, its organisation code too', (text) => {
    expect(isUscc(text)).toBe(true);
    expect(usccProblem(text)).toBeNull();
    expect(usccCheckChar(text)).toBe(text.slice(-1));
    expect(organisationPartHolds(text)).toBe(true);
    expect(isOrganisationCode(organisationCodeOf(text))).toBe(true);
  });

  test.each(vectorLines('uscc-invalid.txt'))('%s is none: %s', (text, problem) => {
    expect(isUscc(text)).toBe(false);
    expect(usccProblem(text)?.code).toBe(problem);
  });
});

test('a confusable letter is named with its place', () => {
  expect(usccProblem('9137O112MA0000015R')).toEqual({ code: 'letter', at: 4, character: 'O', isConfusable: true });
  expect(usccProblem('91370112ma0000015R')).toEqual({ code: 'letter', at: 8, character: 'm', isConfusable: false });
  expect(usccProblem('91370112𠮷A000001R')).toMatchObject({ code: 'letter', at: 8, character: '𠮷' });
});

test('a wrong check character is answered with the right one', () => {
  expect(usccProblem('9144030071526726XH')).toEqual({ code: 'check', expected: 'G' });
  expect(usccProblem(USCC_PLACEHOLDER)).toEqual({ code: 'check', expected: '0' });
});

test('the organisation part is checked by itself', () => {
  const body = '91370112MA0000016';
  const code = body + usccCheckChar(body);
  expect(isUscc(code)).toBe(true);
  expect(organisationPartHolds(code)).toBe(false);
});

test('kinds by the first two characters', () => {
  expect(['11', '12', '13', '31', '52', '54', '71', '81', '91', '92', '93', 'N2', '19', 'Y1'].map(usccKind)).toEqual([
    'organ',
    'institution',
    'massOrganisation',
    'justiceBody',
    'socialOrganisation',
    'residentsCommittee',
    'religiousBody',
    'union',
    'enterprise',
    'soleTrader',
    'cooperative',
    'collective',
    'other',
    'other',
  ]);
  expect(subjectKindOfUscc('92370112MA0000023H')).toBe('soleTrader');
  expect(subjectKindOfUscc(USCC_PLACEHOLDER)).toBe('soleTrader');
  expect(subjectKindOfUscc('91370112MA0000015R')).toBe('legal');
});

test('invented codes are the known ones, all valid and all different', () => {
  expect(usccFrom('91370112MA', 1)).toBe('91370112MA0000015R');
  expect(usccFrom('11370112009', 1)).toBe('11370112009000015N');
  const codes = Array.from({ length: 5000 }, (_, n) => usccFrom('91370112MA', n));
  expect(new Set(codes).size).toBe(5000);
  expect(codes.every((code) => isUscc(code) && organisationPartHolds(code))).toBe(true);
  expect(() => usccFrom('91370112MA00000', 31)).toThrow('no code');
  expect(() => usccFrom('9137011', 1)).toThrow('no code');
  expect(() => usccFrom('91370112MA', -1)).toThrow('whole number');
});

test('every substitution of one character and every swap of two neighbours is found', () => {
  let substitutions = 0;
  let swaps = 0;
  fc.assert(
    fc.property(anyCode, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, letter) => {
      const substituted = code.slice(0, at) + letter + code.slice(at + 1);
      if (substituted !== code) {
        substitutions += 1;
        expect(isUscc(substituted)).toBe(false);
      }
      const swapped = code.slice(0, at) + code.slice(at + 1, at + 2) + code.slice(at, at + 1) + code.slice(at + 2);
      if (swapped !== code && at < 16) {
        swaps += 1;
        expect(isUscc(swapped)).toBe(false);
      }
    }),
    { numRuns: 3000 },
  );
  expect(substitutions).toBeGreaterThan(2000);
  expect(swaps).toBeGreaterThan(500);
});

test('the two judgements agree on any text', () => {
  let valid = 0;
  const text = fc.oneof(
    anyCode,
    fc.string({ maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...ALPHABET, 'O', 'a', '０'), minLength: 17, maxLength: 19 }),
  );
  fc.assert(
    fc.property(text, (candidate) => {
      if (isUscc(candidate)) valid += 1;
      expect(usccProblem(candidate) === null).toBe(isUscc(candidate));
    }),
    { numRuns: 3000 },
  );
  expect(valid).toBeGreaterThan(500);
});
