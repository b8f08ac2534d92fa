/** Imports so large that their first rows are merged while the last are still being read: nothing of that may be seen from outside. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { usccFrom } from '@xincheng/core/subjects';
import { columnsOf, processBatch } from '@xincheng/usecases/intake';
import { datasetOf } from '@xincheng/usecases/platform';
import { openSource } from '@xincheng/usecases/reading';
import { actAt } from '@xincheng/testkit/platform';
import { codesOf, Desk, openDesk } from './_intake.ts';
import type { RowSpec } from './_intake.ts';

const AT = '2021-05-08T23:50';
const LATER = '2021-05-09T09:00';
/** Small, so that a test's file has many segments. */
const SEGMENT_ROWS = 5;
/** Likewise its chunks. */
const CHUNK_BYTES = 500;

let desk: Desk;

beforeAll(async () => {
  const { platform, folder } = await openDesk();
  desk = new Desk({ ...platform, segmentRows: SEGMENT_ROWS }, folder);
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function licence(no: number, set: Readonly<Record<string, string>> = {}): RowSpec {
  return { set: { number: `济历城审许〔2021〕${String(no)}号`, ...set } };
}

function licences(count: number, from = 1): RowSpec[] {
  return Array.from({ length: count }, (_, index) => licence(from + index));
}

async function numbers(): Promise<string[]> {
  return (await desk.rows<{ number: string }>('select number from credit_record order by number')).map(({ number }) => number);
}

describe('a batch of many segments', () => {
  it('goes in whole: new, changed, unchanged and waiting rows, and no stage is left', async () => {
    await desk.send({ dataset: 'licence', rows: licences(12), at: AT, chunkBytes: CHUNK_BYTES });
    const rows = [
      ...licences(6),
      ...Array.from({ length: 6 }, (_, index) => licence(7 + index, { XK_NR: '预包装食品批发' })),
      ...licences(20, 100),
      licence(1, { decidedOn: '2021/04/24' }),
    ];
    const { batch, outcomes } = await desk.send({ dataset: 'licence', rows: rows.slice(1), at: LATER, chunkBytes: CHUNK_BYTES });
    expect(outcomes).toEqual([
      ...Array<string>(5).fill('未变化'),
      ...Array<string>(6).fill('已更正'),
      ...Array<string>(20).fill('已入库'),
      '待确认',
    ]);
    expect(batch).toMatchObject({ rows: 32, accepted: 20, changed: 6, unchanged: 5, waiting: 1 });
    expect((await numbers()).length).toBe(32);
    expect(await desk.rows('select record_id from credit_record_version')).toHaveLength(6);
    expect(await desk.rows("select 1 from pg_tables where schemaname = 'stage'")).toEqual([]);
  });

  it('leaves connections to the next import that act for nobody and hold nothing', async () => {
    await desk.send({ dataset: 'licence', rows: licences(12), at: AT, chunkBytes: CHUNK_BYTES });
    const { importer } = desk.platform.database;
    const idle = importer.idleCount;
    expect(idle).toBeGreaterThanOrEqual(4);
    const clients = await Promise.all(Array.from({ length: idle }, () => importer.connect()));
    for (const client of clients) {
      const { rows } = await client.query(
        `select coalesce(current_setting('app.scope', true), '') || coalesce(current_setting('app.units', true), '') as whose,
           (select count(*)::integer from pg_locks where pid = pg_backend_pid() and locktype = 'advisory') as held`,
      );
      expect(rows).toEqual([{ whose: '', held: 0 }]);
      client.release();
    }
  });

  it('of the base register makes a subject of every row, and the last that speaks of one says how it stands', async () => {
    const rows = Array.from({ length: 90 }, (_, n): RowSpec => {
      const code = usccFrom('91370112MB', n + 1);
      return { set: { subjectUscc: code, number: code, subjectName: `示例${String(n)}有限公司` } };
    });
    const [firm, authorityUscc] = [usccFrom('91370112MB', 10), '12370112009000023E'];
    rows.push({ set: { subjectUscc: firm, number: firm, subjectName: '示例集团有限公司', authorityUscc } });
    const { batch } = await desk.send({ dataset: 'registration', rows, at: AT, chunkBytes: CHUNK_BYTES });
    expect(batch).toMatchObject({ rows: 91, accepted: 91 });
    expect(await desk.rows('select from subject')).toHaveLength(90);
    expect(await desk.rows('select name from subject where subject_key = $1', [firm])).toEqual([{ name: '示例集团有限公司' }]);
  });

  it('takes back a row merged long ago when the last row of the file contradicts it', async () => {
    const rows = [licence(1), ...licences(25, 10), licence(1, { XK_NR: '预包装食品批发' })];
    const { outcomes, issues } = await desk.send({ dataset: 'licence', rows, at: AT, chunkBytes: CHUNK_BYTES });
    expect([outcomes[0], outcomes.at(-1), outcomes.slice(1, -1).every((outcome) => outcome === '已入库')]).toEqual([
      '退回',
      '退回',
      true,
    ]);
    expect(codesOf(issues)).toEqual(['R15.duplicate']);
    expect(await numbers()).not.toContain('济历城审许〔2021〕1号');
    expect((await numbers()).length).toBe(25);
    // The key is free: put right and sent again, it goes in.
    const again = await desk.send({ dataset: 'licence', rows: [licence(1)], at: LATER });
    expect(again.outcomes).toEqual(['已入库']);
  });

  it('is run again whole when another unit was first with its keys', async () => {
    const [one, two] = [desk.owner('licence'), desk.other('licence')];
    const sent = await Promise.all(
      [one, two].map((unit, index) =>
        desk.send({
          dataset: 'licence',
          unit,
          rows: [...licences(30), ...licences(5, 100 * (index + 1))],
          at: AT,
          chunkBytes: CHUNK_BYTES,
        }),
      ),
    );
    const counts = sent.map(({ batch: { accepted, waiting } }) => [accepted, waiting]).sort();
    expect([counts, (await numbers()).length]).toEqual([
      [
        [35, 0],
        [5, 30],
      ],
      40,
    ]);
    const held = await desk.rows<{ unit: string; count: string }>(
      `select unit_id as unit, count(*) from credit_record where number ~ '〕[1-9]?[0-9]号' group by 1`,
    );
    expect(held).toHaveLength(1);
  });

  it('shows nothing of itself until all of it is there', async () => {
    const { batch, path } = await desk.receive({ dataset: 'licence', rows: licences(40), at: AT });
    const { dataset } = datasetOf(desk.platform, 'licence');
    const opened = await openSource(path, columnsOf(dataset), { chunkBytes: CHUNK_BYTES });
    if (!opened.ok) throw new Error(opened.error.message);
    const source = opened.value;
    const seen: number[] = [];
    const watched = {
      ...source,
      chunks: async function* () {
        for await (const chunk of source.chunks()) {
          yield chunk;
          seen.push((await numbers()).length);
        }
      },
    };
    await processBatch(desk.platform, actAt(AT, [desk.owner('licence')]), batch, watched);
    expect(seen.length).toBeGreaterThan(10);
    expect(new Set(seen)).toEqual(new Set([0]));
    expect((await numbers()).length).toBe(40);
  });
});
