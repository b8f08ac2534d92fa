import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allows,
  areCompatible,
  DEFAULT_ACCOUNT_RULES,
  lockSeconds,
  mayApprove,
  passwordFault,
  personsOf,
  RIGHTS,
  rightForm,
  rightsOf,
  ROLES,
  sessionEnd,
} from './index.ts';

const units = fc.subarray(['a', 'b', 'c']);
const roles = fc.subarray([...ROLES]);

describe('the matrix', () => {
  it('leaves no right without a role', () => {
    expect(RIGHTS.filter((right) => !rightsOf(ROLES).includes(right))).toEqual([]);
  });

  it.each(['leader', 'auditor'] as const)('%s changes nothing', (role) => {
    expect(rightsOf([role]).filter((right) => !right.endsWith('.read'))).toEqual([]);
  });

  it('does not let whoever manages accounts look at records, nor the other way round', () => {
    expect(rightsOf(['administrator'])).toEqual(['standards.read', 'account.read', 'account.manage', 'client.manage']);
    for (const role of ROLES.filter((one) => one !== 'administrator'))
      expect([role, rightsOf([role]).includes('account.manage')]).toEqual([role, false]);
  });

  it('does not let an administrator be the auditor', () => {
    fc.assert(
      fc.property(roles, (some) => {
        const both = some.filter((role) => role === 'administrator' || role === 'auditor');
        expect(areCompatible(some)).toBe(both.length < 2);
      }),
    );
  });

  it('adds up: several roles hold what one of them holds', () => {
    fc.assert(
      fc.property(roles, fc.constantFrom(...RIGHTS), (some, right) => {
        expect(rightsOf(some).includes(right)).toBe(some.some((role) => rightsOf([role]).includes(right)));
      }),
    );
  });
});

describe('allows', () => {
  it('never reaches a unit out of scope, and an own-unit right never another unit', () => {
    fc.assert(
      fc.property(
        roles,
        units,
        fc.constantFrom('units' as const, 'all' as const, 'subject' as const, 'party' as const),
        fc.constantFrom(...RIGHTS),
        fc.constantFrom('a', 'b', 'c'),
        (some, own, scope, right, unit) => {
          const may = allows({ scope, units: own, rights: rightsOf(some) }, right, unit);
          if (!rightsOf(some).includes(right)) expect(may).toBe(false);
          else if (own.includes(unit)) expect(may).toBe(true);
          else expect(may).toBe(scope === 'all' && !rightForm(right).isOwnUnitOnly);
        },
      ),
    );
  });

  it('lets jobs do everything within their scope', () => {
    expect(allows({ scope: 'all', units: [] }, 'publicity.withdraw', 'a')).toBe(true);
    expect(allows({ scope: 'units', units: ['b'] }, 'publicity.withdraw', 'a')).toBe(false);
  });
});

describe('the person who enters', () => {
  it('does not approve, nor whoever stands in for them', () => {
    expect(mayApprove({ id: 'b' }, ['a'])).toBe(true);
    expect(mayApprove({ id: 'a' }, ['a'])).toBe(false);
    expect(mayApprove({ id: 'b', onBehalfOf: { id: 'a' } }, ['a'])).toBe(false);
    expect(mayApprove({ id: 'b', standsInFor: ['a'] }, ['a'])).toBe(false);
    expect(mayApprove({ id: 'b', onBehalfOf: { id: 'a' } }, ['b'])).toBe(false);
  });

  it('is everybody behind the act', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'), (id, other) => {
        const actor = { id, onBehalfOf: { id: other } };
        for (const name of personsOf(actor)) expect(mayApprove({ id: name }, personsOf(actor))).toBe(false);
      }),
    );
  });
});

describe('periods and passwords', () => {
  it('hold sign-in up longer and longer, up to an hour', () => {
    const waits = Array.from({ length: 40 }, (_, index) => lockSeconds(index, DEFAULT_ACCOUNT_RULES));
    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 30, 60, 120]);
    expect(waits.at(-1)).toBe(3600);
  });

  it('end a session when it rests, and at the latest after its longest time', () => {
    const createdAt = new Date('2026-01-01T00:00:00Z');
    const end = (minutes: number): string =>
      sessionEnd({ createdAt, seenAt: new Date(createdAt.getTime() + minutes * 60_000) }, DEFAULT_ACCOUNT_RULES).toISOString();
    expect(end(0)).toBe('2026-01-01T00:30:00.000Z');
    expect(end(11 * 60)).toBe('2026-01-01T11:30:00.000Z');
    expect(end(12 * 60 - 1)).toBe('2026-01-01T12:00:00.000Z');
  });

  it.each([
    ['短短短短短短短短短短短', 'password-too-short'],
    ['x'.repeat(129), 'password-too-long'],
    ['xx-Wang.Li-2026', 'password-of-name'],
    ['一二三四五六七八九十甲乙', null],
    ['x'.repeat(128), null],
  ])('%s', (password, fault) => {
    expect(passwordFault(password, ['wang.li', '王丽'], DEFAULT_ACCOUNT_RULES)).toBe(fault);
  });

  it('ask for kinds of characters where the district does', () => {
    const rules = { passwords: { shortest: 8, kinds: 3 } };
    expect(passwordFault('abcdefg1', [], rules)).toBe('password-kinds');
    expect(passwordFault('abcdefG1', [], rules)).toBeNull();
  });
});
