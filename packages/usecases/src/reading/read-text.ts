/** A small text read whole, whatever Chinese encoding it is written in. */
import { isUtf8 } from 'node:buffer';
import { Gb18030Check, Utf8Check, encodingMark } from './encoding.ts';
import type { Encoding } from './encoding.ts';

/** A text and how it was written; or nothing, where the bytes are text in no encoding we read. */
export type ReadText = { readonly text: string; readonly encoding: Encoding } | null;

/** Decodes bytes. Without a mark they are UTF-8, or else GB18030: which of the two, the bytes tell. */
export function readText(bytes: Uint8Array): ReadText {
  const mark = encodingMark(bytes);
  if (mark !== null) return decoded(bytes.subarray(mark.markBytes), mark.encoding);
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8');
  const utf8 = new Utf8Check();
  utf8.push(bytes);
  // So much of it is sound UTF-8 that it is a damaged one.
  if (utf8.isTelling) return null;
  const check = new Gb18030Check();
  return check.push(bytes) >= 0 || check.end() >= 0 ? null : decoded(bytes, 'gb18030');
}

function decoded(bytes: Uint8Array, encoding: Encoding): ReadText {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}
