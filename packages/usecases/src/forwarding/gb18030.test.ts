import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from './gb18030.ts';

const SEED = 20210506;
/** Letters that every program may take to be another; which of them have a form differs between editions of the standard. */
const PRIVATE = /[\ue000-\uf8ff]/u;
const decoder = new TextDecoder('gb18030', { fatal: true });

describe('GB18030', () => {
  it('is written as it is read: every text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!PRIVATE.test(text));
        expect(decoder.decode(encodeGb18030(text))).toBe(text);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('writes every letter of the basic plane but a few for private use', () => {
    let all = '';
    for (let point = 1; point <= 0xffff; point += 1) if (point < 0xd800 || point > 0xdfff) all += String.fromCharCode(point);
    const back = decoder.decode(encodeGb18030(all));
    const lost = [...all].filter((letter, at) => back[at] !== letter);
    expect(lost.filter((letter) => !PRIVATE.test(letter))).toEqual([]);
    expect(lost.length).toBeLessThan(20);
  });

  it.each([
    ['中', 'd6d0'],
    ['〔', 'a1b2'],
    ['€', 'a2e3'],
    ['㐂', '8139ef31'],
    ['𠮷', '9534b235'],
  ])('writes %s as %s', (letter, hex) => {
    expect(encodeGb18030(letter).toString('hex')).toBe(hex);
  });
});
