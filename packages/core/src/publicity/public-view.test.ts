import { describe, expect, test } from 'vitest';
import { standardOf } from '../../tests/_vectors.ts';
import type { DatasetDefinition } from '../standards/index.ts';
import { publicFieldsOf, publicSubjectName, publicValues, redacted } from './index.ts';

const penalty = standardOf('datasets', 'penalty') as DatasetDefinition;
const registration = standardOf('datasets', 'registration') as DatasetDefinition;

describe('a narrative for the public', () => {
  test.each([
    ['当事人持有370112199001010012号身份证', '当事人持有******************号身份证'],
    ['联系电话13812345678', '联系电话***********'],
    ['固定电话0531-88123456', '固定电话***'],
    ['转入6222021234567890128账户', '转入*******************账户'],
    ['在济南市历城区洪家楼街道花园路88号3单元502室经营', '在济南市历城区洪家楼街道***经营'],
    ['在济南市历城区花园路88号经营', '在济南市历城区***经营'],
    ['依据《济南市某办法》第12号令', '依据《济南市某办法》第12号令'],
    ['消费者张小明投诉', '消费者张某投诉'],
    ['举报人：欧阳小娜，女', '举报人：欧阳某，女'],
    ['王小二先生购买了3件', '王某先生购买了3件'],
    ['经营者李某某在场', '经营者李某某在场'],
    ['当事人货架上有3件饮料超过保质期待售。', '当事人货架上有3件饮料超过保质期待售。'],
    ['罚款5000元；没收违法所得36.50元', '罚款5000元；没收违法所得36.50元'],
    ['张示例当场签字', '张某当场签字'],
  ])('%s', (text, shown) => {
    expect(redacted(text, { names: ['张示例'] })).toBe(shown);
  });
});

describe('fields of a penalty', () => {
  const values = Object.fromEntries(
    penalty.fields.map(({ code, type }) => [code, type === 'longText' ? '李示例在场，电话13812345678' : `值${code}`]),
  );
  const codesFor = (kind: 'legal' | 'soleTrader' | 'natural') =>
    publicValues(penalty, kind, { ...values, CF_FRDB: '李示例' }, {}).map(({ code }) => code);

  test('certificates never', () => {
    for (const code of ['CF_FR_ZJLX', 'CF_FR_ZJHM', 'CF_XDR_ZJLX', 'CF_XDR_ZJHM']) expect(codesFor('legal')).not.toContain(code);
    expect(codesFor('legal')).toContain('CF_FRDB');
  });

  test('of a sole trader name and code, never the operator', () => {
    expect(codesFor('soleTrader')).toContain('CF_XDR_SHXYM');
    expect(codesFor('soleTrader')).not.toContain('CF_FRDB');
    expect(JSON.stringify(publicValues(penalty, 'soleTrader', { ...values, CF_FRDB: '李示例' }, {}))).not.toContain('李示例');
  });

  test.each([
    ['个体工商户李示例', '李示例', '个体工商户李某'],
    ['李示例', '李示例', '李某'],
    ['李示例（个体工商户）', '李示例', '李某（个体工商户）'],
    ['个体工商户欧阳示例', undefined, '个体工商户欧某'],
    ['历城区李示例便利店', '李示例', '历城区李示例便利店'],
    ['小李饭店（个体工商户）', '李示例', '小李饭店（个体工商户）'],
    ['个体工商户', '李示例', '个体工商户'],
    ['李示例', undefined, '李某'],
    ['李示例（个体工商户）', undefined, '李某（个体工商户）'],
    ['李　例', '李例', '李某'],
    ['李例', '李　例', '李某'],
    ['历城示例便利店', undefined, '历城示例便利店'],
  ])('of a sole trader that has no name but its operator’s, %s of %s', (name, operator, shown) => {
    const own = operator === undefined ? {} : { CF_FRDB: operator };
    const fields = publicValues(penalty, 'soleTrader', { CF_XDR_MC: name, ...own }, {});
    expect(fields).toMatchObject([{ code: 'CF_XDR_MC', value: shown }]);
    expect(publicSubjectName(penalty, 'soleTrader', name, own)).toBe(shown);
    expect(publicSubjectName(penalty, 'legal', name, own)).toBe(name);
  });

  test('of a sole trader no operator in titles and narratives, however it is spaced', () => {
    const named = { CF_XDR_MC: '李　例', CF_FRDB: '李 例', CF_WFXW: '关于李例的案件', CF_SY: '李　例在场' };
    expect(JSON.stringify(publicValues(penalty, 'soleTrader', named, {}))).not.toMatch(/李\s*例/u);
    const { CF_FRDB: _, ...unnamed } = named;
    expect(JSON.stringify(publicValues(penalty, 'soleTrader', unnamed, {}))).not.toMatch(/李\s*例/u);
  });

  test('of a person nothing', () => {
    expect(publicFieldsOf(penalty, 'natural')).toEqual([]);
    expect(codesFor('natural')).toEqual([]);
  });

  test('words written for the public stand in place of the narrative', () => {
    const fields = publicValues(penalty, 'legal', { ...values, CF_FRDB: '李示例' }, { CF_SY: '事实从略' });
    expect(fields.find(({ code }) => code === 'CF_SY')?.value).toBe('事实从略');
    expect(fields.find(({ code }) => code === 'CF_NR')?.value).toBe('李某在场，电话***********');
  });
});

describe('fields of a registration', () => {
  const codesFor = (kind: 'legal' | 'soleTrader') => publicFieldsOf(registration, kind).map(({ code }) => code);

  test('of a firm are what it is, and no person', () => {
    expect(codesFor('legal')).toEqual(expect.arrayContaining(['name', 'uscc', 'standing', 'formerNames', 'address']));
    expect(codesFor('legal')).not.toContain('legalRep');
  });

  test('of a sole trader are name and code, never the operator or where he may live', () => {
    expect(codesFor('soleTrader')).toEqual(expect.arrayContaining(['name', 'uscc', 'standing']));
    for (const code of ['legalRep', 'formerNames', 'address', 'remark']) expect(codesFor('soleTrader')).not.toContain(code);
  });
});
