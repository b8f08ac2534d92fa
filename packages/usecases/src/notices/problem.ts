/** Why an act upon a notice is not done: one code, one Chinese sentence. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { RightMissing, SignatureProblem } from '../identity/index.ts';

/** Sentences by code; `{word}` is filled in. */
const SENTENCES = {
  'no-such-notice': '没有这份通知，或它不是发给您的单位的。请核对编号。',
  'not-recipient': '这份通知是发给“{unit}”的，只有该单位能签收、答复。',
  'already-answered': '这份通知已由 {name} 答复，没有改动。需要补充的，请另行发送。',
  'not-sender': '通知由区信用办发出，您的单位不能发送。',
  'unknown-recipient': '本区名录中没有单位“{unit}”，没有发送。全部单位见 xincheng units。',
} as const;

export type NoticeCode = keyof typeof SENTENCES;

/** A failure everybody must expect. */
export type NoticeProblem = RightMissing | SignatureProblem | { readonly code: NoticeCode; readonly message: string };

/** Makes a problem with its sentence. */
export function noticeProblem(code: NoticeCode, words: Readonly<Record<string, string>> = {}): Result<never, NoticeProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '') });
}
