/** A plan as it was read from its document: everything that was understood, and everything that was not. Nothing is guessed silently. */
import type { Day } from '../calendar/index.ts';

/** A piece of a document, in its order. Its number, counted from 1, is where a person finds it: a line, a paragraph, a row of a table. */
export type PlanBlock =
  | { readonly kind: 'line'; readonly line: number; readonly text: string }
  /** The first row has the number `line`, each further one the next. A merged cell stands in every row it covers; paragraphs within a cell are parted by line feeds. */
  | { readonly kind: 'table'; readonly line: number; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'picture'; readonly line: number };

/** The places in a document that something was read from. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Units as the document names them, in its order; who they are is found out afterwards, against the district's units and groups. */
export interface NamedUnits {
  readonly leads: readonly string[];
  readonly responsible: readonly string[];
  readonly supporting: readonly string[];
}

/** How a measurable target is written: 100%, 小于十万分之一, 15个自然日, 5个工作日, 不少于3次. */
export const PLAN_TARGET_KINDS = ['percent', 'per-100000', 'natural-days', 'working-days', 'count', 'zero', 'growth'] as const;
export type PlanTargetKind = (typeof PLAN_TARGET_KINDS)[number];

export interface PlanTarget {
  readonly kind: PlanTargetKind;
  readonly is: 'at-least' | 'at-most' | 'below' | 'above' | 'equal';
  /** Decimal; absent for `growth` without a figure. */
  readonly value?: string;
  /** The very words of the document. */
  readonly words: string;
}

/** A paper that the document cites: its title, and its number where one is given. */
export interface CitedInstrument {
  readonly title: string;
  readonly number?: string;
}

/** How the document says when: by a day, from then on for ever, or not at all. */
export const DUE_KINDS = ['day', 'standing', 'none'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export interface DraftTask extends NamedUnits {
  /** `十1`, `保障2`: number of the area and of the task in it. */
  readonly number: string;
  /** Number of its area. */
  readonly area: string;
  readonly text: string;
  /** The very words that give it out: who does what until when. Empty where there are none. */
  readonly assignment: string;
  /** The list of units ends in 等有关单位: others are meant that it does not name. */
  readonly isOpenEnded: boolean;
  /** Null where the document names none: it is never made up. */
  readonly due: Day | null;
  readonly dueKind: DueKind;
  /** The very words the day was read from; null where there are none. */
  readonly dueWords: string | null;
  readonly targets: readonly PlanTarget[];
  readonly instruments: readonly CitedInstrument[];
  readonly lines: Lines;
}

export interface DraftArea {
  readonly number: string;
  readonly title: string;
  /** Null for the one area of a document that has none. */
  readonly lines: Lines | null;
}

/** A title, a chapter, the head of a table: understood, and nobody's task. */
export interface DraftHeading {
  readonly text: string;
  readonly lines: Lines;
}

/** Why something was not understood. */
export const UNREAD_REASONS = [
  'text-outside-tasks',
  'bracket-not-understood',
  'due-not-understood',
  'unit-not-understood',
  'number-twice',
  'no-units',
  'due-before-plan',
  'table-not-understood',
  'picture',
] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

export interface Unread {
  readonly reason: UnreadReason;
  /** Line of the text, or row of the table, counted from 1. */
  readonly line: number;
  readonly text: string;
  /** The task it stands in, if any. */
  readonly task: string | null;
}

/** What `xincheng plan import FILE --json` prints, before a person confirms it. */
export interface PlanDraft {
  readonly title: string;
  /** Day of the paper itself, where it bears one. */
  readonly issuedOn: Day | null;
  readonly headings: readonly DraftHeading[];
  readonly areas: readonly DraftArea[];
  readonly tasks: readonly DraftTask[];
  readonly unread: readonly Unread[];
}
