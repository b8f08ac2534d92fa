import { describe, expect, it } from 'vitest';
import { hadAHand, isSamePerson, loginsIn, signatureOf } from './same-person.ts';

const wang = { name: '王丽', login: 'wang.li' };
const namesake = { name: '王丽', login: 'wang.li2' };
const zhang = { name: '张三', login: 'zhang.san' };

it.each([
  ['张三', ' 张 三　', true],
  ['Li Ming', 'ＬｉＭｉｎｇ', true],
  ['张三', '张三丰', false],
  ['李明', '李鸣', false],
  [signatureOf(wang), signatureOf(namesake), false],
  [signatureOf(wang), signatureOf({ ...wang, name: '王莉' }), true],
  [signatureOf(wang), '王 丽', true],
  [signatureOf(zhang, wang), signatureOf(wang), true],
  [signatureOf(zhang, wang), '张三', true],
  [signatureOf(zhang, wang), signatureOf(namesake), false],
])('%j and %j: %j', (one, other, same) => {
  expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([same, same]);
});

it.each([
  ['王丽', []],
  [signatureOf({ name: '代小红（信用办）', login: 'dai.xh' }), ['dai.xh']],
  [signatureOf(zhang, { name: '代小红', login: 'dai.xh' }), ['zhang.san', 'dai.xh']],
])('%s was signed by %j', (signature, logins) => {
  expect(loginsIn(signature)).toEqual(logins);
});

describe('who had a hand in it', () => {
  it('is also whoever stands in for one who had', () => {
    const name = signatureOf(zhang);
    expect(hadAHand({ name, persons: { id: 'zhang.san', standsInFor: ['wang.li'] } }, [signatureOf(wang)])).toBe(true);
    expect(hadAHand({ name, persons: { id: 'zhang.san', standsInFor: ['wang.li'] } }, [signatureOf(namesake)])).toBe(false);
    expect(hadAHand({ name }, [signatureOf(wang)])).toBe(false);
  });
});
