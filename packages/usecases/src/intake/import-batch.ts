/**
 * The heart of intake: from a readable source to a merged batch. Chunks flow through row workers, the register is asked about
 * their keys in file order, new and changed rows are copied to the stage, and one transaction at the end merges all of it.
 */
import { PROBE_VERDICTS } from '@xincheng/store/intake';
import type { BatchCounts, ImportSession } from '@xincheng/store/intake';
import type { CompiledLink } from '@xincheng/core/intake';
import type { Chunk } from '../reading/index.ts';
import type { ChunkKeys, Naming } from './chunk-keys.ts';
import { FileNamings } from './file-namings.ts';
import { KeyTable } from './key-table.ts';
import type { LaterFinding } from './later-issue.ts';
import { isHeld, OUTCOME_CODE, OUTCOMES } from './outcome.ts';
import type { RowFile } from './row-file.ts';
import type { ChunkFindings, ChunkResult } from './row-processor.ts';
import { subjectFinding } from './subject-findings.ts';
import type { SubjectFields } from './subject-findings.ts';
import type { RowWorkers } from './row-workers.ts';

/** Seen by whoever waits: numbers only grow. */
export interface Progress {
  readonly stage: 'reading' | 'merging';
  readonly rows: number;
  readonly bytes: number;
}

export interface ImportInput {
  readonly dataset: string;
  /** Records that rows of this dataset hang on or refer to. */
  readonly links: readonly CompiledLink[];
  /** Fields that name the subject of a row. */
  readonly subjectFields: SubjectFields;
  /** Standings of subjects that are no longer there. */
  readonly endedStandings: readonly string[];
  readonly chunks: AsyncIterable<Chunk>;
  readonly session: Omit<ImportSession, 'merge'>;
  readonly workers: RowWorkers;
  readonly rowFile: RowFile;
  /** Chunks read ahead of the one being decided: keeps every thread busy and memory bounded. */
  readonly ahead: number;
  readonly onProgress: (progress: Progress) => void;
}

export interface ImportResult {
  readonly counts: BatchCounts;
}

/** Runs every chunk through check, probe and stage. The merge itself is the caller's, with the counts in hand. */
export async function stageBatch(input: ImportInput): Promise<ImportResult> {
  const run = new Run(input, await input.session.openWaits(input.dataset));
  const inFlight: Promise<Read>[] = [];
  let chunkNo = 0;
  for await (const chunk of input.chunks) {
    inFlight.push(readChunk(input, chunkNo, chunk));
    chunkNo += 1;
    while (inFlight.length > input.ahead) await run.decide(await shifted(inFlight));
  }
  while (inFlight.length > 0) await run.decide(await shifted(inFlight));
  await run.settle();
  return { counts: run.counts() };
}

interface Read {
  readonly chunkNo: number;
  readonly bytes: number;
  readonly keys: ChunkKeys;
}

async function readChunk({ workers }: ImportInput, chunkNo: number, chunk: Chunk): Promise<Read> {
  const bytes = chunk.bytes.byteLength;
  return { chunkNo, bytes, keys: await workers.read(chunkNo, chunk) };
}

async function shifted(inFlight: Promise<Read>[]): Promise<Read> {
  const first = inFlight.shift();
  if (first === undefined) throw new Error('no chunk in flight');
  return first;
}

/** A reference to a record of the file's own dataset that the register does not have: only the last row shows whether the file brings it. */
interface OwnReference {
  readonly row: number;
  readonly recordId: string;
  readonly finding: LaterFinding;
  readonly isFatal: boolean;
}

class Run {
  readonly #input: ImportInput;
  readonly #waits: ReadonlySet<string>;
  readonly #table = new KeyTable();
  readonly #namings = new FileNamings();
  /** Unchanged rows that count as changed because they replace a record. */
  readonly #replacing = new Set<number>();
  readonly #tally = new Int32Array(Object.keys(OUTCOME_CODE).length);
  /** Rows already staged that a later row of the file contradicts. */
  readonly #contradicted = new Set<number>();
  /** Equal copies by the row they repeat. */
  readonly #repeats = new Map<number, number[]>();
  /** Findings about rows of chunks already written. */
  readonly #late: { row: number; finding: LaterFinding }[] = [];
  readonly #ownReferences: OwnReference[] = [];
  #deciding: Promise<void> = Promise.resolve();
  #rows = 0;
  #bytes = 0;
  #issues = 0;

