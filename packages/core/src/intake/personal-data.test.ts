import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, hidePersonalData } from './index.ts';

/** Of nobody. */
const CARD = '370112198206070030';

describe('numbers of persons', () => {
  it.each<[string, string | null, string | null]>([
    [`身份证号${CARD}`, 'citizen-id', 'citizen-id'],
    ['身份证３７０１１２１９８２０６０７００３０', 'citizen-id', 'citizen-id'],
    ['电话13912345678', 'phone', null],
    ['账号6228480402564890018', 'bank-card', null],
    [`SDGP${CARD}`, 'citizen-id', null],
    [`先写电话13912345678，再写证号${CARD}`, 'phone', 'citizen-id'],
    ['370112198206070031', null, null],
    ['20210423000001', null, null],
    ['证号370112 19820607 0030', 'citizen-id', 'citizen-id'],
    ['证号370112-19820607-0030', 'citizen-id', 'citizen-id'],
    ['证号3701 1219 8206 0700 30', 'citizen-id', 'citizen-id'],
    ['证号３７０１１２　１９８２０６０７　００３０', 'citizen-id', 'citizen-id'],
    ['证号370112\u200b198206070030', 'citizen-id', 'citizen-id'],
    ['证号34052419800101 001x', 'citizen-id', 'citizen-id'],
    [`2021.4.30 ${CARD}`, 'citizen-id', 'citizen-id'],
    ['2021.4.30 370112 19820607 0030', 'citizen-id', 'citizen-id'],
    ['SDGP370112-19820607-0030', 'citizen-id', null],
    ['电话139 1234 5678', 'phone', null],
    ['电话139-1234-5678', 'phone', null],
    ['2021-04-30 139-1234-5678', 'phone', null],
    ['2021-04-30 13912345678', 'phone', null],
    ['电话１３９　１２３４　５６７８', 'phone', null],
    ['电话+8613912345678', 'phone', null],
    ['电话+86 139 1234 5678', 'phone', null],
    ['电话008613912345678', 'phone', null],
    ['卡号6228 4804 0256 4890 018', 'bank-card', null],
    ['卡号6228-4804-0256-4890-018', 'bank-card', null],
    ['2021-04-30 2021-05-30 2021-06-30', null, null],
    ['2021-04-30,12345678901', null, null],
    ['电话0531-88161234', null, null],
    ['金额1 234 567 890.12', null, null],
    ['库存 1391 2345 678', null, null],
  ])('%s', (text, inNarrative, elsewhere) => {
    expect([findPersonalData(text)?.kind ?? null, findPersonalData(text, false)?.kind ?? null]).toEqual([inNarrative, elsewhere]);
  });

  it.each([
    [`证号${CARD}。`, '证号370***********0030。'],
    ['370112198206070031', '370***********0031'],
    ['３７０１１２１９８２０６０７００３０', '370***********0030'],
    ['370112820607003', '370********7003'],
    ['联系13912345678', '联系139****5678'],
    ['370112 19820607 0030', '370***********0030'],
    ['370112-19820607-0031', '370***********0031'],
    ['３７０１１２　１９８２０６０７　００３０', '370***********0030'],
    ['联系139-1234-5678。', '联系139****5678。'],
    ['2021.4.30 139 1234 5678', '2021.4.30 139****5678'],
    ['2021-04-30 2021-05-30', '2021-04-30 2021-05-30'],
    ['370112-2021-04-30-001', '370112-2021-04-30-001'],
    ['914403001922038216', '914403001922038216'],
    ['91370112MA0000015R', '91370112MA0000015R'],
    ['370112600000003', '370112600000003'],
    ['济历城审许〔2021〕101号', '济历城审许〔2021〕101号'],
  ])('%s is shown as %s', (text, shown) => {
    expect(hidePersonalData(text)).toBe(shown);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    '·',
    '‐',
    '―',
    '\u00a0',
    '\u2003',
    '\u200b',
    '\u2060',
    '\u3000',
    '\ufeff',
    '－',
    '．',
    ' - ',
    ' \u3000 ',
  ])('are found with %j between their groups', (gap) => {
    const groups = (...parts: readonly string[]): string => `（${parts.join(gap)}）`;
    expect(findPersonalData(groups('370112', '19820607', '0030'))?.kind).toBe('citizen-id');
    expect(findPersonalData(groups('139', '1234', '5678'))?.kind).toBe('phone');
    expect(findPersonalData(groups('6228', '4804', '0256', '4890', '018'))?.kind).toBe('bank-card');
  });
});

it('finds a number wherever it stands, however it is spaced', () => {
  const filler = fc.string({ unit: fc.constantFrom('历', '城', '；', 'a', '5', '-', ' ', '。'), maxLength: 40 });
  fc.assert(
    fc.property(filler, filler, fc.constantFrom('', ' ', '-', ' - '), (before, behind, gap) => {
      // A letter on either side, so that no digit of the filler joins the number.
      const text = `${before}号${['139', '1234', '5678'].join(gap)}号${behind}`;
      expect([text, findPersonalData(text)?.kind]).toEqual([text, 'phone']);
    }),
    { numRuns: 2000 },
  );
});
