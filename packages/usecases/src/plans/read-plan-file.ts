/** Reading a plan out of its file: no server, no database, nothing written. What comes out takes effect only when a person confirms it. */
import { createHash } from 'node:crypto';
import { directoryOf, readPlan, resolveUnits } from '@xincheng/core/plans';
import type { PlanBlock, PlanDraft, ResolvedName } from '@xincheng/core/plans';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { LoadedStandards } from '../platform/index.ts';
import { ReadFailure, binaryProblem, fileSource, looksLikeArchive, readText } from '../reading/index.ts';
import type { ByteSource, ReadProblem } from '../reading/index.ts';
import { readWord } from '../word/index.ts';
import { WorkbookFailure, ZipFailure } from '../workbook/index.ts';
import { planFileProblem } from './plan-file-problem.ts';
import type { PlanFileProblem } from './plan-file-problem.ts';

/** A plan as read, and who the units are that it names. */
export interface ReadPlanFile {
  readonly draft: PlanDraft;
  /** Every name of the draft once, in its order. */
  readonly resolved: readonly ResolvedName[];
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

const MOST_BYTES = 32 << 20;
const MOST_CHARACTERS = 400_000;

/** Reads a plan (.docx, or text in UTF-8, UTF-16 or GB18030) and looks its units up in the district's directory. */
export async function readPlanFile(
  { pack }: Pick<LoadedStandards, 'pack'>,
  { path }: { readonly path: string },
): Promise<Result<ReadPlanFile, PlanFileProblem>> {
  const bytes = await bytesOfFile(path);
  if (!bytes.ok) return bytes;
  const blocks = await blocksOfBytes(bytes.value);
  if (!blocks.ok) return blocks;
  const characters = blocks.value.reduce((sum, block) => sum + lengthOf(block), 0);
  if (characters > MOST_CHARACTERS) return err(planFileProblem('document-too-large', { detail: `${characters} 字` }));
  const pictures = blocks.value.filter(({ kind }) => kind === 'picture').length;
  if (characters === 0)
    return err(
      pictures === 0
        ? planFileProblem('document-empty')
        : planFileProblem('document-pictures-only', { detail: String(pictures) }),
    );
  const draft = readPlan(blocks.value);
  if (draft.tasks.length === 0) return err(planFileProblem('no-task'));
  const names = new Set(draft.tasks.flatMap(({ leads, responsible, supporting }) => [...leads, ...responsible, ...supporting]));
  const sha256 = createHash('sha256').update(bytes.value).digest('hex');
  return ok({ draft, resolved: resolveUnits([...names], directoryOf(pack)), sha256 });
}

function lengthOf(block: PlanBlock): number {
  if (block.kind === 'picture') return 0;
  return block.kind === 'line' ? block.text.trim().length : block.rows.flat().join('').length;
}

async function bytesOfFile(path: string): Promise<Result<Uint8Array, PlanFileProblem>> {
  const source = await fileSource(path);
  if (!source.ok) return err(problemOf(source.error, path));
  const { size } = source.value;
  if (size > MOST_BYTES) return err(planFileProblem('document-too-large', { detail: `${size} 字节` }));
  try {
    return ok(await bytesOf(source.value));
  } catch (thrown) {
    if (thrown instanceof ReadFailure) return err(problemOf(thrown.problem, path));
    throw thrown;
  }
}

async function bytesOf(source: ByteSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const block of source.blocks()) parts.push(Uint8Array.from(block));
  return Buffer.concat(parts);
}

async function blocksOfBytes(bytes: Uint8Array): Promise<Result<readonly PlanBlock[], PlanFileProblem>> {
  if (looksLikeArchive(bytes)) return blocksOfWord(bytes);
  const binary = binaryProblem(bytes);
  if (binary !== null)
    return err(
      binary.code === 'legacy-office'
        ? planFileProblem('document-legacy')
        : planFileProblem('document-kind', { detail: kindOf(binary) }),
    );
  const read = readText(bytes);
  if (read === null) return err(planFileProblem('document-encoding'));
  // Text has no NUL; a program or a picture of an unknown kind has many.
  if (read.text.includes('\0')) return err(planFileProblem('document-kind', { detail: '二进制文件' }));
  return ok(read.text.split(/\r\n?|\n/u).map((text, at) => ({ kind: 'line', line: at + 1, text })));
}

async function blocksOfWord(bytes: Uint8Array): Promise<Result<readonly PlanBlock[], PlanFileProblem>> {
  try {
    const read = await readWord(bytes);
    return read.kind === 'document' ? ok(read.blocks) : err(planFileProblem('document-kind', { detail: `${read.is} 文件` }));
  } catch (thrown) {
    if (thrown instanceof WorkbookFailure)
      return err(planFileProblem(thrown.fault === 'workbook-too-large' ? 'document-bomb' : 'document-damaged'));
    if (!(thrown instanceof ZipFailure)) throw thrown;
    if (thrown.fault === 'zip-encrypted') return err(planFileProblem('document-legacy'));
    return err(planFileProblem(thrown.fault === 'zip-bomb' ? 'document-bomb' : 'document-damaged'));
  }
}

const KINDS: Readonly<Partial<Record<ReadProblem['code'], string>>> = {
  image: '图片',
  archive: '压缩文件',
  program: '可执行程序',
};

function kindOf({ code, message }: ReadProblem): string {
  return KINDS[code] ?? (/（(PDF|RTF)）/u.exec(message)?.[1] ?? '其他') + ' 文件';
}

/** What the disk says is said of every file alike. */
function problemOf({ code, message }: ReadProblem, path: string): PlanFileProblem {
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  switch (code) {
    case 'missing-file':
    case 'is-directory':
    case 'not-a-file':
    case 'unreadable-file':
    case 'file-changed':
      return planFileProblem(code, { name });
    default:
      return planFileProblem('read-failed', { name, detail: /（(.+?)）/u.exec(message)?.[1] ?? code });
  }
}
