/** Case 4: asking which rows are new or changed, before any row is copied. */
import { decisionRange } from '../data.ts';
import { copyFile, createRecordTable, fillFromStage, run, value } from '../database.ts';
import type { Bench } from '../bench.ts';
import type { Session } from '../database.ts';

const CHUNK_ROWS = 20_000;
const UUID_OID = 2950;
const NESTED_LOOPS = [
  'set enable_hashjoin = off',
  'set enable_mergejoin = off',
  'set enable_seqscan = off',
  'set enable_bitmapscan = off',
];
const DEFAULTS = [
  'reset enable_hashjoin',
  'reset enable_mergejoin',
  'reset enable_seqscan',
  'reset enable_bitmapscan',
  'reset work_mem',
];

const BY_ID = `select k.ord::integer, r.record_id from unnest($1::uuid[], $2::uuid[]) with ordinality k (id, hash, ord)
  left join credit_record r on r.record_id = k.id where r.content_hash is distinct from k.hash`;

/** New rows also ask for other subjects of the same decision: a second descent into the key. */
const BY_ID_THEN_RANGE = `select k.ord::integer, case when r.record_id is null then (
    select count(*) from credit_record o where o.record_id >= k.low and o.record_id <= k.high) end as others
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) with ordinality k (id, hash, low, high, ord)
  left join credit_record r on r.record_id = k.id where r.content_hash is distinct from k.hash`;

/** One descent for both questions: every record of the decision, and this one among them. */
const BY_RANGE = `select k.ord::integer, f.others from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) with ordinality k (id, hash, low, high, ord)
  cross join lateral (select count(*) filter (where o.record_id <> k.id) as others, bool_or(o.record_id = k.id and o.content_hash = k.hash) as same
    from credit_record o where o.record_id >= k.low and o.record_id <= k.high) f
  where f.same is not true`;

/** The same question, asked so that an index that covers the hash answers it without the table. */
const BY_COVERING_KEY = `select k.ord::integer, r.content_hash is not null as is_held from unnest($1::uuid[], $2::uuid[]) with ordinality k (id, hash, ord)
  left join credit_record r on r.record_id = k.id where r.content_hash is distinct from k.hash`;

/** One way to ask. */
interface Ask {
  readonly name: string;
  readonly sql: string;
  readonly chunks: readonly Chunk[];
  readonly settings: readonly string[];
}

/** Keys of one chunk, as parameters of a query. */
type Chunk = readonly (string | Buffer)[];

/** Runs every probe against a table of one and of four times the rows. */
export async function probes(bench: Bench): Promise<void> {
  const { session, inputs } = bench;
  const known = shuffled(inputs.ids.map((id, at) => [id, inputs.hashes[at] ?? ''] as const));
  const fresh = inputs.ids.map((id, at) => [`${flipped(id)}${id.slice(8)}`, inputs.hashes[at] ?? ''] as const);
  await createRecordTable(session, 2);
  await run(session, 'insert into credit_record select * from stage_slim order by record_id');
  for (const times of [1, 4]) {
    if (times > 1) await fillFromStage(session, 1, times);
    const held = `${Math.round((inputs.rows * times) / 1_000)}k held`;
    await rebuildKey(session, '');
    await chunkProbes(bench, held, plainAsks(known, fresh));
    await wholeProbes(bench, held);
    await rebuildKey(session, 'include (content_hash)');
    await chunkProbes(bench, `key covers hash, ${held}`, coveringAsks(known, fresh));
    await wholeProbes(bench, `key covers hash, ${held}`);
  }
  await run(session, 'drop table credit_record');
}

async function rebuildKey(session: Session, covering: string): Promise<void> {
  await run(
    session,
    'alter table credit_record drop constraint credit_record_pkey',
    `alter table credit_record add primary key (record_id, subject_key) ${covering}`,
    'vacuum analyze credit_record',
    'checkpoint',
  );
}

type Keys = readonly (readonly [string, string])[];

