/** The functions of the expression language. Adding one here is the only way to teach it something new. */
import { addDays, addMonths, daysBetween } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';
import { looksLikeDecisionNumber, numberYear } from '../records/index.ts';
import { USCC_PLACEHOLDER, isCitizenId, isRegistrationNo, isUscc } from '../subjects/index.ts';
import { MILLION, numberFromText } from './values.ts';
import type { Frame, Value, ValueType } from './values.ts';

/** `any` takes a value of whatever type; `same` one of the type of the first `same` argument. */
export type ParameterType = ValueType | 'any' | 'same' | 'text-or-list';

export interface FunctionDefinition {
  readonly parameters: readonly ParameterType[];
  readonly result: ValueType | 'same';
  /** Called also when an argument is null; without it a null argument gives null. */
  readonly takesNull?: boolean;
  /** At most three arguments, handed over one by one: an array for each call would cost more than most functions. */
  readonly run: (frame: Frame, a: Value, b: Value, c: Value) => Value;
  /** The same for a second argument that is a constant: what can be made ready of it is made once, not for every row. */
  readonly bind?: (b: NonNullable<Value>) => (a: NonNullable<Value>) => Value;
}

/** Every function by name. */
export const FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  // blanks
  blank: { parameters: ['any'], result: 'bool', takesNull: true, run: (_, a) => isBlank(a) },
  filled: { parameters: ['any'], result: 'bool', takesNull: true, run: (_, a) => !isBlank(a) },
  coalesce: { parameters: ['same', 'same'], result: 'same', takesNull: true, run: (_, a, b) => a ?? b },
  if: {
    parameters: ['bool', 'same', 'same'],
    result: 'same',
    takesNull: true,
    run: (_, condition, a, b) => (condition === null ? null : condition === true ? a : b),
  },

  // text
  length: { parameters: ['text'], result: 'number', run: (_, a) => BigInt(text(a).length) * MILLION },
  startsWith: {
    parameters: ['text', 'text'],
    result: 'bool',
    run: (_, a, b) => text(a).startsWith(text(b)),
    bind: (b) => {
      const start = text(b);
      return (a) => text(a).startsWith(start);
    },
  },
  endsWith: { parameters: ['text', 'text'], result: 'bool', run: (_, a, b) => text(a).endsWith(text(b)) },
  slice: {
    parameters: ['text', 'number', 'number'],
    result: 'text',
    run: (_, a, from, count) => text(a).slice(whole(from), whole(from) + whole(count)),
  },
  number: { parameters: ['text'], result: 'number', run: (_, a) => numberFromText(text(a)) },

  // lists of codes, and texts searched for words
  contains: { parameters: ['text-or-list', 'text'], result: 'bool', run: (_, a, b) => holds(a, text(b)) },
  containsAny: {
    parameters: ['text-or-list', 'list'],
    result: 'bool',
    run: (_, a, b) => holdsAny(a, list(b)),
    bind: (b) => {
      const words = list(b);
      return (a) => holdsAny(a, words);
    },
  },
  anyStartsWith: {
    parameters: ['list', 'text'],
    result: 'bool',
    run: (_, a, b) => list(a).some((item) => item.startsWith(text(b))),
  },
  onlyIn: { parameters: ['list', 'list'], result: 'bool', run: (_, a, b) => list(a).every((item) => list(b).includes(item)) },

  // days
  today: { parameters: [], result: 'day', run: (frame) => frame.surroundings.today },
  addDays: dayFunction((from, days) => addDays(from, days)),
  addMonths: dayFunction((from, months) => addMonths(from, months)),
  addYears: dayFunction((from, years) => addMonths(from, years * 12)),
  daysBetween: { parameters: ['day', 'day'], result: 'number', run: (_, a, b) => BigInt(daysBetween(day(a), day(b))) * MILLION },
  year: { parameters: ['day'], result: 'number', run: (_, a) => yearValue(Number(text(a).slice(0, 4))) },
  compact: { parameters: ['day'], result: 'text', run: (_, a) => text(a).replaceAll('-', '') },

  // the row and its surroundings
  kind: { parameters: [], result: 'text', run: (frame) => frame.kind },
  regionCode: { parameters: [], result: 'text', run: (frame) => frame.surroundings.regionCode },

  // the field's own notions
  isPlaceholder: { parameters: ['text'], result: 'bool', run: (_, a) => a === USCC_PLACEHOLDER },
  isUscc: { parameters: ['text'], result: 'bool', run: (_, a) => isUscc(text(a)) },
  isCitizenId: { parameters: ['text'], result: 'bool', run: (_, a) => isCitizenId(text(a)) },
  isRegistrationNo: { parameters: ['text'], result: 'bool', run: (_, a) => isRegistrationNo(text(a)) },
  looksLikeDecisionNo: { parameters: ['text'], result: 'bool', run: (_, a) => looksLikeDecisionNumber(text(a)) },
  numberYear: { parameters: ['text'], result: 'number', run: (_, a) => yearOrNull(text(a)) },
  mentionsYuan: { parameters: ['text', 'number'], result: 'bool', run: (_, a, amount) => mentionsYuan(text(a), amount) },
};

