/** Timing of cases and the results file. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { dirname } from 'node:path';
import type { Session } from './database.ts';

/** One measured variant. */
export interface Result {
  readonly case: string;
  readonly variant: string;
  readonly rows: number;
  /** Median of the runs. */
  readonly seconds: number;
  readonly runs: readonly number[];
  readonly rowsPerSecond: number;
  /** Processor time of the server's process in the median run: says more than seconds where the machine is shared. Linux only. */
  readonly serverCpuSeconds?: number;
  /** Rows per second of that processor time; what the machine would do with nothing else running, client and disk aside. */
  readonly rowsPerCpuSecond?: number;
  /** Write-ahead log written in the median run. */
  readonly walMegabytes?: number;
  /** Rows per second as a share of raw COPY of the same run; absent where rows are not written. */
  readonly toRawCopy?: number;
  readonly megabytes?: number;
  readonly note?: string;
  /** Load of the machine when it was measured: other work shows here. */
  readonly load: number;
}

/** What is measured and how it is set up; `before` is not timed. */
export interface Measurement {
  readonly case: string;
  readonly variant: string;
  readonly rows: number;
  /** False where nothing is written, so that a share of raw COPY would say nothing. */
  readonly isWriting?: boolean;
  readonly before?: () => Promise<void>;
  readonly run: () => Promise<void>;
  /** The session that works, where it is not the usual one; asked after `before`. */
  readonly session?: () => Session;
  readonly after?: () => Promise<Extra>;
}

const LONG_RUN_SECONDS = 60;
const TICKS_PER_SECOND = 100;

type Extra = { readonly megabytes?: number; readonly note?: string };

interface Run {
  readonly seconds: number;
  readonly serverCpuSeconds?: number;
  readonly walMegabytes?: number;
}

interface Consumed {
  readonly cpuSeconds: number | null;
  readonly walBytes: number;
}

/** What the session's server process has used so far. */
async function consumed(session: Session): Promise<Consumed> {
  const { rows } = await session.query<{ pid: number; wal: string }>(
    "select pg_backend_pid() as pid, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as wal",
  );
  const stat = await readFile(`/proc/${rows[0]?.pid ?? 0}/stat`, 'utf8').catch(() => null);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields?.[11]) + Number(fields?.[12]);
  return { cpuSeconds: Number.isFinite(ticks) ? ticks / TICKS_PER_SECOND : null, walBytes: Number(rows[0]?.wal) };
}

function difference(before: Consumed, after: Consumed): Omit<Run, 'seconds'> {
  const walMegabytes = Math.round((after.walBytes - before.walBytes) / 1e6);
  if (before.cpuSeconds === null || after.cpuSeconds === null) return { walMegabytes };
  return { walMegabytes, serverCpuSeconds: round(after.cpuSeconds - before.cpuSeconds) };
}

/** Collects results, prints each at once and keeps the file current. */
export class Report {
  private readonly results: Result[] = [];
  private rawRowsPerSecond: number | null = null;
  private usual: Session | null = null;
  private readonly path: string;
  private readonly repeats: number;
  private readonly facts: Record<string, unknown> = {};

  constructor(path: string, repeats: number) {
    this.path = path;
    this.repeats = repeats;
  }

  /** Something about the run that is no measurement: machine, settings, an answer that was checked. */
  fact(name: string, value: unknown): void {
    this.facts[name] = value;
    console.log(`  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  }

  /** The session whose process is watched. */
  watch(session: Session): void {
    this.usual = session;
  }

  /** Runs it several times where a run takes less than a minute, else once, and keeps the median. */
  async measure(wanted: Measurement): Promise<Result> {
    const runs: Run[] = [];
    let extra: Extra;
    do {
      await wanted.before?.();
      const session = wanted.session?.() ?? this.usual;
      const before = session === null ? null : await consumed(session);
      const start = performance.now();
      await wanted.run();
      const seconds = (performance.now() - start) / 1_000;
      runs.push({ seconds, ...(session === null || before === null ? {} : difference(before, await consumed(session))) });
      extra = (await wanted.after?.()) ?? {};
    } while (runs.length < this.repeats && (runs[0]?.seconds ?? 0) < LONG_RUN_SECONDS);
    return this.add(wanted, runs, extra);
  }

  private async add(wanted: Measurement, runs: readonly Run[], extra: Extra): Promise<Result> {
    const median = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((runs.length - 1) / 2)] ?? { seconds: 0 };
    const rowsPerSecond = Math.round(wanted.rows / median.seconds);
    if (wanted.case === 'raw-copy') this.rawRowsPerSecond = rowsPerSecond;
    const ratio =
      this.rawRowsPerSecond === null || wanted.isWriting === false
        ? {}
        : { toRawCopy: Number((rowsPerSecond / this.rawRowsPerSecond).toFixed(3)) };
    const { seconds, ...server } = median;
    const result: Result = {
      case: wanted.case,
      variant: wanted.variant,
      rows: wanted.rows,
      seconds: round(seconds),
      runs: runs.map((run) => round(run.seconds)),
      rowsPerSecond,
      ...server,
      ...perCpu(wanted.rows, server.serverCpuSeconds),
      ...ratio,
      ...extra,
      load: round(loadavg()[0] ?? 0),
    };
    this.results.push(result);
    console.log(
      [
        result.case,
        result.variant,
        `${result.seconds} s`,
        `${rowsPerSecond.toLocaleString('en')} rows/s`,
        `x${result.toRawCopy ?? '-'}`,
        `cpu ${result.serverCpuSeconds ?? '-'} s = ${result.rowsPerCpuSecond?.toLocaleString('en') ?? '-'} rows/s`,
        `wal ${result.walMegabytes ?? '-'} MB`,
        `${extra.megabytes ?? '-'} MB`,
        extra.note ?? '',
        `load ${result.load}`,
      ].join(' | '),
    );
    await this.write();
    return result;
  }

  async write(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await writeFile(this.path, `${JSON.stringify({ ...this.facts, results: this.results }, null, 1)}\n`);
  }
}

function perCpu(rows: number, seconds: number | undefined): { readonly rowsPerCpuSecond?: number } {
  return seconds === undefined || seconds < 0.05 ? {} : { rowsPerCpuSecond: Math.round(rows / seconds) };
}

function round(seconds: number): number {
  return Number(seconds.toPrecision(4));
}
