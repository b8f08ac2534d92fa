/** The dialogue with a mail server: what it is told, what its answers mean, and that nothing waits for ever. */
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { smtpTransport } from '@xincheng/usecases/notices';
import type { OutgoingNotice } from '@xincheng/usecases/notices';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';

const FROM = 'xinyongban@licheng.invalid';
const MESSAGE: OutgoingNotice = {
  noticeId: '019e0000-0000-7000-8000-000000000001',
  to: 'office@example.invalid',
  subject: '【信用历城】督办单',
  text: '【信用历城】区市场监管局：您单位收到一份“督办单”。',
  sentAt: new Date('2026-11-26T02:00:00Z'),
};

const opened: { close: () => void }[] = [];

afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

interface Mail {
  readonly raw: string;
  readonly recipients: readonly string[];
  readonly user: string | null;
}

/** A server of the protocol on any free port. `answer` decides at the recipient or after the message. */
async function server(
  answer: { readonly rcpt?: Error; readonly data?: Error; readonly isOpen?: boolean } = {},
): Promise<{ port: number; mails: Mail[] }> {
  const mails: Mail[] = [];
  const smtp = new SMTPServer({
    authOptional: answer.isOpen !== false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'office' && password === 'p@ss:word') done(null, { user: username });
      else done(new Error('Invalid username or password'));
    },
    onRcptTo: (_address, _session, done) => done(answer.rcpt ?? null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (answer.data === undefined)
          mails.push({
            raw: Buffer.concat(parts).toString('utf8'),
            recipients: session.envelope.rcptTo.map(({ address }) => address),
            user: typeof session.user === 'string' ? session.user : null,
          });
        done(answer.data ?? null, 'Message queued as 42');
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '0.0.0.0', () => resolve()));
  opened.push({ close: () => smtp.close(() => undefined) });
  return { port: (smtp.server.address() as AddressInfo).port, mails };
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('refused here'), { responseCode });
}

