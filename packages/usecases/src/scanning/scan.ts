/** The scan hook: whoever runs the platform names a program, such as `clamdscan --fdpass --no-summary`. */
import { spawn } from 'node:child_process';

/** What a scan found. `unknown`: the scanner could not say. */
export type ScanVerdict =
  | { readonly state: 'clean' }
  | { readonly state: 'infected'; readonly found: string }
  | { readonly state: 'unknown'; readonly reason: string };

/** Looks at a file. */
export interface FileScanner {
  readonly scan: (path: string) => Promise<ScanVerdict>;
}

const TIMEOUT_MS = 60_000;
const MOST_OUTPUT = 4096;
/** Exit codes of ClamAV's programs, which others keep to as well. */
const [CLEAN, INFECTED] = [0, 1] as const;

/** A scanner by a program and its arguments; the path is put behind them. No shell reads the line. */
export function commandScanner(command: string, timeoutMs = TIMEOUT_MS): FileScanner {
  const [program = '', ...args] = command.trim().split(/\s+/u);
  return { scan: (path) => scanned(program, [...args, path], path, timeoutMs) };
}

/** As it is put into a sentence. */
function firstLine(output: string): string {
  return (output.split('\n')[0] ?? '').replace(/\p{Cc}/gu, '').trim();
}

function scanned(program: string, args: readonly string[], path: string, timeoutMs: number): Promise<ScanVerdict> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: timeoutMs, killSignal: 'SIGKILL' });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      if (output.length < MOST_OUTPUT) output += part;
    });
    // What it has started may live on and hold the pipe: nobody waits for that.
    child.once('exit', (code) => code ?? child.stdout.destroy());
    child.once('error', (error) => resolve({ state: 'unknown', reason: error.message }));
    child.once('close', (code) => {
      if (code === CLEAN) resolve({ state: 'clean' });
      else if (code === INFECTED) resolve({ state: 'infected', found: firstLine(output.replace(path, '')) });
      else resolve({ state: 'unknown', reason: code === null ? 'timeout' : `exit ${String(code)}` });
    });
  });
}
