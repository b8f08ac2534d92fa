/** What the intake tests share: example rows as files, files through the real pipeline, and what is then in the register. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordView } from '@xincheng/contract/api';
import type { FieldRole, SubjectKind } from '@xincheng/core/standards';
import type { BatchRow, IssueRow, WaitingDecision } from '@xincheng/store/intake';
import {
  columnsOf,
  decideWaitingRow,
  markedResult,
  processBatch,
  readBatch,
  readIssues,
  receiveBatch,
} from '@xincheng/usecases/intake';
import type { Received } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { fileSource, openSource } from '@xincheng/usecases/reading';
import type { OpenedSource } from '@xincheng/usecases/reading';
import { readRecords } from '@xincheng/usecases/records';
import { actAt, testPlatform } from '@xincheng/testkit/platform';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** The header of the column that names a replaced record. */
export const REPLACES = '替换记录编号';

/** Number of the first row behind the header. */
export const FIRST_ROW = 2;

/** One row: the dataset's first example of that kind with cells changed by role or field code. */
export interface RowSpec {
  readonly kind?: SubjectKind;
  readonly set?: Readonly<Record<string, string>>;
  /** Record it replaces. */
  readonly replaces?: string;
  /** Its 记录编号, as it stands in a marked result. */
  readonly recordId?: string;
}

/** One file to send. */
export interface Sending {
  readonly dataset: string;
  readonly rows: readonly RowSpec[];
  /** Shanghai time at which it arrives. */
  readonly at: string;
  /** When it is processed, if later. */
  readonly processedAt?: string;
  /** The unit whose examples these are, when absent. */
  readonly unit?: string;
  /** Makes many small chunks of a small file. */
  readonly chunkBytes?: number;
}

/** A file received and not yet processed. */
export interface Arrived extends Received {
  readonly path: string;
  readonly unit: string;
}

/** What became of it. */
export interface Sent {
  readonly batch: BatchRow;
  readonly isRepeat: boolean;
  readonly unit: string;
  /** In file order: what the marked result says of each row, and the record it became or waits to become. */
  readonly outcomes: readonly string[];
  readonly recordIds: readonly string[];
  readonly issues: readonly IssueRow[];
}

/** Tables that are filled when an installation is opened. */
const REFERENCE = [
  'dataset_definition',
  'indicator_due_day',
  'indicator_program',
  'installation_fact',
  'schema_migration',
  'unit',
];

/** A platform and a folder for files. */
export class Desk {
  readonly platform: Platform;
  readonly folder: string;
  #files = 0;

  constructor(platform: Platform, folder: string) {
    this.platform = platform;
    this.folder = folder;
  }

  /** Unit under whose name the dataset's examples stand. */
  owner(dataset: string): string {
    const { columns, dataset: compiled } = datasetOf(this.platform, dataset);
    const authority = compiled.definition.fields[columns.authorityUscc]?.code ?? '';
    const uscc = compiled.definition.examples[0]?.values[authority];
    return this.#unit((one) => one === uscc);
  }

  /** Some other unit. */
  other(dataset: string): string {
    const owner = this.platform.pack.units.get(this.owner(dataset))?.uscc;
    return this.#unit((one) => one !== owner);
  }

