/**
 * What a row worker does with a chunk, in two steps. `read`: split, check, make keys and hashes. Then the main thread asks the
 * register what it holds under those keys, and `decide` turns each row into its outcome and the tuples to copy.
 *
 * Between the steps no row is kept as objects. While most rows turn out to be new their tuples are written at once; while most are
 * unchanged only the chunk's bytes are kept, and the few rows that are wanted after all are read a second time.
 */
import { compileDataset, renderIssue, rowChecker, trimmed } from '@xincheng/core/intake';
import type { CheckedRow, CompiledDataset, RowContext, RowIssue } from '@xincheng/core/intake';
import type { Day } from '@xincheng/core/calendar';
import { compileShown } from '@xincheng/core/publicity';
import type { Shower, ShownPack } from '@xincheng/core/publicity';
import type { StandardsPack, SubjectKind } from '@xincheng/core/standards';
import type { CellRow, Chunk, ReadPlan } from '../reading/index.ts';
import { rowsOf } from '../reading/index.ts';
import { layoutOf, subjectNameOf } from '../records/layout.ts';
import { keyOf, writeIdOfKey } from '../records/natural-key.ts';
import { ID_BYTES } from '../records/record-id.ts';
import { openSealer } from '../sealing/index.ts';
import type { SealingMaterial } from '../sealing/index.ts';
import { KeyCollector } from './chunk-keys.ts';
import type { ChunkKeys } from './chunk-keys.ts';
import { copyNullable, copyText } from './copy-text.ts';
import { OUTCOME_CODE } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { laterIssue } from './later-issue.ts';
import type { LaterFinding } from './later-issue.ts';
import { rowEntries } from './row-file.ts';
import { bodyWriter, writeHead } from './row-tuple.ts';
import { TupleWriter } from './tuple-writer.ts';

/** All that a worker needs, cloneable: it compiles the dataset itself. */
export interface RowSetup {
  readonly pack: Pick<StandardsPack, 'datasets' | 'codeLists' | 'checks' | 'instruments'>;
  /** How long records are shown. */
  readonly shown: ShownPack;
  readonly dataset: string;
  readonly context: RowContext;
  /** Part of the content hash: the same row from another unit is another content. */
  readonly unitId: string;
  readonly plan: ReadPlan;
  readonly keys: SealingMaterial;
  /** Whether the subjects of rows are told, to be held against the base register. */
  readonly tellsSubjects: boolean;
  /** 'import': tuples of rows and lines of issues for COPY. 'check': issues as JSON lines, and no tuples, for there is no database. */
  readonly purpose: 'import' | 'check';
}

/** What the main thread found out about a chunk's rows; by position, only where there is something to say. */
export interface ChunkFindings {
  /** Register's word on keyed rows that are not unchanged. */
  readonly verdicts: readonly {
    readonly position: number;
    readonly verdict: number;
    readonly others: number;
    readonly target: string | null;
  }[];
  readonly later: readonly { readonly position: number; readonly finding: LaterFinding }[];
  /** Positions of later equal copies of a row of this file. */
  readonly repeated: readonly number[];
  /** Positions whose key has an open wait: staged even when unchanged, so that the wait is superseded. */
  readonly awaited: readonly number[];
  /** Positions of unchanged rows that name a record still to be replaced. */
  readonly replacing: readonly number[];
}

export interface ChunkResult {
  /** Rows to stage, as tuples of a binary COPY. */
  readonly rows: Uint8Array;
  /** How many. */
  readonly staged: number;
  readonly issueLines: Uint8Array;
  /** Entries of the row file. */
  readonly entries: Uint8Array;
  readonly outcomes: Uint8Array;
  readonly issues: number;
}

/** A chunk between its two steps. */
interface HeldChunk {
  readonly chunk: Chunk;
  readonly keys: ChunkKeys;
  /** Of rows that have any. */
  readonly issues: ReadonlyMap<number, FoundIssues>;
  /** Null where the rows are read a second time if they are wanted. */
  readonly bodies: RowBodies | null;
}

interface FoundIssues {
  readonly kind: SubjectKind | null;
  readonly issues: readonly RowIssue[];
}