/** A server of some lines: each received line is answered by the function; null hangs, '' closes. */
async function crudeServer(answer: (line: string) => string | null): Promise<number> {
  const crude: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 crude\r\n');
    socket.setEncoding('latin1').on('data', (text: string) => {
      for (const line of text.split('\r\n').filter((one) => one !== '')) {
        const said = answer(line);
        if (said === '') socket.destroy();
        else if (said !== null) socket.write(`${said}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => crude.listen(0, '127.0.0.1', resolve));
  opened.push(crude);
  return (crude.address() as AddressInfo).port;
}

async function send(port: number, message: Partial<OutgoingNotice> = {}, { login = '', timeoutMs = 5000 } = {}) {
  const transport = smtpTransport({ url: `smtp://${login}127.0.0.1:${String(port)}`, from: FROM, timeoutMs });
  if (transport === null) throw new Error('no transport');
  return transport.send({ ...MESSAGE, ...message });
}

describe('a server that takes it', () => {
  it('has one recipient, Chinese words, a stable id; its answer is the proof', async () => {
    const { port, mails } = await server();
    expect(await send(port)).toEqual({ ok: true, value: expect.stringContaining('Message queued as 42') as string });
    const { raw, recipients } = mails[0] ?? { raw: '', recipients: [] };
    expect(recipients).toEqual([MESSAGE.to]);
    expect(raw).toMatch(/^Message-ID: <019e0000-0000-7000-8000-000000000001@licheng\.invalid>\r?$/mu);
    expect(raw).toMatch(/^Subject: =\?UTF-8\?[BQ]\?/mu);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/mu);
    const body = raw.slice(raw.indexOf('\r\n\r\n'));
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe(MESSAGE.text);
  });

  it('gets no line too long, and no header or end of message out of words', async () => {
    const { port, mails } = await server();
    const text = `${'长'.repeat(5000)}\r\n.\r\nRSET\r\n\r\nx`;
    expect((await send(port, { text, subject: '通知\r\nBcc: evil@example.cn\r\n\r\n正文' })).ok).toBe(true);
    const { raw, recipients } = mails[0] ?? { raw: '', recipients: [] };
    expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThan(79);
    expect([recipients, /^Bcc:/imu.test(raw), mails.length]).toEqual([[MESSAGE.to], false, 1]);
  });

  it.each(['a@b.cn\r\nRCPT TO:<evil@c.cn>', 'a@b.cn, c@d.cn', '张三 <a@b.cn>', 'nobody', ''])(
    'is not asked for %j',
    async (to) => {
      const { port, mails } = await server();
      expect(await send(port, { to })).toMatchObject({ error: { kind: 'final' } });
      expect(mails).toEqual([]);
    },
  );

  it('asks who is there, and is told', async () => {
    const { port, mails } = await server({ isOpen: false });
    expect((await send(port, {}, { login: 'office:p%40ss%3Aword@' })).ok).toBe(true);
    expect(mails[0]?.user).toBe('office');
    expect(await send(port, {}, { login: 'office:wrong@' })).toMatchObject({ error: { kind: 'again' } });
    expect(await send(port)).toMatchObject({ ok: false });
    expect(mails).toHaveLength(1);
  });
});

describe('a server that does not', () => {
  it.each([
    ['knows no such box', { rcpt: refusal(550) }, 'final'],
    ['has no room', { rcpt: refusal(452) }, 'again'],
    ['refuses the message', { data: refusal(554) }, 'final'],
    ['is busy after the message', { data: refusal(451) }, 'again'],
  ] as const)('%s', async (_, answer, kind) => {
    const { port, mails } = await server(answer);
    expect(await send(port)).toMatchObject({
      ok: false,
      error: { kind, reason: expect.stringMatching(/refused here/u) as string },
    });
    expect(mails).toEqual([]);
  });

  it('is not there', async () => {
    expect(await send(1)).toMatchObject({ error: { kind: 'again' } });
  });

  it('never greets, in a time that ends', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    opened.push(silent);
    expect(await send((silent.address() as AddressInfo).port, {}, { timeoutMs: 300 })).toMatchObject({
      error: { kind: 'again' },
    });
  });

  it('hangs up before the message, or turns us away with a greeting of 5xx', async () => {
    expect(await send(await crudeServer(() => ''))).toMatchObject({ error: { kind: 'again' } });
    expect(await send(await crudeServer((line) => (/^EHLO|^HELO/u.test(line) ? '554 go away' : '')))).toMatchObject({
      error: { kind: 'again' },
    });
  });

  it.each([null, ''])('falls silent (%j) when it has the message: nobody knows', async (end) => {
    const port = await crudeServer((line) => {
      if (/^EHLO/u.test(line)) return '250 crude';
      if (/^(?:MAIL|RCPT)/u.test(line)) return '250 ok';
      if (/^DATA/u.test(line)) return '354 go on';
      return line === '.' ? end : null;
    });
    expect(await send(port, {}, { timeoutMs: 500 })).toMatchObject({ error: { kind: 'unsure' } });
  });
});

it('sends nothing to a server elsewhere that speaks without TLS', async () => {
  const { port, mails } = await server();
  // 127.0.0.2 is a loopback address as well, yet not by the name of this machine.
  const transport = smtpTransport({ url: `smtp://127.0.0.2:${String(port)}`, from: FROM, timeoutMs: 3000 });
  expect(await transport?.send(MESSAGE)).toMatchObject({ error: { kind: 'again' } });
  expect(mails).toEqual([]);
});

it('reads only addresses that mean something', () => {
  for (const url of ['http://mail.example.cn', 'mail.example.cn', 'smtp://', '', 'smtp://office:100%@mail.example.cn'])
    expect(smtpTransport({ url, from: FROM })).toBeNull();
  expect(smtpTransport({ url: 'smtp://mail.example.cn', from: '信用办 <a@b.cn>' })).toBeNull();
  expect(smtpTransport({ url: 'smtps://u:p@mail.example.cn', from: FROM })).not.toBeNull();
});
