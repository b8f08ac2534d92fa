/** Why nothing can be said of an instrument. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';

const SENTENCES = {
  'no-such-instrument': '依据目录里没有“{text}”。请用依据编号、文号或者全称，可用 xincheng instrument list 查到。',
  'several-instruments': '“{text}”指的不止一个依据：{known}。请用其中一个的编号。',
} as const;

export interface InstrumentProblem {
  readonly code: keyof typeof SENTENCES;
  readonly message: string;
}

/** A refusal with its sentence. */
export function refused(
  code: InstrumentProblem['code'],
  text: string,
  known: readonly string[] = [],
): Result<never, InstrumentProblem> {
  return err({ code, message: SENTENCES[code].replace('{text}', () => text).replace('{known}', () => known.join('、')) });
}
