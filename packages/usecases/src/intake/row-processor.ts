/**
 * What a row worker does with a chunk, in two steps. `read`: split, check, make keys and hashes. Then the main thread asks the
 * register what it holds under those keys, and `decide` turns each row into its outcome and the lines to copy.
 */
import { compileDataset, renderIssue, rowChecker, trimmed } from '@xincheng/core/intake';
import type { CheckedRow, CompiledDataset, RowContext, RowIssue } from '@xincheng/core/intake';
import type { StandardsPack, SubjectKind } from '@xincheng/core/standards';
import type { CellRow, Chunk, ReadPlan } from '../reading/index.ts';
import { rowsOf } from '../reading/index.ts';
import { layoutOf } from '../records/layout.ts';
import { keyOf } from '../records/natural-key.ts';
import type { RowKey } from '../records/natural-key.ts';
import { openSealer } from '../sealing/index.ts';
import type { SealingMaterial } from '../sealing/index.ts';
import { ARRAY_OF, binaryArray, dayOfPostgres } from './binary-array.ts';
import { copyNullable, copyText } from './copy-text.ts';
import { OUTCOME_CODE } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { laterIssue } from './later-issue.ts';
import type { LaterFinding } from './later-issue.ts';
import { rowWriter } from './row-tuple.ts';
import { TupleWriter } from './tuple-writer.ts';

/** All that a worker needs, cloneable: it compiles the dataset itself. */
export interface RowSetup {
  readonly pack: Pick<StandardsPack, 'datasets' | 'codeLists' | 'checks'>;
  readonly dataset: string;
  readonly context: RowContext;
  /** Part of the content hash: the same row from another unit is another content. */
  readonly unitId: string;
  readonly plan: ReadPlan;
  readonly keys: SealingMaterial;
  /** Issues as lines for COPY, or as JSON lines for a check that has no database. */
  readonly issueFormat: 'copy' | 'json';
}

/** Keys of a chunk, by position: what the main thread needs to ask and to find duplicates. */
export interface ChunkKeys {
  readonly rows: number;
  /** Row numbers as a spreadsheet shows them. */
  readonly rowNos: Uint32Array;
  /** 1 where the row has a key (it has no error). */
  readonly isKeyed: Uint8Array;
  /** 16 bytes a row each. */
  readonly ids: Uint8Array;
  readonly hashes: Uint8Array;
  /** Positions of the keyed rows in the order of their ids: neighbours in the index are asked for together. */
  readonly positions: Uint32Array;
  /** Ids, hashes and days in that order, as binary arrays. */
  readonly idArray: Uint8Array;
  readonly hashArray: Uint8Array;
  readonly dayArray: Uint8Array;
  /** Rows that name a record they replace, and rows that hang on a parent: position and record id. */
  readonly replaces: readonly (readonly [number, string])[];
  readonly parents: readonly (readonly [number, string])[];
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
  readonly issueLines: Uint8Array;
  readonly outcomes: Uint8Array;
  readonly issues: number;
}

interface HeldRow {
  readonly rowNo: number;
  readonly row: CheckedRow;
  readonly key: RowKey | null;
  readonly hash: string;
  readonly replaces: string | null;
}

