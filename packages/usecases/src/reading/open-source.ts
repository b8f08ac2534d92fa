/** Opens a received file: what it is, how it is written, which column is which field, and that all of it can be read. */
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { fileSource } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';
import { openCsv } from './open-csv.ts';
import { openWorkbookSource } from './open-workbook.ts';
import { officeProblem } from './office-file.ts';
import { openJson } from './open-json.ts';
import { encodingMark } from './encoding.ts';
import type { EncodingMark } from './encoding.ts';
import type { OpenedSource, ReadLimits, ReadOptions } from './opened.ts';
import type { ColumnSpec } from './plan.ts';
import { ReadFailure, readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';
import { binaryProblem, looksLikeArchive, looksLikeJson, textProblem } from './sniff.ts';
import { HEAD_BYTES, firstBytes, textStream } from './text-stream.ts';
import type { TextStream } from './text-stream.ts';

const DEFAULTS: ReadLimits = {
  chunkBytes: 4 << 20,
  maxBytes: 8 * 2 ** 30,
  maxRecordBytes: 1 << 20,
  maxColumns: 1024,
  ownColumns: [],
  ownSheets: [],
  sheet: null,
};

/** Opens a file by its path, or bytes from elsewhere. Every fault of the file as a whole is found here, before its first row flows. */
export async function openSource(
  input: string | ByteSource,
  columns: readonly ColumnSpec[],
  options: ReadOptions = {},
): Promise<Result<OpenedSource, ReadProblem>> {
  const limits = { ...DEFAULTS, ...options };
  const source = typeof input === 'string' ? await fileSource(input) : ok(input);
  if (!source.ok) return source;
  try {
    return await open(source.value, columns, limits);
  } catch (thrown) {
    if (thrown instanceof ReadFailure) return err(thrown.problem);
    throw thrown;
  }
}

async function open(
  source: ByteSource,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
): Promise<Result<OpenedSource, ReadProblem>> {
  const { size } = source;
  if (size === 0) return err(readProblem('empty-file'));
  if (size > limits.maxBytes) return err(readProblem('file-too-large', { size, limit: limits.maxBytes }));
  const head = await firstBytes(source.blocks(), limits.maxRecordBytes + HEAD_BYTES);
  if (looksLikeArchive(head)) return openWorkbookSource(source, columns, limits);
  const refused = binaryProblem(head);
  if (refused !== null) return err(refused.code === 'legacy-office' ? await officeProblem(source, refused) : refused);
  if (limits.sheet !== null) return err(readProblem('sheet-of-text', { sheet: limits.sheet }));
  // Without a mark it is UTF-8 until a byte says otherwise.
  const mark = encodingMark(head) ?? { encoding: 'utf-8', markBytes: 0, isCertain: false };
  if (mark.encoding.startsWith('utf-16')) {
    if (size % 2 === 1) return err(readProblem('odd-utf16', { size }));
  } else if (isBinary(head.subarray(0, 4096))) return err(readProblem('binary'));
  const opened = await openAs(source, mark, columns, limits);
  if (opened !== 'other-encoding') return opened;
  const again = await openAs(source, { encoding: 'gb18030', markBytes: 0, isCertain: true }, columns, limits);
  if (again === 'other-encoding') throw new Error('no encoding is left to try');
  return again;
}

/** A small text with a stray NUL is damaged, not binary. */
const FEWEST_CONTROLS = 8;

/** Text has next to no control characters besides tab and line ends. */
function isBinary(head: Uint8Array): boolean {
  const controls = head.reduce(
    (count, byte) => (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b) ? count + 1 : count),
    0,
  );
  return controls >= FEWEST_CONTROLS && controls * 20 > head.length;
}

async function openAs(
  source: ByteSource,
  mark: EncodingMark,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
): Promise<Result<OpenedSource, ReadProblem> | 'other-encoding'> {
  const stream = await textStream(source, mark, limits.maxRecordBytes + HEAD_BYTES);
  const start = stream.headText(4096);
  if (stream.isWholeHead && isBlank(stream)) return err(readProblem('blank-file'));
  const refused = textProblem(start);
  if (refused !== null) return err(refused);
  return looksLikeJson(start) ? openJson(await stream.inUtf8(), columns, limits) : openCsv(stream, columns, limits);
}

function isBlank(stream: TextStream): boolean {
  return stream.head.every((byte) => byte <= 0x20) || stream.headText(stream.head.length).trim() === '';
}