  constructor(input: ImportInput, waits: ReadonlySet<string>) {
    this.#input = input;
    this.#waits = waits;
  }

  /** Asks the register about a chunk; writing its outcome then overlaps with asking about the next one. */
  async decide(read: Read): Promise<void> {
    const findings = await this.#findingsOf(read.keys);
    await this.#deciding;
    this.#deciding = this.#write(read, findings);
    this.#deciding.catch(() => undefined);
  }

  async #write(read: Read, findings: ChunkFindings): Promise<void> {
    const result: ChunkResult = await this.#input.workers.decide(read.chunkNo, findings);
    this.#input.rowFile.add(result.entries);
    for (const outcome of result.outcomes) this.#tally[outcome] = (this.#tally[outcome] ?? 0) + 1;
    this.#rows += read.keys.rows;
    this.#bytes += read.bytes;
    this.#issues += result.issues;
    await this.#input.session.stageIssues(result.issueLines);
    await this.#input.session.stageRows(result.rows, result.staged);
    this.#input.onProgress({ stage: 'reading', rows: this.#rows, bytes: this.#bytes });
  }

  async #findingsOf(keys: ChunkKeys): Promise<ChunkFindings> {
    const { session } = this.#input;
    const later: { position: number; finding: LaterFinding }[] = [];
    const probes = keys.positions.length === 0 ? [] : await session.probe(keys.idArray, keys.hashArray, keys.dayArray);
    const verdicts = probes.map(({ ord, verdict, others, target }) => ({
      position: keys.positions[ord - 1] ?? 0,
      verdict,
      others,
      target,
    }));
    const ids = idsInRegister(keys, verdicts);
    this.#namings.add(keys, ids);
    const repeated = this.#duplicates(keys, ids, later);
    for (const { position, verdict, others } of verdicts)
      later.push(...registerFindings(verdict, others).map((finding) => ({ position, finding })));
    later.push(...(await this.#brokenLinks(keys)));
    const changing = new Set(
      verdicts.filter(({ verdict }) => verdict !== PROBE_VERDICTS.unchangedFurther).map(({ position }) => position),
    );
    later.push(...(await this.#subjectFindings(keys, changing)));
    const { gone, replacing } = await this.#namedOf(keys, changing);
    for (const { position, id } of gone) later.push({ position, finding: { kind: 'replaces', value: uuidText(id) } });
    return { verdicts, later, repeated, awaited: this.#awaited(keys, ids), replacing };
  }

  /** Rows that write out a record the unit does not have; and unchanged rows that still have one to replace. */
  async #namedOf(keys: ChunkKeys, changing: ReadonlySet<number>): Promise<{ gone: readonly Naming[]; replacing: number[] }> {
    const namings = keys.namings.filter(({ how }) => how !== 'mentioned');
    const known = await this.#known(
      this.#input.dataset,
      namings.map(({ id }) => id),
    );
    const gone = new Set(namings.filter(({ id }) => !known.has(uuidText(id))).map(({ position }) => position));
    const replacing = namings
      .map(({ position }) => position)
      .filter((position) => !changing.has(position) && !gone.has(position));
    for (const position of replacing) this.#replacing.add(keys.rowNos[position] ?? 0);
    // An unchanged row whose naming was done before has nothing left to do, nor has a hidden column.
    return {
      gone: namings.filter(({ position, how }) => how === 'written' && gone.has(position) && changing.has(position)),
      replacing,
    };
  }

  /** The same key twice: equal rows count once, differing rows are all rejected. */
  #duplicates(keys: ChunkKeys, idBytes: Uint8Array, later: { position: number; finding: LaterFinding }[]): number[] {
    const ids = wordsOf(idBytes);
    const hashes = wordsOf(keys.hashes);
    const repeated: number[] = [];
    for (let position = 0; position < keys.rows; position += 1) {
      if (keys.isKeyed[position] === 0) continue;
      const row = keys.rowNos[position] ?? 0;
      const known = this.#table.add(ids, hashes, position, row);
      if (known === null) continue;
      const isEqual = known.isEqual && this.#namings.isAlike(known.firstRow, row);
      if (isEqual && !this.#contradicted.has(known.firstRow)) {
        repeated.push(position);
        this.#repeats.set(known.firstRow, [...(this.#repeats.get(known.firstRow) ?? []), row]);
        continue;
      }
      later.push({
        position,
        finding: { kind: 'duplicate-in-batch', value: `第 ${String(known.firstRow)} 行`, expected: String(known.firstRow) },
      });
      this.#contradict(known.firstRow, row, keys, later);
    }
    return repeated;
  }

  #contradict(firstRow: number, row: number, keys: ChunkKeys, later: { position: number; finding: LaterFinding }[]): void {
    if (this.#contradicted.has(firstRow)) return;
    this.#contradicted.add(firstRow);
    const finding: LaterFinding = { kind: 'duplicate-in-batch', value: `第 ${String(row)} 行`, expected: String(row) };
    for (const earlier of [firstRow, ...(this.#repeats.get(firstRow) ?? [])]) {
      const position = keys.rowNos.indexOf(earlier);
      if (position >= 0) later.push({ position, finding });
      else this.#late.push({ row: earlier, finding });
    }
  }

  /** What the base register says of the subjects of rows that are new or changed. */
  async #subjectFindings(
    { subjects }: ChunkKeys,
    changing: ReadonlySet<number>,
  ): Promise<{ position: number; finding: LaterFinding }[]> {
    const asked = subjects.filter(({ position }) => changing.has(position));
    if (asked.length === 0) return [];
    const { session, subjectFields, endedStandings } = this.#input;
    const rows = {
      keys: asked.map(({ key }) => key),
      names: asked.map(({ name }) => name),
      days: asked.map(({ decidedOn }) => decidedOn),
    };
    const probes = await session.subjects(rows, endedStandings);
    return probes.flatMap(({ ord, verdict, expected }) => {
      const subject = asked[ord - 1];
      if (subject === undefined) return [];
      return [{ position: subject.position, finding: subjectFinding(subject, verdict, expected, subjectFields) }];
    });
  }

  /** Findings of rows that hang on, or refer to, a record that the unit does not have. What hangs on nothing is told once. */
  async #brokenLinks({ rowNos, links: named }: ChunkKeys): Promise<{ position: number; finding: LaterFinding }[]> {
    const { links, dataset } = this.#input;
    const found: { position: number; finding: LaterFinding }[] = [];
    const orphans = new Set<number>();
    for (const [index, link] of links.entries()) {
      const ofLink = named.filter((one) => one.link === index && !(link.isUnderParent && orphans.has(one.position)));
      const known = await this.#known(
        link.dataset,
        ofLink.map(({ recordId }) => recordId),
      );
      for (const { position, recordId, value } of ofLink.filter((one) => !known.has(uuidText(one.recordId)))) {
        const finding: LaterFinding = { kind: link.kind, value, expected: link.label, field: link.field };
        if (link.kind === 'parent') orphans.add(position);
        if (link.dataset !== dataset) found.push({ position, finding });
        else this.#ownReferences.push({ row: rowNos[position] ?? 0, recordId, finding, isFatal: link.severity === 'error' });
      }
    }
    return found;
  }

  /** Which of these records the unit has, as the text of their ids. */
  async #known(dataset: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return ids.length === 0 ? new Set() : this.#input.session.known(dataset, ids.map(uuidText));
  }

  #awaited(keys: ChunkKeys, idBytes: Uint8Array): number[] {
    if (this.#waits.size === 0) return [];
    const ids = Buffer.from(idBytes.buffer, idBytes.byteOffset, idBytes.byteLength);
    return [...keys.positions].filter((position) =>
      this.#waits.has(uuidText(ids.toString('hex', position * 16, position * 16 + 16))),
    );
  }

  /** After the last chunk: rows that a later one contradicted, or whose reference nothing answers, are taken back and rejected. */
  async settle(): Promise<void> {
    await this.#deciding;
    const { refused, ignored } = this.#namings.conflicts(this.#table);
    this.#late.push(...refused);
    await this.#ignoreNamings(ignored);
    await this.#reject(this.#late.map(({ row }) => row));
    const dangling = await this.#settleReferences();
    const late = [...this.#late, ...dangling];
    if (late.length === 0) return;
    const lines = await this.#input.workers.lateIssues(late);
    this.#issues += late.length;
    await this.#input.session.stageIssues(lines);
  }

  /** References to rows of this very file that did not get in. A row sent back for it may be one that others refer to. */
  async #settleReferences(): Promise<OwnReference[]> {
    const dangling: OwnReference[] = [];
    let open: readonly OwnReference[] = this.#ownReferences;
    for (;;) {
      const gone = new Set(open.filter(({ recordId }) => !this.#brings(recordId)));
      if (gone.size === 0) return dangling;
      dangling.push(...gone);
      open = open.filter((one) => !gone.has(one));
      await this.#reject([...gone].filter(({ isFatal }) => isFatal).map(({ row }) => row));
    }
  }

  /** True when a row of this file leaves that record in the register. */
  #brings(recordId: string): boolean {
    const row = this.#table.rowOf(wordsOf(Buffer.from(recordId.replaceAll('-', ''), 'hex')));
    return row !== null && isHeld(OUTCOMES[this.#input.rowFile.outcomeOf(row)] ?? 'none');
  }

  async #reject(rows: readonly number[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#input.session.unstage(rows);
    for (const row of new Set(rows)) this.#replaceOutcome(row, OUTCOME_CODE.rejected);
  }

  async #ignoreNamings(rows: readonly number[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#input.session.ignoreReplaced(rows);
    for (const row of rows) {
      // It may have been sent back for another reason.
      if (!this.#replacing.has(row) || this.#input.rowFile.outcomeOf(row) !== OUTCOME_CODE.changed) continue;
      this.#replaceOutcome(row, OUTCOME_CODE.unchanged);
    }
  }

  #replaceOutcome(row: number, outcome: number): void {
    const before = this.#input.rowFile.replaceOutcome(row, outcome);
    this.#tally[before] = (this.#tally[before] ?? 0) - 1;
    this.#tally[outcome] = (this.#tally[outcome] ?? 0) + 1;
  }

  counts(): BatchCounts {
    const of = (code: number): number => this.#tally[code] ?? 0;
    return {
      rows: this.#rows,
      accepted: of(OUTCOME_CODE.accepted),
      changed: of(OUTCOME_CODE.changed),
      unchanged: of(OUTCOME_CODE.unchanged) + of(OUTCOME_CODE.repeated),
      rejected: of(OUTCOME_CODE.rejected),
      waiting: of(OUTCOME_CODE.waiting),
      issues: this.#issues,
    };
  }
}

/** What a verdict of the register means to the sender. Verdict numbers: store/intake PROBE_VERDICTS. */
function registerFindings(verdict: number, others: number): LaterFinding[] {
  switch (verdict) {
    case 3:
      return [{ kind: 'key-held', variant: 'other-day', value: '' }];
    case 4:
      return [{ kind: 'key-of-other-unit', value: '' }];
    case 5:
      return [{ kind: 'key-held', variant: 'withdrawn', value: '' }];
    default:
      return others > 0 ? [{ kind: 'same-number', value: String(others), expected: String(others) }] : [];
  }
}

/** Ids of the records that rows are about: a further decision under a number already used has another than its key says. */
function idsInRegister(
  keys: ChunkKeys,
  probes: readonly { readonly position: number; readonly target: string | null }[],
): Uint8Array {
  const further = probes.filter(({ target }) => target !== null);
  if (further.length === 0) return keys.ids;
  const ids = Buffer.from(keys.ids);
  for (const { position, target } of further) ids.write((target ?? '').replaceAll('-', ''), position * 16, 16, 'hex');
  return ids;
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  // A copy of its own: a Buffer's slice shares its memory, which begins anywhere.
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

function uuidText(hex: string): string {
  return hex.includes('-')
    ? hex
    : `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
