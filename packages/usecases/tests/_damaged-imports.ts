/** Damaged files through the whole engine: after each, the register holds all of it that its receipt says, or nothing. */
import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt } from '@xincheng/contract/api';
import type { Result } from '@xincheng/core/result';
import { ok } from '@xincheng/core/result';
import { columnsOf, processBatch, receiveBatch, submitBatch } from '@xincheng/usecases/intake';
import type { Submission, SubmitProblem } from '@xincheng/usecases/intake';
import { fileSource, openSource, READ_CODES } from '@xincheng/usecases/reading';
import { datasetOf } from '@xincheng/usecases/platform';
import { actAt } from '@xincheng/testkit/platform';
import { stringify } from 'csv-stringify/sync';
import { Desk, openDesk } from './_intake.ts';
import type { RowSpec } from './_intake.ts';
import { mutated, randomFrom } from './_mutations.ts';
import { partsOf, textRows } from './_workbooks.ts';

const AT = '2021-05-07T10:00';
const DATASETS = [
  { dataset: 'licence', letters: '审许' },
  { dataset: 'penalty', letters: '审罚' },
] as const;
/** Held before the first damaged file; numbers behind them are new. */
const HELD = 5;
/** So few that one small file is merged in several steps. */
const SEGMENT_ROWS = 4;
/** So few that it is read in several steps, where it is not read as it is outside tests. */
const CHUNK_BYTES = 900;
/** So many files on one register; then it is emptied, for looking at all of it takes longer the more there is. */
const FILES_A_REGISTER = 250;

/** What became of the files, and of the rows of those that were read. */
export interface ImportTally {
  refused: number;
  repeats: number;
  read: number;
  readonly rows: Record<Outcome, number>;
}

