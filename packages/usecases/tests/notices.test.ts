/** Notices: sent with an act, read and answered once, carried out with proof. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTransaction } from '@xincheng/store/connection';
import { actAt } from '@xincheng/testkit/platform';
import { identityOf } from '@xincheng/usecases/identity';
import type { ActContext } from '@xincheng/usecases/identity';
import { answerNotice, deliverNotices, fileTransport, readNotice, readNotices, sendNotice } from '@xincheng/usecases/notices';
import type { NoticeToSend, NoticeTransport, OutgoingNotice, SentNotice } from '@xincheng/usecases/notices';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './_intake.ts';
import type { Desk } from './_intake.ts';

const AT = '2026-11-26T10:00';
/** Has a mailbox and a telephone, a mailbox alone, nothing. */
const [BOTH, MAIL_ONLY, NOTHING] = ['lc-scjg', 'lc-xzsp', 'lc-czj'] as const;
const SECRET = '张三 370112198206070030';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

beforeEach(() => desk.empty());

afterAll(() => desk.close());

function office(at = AT): ActContext {
  const context = actAt(at, []);
  return { ...context, actor: { ...context.actor, scope: 'all' } };
}

async function send(toUnit: string, more: Partial<NoticeToSend> = {}, context = office()): Promise<SentNotice> {
  return withTransaction(desk.platform.database.app, identityOf(context.actor), (client) =>
    sendNotice(client, context, desk.platform, {
      template: 'general',
      toUnit,
      about: { kind: 'task', id: '二(十)3' },
      words: { title: `催办${SECRET}`, text: `请办理 {title} ${SECRET}` },
      ...more,
    }),
  );
}

function statesOf({ deliveries }: Pick<SentNotice, 'deliveries'>): string[] {
  return deliveries.map(({ channel, state, problem, proof }) => [channel, state, problem ?? proof ?? ''].join(' ').trim()).sort();
}

async function now(): Promise<string[]> {
  const rows = await desk.rows<{ line: string }>(
    "select concat_ws(' ', channel, state, attempts, coalesce(problem, proof)) as line from notice_delivery where channel <> 'inbox' order by 1",
  );
  return rows.map(({ line }) => line);
}

/** Answers by turns; remembers what it was given. */
class Stub implements NoticeTransport {
  readonly given: OutgoingNotice[] = [];
  readonly #answers: Awaited<ReturnType<NoticeTransport['send']>>[];

  constructor(...answers: ('250 ok' | 'again' | 'final' | 'unsure')[]) {
    this.#answers = answers.map((one) =>
      one === '250 ok' ? { ok: true, value: one } : { ok: false, error: { kind: one, reason: `said ${one}` } },
    );
  }

  send(message: OutgoingNotice) {
    this.given.push(message);
    return Promise.resolve(this.#answers[this.given.length - 1] ?? ({ ok: true, value: '250 ok' } as const));
  }
}

function clockAt(local: string): () => Date {
  return () => actAt(local, []).now;
}

