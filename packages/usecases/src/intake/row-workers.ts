/** A few worker threads that read and decide chunks; a chunk's two steps go to the same thread, which holds its rows. */
import { Worker } from 'node:worker_threads';
import type { LaterFinding } from './later-issue.ts';
import type { Chunk } from '../reading/index.ts';
import { RowProcessor } from './row-processor.ts';
import type { ChunkKeys } from './chunk-keys.ts';
import type { ChunkFindings, ChunkResult, RowSetup } from './row-processor.ts';

export type WorkerRequest =
  | { readonly id: number; readonly step: 'read'; readonly chunkNo: number; readonly chunk: Chunk }
  | { readonly id: number; readonly step: 'decide'; readonly chunkNo: number; readonly findings: ChunkFindings }
  | { readonly id: number; readonly step: 'late'; readonly late: LateFindings };

export type LateFindings = readonly { readonly row: number; readonly finding: LaterFinding }[];

export type WorkerReply =
  | { readonly id: number; readonly keys: ChunkKeys }
  | { readonly id: number; readonly result: ChunkResult }
  | { readonly id: number; readonly lines: Uint8Array }
  | { readonly id: number; readonly failed: string };

export interface RowWorkers {
  readonly read: (chunkNo: number, chunk: Chunk) => Promise<ChunkKeys>;
  readonly decide: (chunkNo: number, findings: ChunkFindings) => Promise<ChunkResult>;
  readonly lateIssues: (late: LateFindings) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

interface Pending {
  readonly resolve: (reply: WorkerReply) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly pending: Map<number, Pending>;
}

/** Up to so many records are done on the calling thread: starting others would take longer than the work, and it never blocks for long. */
const INLINE_RECORDS = 1000;

/** The workers for a file of so many records: none of their own for a small one, otherwise `count` threads. */
export function openRowWorkers(records: number, count: number, setup: RowSetup): RowWorkers {
  return isLarge(records) ? startRowWorkers(count, setup) : inlineRowWorkers(setup);
}

/** Whether a file of so many records is worth threads of its own, and long enough to let others go first. */
export function isLarge(records: number): boolean {
  return records > INLINE_RECORDS;
}

function inlineRowWorkers(setup: RowSetup): RowWorkers {
  const processor = new RowProcessor(setup);
  return {
    read: (chunkNo, chunk) => settled(() => processor.read(chunkNo, chunk)),
    decide: (chunkNo, findings) => settled(() => processor.decide(chunkNo, findings)),
    lateIssues: (late) => settled(() => processor.lateIssues(late)),
    close: () => Promise.resolve(),
  };
}

/** What is thrown rejects, as it would from a thread. */
function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}

/** Starts `count` threads. In the source tree a thread runs TypeScript through tsx, in the bundle the file built beside this one. */
function startRowWorkers(count: number, setup: RowSetup): RowWorkers {
  const threads = Array.from({ length: count }, () => startThread(setup));
  let nextId = 0;
  const ask = (chunkNo: number, request: (id: number) => WorkerRequest, transfer: ArrayBuffer[]): Promise<WorkerReply> => {
    const thread = threads[chunkNo % count];
    if (thread === undefined) throw new Error('no row worker');
    const id = (nextId += 1);
    return new Promise((resolve, reject) => {
      thread.pending.set(id, { resolve, reject });
      thread.worker.postMessage(request(id), transfer);
    });
  };
  return {
    read: async (chunkNo, chunk) => {
      const reply = await ask(chunkNo, (id) => ({ id, step: 'read', chunkNo, chunk }), transferOf(chunk));
      if (!('keys' in reply)) throw new Error('a row worker answered out of turn');
      return reply.keys;
    },
    decide: async (chunkNo, findings) => {
      const reply = await ask(chunkNo, (id) => ({ id, step: 'decide', chunkNo, findings }), []);
      if (!('result' in reply)) throw new Error('a row worker answered out of turn');
      return reply.result;
    },
    lateIssues: async (late) => {
      const reply = await ask(0, (id) => ({ id, step: 'late', late }), []);
      if (!('lines' in reply)) throw new Error('a row worker answered out of turn');
      return reply.lines;
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** The chunk's bytes move to the thread when they own their memory; otherwise they are copied. */
function transferOf(chunk: Chunk): ArrayBuffer[] {
  const { buffer, byteLength } = chunk.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

function startThread(setup: RowSetup): Thread {
  const worker = startWorker(setup);
  const pending = new Map<number, Pending>();
  worker.on('message', (reply: WorkerReply) => {
    const waiting = pending.get(reply.id);
    pending.delete(reply.id);
    if ('failed' in reply) waiting?.reject(new Error(reply.failed));
    else waiting?.resolve(reply);
  });
  const fail = (error: Error): void => {
    for (const waiting of pending.values()) waiting.reject(error);
    pending.clear();
  };
  worker.on('error', fail);
  worker.on('exit', (code) => {
    fail(new Error(`a row worker ended with ${String(code)}`));
  });
  return { worker, pending };
}

/** No row outlives the step that reads it, so the young heap can stay small enough for the processor's cache: a third is live. */
const YOUNG_MB = 8;

/** A thread does not inherit tsx's hook, so in the source tree it registers it before it loads the worker. */
function startWorker(setup: RowSetup): Worker {
  const options = { workerData: setup, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./row-worker.mjs', import.meta.url), options);
  const source = JSON.stringify(new URL('./row-worker.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`, {
    ...options,
    eval: true,
  });
}