function plainAsks(known: Keys, fresh: Keys): Ask[] {
  const ranges = chunksOf(fresh, withRanges);
  return [
    { name: 'unchanged, text arrays, planner as it is', sql: BY_ID, chunks: chunksOf(known, asText), settings: DEFAULTS },
    { name: 'unchanged, text arrays', sql: BY_ID, chunks: chunksOf(known, asText), settings: NESTED_LOOPS },
    { name: 'unchanged, binary arrays', sql: BY_ID, chunks: chunksOf(known, asBinary), settings: NESTED_LOOPS },
    {
      name: 'unchanged, binary arrays, sorted in the chunk',
      sql: BY_ID,
      chunks: chunksOf(known, sortedBinary),
      settings: NESTED_LOOPS,
    },
    { name: 'unchanged, by decision range', sql: BY_RANGE, chunks: chunksOf(known, withRanges), settings: NESTED_LOOPS },
    { name: 'new, binary arrays', sql: BY_ID, chunks: chunksOf(fresh, asBinary), settings: NESTED_LOOPS },
    { name: 'new, by decision range, bitmap scans allowed', sql: BY_RANGE, chunks: ranges, settings: NESTED_LOOPS.slice(0, 3) },
    {
      name: 'unchanged, by decision range, bitmap scans allowed',
      sql: BY_RANGE,
      chunks: chunksOf(known, withRanges),
      settings: NESTED_LOOPS.slice(0, 3),
    },
    { name: 'new, by id then decision range', sql: BY_ID_THEN_RANGE, chunks: ranges, settings: NESTED_LOOPS },
    { name: 'new, by decision range', sql: BY_RANGE, chunks: ranges, settings: NESTED_LOOPS },
  ];
}

function coveringAsks(known: Keys, fresh: Keys): Ask[] {
  return [
    { name: 'unchanged, binary arrays', sql: BY_COVERING_KEY, chunks: chunksOf(known, asBinary), settings: NESTED_LOOPS },
    {
      name: 'unchanged, binary arrays, sorted in the chunk',
      sql: BY_COVERING_KEY,
      chunks: chunksOf(known, sortedBinary),
      settings: NESTED_LOOPS,
    },
    { name: 'unchanged, by decision range', sql: BY_RANGE, chunks: chunksOf(known, withRanges), settings: NESTED_LOOPS },
    { name: 'new, binary arrays', sql: BY_COVERING_KEY, chunks: chunksOf(fresh, asBinary), settings: NESTED_LOOPS },
    { name: 'new, by decision range', sql: BY_RANGE, chunks: chunksOf(fresh, withRanges), settings: NESTED_LOOPS },
  ];
}

async function chunkProbes({ session, inputs, report }: Bench, held: string, asks: readonly Ask[]): Promise<void> {
  for (const ask of asks) {
    let found = 0;
    await report.measure({
      case: 'probe-chunk',
      variant: `${ask.name}, ${held}`,
      rows: inputs.rows,
      before: () => run(session, ...DEFAULTS, ...ask.settings),
      run: async () => {
        found = 0;
        for (const chunk of ask.chunks) found += (await session.query(ask.sql, [...chunk])).rows.length;
      },
      after: async () => ({ note: `${found} returned; ${await planOf(session, ask)}` }),
    });
  }
  await run(session, ...DEFAULTS);
}