const OUTCOMES = ['accepted', 'changed', 'unchanged', 'rejected', 'waiting'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** A desk whose imports take several steps. */
export async function openDamagedDesk(): Promise<Desk> {
  const { platform, folder } = await openDesk();
  return new Desk({ ...platform, segmentRows: SEGMENT_ROWS }, folder);
}

/** Sends so many damaged files one after another; what fails names its seed. */
export async function importManyDamaged(desk: Desk, seed: number, count: number): Promise<ImportTally> {
  const rows = { accepted: 0, changed: 0, unchanged: 0, rejected: 0, waiting: 0 };
  const tally: ImportTally = { refused: 0, repeats: 0, read: 0, rows };
  let before: Stored = new Map();
  for (let index = 0; index < count; index += 1) {
    if (index % FILES_A_REGISTER === 0) {
      await fillRegister(desk);
      before = await storedIn(desk);
    }
    try {
      before = await importDamaged(desk, seed + index, before, tally);
    } catch (thrown) {
      throw new Error(
        `damaged import of seed ${String(seed + index)}, number ${String(index)} of a run from ${String(seed)}: ${String(thrown)}`,
        {
          cause: thrown,
        },
      );
    }
  }
  return tally;
}

async function fillRegister(desk: Desk): Promise<void> {
  await desk.empty();
  for (const { dataset, letters } of DATASETS) {
    const rows = Array.from({ length: HELD }, (_, no) => numbered(letters, no + 1));
    const { batch } = await desk.send({ dataset, rows, at: '2021-05-06T10:00' });
    if (batch.accepted !== HELD) throw new Error(`the register of ${dataset} was not filled`);
  }
}

function numbered(
  letters: string,
  no: number,
  set: Readonly<Record<string, string>> = {},
  kind: RowSpec['kind'] = 'legal',
): RowSpec {
  return { kind, set: { number: `济历城${letters}〔2021〕${String(no)}号`, ...set } };
}

/** Rows of every fate, no two files alike; `tag` cannot become another file's by a little damage. */
function soundRows(letters: string, seed: number, tag: string): RowSpec[] {
  const fresh = (offset: number, set = {}, kind: RowSpec['kind'] = 'legal'): RowSpec =>
    numbered(letters, (seed % 1_000_000) * 10 + HELD + 1 + offset, set, kind);
  return [
    fresh(0),
    numbered(letters, 1),
    numbered(letters, 2, { remark: tag }),
    fresh(1, { remark: '备注，"引号"\n第二行' }),
    fresh(2, {}, 'soleTrader'),
    numbered(letters, 3, { remark: `更正 ${tag}` }),
    fresh(3, {}, 'natural'),
    numbered(letters, 4, { decidedOn: '2021/04/27', remark: tag }),
    fresh(4, { authorityUscc: '11370112009000015M' }),
    fresh(0),
    fresh(5),
    fresh(6),
    // Contradicts a row far above, which is in the register by then and must be taken out again.
    fresh(1, { remark: '另一内容' }),
  ];
}

async function importDamaged(desk: Desk, seed: number, before: Stored, tally: ImportTally): Promise<Stored> {
  const random = randomFrom(seed);
  const { dataset, letters } = DATASETS[random(DATASETS.length)] ?? DATASETS[0];
  const unit = desk.owner(dataset);
  const tag = createHash('sha256').update(String(seed)).digest('hex').slice(0, 16);
  const header = datasetOf(desk.platform, dataset).dataset.fields.map(({ definition }) => definition.name.zh);
  const lines = [header, ...soundRows(letters, seed, tag).map((row) => desk.cells(dataset, unit, row))];
  const sound = { csv: Buffer.from(stringify(lines)), parts: partsOf({ sheets: [{ rows: textRows(lines) }] }) };
  const path = join(desk.folder, 'damaged');
  await writeFile(path, mutated(random, sound));
  const sent: Submission = { unitId: unit, dataset, path, fileName: '报送', source: 'file', idempotencyKey: null };
  const answer = random(2) === 0 ? await submitBatch(desk.platform, actAt(AT, [unit]), sent) : await submitInPieces(desk, sent);
  const after = await storedIn(desk);
  await assertNothingOpen(desk);
  if (!answer.ok) {
    if (!READ_CODES.some((code) => code === answer.error.code)) throw new Error(`refused as ${answer.error.code}`);
    assertSame(before, after);
    tally.refused += 1;
  } else if (answer.value.isRepeat) {
    assertSame(before, after);
    tally.repeats += 1;
  } else {
    await assertWhole(desk, answer.value, before, after);
    tally.read += 1;
    for (const outcome of OUTCOMES) tally.rows[outcome] += answer.value[outcome];
    // Looking at the marked file was noted.
    return storedIn(desk);
  }
  return after;
}

/** What `submitBatch` does, with a file cut into small chunks. */
async function submitInPieces(
  { platform }: Desk,
  sent: Submission,
): Promise<Result<Receipt | { readonly isRepeat: true }, SubmitProblem>> {
  const context = actAt(AT, [sent.unitId]);
  const received = await receiveBatch(platform, context, sent);
  if (!received.ok) return received;
  const { batch, isRepeat } = received.value;
  if (isRepeat) return ok({ isRepeat });
  const file = await fileSource(sent.path);
  if (!file.ok) return file;
  const columns = columnsOf(datasetOf(platform, sent.dataset).dataset);
  const source = await openSource(file.value, columns, { chunkBytes: CHUNK_BYTES });
  if (!source.ok) throw new Error(`received, and then refused as ${source.error.code}`);
  return ok(await processBatch(platform, context, batch, source.value));
}

/** Of each table how many rows it has and which transaction wrote last; of the folder of kept files, what is in it. */
type Stored = ReadonlyMap<string, string>;

async function storedIn(desk: Desk): Promise<Stored> {
  const tables = await desk.rows<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relnamespace = 'xincheng'::regnamespace and relkind = 'r' order by 1",
  );
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::text as rows, coalesce(max(xmin::text::bigint), 0)::text as written from ${name}`,
  );
  const counts = await desk.rows<{ name: string; rows: string; written: string }>(each.join(' union all '));
  const kept = await readdir(desk.platform.home.files);
  return new Map([
    ...counts.map(({ name, rows, written }) => [name, `${rows} rows, last written by ${written}`] as const),
    ['kept files', kept.toSorted().join()],
  ]);
}

function rowsIn(stored: Stored, table: string): number {
  return Number.parseInt(stored.get(table) ?? '', 10);
}

function assertSame(before: Stored, after: Stored): void {
  for (const [name, was] of before)
    if (after.get(name) !== was)
      throw new Error(`${name}: ${was} before a file that wrote nothing, ${String(after.get(name))} after it`);
}

async function assertNothingOpen(desk: Desk): Promise<void> {
  const open = await desk.rows<{ what: string }>(
    `select relname as what from pg_class where relnamespace = 'stage'::regnamespace
     union all select 'batch ' || id from intake_batch where state = 'received'
     union all select 'blind of ' || record_id from credit_record_blind b where not exists (select from credit_record r where r.record_id = b.record_id)`,
  );
  if (open.length > 0) throw new Error(`left behind: ${open.map(({ what }) => what).join()}`);
}

/** What the tables hold of a batch. */
const OF_BATCH = `select
  (select count(*)::integer from credit_record where batch_id = $1 and version = 1) as accepted,
  (select count(*)::integer from credit_record where batch_id = $1 and version > 1) as changed,
  (select count(*)::integer from intake_waiting where batch_id = $1 and state = 'waiting') as waiting,
  (select count(distinct row_no)::integer from intake_issue where batch_id = $1 and severity = 'error') as rejected,
  (select count(*)::integer from intake_issue where batch_id = $1) as issues`;

async function assertWhole(desk: Desk, receipt: Receipt, before: Stored, after: Stored): Promise<void> {
  const { accepted, changed, unchanged, rejected, waiting, rows, issues } = receipt;
  if (receipt.state !== 'done') throw new Error(`the batch is ${receipt.state}: ${receipt.refusal?.code ?? ''}`);
  if (accepted + changed + unchanged + rejected + waiting !== rows)
    throw new Error(`the receipt does not add up: ${shown(receipt)}`);
  const [held] = await desk.rows<Record<string, number>>(OF_BATCH, [receipt.batch]);
  const said = { accepted, changed, waiting, rejected, issues };
  if (shown(held) !== shown(said)) throw new Error(`the receipt says ${shown(said)}, the tables ${shown(held)}`);
  const added = {
    intake_batch: 1,
    credit_record: accepted,
    credit_record_version: changed,
    intake_waiting: waiting,
    intake_issue: issues,
    // received, and merged
    audit_event: 2,
  };
  for (const [table, more] of Object.entries(added)) {
    const grown = rowsIn(after, table) - rowsIn(before, table);
    if (grown !== more) throw new Error(`${table} has ${String(grown)} more rows, not ${String(more)}: ${shown(receipt)}`);
  }
  const { outcomes } = await desk.outcome(receipt.batch, receipt.unit);
  const of = (...labels: readonly string[]): number => outcomes.filter((outcome) => labels.includes(outcome)).length;
  const marked = {
    accepted: of('已入库'),
    changed: of('已更正'),
    unchanged: of('未变化', '重复行，已合并'),
    rejected: of('退回'),
    waiting: of('待确认'),
  };
  const told = { accepted, changed, unchanged, rejected, waiting };
  if (shown(marked) !== shown(told)) throw new Error(`the receipt says ${shown(told)}, the marked file ${shown(marked)}`);
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
