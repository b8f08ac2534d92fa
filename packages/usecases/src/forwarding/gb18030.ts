/**
 * Writing GB18030, which the platform's encoder does not. The tables are those by which we read it, turned round: what is written
 * here is read back as the same text.
 */

const FIRST_OF_OTHER_PLANES = 0x10000;
/** Place of the four-byte form 90 30 81 30, which stands for U+10000. */
const PLACE_OF_OTHER_PLANES = 189_000;
/** Four-byte forms of the basic plane. */
const PLACES_OF_BASIC_PLANE = 39_420;

/** U+FFFD; also stands in for the few letters of private use that the decoder's edition of the standard gives no form. */
const REPLACEMENT = Uint8Array.of(0x84, 0x31, 0xa4, 0x37);

let table: ReadonlyMap<number, Uint8Array> | undefined;

/** A text in GB18030. */
export function encodeGb18030(text: string): Buffer {
  table ??= basicPlane();
  const bytes = Buffer.allocUnsafe(text.length * 4);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point < 0x80) {
      bytes[length] = point;
      length += 1;
      continue;
    }
    if (point >= FIRST_OF_OTHER_PLANES) at += 1;
    const form =
      point >= FIRST_OF_OTHER_PLANES
        ? fourBytes(point - FIRST_OF_OTHER_PLANES + PLACE_OF_OTHER_PLANES)
        : (table.get(point) ?? REPLACEMENT);
    bytes.set(form, length);
    length += form.length;
  }
  return bytes.subarray(0, length);
}

function basicPlane(): ReadonlyMap<number, Uint8Array> {
  const decoder = new TextDecoder('gb18030');
  const forms = new Map<number, Uint8Array>();
  const add = (form: Uint8Array): void => {
    const letter = decoder.decode(form);
    const point = letter.codePointAt(0) ?? 0;
    // The replacement character is what the decoder gives for a form that stands for nothing.
    if ([...letter].length === 1 && letter !== '\ufffd' && !forms.has(point)) forms.set(point, form);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add(Uint8Array.of(lead, trail));
  for (let place = 0; place < PLACES_OF_BASIC_PLANE; place += 1) add(fourBytes(place));
  return forms;
}

function fourBytes(place: number): Uint8Array {
  return Uint8Array.of(
    0x81 + Math.floor(place / 12_600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  );
}
