/** Damaged files: sound ones with bytes flipped, cut out, put in or repeated, in the archive or inside its parts. */
import { partsOf, textRows, zipOf } from './_workbooks.ts';
import type { Part } from './_workbooks.ts';
import { openSource, rowsOf } from '../src/reading/index.ts';
import { ReadFailure } from '../src/reading/index.ts';
import { COLUMNS } from './_bad-files.ts';
import { memorySource } from './_reading.ts';

const HEADER = ['行政相对人名称', '行政许可决定文书号', '许可内容', '备注'];
const ROWS = Array.from({ length: 12 }, (_, index) => [
  `历城示例${index}公司`,
  `济历城审批〔2021〕${index}号`,
  '食品，"经营"',
  '',
]);
const STYLES =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy/m/d"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs>';
const STRINGS = '<si><t>共享</t></si><si><r><t>富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>';
const MORE =
  '<row r="20"><c r="A20" t="s"><v>0</v></c><c r="B20" t="s"><v>1</v></c><c r="C20" s="1"><v>44309.5</v></c><c r="D20"><f>1+1</f><v>2</v></c></row>';

const PARTS = partsOf({
  sheets: [{ rows: textRows([HEADER, ...ROWS]) + MORE }, { rows: textRows([['说明']]) }],
  strings: STRINGS,
  styles: STYLES,
});
/** The same rows as a CSV and as the parts of a workbook. */
export interface SoundFiles {
  readonly csv: Buffer;
  readonly parts: readonly Part[];
}

const SOUND: SoundFiles = {
  csv: Buffer.from([HEADER, ...ROWS].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')),
  parts: PARTS,
};

/** Numbers below a limit, the same for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  // Never zero: from there this generator does not move.
  let state = (Math.imul(seed % 2 ** 31, 2654435761) | 1) >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** One damaged file. */
export function mutated(random: (below: number) => number, { csv, parts: sound }: SoundFiles = SOUND): Uint8Array {
  const kind = random(4);
  if (kind === 0) return damagedBytes(csv, random);
  if (kind === 1) return damagedBytes(zipOf(sound), random);
  const hit = random(sound.length);
  const parts = sound.map((part, index): Part =>
    index === hit ? { ...part, content: damagedBytes(Buffer.from(part.content), random) } : part,
  );
  return zipOf(parts);
}

/** Pieces that mean something where they land. */
const PIECES = [
  '<',
  '>',
  '"',
  '&',
  '</row>',
  '<row r="1048576">',
  '<c r="XFD9"><v>1</v></c>',
  '<v>',
  ']]>',
  '<!--',
  '<![CDATA[',
  '&#1;',
  '&amp;',
  '\u0000',
  'ÿ',
  '9999999999',
  ',',
  '\n',
  'PK\u0001\u0002',
];

function damagedBytes(bytes: Buffer, random: (below: number) => number): Buffer {
  let damaged = Buffer.from(bytes);
  for (let turn = 0, turns = 1 + random(3); turn < turns; turn += 1) {
    const at = random(Math.max(1, damaged.length));
    const end = Math.min(damaged.length, at + 1 + random(40));
    switch (random(5)) {
      case 0:
        damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8));
        break;
      case 1:
        damaged = Buffer.concat([damaged.subarray(0, at), damaged.subarray(end)]);
        break;
      case 2:
        damaged = Buffer.concat([
          damaged.subarray(0, at),
          Buffer.from(PIECES[random(PIECES.length)] ?? ''),
          damaged.subarray(at),
        ]);
        break;
      case 3:
        damaged = Buffer.concat([damaged.subarray(0, end), damaged.subarray(at)]);
        break;
      default:
        if (random(4) === 0) damaged = Buffer.from(damaged.subarray(0, at));
        else damaged.fill(random(256), at, end);
    }
  }
  return damaged;
}

/** What became of damaged files. */
export interface Tally {
  refused: number;
  read: number;
  slowestMs: number;
}

/** Slower than this is a hang. */
const LONGEST_MS = 20_000;

/**
 * Opens a file and reads it to its end. It is refused with a code when it is opened, or read whole: a file that was opened and then
 * fails would have been half-written.
 */
export async function readDamaged(bytes: Uint8Array, tally: Tally): Promise<void> {
  const began = performance.now();
  const opened = await openSource(memorySource(bytes), COLUMNS, { chunkBytes: 512 });
  if (!opened.ok) {
    if (!opened.error.message.endsWith('。') || opened.error.message.includes('undefined')) throw new Error(opened.error.message);
    tally.refused += 1;
  } else {
    let last = 0;
    try {
      for await (const chunk of opened.value.chunks()) {
        for (const { rowNo } of rowsOf(chunk, opened.value.plan)) {
          if (rowNo <= last) throw new Error(`row ${String(rowNo)} behind row ${String(last)}`);
          last = rowNo;
        }
      }
    } catch (thrown) {
      throw thrown instanceof ReadFailure ? new Error(`half read: ${thrown.message}`) : thrown;
    }
    if (last > opened.value.records + opened.value.header.lastRow) throw new Error('more rows than were counted');
    tally.read += 1;
  }
  const taken = performance.now() - began;
  tally.slowestMs = Math.max(tally.slowestMs, taken);
  if (taken > LONGEST_MS) throw new Error(`took ${String(Math.round(taken))} ms`);
}

/** Damages and reads so many files; what fails names its seed and the number of the file. */
export async function readManyDamaged(seed: number, count: number): Promise<Tally> {
  const tally: Tally = { refused: 0, read: 0, slowestMs: 0 };
  for (let index = 0; index < count; index += 1) {
    const bytes = mutated(randomFrom(seed + index));
    try {
      await readDamaged(bytes, tally);
    } catch (thrown) {
      throw new Error(`damaged file of seed ${String(seed + index)}: ${String(thrown)}`, { cause: thrown });
    }
  }
  return tally;
}