/** A function of a day and a whole number. */
function dayFunction(of: (from: Day, count: number) => Day): FunctionDefinition {
  return {
    parameters: ['day', 'number'],
    result: 'day',
    run: (_, a, n) => of(day(a), whole(n)),
    bind: (n) => {
      const count = whole(n);
      return (a) => of(day(a), count);
    },
  };
}

function isBlank(value: Value | undefined): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function text(value: Value | undefined): string {
  if (typeof value !== 'string') throw new Error('the type check let a non-text through');
  return value;
}

function day(value: Value | undefined): Day {
  return text(value) as Day;
}

function list(value: Value | undefined): readonly string[] {
  if (!Array.isArray(value)) throw new Error('the type check let a non-list through');
  return value as readonly string[];
}

function whole(value: Value | undefined): number {
  if (typeof value !== 'bigint') throw new Error('the type check let a non-number through');
  return Number(value / MILLION);
}

function holdsAny(haystack: Value | undefined, words: readonly string[]): boolean {
  for (const word of words) if (holds(haystack, word)) return true;
  return false;
}

/** A list holds the code itself or its free form `其他-…`; a text holds the word anywhere. */
function holds(haystack: Value | undefined, word: string): boolean {
  if (typeof haystack === 'string') return haystack.includes(word);
  return list(haystack).some((item) => item === word || item.startsWith(`${word}-`));
}

function yearOrNull(number: string): bigint | null {
  const year = numberYear(number);
  return year === null ? null : yearValue(year);
}

const YEAR_VALUES = Array.from({ length: 10_000 }, (_, year) => BigInt(year) * MILLION);

/** Years of four digits as numbers of the language; made once, for every row asks. */
function yearValue(year: number): bigint {
  return YEAR_VALUES[year] ?? BigInt(year) * MILLION;
}

/** Begins where a figure begins: tried from each of its digits, a long one would take time by the square of its length. */
const YUAN_IN_TEXT = /(?<!\d[,，]*)(\d[\d,，]*(?:\.\d{1,6})?)\s*(?:余)?元/gu;
/** 1 万元 in yuan: the slip looked for is a yuan amount written into a 万元 column. */
const YUAN_IN_WAN = 10_000n;

/**
 * True when the text names, in yuan, the very figure that stands in the 万元 column: then the column was
 * most likely filled in yuan. `amount` is in yuan, so the figure as written is a ten-thousandth of it.
 */
function mentionsYuan(narrative: string, amount: Value | undefined): boolean {
  if (typeof amount !== 'bigint' || amount === 0n) return false;
  for (const match of narrative.matchAll(YUAN_IN_TEXT)) {
    const named = numberFromText((match[1] ?? '').replace(/[,，]/gu, ''));
    if (named !== null && named * YUAN_IN_WAN === amount) return true;
  }
  return false;
}