/** Reads and decides the chunks of one file; holds the rows of a chunk between its two steps. */
export class RowProcessor {
  readonly #dataset: CompiledDataset;
  readonly #check: ReturnType<typeof rowChecker>;
  readonly #setup: RowSetup;
  readonly #layout: ReturnType<typeof layoutOf>;
  readonly #sealer: ReturnType<typeof openSealer>;
  readonly #tuples = new TupleWriter(TUPLE_BYTES);
  readonly #writeRow: ReturnType<typeof rowWriter>;
  readonly #held = new Map<number, HeldRow[]>();

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
    this.#sealer = openSealer(setup.keys);
    this.#writeRow = rowWriter(this.#layout, this.#sealer, this.#tuples);
  }

  /** Step one. The rows stay here, under the chunk's number, until `decide`. */
  read(chunkNo: number, chunk: Chunk): ChunkKeys {
    const held: HeldRow[] = [];
    for (const cellRow of rowsOf(chunk, this.#setup.plan)) held.push(this.#readRow(cellRow));
    this.#held.set(chunkNo, held);
    return keysOf(held);
  }

  #readRow({ cells, rowNo, extras, problem }: CellRow): HeldRow {
    const row = this.#check(cells);
    const issues = problem === null ? row.issues : [...row.issues, this.#shapeIssue(problem)];
    const checked = problem === null ? row : { ...row, issues };
    if (issues.some((issue) => issue.clause.severity === 'error') || row.kind === null)
      return { rowNo, row: checked, key: null, hash: '', replaces: null };
    const key = keyOf(this.#layout, row, (id) => this.#sealer.personHash(id));
    return {
      rowNo,
      row: checked,
      key,
      hash: this.#sealer.contentHash(canonicalText(this.#setup.unitId, row)),
      replaces: replacedBy(extras, key.recordId),
    };
  }

  #shapeIssue(problem: NonNullable<CellRow['problem']>): RowIssue {
    return laterIssue(this.#dataset, {
      kind: 'row-shape',
      variant: problem.code,
      value: problem.value,
      expected: problem.expected,
    });
  }

  /** Step two: the outcome of every row, and the lines for the stage. */
  decide(chunkNo: number, findings: ChunkFindings): ChunkResult {
    const held = this.#held.get(chunkNo);
    if (held === undefined) throw new Error(`chunk ${String(chunkNo)} was not read here`);
    this.#held.delete(chunkNo);
    const verdicts = new Map(findings.verdicts.map((verdict) => [verdict.position, verdict]));
    const later = laterByPosition(findings.later);
    const repeated = new Set(findings.repeated);
    const awaited = new Set(findings.awaited);
    const replacing = new Set(findings.replacing);
    const outcomes = new Uint8Array(held.length);
    let issueLines = '';
    let issueCount = 0;
    for (let position = 0; position < held.length; position += 1) {
      const heldRow = held[position];
      if (heldRow === undefined) continue;
      const verdict = verdicts.get(position);
      const issues = this.#allIssues(heldRow, later.get(position));
      const outcome = outcomeOf(heldRow, issues, verdict?.verdict, repeated.has(position));
      const isReplacing = outcome === 'unchanged' && replacing.has(position);
      outcomes[position] = OUTCOME_CODE[isReplacing ? 'changed' : outcome];
      for (const found of issues) {
        issueLines += this.#issueLine(found, heldRow.rowNo, issues.indexOf(found), heldRow.row.kind);
        issueCount += 1;
      }
      const action = ACTIONS[outcome] ?? (outcome === 'unchanged' && (isReplacing || awaited.has(position)) ? 'unchanged' : null);
      if (action !== null && heldRow.key !== null) this.#writeRow(heldRow, heldRow.key, action, verdict?.target ?? null, issues);
    }
    return { rows: this.#tuples.take(), issueLines: Buffer.from(issueLines), outcomes, issues: issueCount };
  }

  #allIssues({ row }: HeldRow, later: readonly LaterFinding[] | undefined): readonly RowIssue[] {
    return later === undefined ? row.issues : [...row.issues, ...later.map((finding) => laterIssue(this.#dataset, finding))];
  }

  /** Issue lines of rows already written, found when a later row of the file contradicted them. */
  lateIssues(late: readonly { readonly row: number; readonly finding: LaterFinding }[]): Uint8Array {
    const lines = late.map(({ row, finding }) => this.#issueLine(laterIssue(this.#dataset, finding), row, LATE_ORDINAL, null));
    return Buffer.from(lines.join(''));
  }

  #issueLine(found: RowIssue, rowNo: number, ordinal: number, kind: SubjectKind | null): string {
    const issue = renderIssue(this.#dataset, found, rowNo, kind);
    if (this.#setup.issueFormat === 'json') return `${JSON.stringify(issue)}\n`;
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

/** Where the writer begins; it grows to the largest chunk and is used again. */
const TUPLE_BYTES = 1 << 21;

/** Behind every ordinal a row can have by itself. */
const LATE_ORDINAL = 10_000;

function laterByPosition(entries: ChunkFindings['later']): ReadonlyMap<number, readonly LaterFinding[]> {
  const byPosition = new Map<number, LaterFinding[]>();
  for (const { position, finding } of entries) byPosition.set(position, [...(byPosition.get(position) ?? []), finding]);
  return byPosition;
}

const ACTIONS: Readonly<Partial<Record<Outcome, string>>> = { accepted: 'new', changed: 'changed', waiting: 'waiting' };

/** `PROBE_VERDICTS.unchangedFurther` of the store, which a row worker has no business to load. */
const UNCHANGED_FURTHER = 6;

function outcomeOf(row: HeldRow, issues: readonly RowIssue[], verdict: number | undefined, isRepeated: boolean): Outcome {
  if (row.key === null || issues.some((issue) => issue.clause.severity === 'error')) return 'rejected';
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

/** The record a row replaces: named outright, or the record its hidden column came from when the key no longer leads there. */
function replacedBy(extras: CellRow['extras'], recordId: string): string | null {
  const named = recordIdText(extras.replaces);
  if (named !== null) return named === recordId ? null : named;
  const came = recordIdText(extras.recordId);
  return came === null || came === recordId ? null : came;
}

function recordIdText(cell: string | undefined): string | null {
  const text = trimmed(cell ?? '')
    .toLowerCase()
    .replaceAll('-', '');
  return /^[0-9a-f]{32}$/u.test(text) ? text : null;
}

function keysOf(held: readonly HeldRow[]): ChunkKeys {
  const rowNos = Uint32Array.from(held, ({ rowNo }) => rowNo);
  const isKeyed = new Uint8Array(held.length);
  const ids = Buffer.alloc(held.length * 16);
  const hashes = Buffer.alloc(held.length * 16);
  const keyed: { readonly position: number; readonly key: RowKey }[] = [];
  const replaces: (readonly [number, string])[] = [];
  const parents: (readonly [number, string])[] = [];
  held.forEach(({ key, hash, replaces: replaced }, position) => {
    if (key === null) return;
    isKeyed[position] = 1;
    ids.write(key.recordId, position * 16, 16, 'hex');
    hashes.write(hash, position * 16, 16, 'hex');
    keyed.push({ position, key });
    if (replaced !== null) replaces.push([position, replaced]);
    if (key.parentId !== null) parents.push([position, key.parentId]);
  });
  keyed.sort((a, b) => (a.key.recordId < b.key.recordId ? -1 : 1));
  const positions = Uint32Array.from(keyed, ({ position }) => position);
  const sixteenOf = (source: Buffer) => (target: Buffer, at: number, index: number) => {
    const from = (positions[index] ?? 0) * 16;
    source.copy(target, at, from, from + 16);
  };
  return {
    rows: held.length,
    rowNos,
    isKeyed,
    ids,
    hashes,
    positions,
    replaces,
    parents,
    idArray: binaryArray(ARRAY_OF.uuid, keyed.length, 16, sixteenOf(ids)),
    hashArray: binaryArray(ARRAY_OF.uuid, keyed.length, 16, sixteenOf(hashes)),
    dayArray: binaryArray(ARRAY_OF.date, keyed.length, 4, (target, at, index) => {
      target.writeInt32BE(dayOfPostgres(keyed[index]?.key.decidedOn ?? ''), at);
    }),
  };
}