  #unit(isIt: (uscc: string) => boolean): string {
    const unit = [...this.platform.pack.units.values()].find(({ uscc }) => isIt(uscc));
    if (unit === undefined) throw new Error('no such unit');
    return unit.id;
  }

  /** Cells of a row in the order of the dataset's fields, sent by a unit. */
  cells(dataset: string, unit: string, { kind = 'legal', set = {} }: RowSpec): string[] {
    const { dataset: compiled } = datasetOf(this.platform, dataset);
    const codeOf = (name: string): string =>
      compiled.fields[compiled.roles.get(name as FieldRole) ?? -1]?.definition.code ?? name;
    const example = compiled.definition.examples.find((one) => one.kind === kind);
    const sender = this.platform.pack.units.get(unit);
    if (example === undefined || sender === undefined) throw new Error(`no example of ${kind} in ${dataset} for ${unit}`);
    const source = { [codeOf('sourceUscc')]: sender.uscc, [codeOf('sourceName')]: sender.name };
    const changed = Object.fromEntries(Object.entries(set).map(([name, value]) => [codeOf(name), value]));
    const values: Record<string, string> = { ...example.values, ...source, ...changed };
    return compiled.fields.map(({ definition }) => values[definition.code] ?? '');
  }

  /** Writes rows as a department's file. */
  async file(dataset: string, unit: string, rows: readonly RowSpec[]): Promise<string> {
    const { dataset: compiled } = datasetOf(this.platform, dataset);
    const isMarked = rows.some(({ recordId }) => recordId !== undefined);
    const header = [...compiled.fields.map(({ definition }) => definition.name.zh), REPLACES, ...(isMarked ? ['记录编号'] : [])];
    const lines = rows.map((row) => [
      ...this.cells(dataset, unit, row),
      row.replaces ?? '',
      ...(isMarked ? [row.recordId ?? ''] : []),
    ]);
    this.#files += 1;
    const path = join(this.folder, `${String(this.#files)}.csv`);
    await writeFile(path, stringify([header, ...lines]));
    return path;
  }

  /** Receives a file and stops there, as a process that dies would. */
  async receive({ dataset, rows, at, unit = this.owner(dataset) }: Sending, path?: string): Promise<Arrived> {
    const file = path ?? (await this.file(dataset, unit, rows));
    const received = await receiveBatch(this.platform, actAt(at, [unit]), {
      unitId: unit,
      dataset,
      path: file,
      fileName: '报送.csv',
      source: 'file',
      idempotencyKey: null,
    });
    if (!received.ok) throw new Error(received.error.message);
    return { ...received.value, path: file, unit };
  }

  /** Sends a file and waits for its end. */
  async send(sending: Sending, sentFile?: string): Promise<Sent> {
    const arrived = await this.receive(sending, sentFile);
    if (!arrived.isRepeat) await this.process(arrived, sending);
    const { batch, isRepeat, unit } = arrived;
    return { isRepeat, unit, ...(await this.outcome(batch.id, unit)) };
  }

  async process({ batch, source, path, unit }: Arrived, { dataset, at, processedAt, chunkBytes }: Sending): Promise<void> {
    if (source === null) throw new Error('nothing to process');
    const cut = chunkBytes === undefined ? source : await this.#cut(dataset, path, chunkBytes);
    await processBatch(this.platform, actAt(processedAt ?? at, [unit]), batch, cut);
  }

  async #cut(dataset: string, path: string, chunkBytes: number): Promise<OpenedSource> {
    const file = await fileSource(path);
    if (!file.ok) throw new Error(file.error.message);
    const source = await openSource(file.value, columnsOf(datasetOf(this.platform, dataset).dataset), { chunkBytes });
    if (!source.ok) throw new Error(source.error.message);
    return source.value;
  }

  /** The batch as it stands, with what its marked result and its issues say. */
  async outcome(batchId: string, unit: string): Promise<Pick<Sent, 'batch' | 'outcomes' | 'recordIds' | 'issues'>> {
    const context = actAt('2021-06-01T00:00', [unit]);
    const batch = await readBatch(this.platform, context, batchId);
    if (batch === null) throw new Error('no such batch');
    let csv = '';
    for await (const part of markedResult(this.platform, context, batch)) csv += part;
    const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
    const waiting = await this.rows<{ row: number; id: string }>(
      'select row_no as row, record_id as id from intake_waiting where batch_id = $1',
      [batchId],
    );
    const waitingIds = new Map(waiting.map(({ row, id }) => [row, id]));
    return {
      batch,
      outcomes: rows.map((row) => row['处理结果'] ?? ''),
      recordIds: rows.map((row, index) => waitingIds.get(index + FIRST_ROW) ?? row['记录编号'] ?? ''),
      issues: await readIssues(this.platform, context, batchId, { row: 0, ordinal: -1 }, 10_000),
    };
  }

  /** Decides the waiting row of a batch in the name of an officer; the code of what happened. */
  async decide(sent: Sent, row: number, as: WaitingDecision, at: string): Promise<string> {
    const waits = await this.rows<{ id: string }>('select id from intake_waiting where batch_id = $1 order by row_no', [
      sent.batch.id,
    ]);
    const result = await decideWaitingRow(this.platform, actAt(at, [sent.unit]), waits[row - 1]?.id ?? '', {
      as,
      name: '王核对',
      reason: '核对无误',
    });
    return result.ok ? 'done' : result.error.code;
  }

  /** Every record of a dataset that a unit sees. */
  async records(dataset: string, unit = this.owner(dataset)): Promise<readonly RecordView[]> {
    return readRecords(this.platform, actAt('2021-06-01T00:00', [unit]), {
      dataset,
      unitId: null,
      subjectKey: null,
      parentId: null,
      decidedFrom: null,
      decidedTo: null,
      after: null,
      limit: 500,
    });
  }

  /** Looks past every policy, as the database's owner. */
  async rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    return (await this.platform.database.owner.query<T>(sql, [...values])).rows;
  }

  /** Every row of every table in its present version; but for the audit of looks, for this desk looks at what it sent. */
  async stored(): Promise<ReadonlySet<string>> {
    const tables = await this.rows<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relnamespace = 'xincheng'::regnamespace and relkind = 'r'",
    );
    const stored = new Set<string>();
    for (const { name } of tables) {
      const only = WITHOUT_LOOKS[name.replace('xincheng.', '')] ?? '';
      for (const { at } of await this.rows<{ at: string }>(`select ctid::text || ' ' || xmin as at from ${name} ${only}`))
        stored.add(`${name} ${at}`);
    }
    return stored;
  }

  /**
   * An empty register again, but for what opening an installation brings; what was kept on disk stays. Only tables that hold anything are
   * emptied: all of them together take seconds.
   */
  async empty(): Promise<void> {
    const tables = await this.rows<{ name: string }>(
      `select oid::regclass::text as name from pg_class
       where relnamespace = 'xincheng'::regnamespace and relkind = 'r' and relname <> all ($1)`,
      [REFERENCE],
    );
    const any = tables.map(({ name }) => `(select '${name}' as name from ${name} limit 1)`).join(' union all ');
    const filled = await this.rows<{ name: string }>(any);
    if (filled.length > 0) await this.rows(`truncate ${filled.map(({ name }) => name).join(', ')} cascade`);
  }

  async close(): Promise<void> {
    await this.platform.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const LOOKS = "('batch.result', 'record.look')";
const WITHOUT_LOOKS: Readonly<Record<string, string>> = {
  audit_event: `where act not in ${LOOKS}`,
  audit_unsealed: `where event_id not in (select id from xincheng.audit_event where act in ${LOOKS})`,
};

/** Opens one; close it in `afterAll`. */
export async function openDesk(standardsDir?: string): Promise<Desk> {
  const platform = await testPlatform(standardsDir);
  return new Desk(platform, await mkdtemp(join(tmpdir(), 'xincheng-desk-')));
}

/** Codes of issues, each once, in row order. */
export function codesOf(issues: readonly IssueRow[]): string[] {
  return [...new Set(issues.map(({ code }) => code))];
}