describe('a notice', () => {
  it('is written with its ways out; a unit without an address finds it in the inbox alone, and it says so', async () => {
    expect(statesOf(await send(BOTH))).toEqual(['inbox sent inbox', 'mail queued', 'sms queued']);
    expect(statesOf(await send(MAIL_ONLY))).toEqual(['inbox sent inbox', 'mail queued', 'sms given-up no-address']);
    expect(statesOf(await send(NOTHING))).toEqual(['inbox sent inbox', 'mail given-up no-address', 'sms given-up no-address']);
  });

  it('is told once a day about the same, and its words are filled once', async () => {
    const { notice } = await send(BOTH);
    expect(notice.body).toBe(`请办理 {title} ${SECRET}`);
    expect(await send(BOTH)).toMatchObject({ isRepeat: true, notice: { id: notice.id } });
    expect(await send(BOTH, { about: { kind: 'task', id: '2' } })).toMatchObject({ isRepeat: false });
    expect(await send(BOTH, {}, office('2026-11-27T00:01'))).toMatchObject({ isRepeat: false });
    expect(await desk.rows('select 1 from notice')).toHaveLength(3);
  });

  it('goes away with an act that is undone', async () => {
    await expect(
      withTransaction(desk.platform.database.app, identityOf(office().actor), async (client) => {
        await sendNotice(client, office(), desk.platform, {
          template: 'general',
          toUnit: BOTH,
          about: { kind: 'x', id: '1' },
          words: { title: 'a', text: 'b' },
        });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await desk.rows('select 1 from notice_delivery')).toEqual([]);
  });

  it.each([
    ['an unknown template', { template: 'nothing' }],
    ['a template that is handed over', { template: 'repair-notice' }],
    ['an unknown unit', { toUnit: 'nobody' }],
    ['a word too few', { words: { title: 'a' } }],
    ['a word too many', { words: { title: 'a', text: 'b', more: 'c' } }],
  ] as const)('with %s is a bug of the caller', async (_, more) => {
    await expect(send(BOTH, more)).rejects.toThrow();
  });

  it('whatever the words are, they stand in it as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), fc.uuid(), async (words, id) => {
        const text = words.replaceAll('\0', '');
        const { notice } = await send(NOTHING, { about: { kind: 'x', id }, words: { title: text, text } });
        expect([notice.title, notice.body]).toEqual([text, text]);
      }),
      { numRuns: 20 },
    );
  });

  it('from a unit is seen by it and its recipient, and by no third', async () => {
    const { notice } = await send(BOTH, {}, actAt(AT, [MAIL_ONLY]));
    expect(notice.fromUnit).toBe(MAIL_ONLY);
    const filter = { unitId: null, aboutKind: null, aboutId: null, only: null, before: null, limit: 10 };
    for (const [units, count] of [
      [[BOTH], 1],
      [[MAIL_ONLY], 1],
      [[NOTHING], 0],
    ] as const)
      expect(await readNotices(desk.platform, actAt(AT, units), filter)).toHaveLength(count);
    expect(await readNotice(desk.platform, actAt(AT, [NOTHING]), notice.id, '王某')).toMatchObject({
      error: { code: 'no-such-notice' },
    });
  });

  it('is marked by its first reader, and answered once, by its recipient', async () => {
    const { notice } = await send(BOTH, { answerDueOn: '2026-11-25' });
    expect(await readNotice(desk.platform, office(), notice.id, '信用办')).toMatchObject({ value: { readBy: null } });
    const first = await readNotice(desk.platform, actAt('2026-11-26T11:00', [BOTH]), notice.id, '李收');
    expect(first).toMatchObject({ value: { readBy: '李收', deliveries: { length: 3 } } });
    expect(await readNotice(desk.platform, actAt('2026-11-26T12:00', [BOTH]), notice.id, '王收')).toMatchObject({
      value: { readBy: '李收' },
    });
    const words = { name: '李答', text: '已办' };
    expect(await answerNotice(desk.platform, office(), notice.id, words)).toMatchObject({ error: { code: 'not-recipient' } });
    expect(await answerNotice(desk.platform, actAt('2026-11-26T13:00', [BOTH]), notice.id, words)).toMatchObject({
      value: { answer: '已办' },
    });
    const again = await answerNotice(desk.platform, actAt('2026-11-26T14:00', [BOTH]), notice.id, { name: '王答', text: '又办' });
    expect(again).toMatchObject({ error: { code: 'already-answered', message: expect.stringContaining('李答') as string } });
    const acts = await desk.rows<{ act: string; details: object }>(
      "select act, details from audit_event where object_kind = 'notice' order by id",
    );
    expect(acts).toMatchObject([
      { act: 'notice.send' },
      { act: 'notice.read', details: { name: '李收' } },
      { act: 'notice.answer', details: { isLate: true } },
    ]);
  });
});

