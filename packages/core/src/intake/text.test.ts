import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimmed } from './index.ts';

/** Long enough that work by the square of the length takes many seconds, and work by the length next to nothing. */
const LONG = ' '.repeat(60_000);
const SOON_MS = 1500;

describe('a cell without what stands around it', () => {
  it('loses white space of any kind on both sides, and none within', () => {
    const white = fc.string({ unit: fc.constantFrom(...' \t\n\r\u00a0\u2003\u200b\u2028\u3000\ufeff'), maxLength: 5 });
    const inner = fc.string({ unit: fc.constantFrom(...'甲a1 \t\u3000'), maxLength: 8 });
    fc.assert(
      fc.property(white, inner, white, (before, text, after) => {
        const bare = text.replace(/^[\s\u200b\ufeff]+/u, '').replace(/[\s\u200b\ufeff]+$/u, '');
        expect(trimmed(before + text + after)).toBe(bare);
      }),
    );
  });

  it.each([
    ["'=1+1", '=1+1'],
    ["'-2", '-2'],
    ["'＝1+1", '＝1+1'],
    ["'＠x", '＠x'],
    ["'\t=1", '=1'],
    ["'甲", "'甲"],
    ["''=1", "''=1"],
    ['="91370112MA0000015R"', '91370112MA0000015R'],
    ['\'="91370112MA0000015R"', '91370112MA0000015R'],
    ['=" 甲 "', '甲'],
    ['=""', ''],
    ['="a"&"b"', '="a"&"b"'],
    ['="甲', '="甲'],
  ])('%j is %j', (cell, text) => {
    expect(trimmed(cell)).toBe(text);
  });

  it('is found at once, however much white space lies within', () => {
    const begun = performance.now();
    expect(trimmed(` x${LONG}y `)).toHaveLength(LONG.length + 2);
    expect(performance.now() - begun).toBeLessThan(SOON_MS);
  });
});
