/** Texts: what repeats other cells goes on repeating them, what names a trade follows the subject's, the rest comes from the examples. */
import type { CompiledField } from '@xincheng/core/intake';
import type { FieldRole } from '@xincheng/core/standards';
import { dayWriter } from './day-text.ts';
import type { DayStyle } from './day-text.ts';
import type { Writer } from './draft.ts';
import { codeListOf, exampleCell, exampleDay, exampleOfRole, typeOf } from './field-context.ts';
import type { Example, PlanContext } from './field-context.ts';
import { fenOf, yuanText } from './money-text.ts';
import { YEARS_NAMED, identifierWriters, yearText } from './number-text.ts';
import { templateOf } from './text-template.ts';
import type { Repeated } from './text-template.ts';
import { COMPANY_TRADES, SHOP_TRADES } from './vocabulary.ts';

const TRADES = [...COMPANY_TRADES, ...SHOP_TRADES];

/** The ways to write a text; null for a field that is none. */
export function narrativeWriters(field: CompiledField, start: string, context: PlanContext): readonly Writer[] | null {
  const type = typeOf(field, context);
  const isText = type === 'text' || type === 'longText';
  if (!isText && type !== 'uscc' && type !== 'organisationCode') return null;
  const repeated = repeatedIn(field, context);
  const template = templateOf(start, repeated);
  if (!isText) return template === null ? [] : [template];
  const penalties = listWriter(field, context);
  if (penalties !== null) return template === null ? [penalties] : [penalties, template];
  if (template !== null) return [template];
  const identifiers = identifierWriters(start, context);
  return identifiers.length > 0 ? identifiers : poolWriters(field, start, context);
}

const REPEATED_ROLES: readonly FieldRole[] = [
  'subjectName',
  'subjectUscc',
  'legalRep',
  'number',
  'authorityName',
  'authorityUscc',
  'sourceName',
  'sourceUscc',
  'certificateNo',
];
const DAY_STYLES: readonly DayStyle[] = ['slash', 'short-slash', 'hyphen', 'words'];

/** Everything of the example that another text of it may repeat. */
function repeatedIn(field: CompiledField, context: PlanContext): Repeated[] {
  const { dataset } = context;
  const roles = REPEATED_ROLES.flatMap((role): Repeated[] => {
    const index = dataset.roles.get(role);
    const literal = exampleOfRole(role, context);
    return index === undefined || index === field.index || literal === ''
      ? []
      : [{ literal, write: ({ cells }) => cells[index] ?? '' }];
  });
  const scopes = typeOf(field, context) === 'longText' ? SCOPES : [];
  return [...roles, ...repeatedDays(context), ...repeatedYears(context), ...repeatedAmounts(context), ...LICENCES, ...scopes];
}

function repeatedDays(context: PlanContext): Repeated[] {
  const decided = exampleDay(context);
  if (decided === null) return [];
  return DAY_STYLES.map((style) => {
    const write = dayWriter(style);
    return { literal: write(decided), write: ({ day }) => write(day) };
  });
}

/** The year of the deciding day and the one before, where a text is about a year: 2020, 2020年度. */
function repeatedYears(context: PlanContext): Repeated[] {
  const decided = exampleDay(context);
  if (decided === null) return [];
  return YEARS_NAMED.map((before) => ({
    literal: yearText(decided, before),
    notBeside: /[^年度]/u,
    write: ({ day }) => yearText(day, before),
  }));
}

function repeatedAmounts(context: PlanContext): Repeated[] {
  return context.dataset.fields.flatMap((field): Repeated[] => {
    const fen = typeOf(field, context) === 'money' ? fenOf(field.definition, exampleCell(field, context)) : null;
    if (fen === null) return [];
    return [
      { literal: `${yuanText(fen)}元`, notBeside: /[\d.,]/u, write: (draft) => `${yuanText(draft.fen[field.index] ?? fen)}元` },
    ];
  });
}

/** Licences by their names. */
const LICENCES = [...new Set(TRADES.map(({ licence }) => licence))].map((literal): Repeated => ({
  literal,
  write: ({ subject }) => subject.trade.licence,
}));

const FEWEST_SCOPES = 4;

/** What a trade does: a phrase that stands for itself in a narrative becomes the subject's own list. */
const SCOPES = [...new Set(TRADES.flatMap((trade) => trade.scopes))].map((literal): Repeated => ({
  literal,
  notBeside: /\p{Script=Han}/u,
  write: ({ subject, random }) =>
    subject.trade.scopes.slice(0, FEWEST_SCOPES + random.below(subject.trade.scopes.length)).join('；'),
}));

/**
 * Texts of the same field in other examples, where they repeat nothing of their own row. The row's story says which example they come
 * from, so that facts, grounds and content of one row belong together.
 */
