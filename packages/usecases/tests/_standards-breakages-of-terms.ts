/** Breakages of what is on public show, and for how long. */
import { SOUND } from './_standards-pack.ts';
import { LICENCE, textOf } from './_standards-swap.ts';
import type { Breakage } from './_standards-swap.ts';

const TERMS = 'standards/terms/show.yaml';
const SET = `id: show
name: { zh: 公示期限, en: Terms }
classes:
  - { id: general, name: { zh: 一般, en: General } }
  - { id: severe, name: { zh: 严重, en: Severe } }
regimes:
  - id: first
    name: { zh: 第一套, en: First }
    from: 2020-01-01
    to: 2021-12-31
    basis:
      - { instrument: law-1 }
    certainty: known
    terms: { general: { minMonths: 3, maxMonths: 12 }, severe: { minMonths: 6, maxMonths: 36 } }
    classify:
      - { when: JE > 5, class: severe, certainty: known }
    otherwise: general
  - id: second
    name: { zh: 第二套, en: Second }
    from: 2022-01-01
    basis:
      - { instrument: law-1 }
    certainty: known
    terms: { general: { minMonths: 1, maxMonths: 2 } }
    classify: []
    otherwise: general
`;
const DEADLINE = 'deadline: licence.forward\n';
const SHOWN = 'shown:\n  until: { terms: show }\n';

/** The sound pack with a dataset that is on show by a set of terms. */
export const WITH_TERMS = showing(SHOWN);

function showing(shown: string): Readonly<Record<string, string | Uint8Array>> {
  return { ...SOUND, [LICENCE]: textOf(SOUND, LICENCE).replace(DEADLINE, DEADLINE + shown), [TERMS]: SET };
}

function shown(name: string, code: string, text: string, at: string): Breakage {
  return { name, code, files: showing(text), file: LICENCE, at };
}

function terms(name: string, code: string, from: string, to: string, at: string): Breakage {
  if (SET.split(from).length !== 2) throw new Error(`${from} is not there exactly once`);
  return { name, code, files: { ...WITH_TERMS, [TERMS]: SET.replace(from, () => to) }, file: TERMS, at };
}

export const BREAKAGES_OF_TERMS: readonly Breakage[] = [
  shown('terms that are none', 'unknown-terms', 'shown:\n  until: { terms: none }\n', 'until:'),
  shown('shown through a field that is none', 'unknown-field', 'shown:\n  until: { field: XX }\n', 'until:'),
  shown('shown through a text', 'shown-until', 'shown:\n  until: { field: WH }\n', 'until:'),
  shown('shown only if a name that is none', 'expression', `${SHOWN}  onlyIf: filled(XX)\n`, 'onlyIf:'),
  shown('shown without an end that is said', 'wrong-value', 'shown:\n  until: sometimes\n', 'until:'),
  {
    name: 'shown although the catalogue says private',
    code: 'shown-private',
    files: { ...WITH_TERMS, [LICENCE]: textOf(WITH_TERMS, LICENCE).replace('publicity: public', 'publicity: private') },
    file: LICENCE,
    at: 'shown:',
  },
  terms('two regimes at once', 'overlap', 'to: 2021-12-31', 'to: 2022-01-01', 'from: 2022-01-01'),
  terms('a regime that ends before it begins', 'reversed', 'to: 2021-12-31', 'to: 2019-12-31', 'to: 2019-12-31'),
  terms('two regimes of one id', 'duplicate-id', 'id: second', 'id:   first', 'id:   first'),
  terms('a class twice', 'duplicate-id', '{ id: severe, name: { zh: 严重', '{ id: general, name: { zh: 严重', 'zh: 严重'),
  terms('a term of no class', 'unknown-class', 'terms: { general: { minMonths: 1', 'terms: { other: { minMonths: 9', 'other:'),
  terms('a rule to a class without term', 'unknown-class', 'class: severe', 'class: other', 'class: other'),
  terms(
    'a class that no regime has',
    'class-unused',
    'classes:\n',
    'classes:\n  - { id: spare, name: { zh: 备用, en: Spare } }\n',
    'id: spare',
  ),
  terms('a longest time below the shortest', 'term-reversed', 'maxMonths: 36', 'maxMonths: 5', 'maxMonths: 5'),
  terms('a rule that does not parse', 'expression', 'when: JE > 5', 'when: JE >', 'JE >,'),
  terms(
    'a regime that cites nothing known',
    'unknown-instrument',
    'to: 2021-12-31\n    basis:\n      - { instrument: law-1 }',
    'to: 2021-12-31\n    basis:\n      - { instrument: law-9 }',
    'law-9',
  ),
];
