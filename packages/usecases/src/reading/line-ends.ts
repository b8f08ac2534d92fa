const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Number of line ends: `\n`, `\r\n` and a lone `\r` each count as one. */
export function lineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  for (let at = bytes.indexOf(CARRIAGE_RETURN); at >= 0; at = bytes.indexOf(CARRIAGE_RETURN, at + 1))
    if (bytes[at + 1] !== LINE_FEED) count += 1;
  return count;
}
