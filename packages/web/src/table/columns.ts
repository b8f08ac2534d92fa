/** Columns of a list, and the list as a file. */
import type { ReactNode } from 'react';

/** One column. `text` is what an exported file and a tooltip say; `show` what stands in the cell when that is more than text. */
export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly text: (item: T) => string;
  readonly show?: (item: T) => ReactNode;
  readonly isNumber?: boolean;
  /** Left out until somebody asks for it. */
  readonly isExtra?: boolean;
}

const KEPT_AS = 'xincheng.columns.';

/** Columns somebody chose for a list, or null. */
export function keptColumns(list: string): readonly string[] | null {
  const text = localStorage.getItem(KEPT_AS + list);
  return text === null ? null : (JSON.parse(text) as string[]);
}

/** Keeps the choice for the next visit. */
export function keepColumns(list: string, ids: readonly string[]): void {
  localStorage.setItem(KEPT_AS + list, JSON.stringify(ids));
}

/** The list as CSV that Excel opens: with a mark of UTF-8, and no cell that would run as a formula. */
export function csvOf<T>(columns: readonly Column<T>[], items: readonly T[]): string {
  const lines = [columns.map(({ title }) => title), ...items.map((item) => columns.map(({ text }) => text(item)))];
  return `\uFEFF${lines.map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`;
}

/** A space of any kind before the sign does not keep a spreadsheet from running it. */
const RUNS = /^\s*[=+\-@＝＋－＠|]|^[\t\r\n]/u;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/u;

function cellText(text: string): string {
  const safe = RUNS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
