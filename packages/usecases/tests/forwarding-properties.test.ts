/** After any sequence of acts: no version is accepted twice, no record is in two open batches, no instant moves. */
import { resendRecords } from '@xincheng/usecases/forwarding';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, emptied, licence, officeAt, openCity } from './_forwarding.ts';
import type { City } from './_forwarding.ts';

const SEED = 20210507;
const RECORDS = 2;

let city: City;

beforeAll(async () => {
  city = await openCity();
});

afterAll(() => city.desk.close());

type Act =
  | { readonly kind: 'file'; readonly record: number; readonly remark: string }
  | { readonly kind: 'withdraw'; readonly record: number }
  | { readonly kind: 'forward' }
  | { readonly kind: 'answer'; readonly batch: number; readonly refused: readonly number[] }
  | { readonly kind: 'resend'; readonly record: number };

const record = fc.integer({ min: 1, max: RECORDS });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('file' as const), record, remark: fc.constantFrom('甲', '乙', '丙') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), record }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'forward' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      batch: fc.constantFrom(0, 0, 0, 1),
      refused: fc.constantFrom([], [], [1], [2, 3]),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resend' as const), record }) },
);

interface Place {
  readonly id: string;
  readonly forwarded: Date | null;
  readonly received: Date | null;
}

/** One run, minute by minute. */
class Run {
  readonly batches: string[] = [];
  readonly before = new Map<string, Place>();
  #minute = 0;
  #replaced = 1000;

  get now(): string {
    this.#minute += 1;
    return new Date(Date.UTC(2021, 4, 6, 0, this.#minute)).toISOString().slice(0, 16);
  }

  async idOf(number: number): Promise<string | null> {
    const rows = await city.desk.rows<{ id: string }>(
      "select record_id as id from credit_record where number = $1 and state <> 'withdrawn'",
      [licence(number).set?.['number']],
    );
    return rows[0]?.id ?? null;
  }

  async do(one: Act): Promise<void> {
    switch (one.kind) {
      case 'file':
        await city.desk.send({ dataset: 'licence', rows: [licence(one.record, one.remark)], at: this.now });
        return;
      case 'withdraw': {
        const replaces = await this.idOf(one.record);
        this.#replaced += 1;
        if (replaces !== null)
          await city.desk.send({ dataset: 'licence', rows: [{ ...licence(this.#replaced), replaces }], at: this.now });
        return;
      }
      case 'forward':
        this.batches.push(...(await city.forward(this.now)));
        return;
      case 'answer': {
        const number = this.batches.at(-1 - one.batch);
        if (number === undefined) return;
        const lines = city.receipt(number, (row) => (one.refused.includes(Number(row['行号'])) ? '不符' : null));
        expect(typeof (await city.answer(lines, this.now))).toBe('object');
        return;
      }
      case 'resend': {
        const id = await this.idOf(one.record);
        if (id !== null)
          done(await resendRecords(city.desk.platform, officeAt(this.now), { records: [id], name: '王核对', reason: '重报' }));
        return;
      }
    }
  }

  async check(): Promise<void> {
    const twice = await city.desk.rows(
      `select record_id, version from forward_item where state = 'accepted' group by 1, 2 having count(*) > 1
       union all select record_id, null from forward_item where state = 'sent' group by 1 having count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const places = await city.desk.rows<Place>(
      'select record_id as id, forwarded_at as forwarded, city_receipt_at as received from credit_record_forwarding',
    );
    for (const place of places) {
      const before = this.before.get(place.id);
      if (before !== undefined && before.forwarded !== null) expect(place.forwarded).toEqual(before.forwarded);
      if (before !== undefined && before.received !== null) expect(place.received).toEqual(before.received);
      if (place.received !== null)
        expect(place.received.getTime()).toBeGreaterThanOrEqual(place.forwarded?.getTime() ?? Infinity);
      this.before.set(place.id, place);
    }
  }

  /** What the city should hold is what it was told to hold. */
  async checkCity(): Promise<void> {
    const told = await city.desk.rows(
      `select f.record_id from credit_record_forwarding f
       left join lateral (select operation from forward_item i where i.record_id = f.record_id and i.state = 'accepted' order by i.version desc limit 1) last on true
       where f.is_at_city <> coalesce(last.operation <> 'withdraw', false)`,
    );
    expect(told).toEqual([]);
  }
}

it('holds after any sequence of acts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 14, maxLength: 24 }), async (acts) => {
      await emptied(city);
      const run = new Run();
      for (const one of acts) {
        await run.do(one);
        await run.check();
      }
      await run.checkCity();
      // Answered to the last, nothing is due that the city has.
      for (const number of run.batches) await city.answer(city.receipt(number), run.now);
      for (const number of await city.forward(run.now)) await city.answer(city.receipt(number), run.now);
      await run.check();
      await run.checkCity();
      const open = await city.desk.rows(
        `select r.record_id from credit_record r left join credit_record_forwarding f using (record_id, subject_key)
         where (r.state = 'withdrawn' and f.is_at_city) or (r.state <> 'withdrawn' and f.state is distinct from 'refused' and f.is_at_city is not true)
           or (r.state <> 'withdrawn' and f.state = 'accepted' and f.hash_sent <> r.content_hash)`,
      );
      expect(open).toEqual([]);
    }),
    { seed: SEED, numRuns: 12 },
  );
}, 120_000);