async function planOf(session: Session, ask: Ask): Promise<string> {
  const { rows } = await session.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${ask.sql}`, [...(ask.chunks[0] ?? [])]);
  return rows
    .map((row) => row['QUERY PLAN'].replace('->', '').trim())
    .filter((line) => /Join|Loop|Scan/.test(line) && !line.includes('Function'))
    .join(' / ')
    .slice(0, 160);
}

/** All keys copied first, then one anti-join. */
async function wholeProbes({ session, inputs, report }: Bench, held: string): Promise<void> {
  const create = [
    'drop table if exists stage_key',
    'create unlogged table stage_key (id uuid not null, hash uuid not null, row_no integer not null)',
    'checkpoint',
  ];
  for (const [variant, file, format] of [
    ['keys by COPY, text', 'keys.copy', 'format text'],
    ['keys by COPY, binary', 'keys.bin', 'format binary'],
  ] as const) {
    await report.measure({
      case: 'probe-whole',
      variant: `${variant}, ${held}`,
      rows: inputs.rows,
      before: () => run(session, ...create),
      run: () => copyFile(session, inputs.path(file), 'stage_key', format),
    });
  }
  const analyse = await report.measure({
    case: 'probe-whole',
    variant: `analyze of the keys, ${held}`,
    rows: inputs.rows,
    run: () => run(session, 'analyze stage_key'),
  });
  if (analyse.seconds > 5) console.log('analyze is slow here');
  const sql =
    'select k.row_no from stage_key k left join credit_record r on r.record_id = k.id where r.content_hash is distinct from k.hash';
  const joins: readonly [string, readonly string[]][] = [
    ['join as planned, work_mem 64MB', ["set work_mem = '64MB'"]],
    ['hash join, work_mem 512MB', ["set work_mem = '512MB'", 'set enable_mergejoin = off', 'set enable_nestloop = off']],
    ['merge join, work_mem 512MB', ["set work_mem = '512MB'", 'set enable_hashjoin = off', 'set enable_nestloop = off']],
    ['index probes', NESTED_LOOPS],
  ];
  for (const [variant, settings] of joins) {
    await report.measure({
      case: 'probe-whole',
      variant: `${variant}, ${held}`,
      rows: inputs.rows,
      before: () => run(session, ...DEFAULTS, 'reset enable_nestloop', ...settings),
      run: async () => {
        await session.query(sql);
      },
      after: async () => ({ note: (await value(session, `explain (costs off) ${sql}`)).trim() }),
    });
  }
  await run(session, ...DEFAULTS, 'reset enable_nestloop', 'drop table stage_key');
}

function chunksOf(keys: Keys, encode: (part: Keys) => Chunk): Chunk[] {
  return Array.from({ length: Math.ceil(keys.length / CHUNK_ROWS) }, (_, at) =>
    encode(keys.slice(at * CHUNK_ROWS, (at + 1) * CHUNK_ROWS)),
  );
}

/** As array literals; the driver's own array writer is slower than joining. */
function asText(part: Keys): Chunk {
  return [`{${part.map(([id]) => id).join(',')}}`, `{${part.map(([, hash]) => hash).join(',')}}`];
}

/** As the server's own array format, which it need not parse. */
function asBinary(part: Keys): Chunk {
  return [binaryUuids(part.map(([id]) => id)), binaryUuids(part.map(([, hash]) => hash))];
}

function sortedBinary(part: Keys): Chunk {
  return asBinary(part.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function withRanges(part: Keys): Chunk {
  const ranges = part.map(([id]) => decisionRange(id));
  return [...asBinary(part), binaryUuids(ranges.map(([low]) => low)), binaryUuids(ranges.map(([, high]) => high))];
}

function binaryUuids(uuids: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(20 + uuids.length * 20);
  [1, 0, UUID_OID, uuids.length, 1].forEach((word, at) => bytes.writeInt32BE(word, at * 4));
  uuids.forEach((uuid, at) => {
    bytes.writeInt32BE(16, 20 + at * 20);
    bytes.write(uuid.replaceAll('-', ''), 24 + at * 20, 'hex');
  });
  return bytes;
}

/** Another first half of the same spread: an id that is not held. */
function flipped(id: string): string {
  return (Number.parseInt(id.slice(0, 8), 16) ^ 0x5a5a5a5a).toString(16).replace('-', '').padStart(8, '0').slice(-8);
}

function shuffled<T>(values: readonly T[]): T[] {
  const result = [...values];
  let state = 1;
  for (let at = result.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    const kept = result[at];
    result[at] = result[other] as T;
    result[other] = kept as T;
  }
  return result;
}
