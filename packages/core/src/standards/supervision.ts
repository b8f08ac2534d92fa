/** How a district follows its tasks: `districts/<district>/supervision.yaml`. */
import type { Certainty, Citation } from './types.ts';

/** What units are reminded of: their tasks, reports, orders to answer, decisions of meetings, alarms of concealment. */
export const REMINDED = ['task', 'report', 'order', 'decision', 'alarm'] as const;
export type Reminded = (typeof REMINDED)[number];

/** Reminders of one thing: `to` whom of those a task binds; only `bound` where one unit owes it. */
export interface ReminderRule {
  readonly about: Reminded;
  readonly to: 'leads' | 'bound';
  /** Steps in days: 0 on the day itself, negative behind it. */
  readonly daysAhead: readonly number[];
  /** The text, a notice. */
  readonly notice: string;
}

export interface SupervisionRules {
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  /** Reports on progress: one a period, by a deadline that runs from its last day. */
  readonly reports: { readonly period: 'month' | 'quarter' | 'year'; readonly deadline: string };
  /** Supervision orders: who heads them, the word before their number, the deadline of the answer. */
  readonly orders: { readonly issuer: string; readonly word: string; readonly deadline: string };
  /** How far a due day may be moved: to the last due day of the plan, or to the end of that day's year. */
  readonly extensions: { readonly until: 'last-due-day' | 'end-of-year' };
  /** Texts by which units are told: of an act, of urging, of an order. */
  readonly notices: { readonly told: string; readonly urging: string; readonly order: string };
  readonly reminders: readonly ReminderRule[];
}
