import { USCC_PLACEHOLDER } from '@xincheng/core/subjects';
import { describe, expect, it } from 'vitest';
import { subjectKeyOf } from './subject-key.ts';
import type { SubjectOfRow } from './subject-key.ts';

const nothing = { uscc: null, registrationNo: null, name: null, personId: null };

function hashPerson(id: string): string {
  return `<${id}>`;
}

function keyOf(subject: Partial<SubjectOfRow> & Pick<SubjectOfRow, 'kind'>): string | null {
  return subjectKeyOf({ ...nothing, ...subject }, hashPerson);
}

describe('subject key', () => {
  it('is the code of an organisation or a sole trader', () => {
    expect(keyOf({ kind: 'legal', uscc: '91370112MA0000015R', name: '甲' })).toBe('91370112MA0000015R');
    expect(keyOf({ kind: 'soleTrader', uscc: '92370112MA0000023H' })).toBe('92370112MA0000023H');
  });

  it('tells two shops under the placeholder apart by registration number and name', () => {
    const shop = (registrationNo: string, name: string): string | null =>
      keyOf({ kind: 'soleTrader', uscc: USCC_PLACEHOLDER, registrationNo, name });
    expect(shop('370112600000003', '历城区测试 便利店（分店）')).toBe('R370112600000003|历城区测试便利店(分店)');
    expect(shop('370112600000003', '甲')).not.toBe(shop('370112600000011', '甲'));
    expect(shop('370112600000003', '甲')).not.toBe(shop('370112600000003', '乙'));
  });

  it('is a keyed hash for a person, whatever else the row says', () => {
    expect(keyOf({ kind: 'natural', personId: '370112199001010012', uscc: '91370112MA0000015R', name: '张三' })).toBe(
      'P<370112199001010012>',
    );
  });

  it('is null where nothing tells the subject', () => {
    expect(keyOf({ kind: 'natural', name: '张三' })).toBeNull();
    expect(keyOf({ kind: 'legal', name: '甲' })).toBeNull();
    expect(keyOf({ kind: 'soleTrader', uscc: USCC_PLACEHOLDER, name: '甲' })).toBeNull();
    expect(keyOf({ kind: 'soleTrader', uscc: USCC_PLACEHOLDER, registrationNo: '370112600000003' })).toBeNull();
  });
});
