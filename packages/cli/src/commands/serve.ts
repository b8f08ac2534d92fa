/** `xincheng serve`: starts the platform and stays until it is stopped. The server is a program of its own. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';

/** The server's last words about why it did not start: a sentence and its code. */
const WHY = /^(.+)（([a-z][a-z0-9_-]+)）$/mu;
const ADDRESS = /https?:\/\/[^\s/]+/u;

/** Runs the built server in the foreground. With JSON, a line says where it answers, and the last one how it ended. */
export async function serve({ root, interrupts, log }: Environment, isJson: boolean): Promise<Answer> {
  const program = join(root, 'packages/server/dist/main.mjs');
  if (!existsSync(program))
    return failure(EXIT.fault, { code: 'not-built', message: '服务程序尚未构建，请先运行 npm run build。' });
  const child = spawn(process.execPath, [program], { stdio: ['inherit', isJson ? 'pipe' : 'inherit', 'pipe'] });
  interrupts.handOver((signal) => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  if (child.stdout !== null) announce(child.stdout, log);
  const said = child.stderr === null ? (): string => '' : collect(child.stderr, log);
  const ended = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  if (ended.code === 0 || ended.signal === 'SIGINT' || ended.signal === 'SIGTERM')
    return { exit: EXIT.done, text: '', json: { stopped: true } };
  const why = [...said().matchAll(new RegExp(WHY, 'gmu'))].at(-1);
  const answer = failure(EXIT.fault, {
    code: why?.[2] ?? 'serve-failed',
    message: why?.[1] ?? '平台没有启动，或意外停止；原因见上。',
  });
  // What the server said stands on the screen already.
  return { ...answer, text: '' };
}

/** The server's words go to standard error; its address, once, as JSON to standard output. */
function announce(stdout: Readable, log: (line: string) => void): void {
  let text = '';
  let isAnnounced = false;
  stdout.setEncoding('utf8').on('data', (part: string) => {
    log(part.trimEnd());
    text += isAnnounced ? '' : part;
    const url = ADDRESS.exec(text)?.[0];
    if (isAnnounced || url === undefined) return;
    isAnnounced = true;
    process.stdout.write(`${JSON.stringify({ url, api: `${url}/api/v1` })}\n`);
  });
}

const KEPT = 8000;

/** Hands a stream on and keeps its end. */
function collect(stream: Readable, log: (line: string) => void): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (part: string) => {
    text = `${text}${part}`.slice(-KEPT);
    log(part.replace(/\n$/u, ''));
  });
  return () => text;
}