/** Bodies of rows, one behind the other; that of a position lies from `starts[position]` to the next start, which may be the same. */
interface RowBodies {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** The share of a chunk's rows from which on the next ones are written at once. */
const EAGER_FROM = 1 / 4;

/** Where the writers begin; they grow to the largest chunk and are used again. */
const TUPLE_BYTES = 1 << 21;

/** Reads and decides the chunks of one file. */
export class RowProcessor {
  readonly #dataset: CompiledDataset;
  readonly #check: ReturnType<typeof rowChecker>;
  readonly #setup: RowSetup;
  readonly #layout: ReturnType<typeof layoutOf>;
  readonly #sealer: ReturnType<typeof openSealer>;
  readonly #bodies = new TupleWriter(TUPLE_BYTES);
  readonly #tuples = new TupleWriter(TUPLE_BYTES);
  readonly #writeBody: ReturnType<typeof bodyWriter>;
  readonly #held = new Map<number, HeldChunk>();
  readonly #show: Shower;
  #isEager: boolean;

  constructor(setup: RowSetup) {
    const compiled = compileDataset(setup.pack, setup.dataset);
    if (!compiled.ok)
      throw new Error(
        `dataset ${setup.dataset} does not compile: ${compiled.error.map((problem) => problem.message).join('; ')}`,
      );
    this.#setup = setup;
    this.#dataset = compiled.value;
    this.#check = rowChecker(compiled.value, setup.context);
    this.#layout = layoutOf(compiled.value);
    this.#show = compileShown(setup.shown, compiled.value.definition);
    this.#sealer = openSealer(setup.keys);
    this.#writeBody = bodyWriter(this.#layout, this.#sealer, this.#bodies);
    this.#isEager = setup.purpose === 'import';
  }

