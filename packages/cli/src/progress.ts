/** Progress of long work on standard error: a bar at a terminal, a line every few seconds elsewhere. */
import cliProgress from 'cli-progress';
import type { Environment } from './environment.ts';

/** Seen by whoever waits. `done` in the unit of the total: bytes of a file, or rows. */
export interface Step {
  readonly stage: 'reading' | 'merging' | 'generating' | 'saving' | 'checking' | 'restoring';
  readonly rows: number;
  readonly done: number;
}

export interface ProgressView {
  readonly update: (step: Step) => void;
  readonly stop: () => void;
}

const STAGES: Readonly<Record<Step['stage'], string>> = {
  reading: '校验',
  merging: '合并',
  generating: '生成',
  saving: '备份',
  checking: '核对',
  restoring: '恢复',
};
const LINE_EVERY_MS = 3000;

/** Shows how much of `total` is done. At a terminal, breaking off gives the cursor back. */
export function showProgress({ isTerminal, now, log, interrupts }: Environment, total: number): ProgressView {
  const clock = (): number => now().getTime();
  if (!isTerminal) return lines(total, clock, log);
  const view = bar(total, clock);
  const forget = interrupts.onInterrupt('', () => {
    view.stop();
    return Promise.resolve();
  });
  return {
    update: view.update,
    stop: () => {
      view.stop();
      forget();
    },
  };
}

function bar(total: number, clock: () => number): ProgressView {
  const started = clock();
  const view = new cliProgress.SingleBar({
    format: '{stage} {bar} {percentage}% · {rows} 行 · {rate} 行/秒',
    stream: process.stderr,
    hideCursor: true,
    barsize: 30,
    gracefulExit: false,
  });
  view.start(total, 0, { stage: '准备', rows: '0', rate: '0' });
  return {
    update: ({ stage, rows, done }) => {
      view.update(Math.min(done, total), {
        stage: STAGES[stage],
        rows: rows.toLocaleString('zh'),
        rate: ratePerSecond(rows, clock() - started),
      });
    },
    stop: () => {
      view.stop();
    },
  };
}

function lines(total: number, clock: () => number, log: (line: string) => void): ProgressView {
  const started = clock();
  let last = started;
  return {
    update: ({ stage, rows, done }) => {
      const now = clock();
      if (now - last < LINE_EVERY_MS) return;
      last = now;
      const percent = total === 0 ? 100 : Math.floor((Math.min(done, total) / total) * 100);
      log(`${STAGES[stage]} ${String(percent)}% · ${rows.toLocaleString('zh')} 行 · ${ratePerSecond(rows, now - started)} 行/秒`);
    },
    stop: () => undefined,
  };
}

function ratePerSecond(rows: number, milliseconds: number): string {
  return milliseconds <= 0 ? '0' : Math.round((rows * 1000) / milliseconds).toLocaleString('zh');
}
