import { expect, it } from 'vitest';
import { isSamePerson } from './same-person.ts';

it.each([
  ['张三', ' 张 三　', true],
  ['Li Ming', 'ＬｉＭｉｎｇ', true],
  ['张三', '张三丰', false],
  ['李明', '李鸣', false],
])('%j and %j: %j', (one, other, same) => {
  expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([same, same]);
});
