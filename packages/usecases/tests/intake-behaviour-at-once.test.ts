/** Imports that meet each other or are broken off: rows get in exactly once, and a receipt once given stands. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decideWaitingRow, processBatch, recoverBatches, submitBatch } from '@xincheng/usecases/intake';
import { actAt } from '@xincheng/testkit/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

const AT = '2021-05-08T23:50';
const NEXT_DAY = '2021-05-09T00:10';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function licences(count: number, from = 1): RowSpec[] {
  return Array.from({ length: count }, (_, index) => ({ set: { number: `济历城审许〔2021〕${String(from + index)}号` } }));
}

async function count(table: string): Promise<number> {
  return Number((await desk.rows<{ count: string }>(`select count(*) from ${table}`))[0]?.count);
}

/** Keeps everybody from writing records until so many connections wait to do it, and lets them go then. */
async function holdMerges(waiting: number, work: () => Promise<void>): Promise<void> {
  const client = await desk.platform.database.owner.connect();
  try {
    await client.query('begin; lock table credit_record in share row exclusive mode');
    const state = { isOver: false };
    const done = work().finally(() => (state.isOver = true));
    for (let blocked = 0; blocked < waiting && !state.isOver;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const { rows } = await desk.platform.database.app.query<{ blocked: number }>(
        `select count(*)::integer as blocked from pg_locks where not granted and relation = 'xincheng.credit_record'::regclass`,
      );
      blocked = rows[0]?.blocked ?? 0;
    }
    await client.query('commit');
    await done;
  } finally {
    client.release(true);
  }
}

describe('two units that file the same keys at once', () => {
  it('get one record a key: who is second waits, with its other rows in', async () => {
    const [one, two] = [desk.owner('licence'), desk.other('licence')];
    const both = licences(30);
    await holdMerges(2, async () => {
      await Promise.all([
        desk.send({ dataset: 'licence', unit: one, rows: [...both, ...licences(5, 100)], at: AT }),
        desk.send({ dataset: 'licence', unit: two, rows: [...licences(5, 200), ...both], at: AT }),
      ]);
    });
    const batches = await desk.rows<{ id: string; unit: string; accepted: number; waiting: number }>(
      'select id, unit_id as unit, accepted, waiting from intake_batch order by accepted',
    );
    expect(batches.map(({ accepted, waiting }) => [accepted, waiting])).toEqual([
      [5, 30],
      [35, 0],
    ]);
    expect(await count('credit_record')).toBe(40);
    expect(await count('credit_record_version')).toBe(0);
    const [second] = batches;
    const { issues } = await desk.outcome(second?.id ?? '', second?.unit ?? '');
    expect([issues.length, codesOf(issues)]).toEqual([30, ['KEY-OTHER-UNIT']]);
    const said = JSON.stringify(issues);
    expect(said).not.toContain(batches[1]?.unit);
    expect(said).not.toContain(batches[1]?.id);
  });
});

describe('one file sent several times at once', () => {
  it('is one batch with one receipt', async () => {
    const unit = desk.owner('licence');
    const path = await desk.file('licence', unit, licences(20));
    const submission = {
      unitId: unit,
      dataset: 'licence',
      path,
      fileName: 'f.csv',
      source: 'file',
      idempotencyKey: null,
    } as const;
    const receipts = await Promise.all(
      Array.from({ length: 4 }, () => submitBatch(desk.platform, actAt(AT, [unit]), submission)),
    );
    expect(
      new Set(
        receipts.map((receipt) =>
          receipt.ok ? `${receipt.value.receiptNo} ${receipt.value.state} ${String(receipt.value.accepted)}` : receipt.error.code,
        ),
      ).size,
    ).toBe(1);
    expect([await count('intake_batch'), await count('credit_record')]).toEqual([1, 20]);
    expect(await desk.rows("select act from audit_event where act in ('batch.receive', 'batch.merge') order by act")).toEqual([
      { act: 'batch.merge' },
      { act: 'batch.receive' },
    ]);
  });

  it('with one idempotency key and two contents is taken once', async () => {
    const unit = desk.owner('licence');
    const results = await Promise.all(
      [1, 50].map(async (from) => {
        const path = await desk.file('licence', unit, licences(3, from));
        return submitBatch(desk.platform, actAt(AT, [unit]), {
          unitId: unit,
          dataset: 'licence',
          path,
          fileName: 'f.json',
          source: 'api',
          idempotencyKey: 'key-1',
        });
      }),
    );
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code)).sort()).toEqual(['idempotency-key-reused', 'ok']);
    expect([await count('intake_batch'), await count('credit_record')]).toEqual([1, 3]);
  });
});

