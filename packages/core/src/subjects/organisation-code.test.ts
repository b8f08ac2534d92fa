import { expect, test } from 'vitest';
import { vectorRows } from '../../tests/_vectors.ts';
import { isOrganisationCode, organisationCheckChar, organisationCodeFrom, organisationCodeProblem } from './index.ts';

test.each(vectorRows('organisation-code.csv'))('$text: $problem', ({ text = '', problem }) => {
  expect(organisationCodeProblem(text)?.code ?? '').toBe(problem);
  expect(isOrganisationCode(text)).toBe(problem === '');
});

test('a wrong check character is answered with the right one', () => {
  expect(organisationCodeProblem('D21435690')).toEqual({ code: 'check', expected: 'X' });
  expect(organisationCodeProblem('d2143569X')).toEqual({ code: 'letter', at: 0, character: 'd' });
});

test('all eleven check characters occur, and invented codes are valid', () => {
  const codes = Array.from({ length: 200 }, (_, n) => organisationCodeFrom(n * 37));
  expect(new Set(codes.map((code) => code.slice(-1))).size).toBe(11);
  expect(codes.every(isOrganisationCode)).toBe(true);
  expect(() => organisationCodeFrom(100_000_000)).toThrow('no organisation code');
});

test('a text too short has no check character', () => {
  expect(organisationCheckChar('D214356', 0)).toBeNull();
});
