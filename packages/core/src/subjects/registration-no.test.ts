import { expect, test } from 'vitest';
import { vectorRows } from '../../tests/_vectors.ts';
import { isRegistrationNo, registrationNoFrom, registrationNoProblem } from './index.ts';

test.each(vectorRows('registration-no.csv'))('$text: $problem', ({ text = '', problem }) => {
  expect(registrationNoProblem(text) ?? '').toBe(problem);
  expect(isRegistrationNo(text)).toBe(problem === '');
});

test('invented numbers are valid, and every other last digit is wrong', () => {
  for (let n = 0; n < 500; n += 1) {
    const number = registrationNoFrom('370112', 60_000_000 + n);
    expect(isRegistrationNo(number)).toBe(true);
    const others = [...'0123456789'].filter((digit) => !number.endsWith(digit)).map((digit) => number.slice(0, -1) + digit);
    expect(others.some(isRegistrationNo)).toBe(false);
  }
  expect(registrationNoFrom('370112', 60_000_000)).toBe('370112600000003');
  expect(() => registrationNoFrom('370112', 100_000_000)).toThrow('no registration number');
});
