/**
 * Seeded chance. Every row draws from its own stream, told by seed and row number, so that row 700,000 is the same whatever
 * was asked for before it. Not for secrets.
 */
export interface Random {
  /** Begins the stream of a row. */
  readonly restart: (row: number) => void;
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  /** A number from 0 to below 1. */
  readonly fraction: () => number;
  /** True with that probability. */
  readonly chance: (probability: number) => boolean;
  /** One of the list; throws on an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
}

const GOLDEN = 0x9e3779b9;
const TWO_TO_32 = 0x1_0000_0000;

/** A source of chance for a seed (any whole number) and a purpose, so that two uses of one seed differ. */
export function randomFor(seed: number, purpose: string): Random {
  const start = mix(seedWord(seed) ^ textWord(purpose));
  let state = start;
  const next = (): number => {
    state = (state + GOLDEN) | 0;
    return mix(state) >>> 0;
  };
  return drawingFrom(
    () => next() / TWO_TO_32,
    (row) => {
      state = mix(start ^ Math.imul(row + 1, 0x85ebca6b));
    },
  );
}

function drawingFrom(fraction: () => number, restart: (row: number) => void): Random {
  const below = (count: number): number => Math.floor(fraction() * count);
  return {
    restart,
    below,
    fraction,
    chance: (probability) => fraction() < probability,
    pick: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
}

/** Chance for trials: every second draw is the least or the most there can be, because checks object at the edges. */
export function edgyRandom(purpose: string): Random {
  const plain = randomFor(0, purpose);
  return drawingFrom(() => {
    const drawn = plain.fraction();
    if (drawn < 0.5) return drawn * 2;
    return drawn < 0.75 ? 0 : ALMOST_ONE;
  }, plain.restart);
}

const ALMOST_ONE = 1 - 2 ** -32;

/** Scatters the bits of a word (the finisher of MurmurHash3, a bijection of 32 bits). */
export function mix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Both halves of the seed count. */
function seedWord(seed: number): number {
  return mix(seed | 0) ^ mix(Math.floor(seed / TWO_TO_32) + 1);
}

function textWord(text: string): number {
  let word = 0;
  for (let at = 0; at < text.length; at += 1) word = mix(Math.imul(word, 31) + text.charCodeAt(at));
  return word;
}
