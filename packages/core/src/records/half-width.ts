const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;
const IDEOGRAPHIC_SPACE = 0x3000;

/** Full-width letters, digits and signs as half-width ones, the ideographic space as a space; other text comes back as it is. */
export function halfWidth(text: string): string {
  if (!hasFullWidth(text)) return text;
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) result += String.fromCharCode(code - FULL_WIDTH_OFFSET);
    else result += code === IDEOGRAPHIC_SPACE ? ' ' : text.charAt(at);
  }
  return result;
}

function hasFullWidth(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST) || code === IDEOGRAPHIC_SPACE) return true;
  }
  return false;
}
