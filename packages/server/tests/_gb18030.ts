/** Writing GB18030, which the platform's encoder does not. */

const FIRST_OF_OTHER_PLANES = 0x10000;
/** Number of the four-byte form 90 30 81 30, which stands for U+10000. */
const LINEAR_OF_OTHER_PLANES = 189_000;

const twoBytes = new Map<string, Buffer>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const bytes = Buffer.from([lead, trail]);
    const letter = decoder.decode(bytes);
    if (trail !== 0x7f && [...letter].length === 1 && letter !== '\ufffd') twoBytes.set(letter, bytes);
  }
}

/** A text in GB18030; knows ASCII, the two-byte letters and everything beyond the basic plane. */
export function gb18030(text: string): Buffer {
  return Buffer.concat([...text].map(bytesOf));
}

function bytesOf(letter: string): Buffer {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 0x80) return Buffer.from([point]);
  const known = twoBytes.get(letter);
  if (known !== undefined) return known;
  if (point < FIRST_OF_OTHER_PLANES) throw new Error(`no two-byte form of ${letter}`);
  const linear = point - FIRST_OF_OTHER_PLANES + LINEAR_OF_OTHER_PLANES;
  return Buffer.from([
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]);
}
