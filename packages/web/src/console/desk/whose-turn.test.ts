import type { Right, Role } from '@xincheng/core/identity';
import { rightsOf } from '@xincheng/core/identity';
import { expect, it } from 'vitest';
import { isMyTurn } from './whose-turn.ts';
import type { Who } from './who.ts';

function who(role: Role, unit: string): Who {
  const rights = rightsOf([role]);
  return { unit, may: (right: Right) => rights.includes(right) };
}

it('gives each step of a matter to whoever has it, and none to who only reads', () => {
  const officer = who('data-officer', 'a');
  const office = who('credit-office', 'o');
  const matter = { kind: 'report', state: 'called', unit: 'a', otherUnit: null } as const;
  expect(isMyTurn(matter, officer)).toBe(true);
  expect(isMyTurn(matter, office)).toBe(false);
  expect(isMyTurn({ ...matter, unit: 'b' }, officer)).toBe(false);
  expect(isMyTurn({ ...matter, state: 'filed' }, office)).toBe(true);
  expect(isMyTurn({ ...matter, state: 'filed' }, who('reviewer', 'a'))).toBe(true);
  const handOver = { kind: 'hand-over', state: 'asked', unit: 'b', otherUnit: 'a' } as const;
  expect(isMyTurn(handOver, officer)).toBe(true);
  expect(isMyTurn(handOver, office)).toBe(false);
  expect(isMyTurn({ ...handOver, state: 'agreed' }, office)).toBe(true);
  for (const state of ['called', 'filed', 'drafted'] as const)
    expect(isMyTurn({ ...matter, state }, who('leader', 'a'))).toBe(false);
});
