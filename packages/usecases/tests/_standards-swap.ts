/** The sound pack with one piece of text replaced, and the files that breakages are made in. */
import { SOUND } from './_standards-pack.ts';
import type { PackText } from './_standards-pack.ts';

export function textOf(files: PackText, path: string): string {
  const text = files[path];
  if (typeof text !== 'string') throw new Error(`no text ${path}`);
  return text;
}

/** The sound pack with one piece of text replaced; the piece must be there exactly once. */
export function swap(path: string, from: string, to: string): PackText {
  const text = textOf(SOUND, path);
  if (text.split(from).length !== 2) throw new Error(`${path}: ${from} is not there exactly once`);
  return { ...SOUND, [path]: text.replace(from, () => to) };
}

export function without(path: string): PackText {
  return Object.fromEntries(Object.entries(SOUND).filter(([name]) => name !== path));
}

export function lineOf(text: string, needle: string): number {
  if (text.split(needle).length !== 2) throw new Error(`${needle} is not there exactly once`);
  return text.slice(0, text.indexOf(needle)).split('\n').length;
}

export const LICENCE = 'standards/datasets/licence.yaml';
export const R01 = 'standards/checks/R01.yaml';
export const R02 = 'standards/checks/R02.yaml';
export const FORWARD = 'standards/deadlines/licence.forward.yaml';
export const CODES = 'standards/codes/category.yaml';
export const YEAR = 'standards/calendar/2021.yaml';
export const UNITS = 'district/units.yaml';
export const GROUPS = 'district/groups.yaml';
export const PROVISIONS = 'district/provisions.yaml';
export const DISTRICT = 'district/district.yaml';
export const INSTRUMENTS = 'standards/instruments.yaml';

export interface Breakage {
  readonly name: string;
  readonly code: string;
  readonly files: PackText;
  readonly file: string;
  /** Text that stands once in the broken file, on the line to be named; absent: line 1. */
  readonly at?: string;
}

/** A breakage by replacing text; the file broken is the file named. */
export function broken(name: string, code: string, file: string, from: string, to: string, at: string): Breakage {
  return { name, code, files: swap(file, from, to), file, at };
}

export const LOCAL = 'district/deadlines/licence.forward.yaml';
export const LOCAL_TEXT = `id: licence.forward
name: { zh: 上传, en: Forward }
starts: decidedOn
values:
  - { jurisdiction: test, unit: natural-day, days: 15, rolls: false, from: 2021-01-01, basis: { instrument: law-1 }, certainty: seen }
`;
export const NAMED_TWICE = '    aliases: [信用代码]';
export const MONEY = '    requiredIf: filled(BZ)';
