import { describe, expect, it } from 'vitest';
import type { Instrument } from '../standards/index.ts';
import { instrumentFinder } from './index.ts';

function instrument(id: string, zh: string, number?: string): Instrument {
  return { id, ...(number === undefined ? {} : { number }), issuer: '示例机关', title: { zh, en: id }, certainty: 'known' };
}

const find = instrumentFinder([
  instrument('rule-1', '示例办法（试行）', '示发〔2020〕1号'),
  instrument('rule-11', '示例办法（2021年修订）', '示发〔2020〕11号'),
  instrument('twin-a', '甲规定', '示令第1号'),
  instrument('twin-b', '乙规定', '示令第1号'),
]);

function meant(text: string): readonly (readonly string[])[] {
  return find(text).map(({ instruments }) => instruments);
}

describe('a citation', () => {
  it.each([
    ['rule-1', ['rule-1']],
    ['示发〔2020〕1号', ['rule-1']],
    ['示发[2020] 1 号', ['rule-1']],
    ['示发（２０２０）１１号', ['rule-11']],
    ['示例办法(试行)', ['rule-1']],
    ['《示例办法（2021年修订）》', ['rule-11']],
    ['《示例办法（试行）》（示发〔2020〕1号）', ['rule-1']],
    ['示例办法（示发〔2020〕11号）', ['rule-11']],
    ['示令第1号', ['twin-a', 'twin-b']],
    ['《乙规定》（示令第1号）', ['twin-b']],
    // A part of a number or of a title is nobody's.
    ['示发〔2020〕', []],
    ['示发〔2020〕111号', []],
    ['示例办法', []],
    ['《示例办法》第三条', []],
    ['《示例办法（试行）》（示发〔2020〕9号）', []],
  ])('%s', (text, instruments) => {
    expect(meant(text)).toEqual([instruments]);
  });

  it('stands among others, each told for itself', () => {
    expect(find('示发〔2020〕1号；不知道的办法;\n rule-11 ；')).toEqual([
      { text: '示发〔2020〕1号', instruments: ['rule-1'] },
      { text: '不知道的办法', instruments: [] },
      { text: 'rule-11', instruments: ['rule-11'] },
    ]);
    expect(find(' ；')).toEqual([]);
  });
});
