/** Texts that repeat what stands elsewhere in their row, made to repeat what stands there now. */
import type { Writer } from './draft.ts';

/** Something an example's text may repeat: how it is written there, and how the row at hand writes it. */
export interface Repeated {
  readonly literal: string;
  readonly write: Writer;
  /** What may not stand beside it: digits beside a number, letters beside a word. */
  readonly notBeside?: RegExp;
}

/** The text with every repetition replaced; null when it repeats nothing. Longer literals are looked for first. */
export function templateOf(text: string, repeated: readonly Repeated[]): Writer | null {
  const byLength = [...repeated].filter(({ literal }) => literal.length > 1).sort((a, b) => b.literal.length - a.literal.length);
  const parts = cut(text, byLength);
  if (parts.every((part) => typeof part === 'string')) return null;
  return (draft) => {
    let written = '';
    for (const part of parts) written += typeof part === 'string' ? part : part(draft);
    return written;
  };
}

function cut(text: string, repeated: readonly Repeated[]): (string | Writer)[] {
  for (const one of repeated) {
    const at = placeOf(text, one);
    if (at < 0) continue;
    const rest = text.slice(at + one.literal.length);
    return [...cut(text.slice(0, at), repeated), one.write, ...cut(rest, repeated)].filter((part) => part !== '');
  }
  return text === '' ? [] : [text];
}

function placeOf(text: string, { literal, notBeside }: Repeated): number {
  const at = text.indexOf(literal);
  if (at < 0 || notBeside === undefined) return at;
  return notBeside.test(text.charAt(at - 1)) || notBeside.test(text.charAt(at + literal.length)) ? -1 : at;
}
