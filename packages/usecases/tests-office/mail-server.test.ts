/** Mail through a real server: Exim as Debian ships it (`exim4-daemon-light`), on a port of ours, delivering into files. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { smtpTransport } from '@xincheng/usecases/notices';
import { afterAll, beforeAll, expect, it } from 'vitest';

const EXIM = '/usr/sbin/exim4';
const FROM = 'xinyongban@test.invalid';

let folder: string;
let port: number;
let exim: ChildProcess;

/** Run by root, Exim asks for somebody else to write the files as. */
const USER = userInfo().uid === 0 ? 'nobody' : userInfo().username;
const GROUP = userInfo().uid === 0 ? 'nogroup' : String(userInfo().gid);

function configuration(): string {
  return `exim_user = ${USER}
exim_group = ${GROUP}
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/exim.pid
primary_hostname = mail.test.invalid
daemon_smtp_ports = ${String(port)}
local_interfaces = 127.0.0.1
host_lookup =
tls_advertise_hosts =
keep_environment =
acl_smtp_rcpt = check_rcpt
acl_smtp_data = check_data
begin acl
check_rcpt:
  deny local_parts = unknown
       message = no such box
  defer local_parts = busy
       message = come again
  accept
check_data:
  accept
begin routers
all:
  driver = accept
  transport = file
begin transports
file:
  driver = appendfile
  file = ${folder}/spool/mbox
  user = ${USER}
  group = ${GROUP}
`;
}

beforeAll(async () => {
  if (!existsSync(EXIM)) throw new Error('this proof needs Exim: apt-get install exim4-daemon-light');
  folder = await mkdtemp(join(tmpdir(), 'xincheng-exim-'));
  await chmod(folder, 0o755);
  for (const name of ['spool', 'log']) {
    await mkdir(join(folder, name));
    await chmod(join(folder, name), 0o777);
  }
  port = await freePort();
  await writeFile(join(folder, 'exim.conf'), configuration(), { mode: 0o644 });
  exim = spawn(EXIM, ['-C', join(folder, 'exim.conf'), '-bdf', '-q1h'], { stdio: 'ignore' });
  await answering(port);
});

afterAll(async () => {
  const ended = new Promise((resolve) => exim.once('exit', resolve));
  exim.kill();
  await ended;
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

async function answering(at: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(at, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isUp) return;
    await sleep(100);
  }
  throw new Error('Exim did not start');
}

async function send(to: string) {
  const transport = smtpTransport({ url: `smtp://127.0.0.1:${String(port)}`, from: FROM });
  if (transport === null) throw new Error('no transport');
  const words = { subject: '【信用历城】督办单', text: `${'请登录平台查看。'.repeat(200)}\r\n.\r\n完` };
  return transport.send({ noticeId: '019e0000-0000-7000-8000-000000000001', to, ...words, sentAt: new Date() });
}

it('takes a notice, gives a proof, and delivers the words as they were', async () => {
  const sent = await send('office@test.invalid');
  expect(sent).toEqual({ ok: true, value: expect.stringMatching(/^250 OK id=\S+/u) as string });
  const box = join(folder, 'spool/mbox');
  for (let tries = 0; tries < 100 && !existsSync(box); tries += 1) await sleep(100);
  const mail = await readFile(box, 'utf8');
  expect(mail).toMatch(/^Message-ID: <019e0000-0000-7000-8000-000000000001@test\.invalid>$/mu);
  const body = Buffer.from(mail.slice(mail.indexOf('\n\n') + 2), 'base64').toString('utf8');
  expect(body).toMatch(/^(?:请登录平台查看。){200}\r?\n\.\r?\n完$/u);
});

it('says that a box is unknown for good, or busy for now', async () => {
  expect(await send('unknown@test.invalid')).toMatchObject({ error: { kind: 'final', reason: '550 no such box' } });
  expect(await send('busy@test.invalid')).toMatchObject({ error: { kind: 'again', reason: '451 come again' } });
});
