/** What is to be said of a batch's rows, whatever it is written on. */
import type { Severity } from '@xincheng/core/standards';

/** What is to be said of one cell, or of a row as a whole. */
export interface CellMark {
  /** Field by its index; -1 where the row as a whole is meant. */
  readonly field: number;
  readonly severity: Severity;
  readonly code: string;
  /** Message and remedy. */
  readonly sentence: string;
}

/** What became of one row. */
export interface RowMark {
  /** As the received file counts its rows. */
  readonly row: number;
  readonly outcome: string;
  /** Of the record that the row is; '' where there is none. */
  readonly recordId: string;
  readonly cells: readonly CellMark[];
}

/** Rows' marks in row order; null behind the last. */
export type NextMark = () => Promise<RowMark | null>;

/** Every severity in words, because a colour alone says nothing to who cannot see it. */
export const SEVERITY_WORD: Readonly<Record<Severity, string>> = { error: '错误', confirm: '需确认', warning: '提示' };

const ORDER: readonly Severity[] = ['error', 'confirm', 'warning'];

/** The gravest of some marks, or null. */
export function gravest(marks: readonly CellMark[]): Severity | null {
  return ORDER.find((severity) => marks.some((mark) => mark.severity === severity)) ?? null;
}

/** All that is said of a row, in one cell: each on a line of its own, or on one line where the row is as high as its sender made it. */
export function remarks(cells: readonly CellMark[], between: '\n' | ' ' = '\n'): string {
  return cells.map(({ code, sentence }) => `【${code}】${sentence}`).join(between);
}

/** All that is said of one cell, as its comment. The first line tells our comments from others when a file comes back. */
export function commentText(cells: readonly CellMark[]): string {
  return [
    COMMENT_TITLE,
    ...cells.map(({ code, severity, sentence }) => `【${SEVERITY_WORD[severity]} ${code}】${sentence}`),
  ].join('\n');
}

/** First line, and author, of every comment of ours. */
export const COMMENT_TITLE = '信用平台校验';

/** A sheet with more comments than this opens slowly; the rest is told by colour and in the columns behind. */
export const MOST_COMMENTS = 1000;
