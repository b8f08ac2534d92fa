/** The daily sweep by a clock that is set by hand: at midnight of Shanghai, after a stop, once a day, tried again, ended cleanly. */
import { testPlatform } from '@xincheng/testkit/platform';
import type { Platform } from '@xincheng/usecases/platform';
import { startDailySweep } from '@xincheng/worker/publicity';
import type { DailySweep } from '@xincheng/worker/publicity';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

let platform: Platform;
let said: string[] = [];
let running: DailySweep | null = null;

beforeAll(async () => {
  platform = await testPlatform();
});
beforeEach(async () => {
  said = [];
  await owner('truncate credit_record, publicity_event, audit_event');
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => platform.close());

/** A clock that stands until it is told to go on, with the one call that waits for it. */
class HandClock {
  #now: number;
  #waiting: { readonly at: number; readonly work: () => void } | null = null;
  #scheduled: () => void = () => undefined;
  /** When it called back, in Shanghai's time. */
  readonly calls: string[] = [];

  constructor(local: string) {
    this.#now = instant(local);
  }

  readonly now = (): Date => new Date(this.#now);

  readonly after = (ms: number, work: () => void): (() => void) => {
    this.#waiting = { at: this.#now + ms, work };
    this.#scheduled();
    return () => {
      if (this.#waiting?.work === work) this.#waiting = null;
    };
  };

  get isWaitedFor(): boolean {
    return this.#waiting !== null;
  }

  /** Somebody sets it; what waits has as long to wait as before. */
  set(local: string): void {
    const before = this.#now;
    this.#now = instant(local);
    if (this.#waiting !== null) this.#waiting = { ...this.#waiting, at: this.#waiting.at + this.#now - before };
  }

  /** Goes on to a time; each call that is due on the way is made, and waited for until it asks for the next one. */
  async goTo(local: string): Promise<void> {
    for (;;) {
      const due = this.#waiting;
      if (due === null || due.at > instant(local)) break;
      this.#waiting = null;
      this.#now = due.at;
      this.calls.push(localOf(due.at));
      const scheduled = new Promise<void>((resolve) => (this.#scheduled = resolve));
      due.work();
      await scheduled;
    }
    this.#now = instant(local);
  }
}

function instant(local: string): number {
  return new Date(`${local}+08:00`).getTime();
}

function localOf(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19);
}

function start(clock: HandClock): DailySweep {
  running = startDailySweep(platform, { now: clock.now, after: clock.after, log: (line) => said.push(line) });
  return running;
}

async function owner<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await platform.database.owner.query<T>(sql, [...values])).rows;
}

/** Puts penalties on show until these days. */
async function onShowUntil(...days: readonly string[]): Promise<void> {
  await owner(
    `insert into credit_record (record_id, subject_key, dataset, unit_id, subject_kind, subject_name, authority_uscc, number, decided_on, received_at,
       state, version, definition_version, content_hash, batch_id, row_no, written_at, written_by, reason, shown_until, payload)
     select gen_random_uuid(), 'U', 'penalty', 'u', 'legal', '示例', '1', day::text, date '2025-01-01', now(), 'published', 1, '1', gen_random_uuid(),
       gen_random_uuid(), 1, now(), '测', '首次报送', day, '{}'
     from unnest($1::date[]) as day`,
    [days],
  );
}

/** Last days of the records still published, and of each that has ended the day its end counts from. */
async function standing(): Promise<{ readonly published: string[]; readonly ended: [string, string][] }> {
  const rows = await owner<{ until: string; state: string; day: string | null; events: string }>(
    `select r.shown_until as until, r.state, max(e.day) as day, count(e.record_id)::text as events
     from credit_record r left join publicity_event e using (record_id, subject_key)
     group by r.record_id, r.shown_until, r.state order by r.shown_until`,
  );
  for (const { state, events } of rows) expect([state, events]).toEqual([state, state === 'ended' ? '1' : '0']);
  return {
    published: rows.filter(({ state }) => state === 'published').map(({ until }) => until),
    ended: rows.filter(({ state }) => state === 'ended').map(({ until, day }) => [until, day ?? '']),
  };
}

it('catches up at its start: what ended while nothing ran ends under its own midnight', async () => {
  await onShowUntil('2026-01-06', '2026-01-09', '2026-01-10');
  await start(new HandClock('2026-01-10T09:15:00')).first;
  expect(await standing()).toEqual({
    published: ['2026-01-10'],
    ended: [
      ['2026-01-06', '2026-01-07'],
      ['2026-01-09', '2026-01-10'],
    ],
  });
  expect(said).toEqual(['公示期满：2 条记录停止公示（2026-01-10）']);
});

it('runs when the day ends in Shanghai, a little after midnight', async () => {
  await onShowUntil('2026-01-09', '2026-01-10');
  const clock = new HandClock('2026-01-09T22:30:00');
  await start(clock).first;
  await clock.goTo('2026-01-10T00:00:04');
  expect((await standing()).published).toEqual(['2026-01-09', '2026-01-10']);
  await clock.goTo('2026-01-10T00:00:05');
  expect(await standing()).toEqual({ published: ['2026-01-10'], ended: [['2026-01-09', '2026-01-10']] });
  expect(clock.calls).toEqual(['2026-01-09T23:30:00', '2026-01-10T00:00:05']);
  const [event] = await owner<{ at: Date }>('select at from publicity_event');
  const sinceMidnight = (event?.at.getTime() ?? 0) - new Date('2026-01-10T00:00:00+08:00').getTime();
  expect(Math.floor(sinceMidnight / 1000)).toBe(5);
});

it('goes on day after day, and does not run twice on one', async () => {
  const clock = new HandClock('2026-01-09T12:00:00');
  await start(clock).first;
  // Overdue already: a second sweep of the same day would find it.
  await onShowUntil('2026-01-05');
  await clock.goTo('2026-01-09T23:59:59');
  expect(clock.calls).toHaveLength(11);
  expect((await standing()).published).toEqual(['2026-01-05']);
  await clock.goTo('2026-01-10T12:00:00');
  expect((await standing()).ended).toEqual([['2026-01-05', '2026-01-06']]);
  await onShowUntil('2026-01-11');
  await clock.goTo('2026-01-12T00:00:05');
  expect(await standing()).toEqual({
    published: [],
    ended: [
      ['2026-01-05', '2026-01-06'],
      ['2026-01-11', '2026-01-12'],
    ],
  });
  expect(await owner('select from audit_event')).toHaveLength(2);
});

it('tells that it failed, and tries again within the hour', async () => {
  await onShowUntil('2026-01-09');
  const clock = new HandClock('2026-01-10T09:00:00');
  const right = 'execute on function publicity_sweep(date, integer, timestamptz, text)';
  await owner(`revoke ${right} from xincheng_app`);
  try {
    await start(clock).first;
  } finally {
    await owner(`grant ${right} to xincheng_app`);
  }
  expect(said).toEqual([expect.stringMatching(/^公示期满的登记没有完成，一小时内再试.*permission denied/u)]);
  expect((await standing()).published).toEqual(['2026-01-09']);
  await clock.goTo('2026-01-10T10:00:00');
  expect((await standing()).ended).toEqual([['2026-01-09', '2026-01-10']]);
});

it('notices within the hour that the clock was set', async () => {
  await onShowUntil('2026-01-12');
  const clock = new HandClock('2026-01-10T09:00:00');
  await start(clock).first;
  clock.set('2026-01-13T08:00:00');
  await clock.goTo('2026-01-13T09:00:00');
  expect((await standing()).ended).toEqual([['2026-01-12', '2026-01-13']]);
});

it('ends while it waits: nothing is called any more', async () => {
  const clock = new HandClock('2026-01-09T23:00:00');
  const sweep = start(clock);
  await sweep.first;
  expect(clock.isWaitedFor).toBe(true);
  await onShowUntil('2026-01-09');
  await sweep.stop();
  expect(clock.isWaitedFor).toBe(false);
  await clock.goTo('2026-01-10T12:00:00');
  expect((await standing()).published).toEqual(['2026-01-09']);
});

it('ends in the middle of a sweep: the sweep is waited for, and none follows', async () => {
  await onShowUntil('2026-01-09');
  const clock = new HandClock('2026-01-10T09:00:00');
  const holder = await platform.database.owner.connect();
  let isStopped = false;
  try {
    await holder.query('begin');
    await holder.query('lock table publicity_event in access exclusive mode');
    const stopping = start(clock)
      .stop()
      .then(() => (isStopped = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isStopped).toBe(false);
    await holder.query('commit');
    await stopping;
  } finally {
    holder.release();
  }
  expect((await standing()).ended).toEqual([['2026-01-09', '2026-01-10']]);
  expect(clock.isWaitedFor).toBe(false);
});
