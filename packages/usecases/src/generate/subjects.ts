/**
 * Invented organisations, sole traders and people. A subject is a function of its number alone, whatever the seed: the same code
 * always has the same name, in every file that is generated.
 */
import { dayFromNumber, dayNumber } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { USCC_PLACEHOLDER, citizenIdFrom, organisationCodeOf, registrationNoFrom, usccFrom } from '@xincheng/core/subjects';
import { SUBJECT_KINDS } from '@xincheng/core/standards';
import type { SubjectKind } from '@xincheng/core/standards';
import { bodyOf, brandOf } from './bodies.ts';
import { mix } from './random.ts';
import { COMPANY_TRADES, GIVEN_CHARACTERS, SHOP_TRADES, SURNAMES } from './vocabulary.ts';
import type { Trade } from './vocabulary.ts';

export interface Subject {
  readonly kind: SubjectKind;
  readonly name: string;
  /** Kind of body, as registers call it; blank for a person. */
  readonly body: string;
  /** A name and a code it had before; only the register tells them. */
  readonly formerName: () => string;
  readonly formerUscc: () => string;
  /** Blank for a person, who has no such code. */
  readonly uscc: string;
  readonly organisationCode: string;
  readonly registrationNo: string;
  /** Legal representative, operator, or the person. */
  readonly legalRep: string;
  /** Identity number of that person; few rows need it. */
  readonly personId: () => string;
  readonly trade: Trade;
}

/** Where subjects live. */
export interface Place {
  /** Name of the district as firms carry it, e.g. 历城区. */
  readonly district: string;
  /** Six digits, GB/T 2260. */
  readonly regionCode: string;
}

/** One sole trader in this many has no code yet and is told by its registration number. */
const UNCODED_EVERY = 50;
const OLDEST = dayNumber('1950-01-01' as Day);
const YOUNGEST = dayNumber('2003-12-31' as Day);
/** Sequences of sole traders begin with 6 to 9 (GS 15-2006). */
const FIRST_SOLE_TRADER = 60_000_000;
const SOLE_TRADERS = 40_000_000;
const SEQUENCES = 1_000;
/** Representatives and operators are other people than the persons of their numbers. */
const SHIFT_OF_KIND = 6_007;
/** Former codes are those of numbers that no subject has. */
const FIRST_FORMER = 150_000_000;
/** Codes run through six characters of an alphabet of 31; a step that shares no factor with it visits each once (exact to n = 200 million). */
const CODES = 31 ** 6;
const CODE_STEP = 40_503_341;

/** Makes the subject of a number; different numbers of one kind give different codes. */
export function subjectMaker(place: Place): (kind: SubjectKind, n: number, mayBeUncoded: boolean) => Subject {
  return (kind, n, mayBeUncoded) => {
    const word = new Word(n, kind);
    switch (kind) {
      case 'legal':
        return organisation(place, n, word);
      case 'soleTrader':
        return soleTrader(place, n, word, mayBeUncoded);
      case 'natural':
        return person(place, n, word);
    }
  };
}

function organisation(place: Place, n: number, word: Word): Subject {
  const { name: body, department, nameOf } = bodyOf(n);
  const trade = word.pick(COMPANY_TRADES);
  const naming = (chance: Word): string => nameOf(place.district, trade, chance);
  return coded({ kind: 'legal', body, department, trade, place, n, naming }, word);
}

function soleTrader(place: Place, n: number, word: Word, mayBeUncoded: boolean): Subject {
  const trade = word.pick(SHOP_TRADES);
  const naming = (chance: Word): string => `${place.district}${brandOf(chance)}${trade.word}`;
  const subject = coded({ kind: 'soleTrader', body: '个体工商户', department: '92', trade, place, n, naming }, word);
  if (!mayBeUncoded || n % UNCODED_EVERY !== 0) return subject;
  return {
    ...subject,
    uscc: USCC_PLACEHOLDER,
    organisationCode: '',
    registrationNo: registrationNoFrom(place.regionCode, FIRST_SOLE_TRADER + (n % SOLE_TRADERS)),
    formerUscc: () => '',
  };
}

interface Coded {
  readonly kind: 'legal' | 'soleTrader';
  readonly body: string;
  readonly department: string;
  readonly trade: Trade;
  readonly place: Place;
  readonly n: number;
  readonly naming: (word: Word) => string;
}

function coded({ kind, body, department, trade, place, n, naming }: Coded, word: Word): Subject {
  const codeOf = (number: number): string =>
    usccFrom(`${department}${place.regionCode}MA`, ((number % CODES) * CODE_STEP) % CODES);
  const uscc = codeOf(n);
  return {
    kind,
    name: naming(word),
    body,
    formerName: () => naming(new Word(n + FIRST_FORMER, kind)),
    formerUscc: () => codeOf(n + FIRST_FORMER),
    uscc,
    organisationCode: organisationCodeOf(uscc),
    registrationNo: '',
    legalRep: personName(word),
    personId: () => personIdOf(place, n, SUBJECT_KINDS.indexOf(kind)),
    trade,
  };
}

function person(place: Place, n: number, word: Word): Subject {
  const name = personName(word);
  return {
    kind: 'natural',
    name,
    body: '',
    formerName: () => '',
    formerUscc: () => '',
    uscc: '',
    organisationCode: '',
    registrationNo: '',
    legalRep: name,
    personId: () => personIdOf(place, n, 0),
    trade: word.pick(SHOP_TRADES),
  };
}

/** People of different numbers have different identity numbers, up to some twenty million. */
function personIdOf(place: Place, n: number, shift: number): string {
  const birth = OLDEST + ((Math.floor(n / SEQUENCES) + shift * SHIFT_OF_KIND) % (YOUNGEST - OLDEST));
  return citizenIdFrom(place.regionCode, dayFromNumber(birth), n % SEQUENCES);
}

function personName(word: Word): string {
  // The smaller of two draws: common surnames stand first.
  const surname = SURNAMES[Math.min(word.below(SURNAMES.length), word.below(SURNAMES.length))] ?? '王';
  const given = word.pick(GIVEN_CHARACTERS);
  return word.below(4) === 0 ? surname + given : surname + given + word.pick(GIVEN_CHARACTERS);
}

/** Chance that belongs to a subject, not to a row. */
class Word {
  #state: number;

  constructor(n: number, kind: SubjectKind) {
    this.#state = mix(n ^ Math.imul(SUBJECT_KINDS.indexOf(kind) + 1, 0x27d4eb2f));
  }

  below(count: number): number {
    this.#state = mix((this.#state + 0x6d2b79f5) | 0);
    return (this.#state >>> 0) % count;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }
}
