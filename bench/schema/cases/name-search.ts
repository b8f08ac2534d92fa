/** Case 6: finding a name by one, two or four characters among a million. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { subjectName, subjectNameParts } from '../data.ts';
import { copyFile, megabytes, run, value } from '../database.ts';
import type { Bench } from '../bench.ts';

const TERMS_EACH = 30;
const LIMIT = 20;

interface Way {
  readonly name: string;
  readonly table: string;
  readonly index: string;
  /** The condition for a search term, with its parameters. */
  readonly condition: (term: string) => readonly [string, readonly unknown[]];
}

const WAYS: readonly Way[] = [
  {
    name: 'pg_trgm GIN',
    table: 'name_plain',
    index: 'create index name_trgm on name_plain using gin (name gin_trgm_ops)',
    condition: (term) => ['name like $1', [`%${term}%`]],
  },
  {
    name: 'bigram array GIN',
    table: 'name_gram',
    index: 'create index name_gin on name_gram using gin (grams)',
    condition: byGrams,
  },
];

function byGrams(term: string): readonly [string, readonly unknown[]] {
  return [...term].length <= 2
    ? ['grams @> $1', [gramsOf(term, false)]]
    : ['grams @> $1 and name like $2', [gramsOf(term, false), `%${term}%`]];
}

/** Two characters each; stored names also get each character alone, so that one character can be looked for. */
function gramsOf(name: string, withSingles: boolean): string[] {
  const letters = [...name];
  const grams = letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
  return [...new Set(withSingles || letters.length === 1 ? [...grams, ...letters] : grams)];
}

/** Both ways side by side. */
export async function nameSearch(bench: Bench): Promise<void> {
  const { session, report, inputs } = bench;
  await run(session, 'create extension if not exists pg_trgm');
  report.fact('trigramsOfChinese', await value(session, `select show_trgm('中文公司')::text`));
  await fillNames(bench);
  for (const way of WAYS) {
    await report.measure({
      case: 'names-index',
      variant: `build ${way.name}`,
      rows: inputs.rows,
      isWriting: false,
      before: () => run(session, 'drop index if exists name_trgm, name_gin', 'checkpoint'),
      run: () => run(session, way.index),
      after: async () => ({ megabytes: await megabytes(session, way.name.startsWith('pg') ? 'name_trgm' : 'name_gin') }),
    });
    await run(session, `vacuum analyze ${way.table}`);
    for (const length of [1, 2, 4]) await search(bench, way, length);
  }
  await run(session, 'drop table name_plain, name_gram');
}

async function fillNames({ session, inputs }: Bench): Promise<void> {
  const path = join(dirname(inputs.path('raw.csv')), 'names.copy');
  const out = createWriteStream(path);
  for (let from = 0; from < inputs.rows; from += 5_000) {
    let block = '';
    for (let at = from; at < Math.min(from + 5_000, inputs.rows); at += 1) {
      const name = subjectName(at);
      block += `${at}\t${name}\t{${gramsOf(name, true).join(',')}}\n`;
    }
    if (!out.write(block)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  await run(
    session,
    'drop table if exists name_plain, name_gram',
    'create table name_gram (id integer primary key, name text not null, grams text[] not null)',
  );
  await copyFile(session, path, 'name_gram', 'format text');
  await run(
    session,
    'create table name_plain as select id, name from name_gram',
    'vacuum analyze name_gram',
    'vacuum analyze name_plain',
  );
}

/** The first 20 hits, and all hits counted, for terms that stand in the names. */
async function search({ session, report, inputs }: Bench, way: Way, length: number): Promise<void> {
  // People type the part that tells firms apart, not the place before it.
  const terms = Array.from({ length: TERMS_EACH }, (_, at) =>
    [...subjectNameParts((at * 7_919) % inputs.rows)[1]].slice(0, length).join(''),
  );
  for (const [kind, select] of [
    [`first ${LIMIT}`, (condition: string) => `select id, name from ${way.table} where ${condition} limit ${LIMIT}`],
    ['count', (condition: string) => `select count(*) from ${way.table} where ${condition}`],
  ] as const) {
    const times: number[] = [];
    await report.measure({
      case: 'names-search',
      variant: `${way.name}, ${length} characters, ${kind} (${TERMS_EACH} terms, place left out)`,
      rows: TERMS_EACH,
      isWriting: false,
      run: async () => {
        times.length = 0;
        for (const term of terms) {
          const [condition, parameters] = way.condition(term);
          const start = performance.now();
          await session.query(select(condition), [...parameters]);
          times.push(performance.now() - start);
        }
      },
      after: async () => {
        const sorted = times.toSorted((a, b) => a - b);
        return Promise.resolve({
          note: `median ${(sorted[TERMS_EACH >> 1] ?? 0).toFixed(2)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`,
        });
      },
    });
  }
}
