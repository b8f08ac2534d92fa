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
  ])('%s', (text, inNarrative, elsewhere) => {
    expect([findPersonalData(text)?.kind ?? null, findPersonalData(text, false)?.kind ?? null]).toEqual([inNarrative, elsewhere]);
  });

  it.each([
    [`证号${CARD}。`, '证号370***********0030。'],
    ['370112198206070031', '370***********0031'],
    ['３７０１１２１９８２０６０７００３０', '370***********0030'],
    ['370112820607003', '370********7003'],
    ['联系13912345678', '联系139****5678'],
    ['914403001922038216', '914403001922038216'],
    ['91370112MA0000015R', '91370112MA0000015R'],
    ['370112600000003', '370112600000003'],
    ['济历城审许〔2021〕101号', '济历城审许〔2021〕101号'],
  ])('%s is shown as %s', (text, shown) => {
    expect(hidePersonalData(text)).toBe(shown);
  });
});