describe('a batch broken off', () => {
  it('between receipt and processing keeps its receipt, and is finished by the next start as of the day it came', async () => {
    const unit = desk.owner('licence');
    const rows = [...licences(2), { set: { number: '济历城审许〔2021〕9号', decidedOn: '2021/05/09' } }];
    const { batch } = await desk.receive({ dataset: 'licence', rows, at: AT });
    expect([batch.state, await count('credit_record')]).toEqual(['received', 0]);
    const said: string[] = [];
    const now = new Date(`${NEXT_DAY}+08:00`);
    expect(await recoverBatches(desk.platform, now, (line) => said.push(line))).toEqual([batch.id]);
    expect(said.join()).toContain(batch.receiptNo);
    const { batch: finished, outcomes, issues } = await desk.outcome(batch.id, unit);
    expect([finished.state, finished.receivedAt, finished.finishedAt, finished.receiptNo]).toEqual([
      'done',
      new Date(`${AT}+08:00`),
      now,
      batch.receiptNo,
    ]);
    // On the day of receipt, tomorrow was still to come.
    expect([outcomes, codesOf(issues)]).toEqual([['已入库', '已入库', '退回'], ['R09.future']]);
    expect(await desk.records('licence')).toMatchObject([
      {
        receivedAt: batch.receivedAt.toISOString(),
        writtenAt: now.toISOString(),
        writtenBy: '测试员',
        timeliness: [{ isLate: false }, {}],
      },
      {},
    ]);
    expect(await recoverBatches(desk.platform, now, () => undefined)).toEqual([]);
  });

  it('is taken up as well when its file is sent again', async () => {
    const { batch, path } = await desk.receive({ dataset: 'licence', rows: licences(2), at: AT });
    const again = await desk.send({ dataset: 'licence', rows: [], at: NEXT_DAY }, path);
    expect([again.batch.id, again.batch.receivedAt, again.outcomes]).toEqual([batch.id, batch.receivedAt, ['已入库', '已入库']]);
    expect(await count('intake_batch')).toBe(1);
  });

  it('in the middle leaves nothing behind until it is finished', async () => {
    const unit = desk.owner('licence');
    const rows = [...licences(30), { set: { XK_NR: '' } }];
    for (const stage of ['reading', 'merging'] as const) {
      await desk.empty();
      const { batch, source } = await desk.receive({ dataset: 'licence', rows, at: AT });
      if (source === null) throw new Error('nothing to process');
      const broken = processBatch(desk.platform, actAt(AT, [unit]), batch, source, (progress) => {
        if (progress.stage === stage) throw new Error('the lights went out');
      });
      await expect(broken).rejects.toThrow('the lights went out');
      expect([
        await count('credit_record'),
        await count('intake_issue'),
        await count("pg_tables where schemaname = 'stage'"),
      ]).toEqual([0, 0, 0]);
      await recoverBatches(desk.platform, new Date(`${NEXT_DAY}+08:00`), () => undefined);
      expect([await count('credit_record'), await count('intake_issue'), await count('intake_batch')]).toEqual([30, 1, 1]);
    }
  });

  it('whose kept file is gone does not keep the others from being finished', async () => {
    const lost = await desk.receive({ dataset: 'licence', rows: licences(1), at: '2021-05-08T10:00' });
    const sound = await desk.receive({ dataset: 'licence', rows: licences(2), at: AT });
    await rm(join(desk.platform.home.files, lost.batch.fileSha256));
    const said: string[] = [];
    expect(await recoverBatches(desk.platform, new Date(`${NEXT_DAY}+08:00`), (line) => said.push(line))).toEqual([
      sound.batch.id,
    ]);
    expect(said.filter((line) => line.includes(lost.batch.receiptNo)).length).toBeGreaterThan(0);
    expect(await desk.rows('select state from intake_batch order by received_at')).toEqual([
      { state: 'received' },
      { state: 'done' },
    ]);
    expect((await readdir(desk.platform.home.files)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('a decision and an import about the same row at once', () => {
  it('end in one record, and in a wait that was confirmed or gave way', async () => {
    const fine = (amount: string): RowSpec => ({
      kind: 'soleTrader',
      set: { CF_CFLB: '罚款', CF_NR: '罚款5000元', CF_NR_FK: amount, CF_NR_WFFF: '' },
    });
    const seen = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      await desk.empty();
      const sent = await desk.send({ dataset: 'penalty', rows: [fine('5000')], at: AT });
      const [wait] = await desk.rows<{ id: string }>('select id from intake_waiting');
      const decide = (): Promise<unknown> =>
        decideWaitingRow(desk.platform, actAt(NEXT_DAY, [sent.unit]), wait?.id ?? '', {
          as: 'row',
          name: '王核对',
          reason: '核对无误',
        });
      const correct = (): Promise<unknown> => desk.send({ dataset: 'penalty', rows: [fine('0.5')], at: NEXT_DAY });
      await holdMerges(1, async () => {
        await Promise.all(round % 2 === 0 ? [decide(), correct()] : [correct(), decide()]);
      });
      const [record] = await desk.records('penalty');
      const [after] = await desk.rows<{ state: string }>('select state from intake_waiting');
      seen.add(`${after?.state ?? ''} ${String(record?.version)} ${String(record?.values['CF_NR_FK'])}`);
      expect(await count('credit_record')).toBe(1);
    }
    expect(['confirmed 2 0.500000', 'superseded 1 0.500000', 'confirmed 1 5000.000000']).toEqual(
      expect.arrayContaining([...seen]),
    );
  });
});