function poolWriters(field: CompiledField, start: string, context: PlanContext): Writer[] {
  const pool = storiesOf(field, start, context);
  return new Set(pool).size < 2 ? [] : [({ story }) => pool[story % pool.length] ?? start];
}

/** What the field says in each story: the examples of organisations, or those of persons, as far as their codes are open to the kind. */
export function storiesOf(field: CompiledField, start: string, context: PlanContext): string[] {
  const ofOrganisations = context.kind !== 'natural';
  return context.examples
    .filter((example) => (example.kind !== 'natural') === ofOrganisations && isOpen(example, context))
    .map((example) => (repeatsItsRow(example, field, context) ? start : (example.cells[field.index] ?? '')))
    .map((text) => (text === '' ? start : text));
}

function isOpen(example: Example, context: PlanContext): boolean {
  return context.dataset.fields.every((field) => {
    const cell = example.cells[field.index] ?? '';
    const value = codeListOf(field, context)?.values.find((one) => one.value === cell);
    return value?.kinds?.includes(context.kind) ?? true;
  });
}

function repeatsItsRow(example: Example, field: CompiledField, context: PlanContext): boolean {
  return templateOf(example.cells[field.index] ?? '', repeatedIn(field, { ...context, example })) !== null;
}

/**
 * A text that lists the values of a `codes` field, each perhaps with its amount (罚款5000元；没收违法所得36.50元), written anew from the
 * row's values. Null where no example's text lists any.
 */
function listWriter(field: CompiledField, context: PlanContext): Writer | null {
  for (const list of context.dataset.fields) {
    if (list.index === field.index || typeOf(list, context) !== 'codes') continue;
    const amounts = amountsByCode(field, list, context);
    const own = frameOf(field, list, context.example, amounts, context);
    const others = context.examples
      .map((example) => frameOf(field, list, example, amounts, context))
      .filter((frame) => frame !== null);
    const between = [own, ...others].find((frame) => (frame?.between ?? '') !== '')?.between ?? '；';
    const { head, tail } = own ?? { head: '', tail: '' };
    if (own === null && others.length === 0) continue;
    return ({ cells, fen }) =>
      head +
      (cells[list.index] ?? '')
        .split(';')
        .map((code) => code + amountText(amounts.get(code), cells, fen))
        .join(between) +
      tail;
  }
  return null;
}

interface ListFrame {
  readonly head: string;
  readonly tail: string;
  /** Between two entries; blank when there is but one. */
  readonly between: string;
}

/** What stands around the entries in an example's text; null when it does not list every value. */
function frameOf(
  field: CompiledField,
  list: CompiledField,
  example: Example,
  amounts: ReadonlyMap<string, number>,
  context: PlanContext,
): ListFrame | null {
  const text = example.cells[field.index] ?? '';
  const codes = (example.cells[list.index] ?? '').split(/[;；]/u).filter((code) => code !== '');
  const found = codes.map((code) => entryOf(text, code, amounts.get(code), example, context)).filter((entry) => entry !== null);
  if (found.length === 0 || found.length < codes.length) return null;
  found.sort((a, b) => a.from - b.from);
  return {
    head: text.slice(0, found[0]?.from),
    tail: text.slice(found.at(-1)?.to),
    between: found.length > 1 ? text.slice(found[0]?.to, found[1]?.from) : '',
  };
}

function amountText(index: number | undefined, cells: readonly string[], fen: readonly number[]): string {
  return index === undefined || (cells[index] ?? '') === '' ? '' : `${yuanText(fen[index] ?? 0)}元`;
}

function entryOf(
  text: string,
  code: string,
  amountIndex: number | undefined,
  example: Example,
  context: PlanContext,
): { from: number; to: number } | null {
  const from = text.indexOf(code);
  if (from < 0) return null;
  const end = from + code.length;
  const definition = amountIndex === undefined ? undefined : context.dataset.fields[amountIndex]?.definition;
  const fen = definition === undefined || amountIndex === undefined ? null : fenOf(definition, example.cells[amountIndex] ?? '');
  const amount = fen === null ? '' : `${yuanText(fen)}元`;
  return { from, to: text.startsWith(amount, end) ? end + amount.length : end };
}

/** Which field holds the amount of which code, read off the examples: 罚款 is followed by the very yuan of one money field. */
function amountsByCode(field: CompiledField, list: CompiledField, context: PlanContext): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { cells } of context.examples) {
    const text = cells[field.index] ?? '';
    for (const code of (cells[list.index] ?? '').split(/[;；]/u)) {
      const at = code === '' ? -1 : text.indexOf(code);
      if (at < 0) continue;
      for (const money of context.dataset.fields) {
        const fen = typeOf(money, context) === 'money' ? fenOf(money.definition, cells[money.index] ?? '') : null;
        if (fen !== null && text.startsWith(`${yuanText(fen)}元`, at + code.length)) found.set(code, money.index);
      }
    }
  }
  return found;
}
