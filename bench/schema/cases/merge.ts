/** Case 3: the stage into the table of records. */
import { fillStage } from './copy.ts';
import { connect, createRecordTable, fillFromStage, megabytes, run, SECONDARY_INDEXES } from '../database.ts';
import type { Bench } from '../bench.ts';
import type { Session } from '../database.ts';

const CHUNK_ROWS = 20_000;
const HELD_ROUNDS = 3;

interface Variant {
  readonly name: string;
  readonly merge: (session: Session, rows: number) => Promise<void>;
}

const VARIANTS: readonly Variant[] = [
  { name: 'a unsorted', merge: (session) => whole(session, '64MB', '') },
  { name: 'b sorted, work_mem 64MB', merge: (session) => whole(session, '64MB', 'order by record_id') },
  { name: 'b sorted, work_mem 512MB', merge: (session) => whole(session, '512MB', 'order by record_id') },
  { name: 'c sorted in chunks of 20k', merge: chunked },
];

async function whole(session: Session, workMem: string, order: string): Promise<void> {
  await run(
    session,
    'begin',
    `set local work_mem = '${workMem}'`,
    `insert into credit_record select * from stage_slim ${order}`,
    'commit',
  );
}

async function chunked(session: Session, rows: number): Promise<void> {
  await run(session, 'begin');
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    await session.query(
      `insert into credit_record select * from stage_slim where row_no > ${from} and row_no <= ${from + CHUNK_ROWS} order by record_id`,
    );
  }
  await run(session, 'commit');
}

/** Into an empty table, with none, one and two secondary indexes. */
export async function mergeIntoEmpty({ session, inputs, report }: Bench): Promise<void> {
  for (const indexes of [0, 1, 2]) {
    for (const variant of VARIANTS) {
      await report.measure({
        case: 'merge-empty',
        variant: `${variant.name}, ${indexes} secondary`,
        rows: inputs.rows,
        before: async () => {
          await createRecordTable(session, indexes);
          await run(session, 'checkpoint');
        },
        run: () => variant.merge(session, inputs.rows),
        after: async () => ({ megabytes: await megabytes(session, 'credit_record') }),
      });
    }
  }
  await run(session, 'drop table credit_record');
}

/** Two secondary indexes, with changes to the columns and the key that may make them cheaper or dearer. */
export async function mergeShapes({ session, inputs, report }: Bench): Promise<void> {
  const inC = ['dataset', 'unit_id', 'authority_uscc', 'number', 'state']
    .map((column) => `alter column ${column} type text collate "C"`)
    .join(', ');
  const covering = [
    'alter table credit_record drop constraint credit_record_pkey',
    'alter table credit_record add primary key (record_id, subject_key) include (content_hash)',
  ];
  const shapes: readonly (readonly [string, readonly string[]])[] = [
    ['as it is', []],
    ['codes collate "C"', [`alter table credit_record ${inC}`]],
    ['codes collate "C", key covers content_hash', [`alter table credit_record ${inC}`, ...covering]],
  ];
  for (const [variant, changes] of shapes) {
    await report.measure({
      case: 'merge-shape',
      variant: `${variant}; b sorted, 2 secondary`,
      rows: inputs.rows,
      before: async () => {
        await createRecordTable(session, 2);
        await run(session, ...changes, 'checkpoint');
      },
      run: () => whole(session, '64MB', 'order by record_id'),
      after: async () => ({ megabytes: await megabytes(session, 'credit_record') }),
    });
  }
  await run(session, 'drop table credit_record');
}

/** Into a table that holds three times as many rows; each run begins with the same copy of the files. */
export async function mergeIntoFilled(bench: Bench): Promise<void> {
  for (const indexes of [0, 1, 2]) {
    await bench.session.query('drop database if exists held');
    await bench.session.query('create database held');
    await prepareHeld(bench, indexes);
    for (const variant of VARIANTS.filter(({ name }) => !name.includes('512MB'))) await measureFilled(bench, indexes, variant);
  }
  await run(bench.session, 'drop database if exists held', 'drop database if exists held_copy');
}

async function prepareHeld(bench: Bench, indexes: number): Promise<void> {
  const held = await connect(bench.ownerUrl, 'held');
  await fillStage({ ...bench, session: held });
  await createRecordTable(held, 0);
  await fillFromStage(held, 0, HELD_ROUNDS);
  await run(
    held,
    ...SECONDARY_INDEXES.slice(0, indexes),
    'vacuum analyze credit_record',
    'create extension pg_prewarm',
    'checkpoint',
  );
  await held.end();
}

async function measureFilled({ session, ownerUrl, inputs, report }: Bench, indexes: number, variant: Variant): Promise<void> {
  let copy: Session | null = null;
  await report.measure({
    case: 'merge-filled',
    variant: `${variant.name}, ${indexes} secondary, ${HELD_ROUNDS} times as many held`,
    rows: inputs.rows,
    before: async () => {
      await run(
        session,
        'drop database if exists held_copy',
        'create database held_copy template held strategy file_copy',
        'checkpoint',
      );
      copy = await connect(ownerUrl, 'held_copy');
      await copy.query("select pg_prewarm(indexrelid::regclass) from pg_index where indrelid = 'credit_record'::regclass");
    },
    session: () => opened(copy),
    run: async () => variant.merge(opened(copy), inputs.rows),
    after: async () => {
      const size = await megabytes(opened(copy), 'credit_record');
      await copy?.end();
      return { megabytes: size };
    },
  });
}

function opened(session: Session | null): Session {
  if (session === null) throw new Error('no session');
  return session;
}

/** The example not to follow: four indexes, upsert, rows as they come. */
export async function naiveUpsert({ session, inputs, report }: Bench): Promise<void> {
  const rows = Math.min(200_000, inputs.rows);
  const filled = async (): Promise<void> => {
    await createRecordTable(session, 2);
    await run(
      session,
      'create index on credit_record (subject_name)',
      'create unique index on credit_record (dataset, authority_uscc, number, subject_key)',
      'checkpoint',
    );
  };
  const upsert = async (): Promise<void> => {
    await session.query(`insert into credit_record select * from stage_slim where row_no <= ${rows}
      on conflict (record_id, subject_key) do update set payload = excluded.payload, content_hash = excluded.content_hash, version = credit_record.version + 1`);
  };
  await report.measure({ case: 'naive-upsert', variant: 'new rows, four secondary indexes', rows, before: filled, run: upsert });
  await report.measure({
    case: 'naive-upsert',
    variant: 'the same rows again',
    rows,
    before: () => run(session, 'checkpoint'),
    run: upsert,
  });
  await run(session, 'drop table credit_record');
}
