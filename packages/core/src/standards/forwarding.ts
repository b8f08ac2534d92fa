/** How the records of one dataset go to the city platform, and how it answers: `districts/<district>/forwarding/<dataset>.yaml`. */
import type { Certainty, Citation, Label, SubjectKind } from './types.ts';

/** What a row of a batch asks the city to do. */
export const FORWARD_OPERATIONS = ['add', 'change', 'withdraw'] as const;
export type ForwardOperation = (typeof FORWARD_OPERATIONS)[number];

/** What a column can carry that is in no record. */
export const OWN_VALUES = ['batch', 'row', 'operation', 'record', 'madeOn', 'districtCode', 'districtName'] as const;
export type OwnValue = (typeof OWN_VALUES)[number];

/** Encodings in which the city takes files. */
export const FORWARD_ENCODINGS = ['gb18030', 'utf-8'] as const;
export type ForwardEncoding = (typeof FORWARD_ENCODINGS)[number];

/** Ways of writing days: 2021-05-08, 2021/05/08, 20210508. */
export const FORWARD_DAY_FORMS = ['hyphen', 'slash', 'compact'] as const;
export type ForwardDayForm = (typeof FORWARD_DAY_FORMS)[number];

/** One column of the file: a field of the record, a value of the batch, or always the same text (blank too). */
export interface ForwardColumn {
  readonly header: string;
  readonly field?: string;
  readonly own?: OwnValue;
  readonly constant?: string;
}

/** What an answer file does not name: accepted (a list of errors), still open (part of an answer), or missing (a whole receipt). */
export const UNNAMED_ROWS = ['accepted', 'unanswered', 'not-allowed'] as const;

/** The columns an answer can have; each by every header under which the city writes it. */
export const ANSWER_COLUMNS = ['batch', 'row', 'number', 'subject', 'state', 'code', 'message', 'cityNumber', 'receivedAt'] as const;
export type AnswerColumn = (typeof ANSWER_COLUMNS)[number];

/** One kind of answer file: a receipt with every row, or a list of errors. */
export interface AnswerForm {
  readonly id: string;
  readonly name: Label;
  /** A row is found again by our row number, or by decision number and code of the subject; with both, they must agree. */
  readonly columns: Readonly<Partial<Record<AnswerColumn, readonly string[]>>>;
  /** Words of the state column. */
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
  readonly unnamed: (typeof UNNAMED_ROWS)[number];
}

/** The city's form for one dataset. */
export interface ForwardTemplate {
  /** The dataset it forwards. */
  readonly id: string;
  /** A changed form is a new version: batches keep theirs. */
  readonly version: string;
  readonly platform: Label;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  /** Subjects whose records go. Natural persons only with a basis of their own. */
  readonly kinds: readonly SubjectKind[];
  readonly naturalBasis?: Citation;
  readonly file: {
    readonly format: 'csv';
    readonly encoding: ForwardEncoding;
    /** Knows {number}, {dataset}, {day}. */
    readonly name: string;
    readonly mostRows: number;
  };
  readonly days: ForwardDayForm;
  readonly amounts: 'wan-yuan' | 'yuan';
  /** Between the values of a field that holds several. */
  readonly joinedBy: string;
  readonly operations: Readonly<Record<ForwardOperation, string>>;
  readonly columns: readonly ForwardColumn[];
  readonly answers: readonly AnswerForm[];
}