  /** Step one. What step two needs stays here, under the chunk's number. */
  read(chunkNo: number, chunk: Chunk): ChunkKeys {
    const collector = new KeyCollector();
    const issues = new Map<number, FoundIssues>();
    const starts: number[] = [];
    for (const cellRow of rowsOf(chunk, this.#setup.plan)) {
      if (this.#isEager) starts.push(this.#bodies.length);
      this.#readRow(cellRow, collector, issues, this.#isEager);
    }
    const keys = collector.keys();
    const bodies = this.#isEager ? this.#takeBodies(starts) : null;
    this.#held.set(chunkNo, { chunk, keys, issues, bodies });
    return keys;
  }

  #readRow(cellRow: CellRow, collector: KeyCollector, found: Map<number, FoundIssues>, isWritten: boolean): void {
    const { cells, rowNo, extras, problem } = cellRow;
    const position = collector.add(rowNo);
    const row = this.#check(cells);
    const named = namedIn(extras);
    const issues = this.#issuesBeside(row.issues, problem, named);
    if (issues.length > 0) found.set(position, { kind: row.kind, issues });
    if (issues.some(isError) || row.kind === null) {
      if (named?.id !== undefined) collector.name(position, named.id, 'mentioned');
      return;
    }
    const at = position * ID_BYTES;
    const key = keyOf(this.#layout, row, (id) => this.#sealer.personHash(id));
    writeIdOfKey(collector.ids, at, this.#layout, key);
    this.#sealer.writeContentHash(canonicalText(this.#setup.unitId, row), collector.hashes, at);
    collector.key(position, key.decidedOn, key.links);
    if (this.#setup.tellsSubjects && row.kind !== 'natural')
      collector.tell({ position, key: key.subjectKey, name: subjectNameOf(this.#layout, row), decidedOn: key.decidedOn });
    const replaces = named?.id === collector.ids.toString('hex', at, at + ID_BYTES) ? null : (named?.id ?? null);
    if (replaces !== null) collector.name(position, replaces, named?.isWritten === true ? 'written' : 'carried');
    if (!isWritten) return;
    const showing = this.#show({ values: row.values, kind: row.kind, decidedOn: key.decidedOn as Day });
    const shownUntil = showing.isShown ? showing.until : showing.reason === 'class-not-shown' ? 'by-class' : null;
    this.#writeBody({ rowNo, row, key, hashes: collector.hashes, hashAt: at, replaces, shownUntil });
  }

  #takeBodies(starts: readonly number[]): RowBodies {
    return { starts: Uint32Array.from([...starts, this.#bodies.length]), bytes: this.#bodies.take() };
  }

  /** The row's own issues, with those of its shape and of the record it names. Most rows have neither. */
  #issuesBeside(own: readonly RowIssue[], problem: CellRow['problem'], named: Named | null): readonly RowIssue[] {
    if (problem === null && named?.unreadable === undefined) return own;
    const issues = [...own];
    if (problem !== null) issues.push(this.#shapeIssue(problem));
    if (named?.unreadable !== undefined)
      issues.push(laterIssue(this.#dataset, { kind: 'replaces', variant: 'unreadable', value: named.unreadable }));
    return issues;
  }

  #shapeIssue(problem: NonNullable<CellRow['problem']>): RowIssue {
    return laterIssue(this.#dataset, {
      kind: 'row-shape',
      variant: problem.code,
      value: problem.value,
      expected: problem.expected,
    });
  }

  /** Step two: the outcome of every row, and what is to be copied to the stage. */
  decide(chunkNo: number, findings: ChunkFindings): ChunkResult {
    const held = this.#held.get(chunkNo);
    if (held === undefined) throw new Error(`chunk ${String(chunkNo)} was not read here`);
    this.#held.delete(chunkNo);
    const { keys } = held;
    const verdicts = new Map(findings.verdicts.map((verdict) => [verdict.position, verdict]));
    const later = laterByPosition(findings.later);
    const repeated = new Set(findings.repeated);
    const awaited = new Set(findings.awaited);
    const replacing = new Set(findings.replacing);
    const outcomes = new Uint8Array(keys.rows);
    const staged: StagedRow[] = [];
    let issueLines = '';
    let issueCount = 0;
    for (let position = 0; position < keys.rows; position += 1) {
      const verdict = verdicts.get(position);
      const { kind, issues } = this.#allIssues(held, position, later.get(position));
      const outcome = outcomeOf(keys.isKeyed[position] === 1, issues, verdict?.verdict, repeated.has(position));
      const isReplacing = outcome === 'unchanged' && replacing.has(position);
      outcomes[position] = OUTCOME_CODE[isReplacing ? 'changed' : outcome];
      issues.forEach((found, ordinal) => (issueLines += this.#issueLine(found, keys.rowNos[position] ?? 0, ordinal, kind)));
      issueCount += issues.length;
      const action = ACTIONS[outcome] ?? (outcome === 'unchanged' && (isReplacing || awaited.has(position)) ? 'unchanged' : null);
      if (action === null) continue;
      const codes = action === 'waiting' ? issues.map(({ clause }) => clause.code).join(',') : null;
      staged.push({ position, action, target: verdict?.target ?? null, codes });
    }
    this.#stage(held, staged);
    return {
      rows: this.#tuples.take(),
      staged: staged.length,
      issueLines: Buffer.from(issueLines),
      entries: rowEntries(keys, outcomes),
      outcomes,
      issues: issueCount,
    };
  }

  #stage(held: HeldChunk, staged: readonly StagedRow[]): void {
    if (this.#setup.purpose === 'check') return;
    const { bytes, starts } = held.bodies ?? this.#readAgain(held, staged);
    for (const { position, action, target, codes } of staged) {
      writeHead(this.#tuples, action, { target, ids: held.keys.ids, at: position * ID_BYTES }, codes);
      this.#tuples.columns(bytes, starts[position] ?? 0, starts[position + 1] ?? 0);
    }
    this.#isEager = staged.length >= held.keys.rows * EAGER_FROM;
  }

  /** The bodies of some rows of a chunk whose rows were let go. */
  #readAgain({ chunk }: HeldChunk, staged: readonly StagedRow[]): RowBodies {
    const wanted = new Set(staged.map(({ position }) => position));
    const starts: number[] = [];
    if (wanted.size > 0) {
      const collector = new KeyCollector();
      let position = 0;
      for (const cellRow of rowsOf(chunk, this.#setup.plan)) {
        starts.push(this.#bodies.length);
        if (wanted.has(position)) this.#readRow(cellRow, collector, new Map(), true);
        else collector.add(cellRow.rowNo);
        position += 1;
      }
    }
    return this.#takeBodies(starts);
  }

  #allIssues({ issues }: HeldChunk, position: number, later: readonly LaterFinding[] | undefined): FoundIssues {
    const found = issues.get(position) ?? NOTHING_FOUND;
    if (later === undefined) return found;
    return { kind: found.kind, issues: [...found.issues, ...later.map((finding) => laterIssue(this.#dataset, finding))] };
  }

  /** Issue lines of rows already written: what only later rows of the file could show. */
  lateIssues(late: readonly { readonly row: number; readonly finding: LaterFinding }[]): Uint8Array {
    const counts = new Map<number, number>();
    const lines = late.map(({ row, finding }) => {
      const count = counts.get(row) ?? 0;
      counts.set(row, count + 1);
      return this.#issueLine(laterIssue(this.#dataset, finding), row, LATE_ORDINAL + count, null);
    });
    return Buffer.from(lines.join(''));
  }

  #issueLine(found: RowIssue, rowNo: number, ordinal: number, kind: SubjectKind | null): string {
    const issue = renderIssue(this.#dataset, found, rowNo, kind);
    if (this.#setup.purpose === 'check') return `${JSON.stringify(issue)}\n`;
    return (
      [
        String(rowNo),
        String(ordinal),
        copyNullable(issue.column),
        copyNullable(issue.label),
        copyText(issue.value),
        copyNullable(issue.expected),
        issue.rule,
        issue.code,
        issue.severity,
        copyText(issue.message),
        copyText(issue.fix),
      ].join('\t') + '\n'
    );
  }
}

/** Behind every ordinal a row can have by itself. */
const LATE_ORDINAL = 10_000;

const NOTHING_FOUND: FoundIssues = { kind: null, issues: [] };

/** A row that goes to the stage, and how. */
interface StagedRow {
  readonly position: number;
  readonly action: string;
  readonly target: string | null;
  readonly codes: string | null;
}

function isError({ clause }: RowIssue): boolean {
  return clause.severity === 'error';
}

function laterByPosition(entries: ChunkFindings['later']): ReadonlyMap<number, readonly LaterFinding[]> {
  const byPosition = new Map<number, LaterFinding[]>();
  for (const { position, finding } of entries) byPosition.set(position, [...(byPosition.get(position) ?? []), finding]);
  return byPosition;
}

const ACTIONS: Readonly<Partial<Record<Outcome, string>>> = { accepted: 'new', changed: 'changed', waiting: 'waiting' };

/** `PROBE_VERDICTS.unchangedFurther` of the store, which a row worker has no business to load. */
const UNCHANGED_FURTHER = 6;

function outcomeOf(isKeyed: boolean, issues: readonly RowIssue[], verdict: number | undefined, isRepeated: boolean): Outcome {
  if (!isKeyed || issues.some(isError)) return 'rejected';
  if (isRepeated) return 'repeated';
  if (verdict === undefined || verdict === UNCHANGED_FURTHER) return 'unchanged';
  if (issues.some((issue) => issue.clause.severity === 'confirm')) return 'waiting';
  return verdict === 1 ? 'accepted' : 'changed';
}

/** Unit, kind and every value in one text: two rows are equal when these are. */
export function canonicalText(unitId: string, row: CheckedRow): string {
  let text = `${unitId}\u001f${row.kind ?? ''}`;
  for (const value of row.values) {
    text += '\u001f';
    if (typeof value === 'string') text += value;
    else if (value !== null) text += typeof value === 'object' ? value.join(';') : String(value);
  }
  return text;
}

interface Named {
  /** 32 hexadecimal digits. */
  readonly id?: string;
  readonly isWritten: boolean;
  /** What stands in the column of the replaced record and is no record's id. */
  readonly unreadable?: string;
}

/** The record a row names: in the column for it, or else in the hidden column of a marked result, where only an id means anything. */
function namedIn({ replaces, recordId }: CellRow['extras']): Named | null {
  if (replaces === undefined && recordId === undefined) return null;
  const written = trimmed(replaces ?? '');
  const id = recordIdIn(written === '' ? (recordId ?? '') : written);
  if (id !== null) return { id, isWritten: written !== '' };
  return written === '' ? null : { isWritten: true, unreadable: written };
}

function recordIdIn(cell: string): string | null {
  const text = trimmed(cell).toLowerCase().replaceAll('-', '');
  return /^[0-9a-f]{32}$/u.test(text) ? text : null;
}
