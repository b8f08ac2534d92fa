import { expect, test } from 'vitest';
import { halfWidth } from './index.ts';

test('full width becomes half width, all else stays', () => {
  expect(halfWidth('ＡＢｃ１２（）；　，')).toBe('ABc12(); ,');
  expect(halfWidth('〔2021〕𠮷。、')).toBe('〔2021〕𠮷。、');
});
