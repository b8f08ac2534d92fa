/** Which instruments a text cites. Only what is written out counts: an id, a number, a full title; nothing is guessed from a part of one. */
import { halfWidth, normaliseDecisionNumber } from '../records/index.ts';
import type { Instrument } from '../standards/index.ts';

/** One of the citations that a text lists, and the instruments meant by it: none where it is unknown. */
export interface CitedPart {
  readonly text: string;
  readonly instruments: readonly string[];
}

/** Reads a text that lists citations, separated by semicolons or line ends. */
export type InstrumentFinder = (text: string) => readonly CitedPart[];

/** 《title》（number）, either of them alone, brackets and marks as people write them. */
const TITLE_AND_NUMBER = /^《?([^》]+)》?\(([^()]+)\)$/u;

/** Makes the reader of citations for the instruments of a pack. */
export function instrumentFinder(instruments: Iterable<Instrument>): InstrumentFinder {
  const byId = new Map<string, readonly string[]>();
  const byNumber = new Map<string, readonly string[]>();
  const byTitle = new Map<string, readonly string[]>();
  for (const { id, number, title } of instruments) {
    byId.set(id, [id]);
    if (number !== undefined) add(byNumber, normaliseDecisionNumber(number), id);
    add(byTitle, titleForm(title.zh), id);
  }
  const whole = (text: string): readonly string[] =>
    byId.get(text) ?? byNumber.get(normaliseDecisionNumber(text)) ?? byTitle.get(titleForm(text)) ?? [];
  const found = (text: string): readonly string[] => {
    const known = whole(text);
    const parts = known.length > 0 ? null : TITLE_AND_NUMBER.exec(halfWidth(text));
    if (parts === null) return known;
    const numbered = byNumber.get(normaliseDecisionNumber(parts[2] ?? '')) ?? [];
    const titled = byTitle.get(titleForm(parts[1] ?? '')) ?? [];
    const both = numbered.filter((id) => titled.includes(id));
    return both.length > 0 ? both : numbered;
  };
  return (text) =>
    text
      .split(/[;；\n]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => ({ text: part, instruments: found(part) }));
}

function add(map: Map<string, readonly string[]>, key: string, id: string): void {
  map.set(key, [...(map.get(key) ?? []), id]);
}

/** Titles are compared without their marks, spaces, and width of brackets. */
function titleForm(title: string): string {
  return halfWidth(title).replaceAll(/[《》\s]/gu, '');
}
