/** Sequences of acts against an oracle written otherwise: one regular expression a kind, over one letter an act. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { judgeAct, MATTER_ACTS, MATTER_KINDS, needsWords, PARTIES, possibleActs, SETTLING_ACTS, stateOf } from './index.ts';
import type { Acted, MatterAct, MatterKind, MatterState } from './index.ts';

const LETTERS: Readonly<Record<MatterAct, string>> = {
  call: 'c',
  file: 'f',
  return: 'r',
  accept: 'a',
  reopen: 'o',
  draft: 'd',
  issue: 'i',
  drop: 'x',
  reply: 'p',
  close: 'z',
  ask: 'k',
  agree: 'y',
  decline: 'w',
  grant: 'g',
  refuse: 'n',
  urge: 'u',
};

/** Every beginning of every lawful course. */
const COURSES: Readonly<Record<MatterKind, RegExp>> = {
  report: /^c?(f((r|ao)f)*(r|ao?)?)?$/u,
  'action-plan': /^(f(rf)*[ra]?)?$/u,
  order: /^(d(x|i(pr)*(x|p|pz)?)?)?$/u,
  extension: /^(k[gn]?)?$/u,
  release: /^(k[gn]?)?$/u,
  'hand-over': /^(k(w|y[gn]?)?)?$/u,
  urging: /^u?$/u,
};

/** One of all acts, or one of those that are possible: else long courses would be too rare. */
type Pick = readonly [isPossible: boolean, at: number];

/** Another person each time, who may do everything. */
function walk(kind: MatterKind, picks: readonly Pick[]): { letters: string; state: MatterState | 'none' } {
  let state: MatterState | 'none' = 'none';
  const past: Acted[] = [];
  let letters = '';
  for (const [isPossible, at] of picks) {
    const choice: readonly MatterAct[] = isPossible ? possibleActs(kind, state) : MATTER_ACTS;
    const act = choice[at % choice.length];
    if (act === undefined) continue;
    const name = `经办${String(past.length)}`;
    const judged = judgeAct(kind, state, act, { name, parties: PARTIES }, past);
    expect([kind, letters, act, judged.ok]).toEqual([kind, letters, act, COURSES[kind].test(letters + LETTERS[act])]);
    if (!judged.ok) continue;
    state = judged.value.to;
    past.push({ act, name });
    letters += LETTERS[act];
  }
  expect(stateOf(kind, past)).toBe(state);
  return { letters, state };
}

it('an act can be done exactly where a lawful course goes on with it', () => {
  let longest = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...MATTER_KINDS),
      fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 30 }),
      (kind, picks) => {
        const { letters, state } = walk(kind, picks);
        longest = Math.max(longest, letters.length);
        const next = MATTER_ACTS.filter((act) => COURSES[kind].test(letters + LETTERS[act]));
        expect(possibleActs(kind, state)).toEqual(next);
        const last = MATTER_ACTS.find((act) => letters.endsWith(LETTERS[act]));
        if (last !== undefined) expect(SETTLING_ACTS.includes(last)).toBe(next.every((act) => act === 'reopen'));
      },
    ),
    { numRuns: 3000 },
  );
  // The premise held: some courses went round several times.
  expect(longest).toBeGreaterThan(6);
});

it('whoever entered does not decide, however the name is written', () => {
  const past: readonly Acted[] = [{ act: 'file', name: '王 经办' }];
  const by = (name: string) => judgeAct('report', 'filed', 'accept', { name, parties: ['reviewer'] }, past);
  expect([by('王经办'), by('王　经办 '), by('李审核')].map((one) => (one.ok ? one.value.to : one.error))).toEqual([
    'same-person',
    'same-person',
    'accepted',
  ]);
});

it('whoever drafted an order drops it before it is issued, and withdraws it no more behind that', () => {
  const past: readonly Acted[] = [
    { act: 'draft', name: '周起草' },
    { act: 'issue', name: '吴签发' },
  ];
  const drop = (state: MatterState, name: string) => judgeAct('order', state, 'drop', { name, parties: ['office'] }, past);
  expect(
    [drop('drafted', '周起草'), drop('issued', '周起草'), drop('issued', '吴签发')].map((one) =>
      one.ok ? one.value.to : one.error,
    ),
  ).toEqual(['dropped', 'same-person', 'dropped']);
});

describe('what is refused says why', () => {
  const anyone = { name: '李审核', parties: PARTIES } as const;
  test.each([
    ['report', 'accepted', 'file', 'already-accepted'],
    ['report', 'filed', 'file', 'already-filed'],
    ['report', 'called', 'accept', 'not-possible-now'],
    ['action-plan', 'accepted', 'reopen', 'not-possible-now'],
    ['order', 'closed', 'reply', 'order-closed'],
    ['order', 'dropped', 'reply', 'order-closed'],
    ['order', 'drafted', 'reply', 'not-possible-now'],
    ['extension', 'granted', 'refuse', 'not-possible-now'],
  ] as const)('%s %s: %s', (kind, state, act, code) => {
    expect(judgeAct(kind, state, act, anyone, [])).toEqual({ ok: false, error: code });
  });

  test('a party that it is not for', () => {
    expect(judgeAct('report', 'filed', 'accept', { name: '李审核', parties: ['unit'] }, [])).toEqual({
      ok: false,
      error: 'not-yours-to-do',
    });
  });
});

test('a decision against somebody needs words, one for does not', () => {
  expect(needsWords('report', 'filed', 'return')).toBe(true);
  expect(needsWords('report', 'filed', 'accept')).toBe(false);
  expect(needsWords('order', 'none', 'draft')).toBe(true);
});

test('a sequence nobody could have written is a fault', () => {
  expect(() => stateOf('report', [{ act: 'accept' }])).toThrow(/no accept/u);
});