describe('a delivery', () => {
  it('ends with the proof, and nothing of its words goes out', async () => {
    const { notice } = await send(BOTH, { answerDueOn: '2026-12-01' });
    const [mail, sms] = [new Stub('250 ok'), new Stub('250 ok')];
    expect(await deliverNotices(desk.platform, clockAt(AT), { mail, sms })).toEqual({ sent: 2, failed: 0, givenUp: 0 });
    expect(await now()).toEqual(['mail sent 1 250 ok', 'sms sent 1 250 ok']);
    expect(mail.given).toMatchObject([
      { noticeId: notice.id, to: 'shichangjianguan@licheng.invalid', subject: '【信用历城】通知' },
    ]);
    const out = JSON.stringify([mail.given, sms.given]);
    expect([out.includes('张三'), out.includes('3701'), out.includes('2026-12-01')]).toEqual([false, false, true]);
    expect(await deliverNotices(desk.platform, clockAt(AT), { mail, sms })).toEqual({ sent: 0, failed: 0, givenUp: 0 });
  });

  it('waits where no transport is set up', async () => {
    await send(MAIL_ONLY);
    expect(await deliverNotices(desk.platform, clockAt(AT), {})).toEqual({ sent: 0, failed: 0, givenUp: 0 });
    expect((await now())[0]).toBe('mail queued 0');
  });

  it('is tried again with growing pauses until it is given up', async () => {
    await send(MAIL_ONLY);
    const mail = new Stub(...Array.from({ length: 20 }, () => 'again' as const));
    const tries: number[] = [];
    let at = clockAt(AT)().getTime();
    for (let minute = 0; minute < 24 * 60; minute += 1, at += 60_000) {
      const { failed, givenUp } =
        minute < 30 || minute % 20 < 2
          ? await deliverNotices(desk.platform, () => new Date(at), { mail })
          : { failed: 0, givenUp: 0 };
      if (failed + givenUp > 0) tries.push(minute);
    }
    expect(tries.slice(0, 4)).toEqual([0, 1, 6, 21]);
    expect(tries).toHaveLength(7);
    expect(await now()).toContain('mail given-up 7 said again');
  });

  it('of a message refused for good is given up at once', async () => {
    await send(MAIL_ONLY);
    expect(await deliverNotices(desk.platform, clockAt(AT), { mail: new Stub('final') })).toEqual({
      sent: 0,
      failed: 0,
      givenUp: 1,
    });
  });

  it('of old news is given up without a word to anybody', async () => {
    await send(MAIL_ONLY);
    const mail = new Stub();
    expect(await deliverNotices(desk.platform, clockAt('2026-11-29T10:01'), { mail })).toMatchObject({ givenUp: 1 });
    expect(mail.given).toEqual([]);
  });

  it('that may have gone out goes out once more and never a third time', async () => {
    await send(MAIL_ONLY);
    const mail = new Stub('unsure', 'unsure', '250 ok');
    for (const at of ['10:00', '10:04', '10:06', '10:10', '10:12', '10:30'])
      await deliverNotices(desk.platform, clockAt(`2026-11-26T${at}`), { mail });
    expect(mail.given).toHaveLength(2);
    expect(mail.given[0]).toEqual(mail.given[1]);
    expect(await now()).toContain('mail given-up 2 unsure');
  });

  it('is carried out by one of many senders at once', async () => {
    for (let id = 0; id < 12; id += 1) await send(MAIL_ONLY, { about: { kind: 'x', id: String(id) } });
    const mail = new Stub();
    await Promise.all(Array.from({ length: 4 }, () => deliverNotices(desk.platform, clockAt(AT), { mail })));
    expect(mail.given.map(({ noticeId }) => noticeId).sort()).toEqual(
      [...new Set(mail.given.map(({ noticeId }) => noticeId))].sort(),
    );
    expect(mail.given).toHaveLength(12);
  });
});

describe('SMS as files', () => {
  it('are whole when they have their name, one a message, and a folder that cannot be is tried again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xincheng-sms-'));
    const sms = fileTransport(join(folder, 'outbox'));
    const { notice } = await send(BOTH);
    await deliverNotices(desk.platform, clockAt(AT), { sms });
    const message = { noticeId: notice.id, to: '1', subject: '', text: 'x', sentAt: new Date(0) };
    expect((await sms.send(message)).ok).toBe(true);
    expect(await readdir(join(folder, 'outbox'))).toEqual([`${notice.id}.json`]);
    expect(JSON.parse(await readFile(join(folder, 'outbox', `${notice.id}.json`), 'utf8'))).toMatchObject({
      id: notice.id,
      to: '1',
    });
    await writeFile(join(folder, 'file'), '');
    expect(await fileTransport(join(folder, 'file')).send(message)).toMatchObject({ error: { kind: 'again' } });
    await rm(folder, { recursive: true });
  });
});
