/**
 * One pass over a whole file before its first row is taken: every byte can be read, every record ends, and where chunks are to
 * be cut. A file is refused here or not at all, so nothing of a damaged one is ever half-written.
 */
import type { EncodingCheck } from './encoding.ts';
import { joined } from './encoding.ts';
import { parseJson } from './json-object.ts';
import { DEEPEST, afterSpace, walkList } from './json-walk.ts';
import { lineEnds } from './line-ends.ts';
import { ReadFailure, readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';
import { walkRecords } from './record-walk.ts';
import type { WalkRules } from './record-walk.ts';

/** A run of whole records to be read as one chunk. */
export interface Span {
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly firstRecordNo: number;
}

export interface Survey {
  readonly spans: readonly Span[];
  /** Records in all, header and blank ones included. */
  readonly records: number;
}

/** What is looked for besides record ends. */
export interface SurveyInput {
  readonly blocks: AsyncIterable<Uint8Array>;
  /** Null when the blocks were made by us and are sound. */
  readonly check: EncodingCheck | null;
  /** Makes the problem of a byte that cannot be read; `offset` counts in the blocks. */
  readonly unreadable: (offset: number, line: number) => ReadProblem | 'other-encoding';
  /** Where the first chunk begins, a record's start: after the header, after the opening bracket. */
  readonly dataStart: number;
  readonly chunkBytes: number;
  readonly maxRecordBytes: number;
}

/** One stretch of whole records, found by a `Walker`. */
interface Stretch {
  readonly end: number;
  readonly records: number;
  /** Needs bytes that are not here yet, or has nothing more to find. */
  readonly isStuck: boolean;
}

/** How records of a format are walked over. Throws `ReadFailure` at a record that is none. */
interface Walker {
  readonly walk: (bytes: Uint8Array, start: number, enough: number, isFinal: boolean, records: number) => Stretch;
  /** Told once, when the bytes are at an end. */
  readonly finish: (rest: Uint8Array, records: number) => void;
  /** Numbers of lines by numbers of records, where these are the same. */
  readonly isByRecord: boolean;
}

/** Surveys delimited text, or lines when the rules name no delimiter. */
export function surveyRecords(input: SurveyInput, rules: WalkRules): Promise<Survey | ReadProblem | 'other-encoding'> {
  return survey(input, recordWalker(rules));
}

/** Surveys a JSON list; `wrapper` says that it is the `records` of an object, so that more members may follow it. */
export function surveyList(input: SurveyInput, wrapper: boolean): Promise<Survey | ReadProblem | 'other-encoding'> {
  return survey(input, listWalker(input, wrapper));
}

async function survey(input: SurveyInput, walker: Walker): Promise<Survey | ReadProblem | 'other-encoding'> {
  const pass = new Pass(input, walker);
  try {
    for await (const block of input.blocks) {
      const refused = pass.push(block);
      if (refused !== null) return refused;
    }
    return pass.finish();
  } catch (thrown) {
    if (thrown instanceof ReadFailure) return thrown.problem;
    throw thrown;
  }
}

class Pass {
  readonly #input: SurveyInput;
  readonly #walker: Walker;
  readonly #spans: Span[] = [];
  #carry: Uint8Array = new Uint8Array(0);
  /** Offset of the first byte of `#carry`. */
  #base = 0;
  #records = 0;
  #lines = 0;
  #spanStart: number;
  #spanFirst = 1;

  constructor(input: SurveyInput, walker: Walker) {
    this.#input = input;
    this.#walker = walker;
    this.#spanStart = input.dataStart;
  }

  push(block: Uint8Array): ReadProblem | 'other-encoding' | null {
    const bad = this.#input.check?.push(block) ?? -1;
    if (bad >= 0) return this.#input.unreadable(bad, this.#lineAt(block, bad));
    const nul = block.indexOf(0);
    if (nul >= 0) return readProblem('nul-byte', {}, { line: this.#lineAt(block, this.#base + this.#carry.length + nul) });
    this.#advance(this.#carry.length === 0 ? block : joined(this.#carry, block), false);
    return null;
  }

  finish(): Survey | ReadProblem | 'other-encoding' {
    const bad = this.#input.check?.end() ?? -1;
    if (bad >= 0) return this.#input.unreadable(bad, this.#lineAt(new Uint8Array(0), bad));
    this.#advance(this.#carry, true);
    this.#walker.finish(this.#carry, this.#records);
    this.#closeSpan(this.#base);
    return { spans: this.#spans, records: this.#records };
  }

  #advance(bytes: Uint8Array, isFinal: boolean): void {
    const { dataStart, chunkBytes } = this.#input;
    let at = 0;
    for (;;) {
      const position = this.#base + at;
      const enough = (position < dataStart ? dataStart : this.#spanStart + chunkBytes) - this.#base;
      const found = this.#walker.walk(bytes, at, enough, isFinal, this.#records);
      if (!this.#walker.isByRecord) this.#lines += lineEnds(bytes.subarray(at, found.end));
      this.#records += found.records;
      at = found.end;
      if (this.#base + at === dataStart && this.#spans.length === 0) this.#spanFirst = this.#records + 1;
      if (this.#base + at >= this.#spanStart + chunkBytes) this.#closeSpan(this.#base + at);
      if (found.isStuck || at >= bytes.length) break;
    }
    this.#carry = Uint8Array.from(bytes.subarray(at));
    this.#base += at;
  }

  #closeSpan(end: number): void {
    if (this.#records < this.#spanFirst) return;
    this.#spans.push({ byteOffset: this.#spanStart, byteLength: end - this.#spanStart, firstRecordNo: this.#spanFirst });
    this.#spanStart = end;
    this.#spanFirst = this.#records + 1;
  }

  /** Row of an offset within the block now at hand. */
  #lineAt(block: Uint8Array, offset: number): number {
    const before = this.#walker.isByRecord ? this.#records : this.#lines;
    const inBlock = Math.max(0, offset - this.#base - this.#carry.length);
    return before + lineEnds(this.#carry) + lineEnds(block.subarray(0, inBlock)) + 1;
  }
}

function recordWalker(rules: WalkRules): Walker {
  return {
    isByRecord: true,
    walk: (bytes, start, enough, isFinal, before) => {
      const { end, records, fault } = walkRecords(bytes, start, enough, isFinal, rules);
      const row = before + records + 1;
      if (fault !== null) throw new ReadFailure(readProblem(fault, { row, limit: rules.maxRecordBytes }, { line: row }));
      return { end, records, isStuck: end < enough };
    },
    finish: () => undefined,
  };
}

function listWalker({ dataStart, maxRecordBytes }: SurveyInput, wrapper: boolean): Walker {
  let toSkip = dataStart;
  let isClosed = false;
  let isFirst = true;
  return {
    isByRecord: false,
    walk: (bytes, start, enough, _isFinal, before) => {
      if (toSkip > 0) {
        const end = Math.min(bytes.length, start + toSkip);
        toSkip -= end - start;
        return { end, records: 0, isStuck: end === bytes.length };
      }
      if (isClosed) {
        if (bytes.length - start > maxRecordBytes) throw new ReadFailure(syntax(before + 1));
        return { end: start, records: 0, isStuck: true };
      }
      const found = walkList(bytes, start, enough, isFirst, maxRecordBytes);
      const row = before + found.records + 1;
      if (found.fault !== null) throw new ReadFailure(listProblem(found.fault.kind, row, maxRecordBytes));
      isFirst &&= found.records === 0;
      isClosed = found.isClosed;
      return { end: found.end, records: found.records, isStuck: isClosed || found.end < enough };
    },
    finish: (rest, records) => {
      if (!isClosed) throw new ReadFailure(readProblem('json-truncated', { row: records + 1 }, { line: records + 1 }));
      const isSound = wrapper
        ? parseJson(`{"records":[]${Buffer.from(rest).toString('utf8')}`) !== null
        : afterSpace(rest, 0) === rest.length;
      if (!isSound) throw new ReadFailure(syntax(records + 1));
    },
  };
}

function listProblem(kind: 'syntax' | 'depth' | 'record-too-long', row: number, maxRecordBytes: number): ReadProblem {
  switch (kind) {
    case 'syntax':
      return syntax(row);
    case 'depth':
      return readProblem('json-depth', { row, limit: DEEPEST }, { line: row });
    case 'record-too-long':
      return readProblem('record-too-long', { row, limit: maxRecordBytes }, { line: row });
  }
}

function syntax(row: number): ReadProblem {
  return readProblem('json-syntax', { row }, { line: row });
}
