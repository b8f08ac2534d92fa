/** Entry of a row worker thread: one processor, two kinds of work. */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { RowSetup } from './row-processor.ts';
import { RowProcessor } from './row-processor.ts';
import type { WorkerReply, WorkerRequest } from './row-workers.ts';

if (parentPort === null) throw new Error('row-worker runs as a worker thread only');
const port = parentPort;
// On Linux this is the thread's own priority, so that whoever waits for an answer of this process goes first; elsewhere it would be that
// of the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const processor = new RowProcessor(workerData as RowSetup);

port.on('message', (request: WorkerRequest) => {
  try {
    const reply = answer(request);
    port.postMessage(reply, buffersOf(reply));
  } catch (thrown) {
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    port.postMessage({ id: request.id, failed: message } satisfies WorkerReply);
  }
});

function answer(request: WorkerRequest): WorkerReply {
  switch (request.step) {
    case 'read':
      return { id: request.id, keys: processor.read(request.chunkNo, request.chunk) };
    case 'decide':
      return { id: request.id, result: processor.decide(request.chunkNo, request.findings) };
    case 'late':
      return { id: request.id, lines: processor.lateIssues(request.late) };
  }
}

/** What only the main thread needs moves there instead of being copied. */
function buffersOf(reply: WorkerReply): ArrayBuffer[] {
  const arrays =
    'keys' in reply
      ? [reply.keys.idArray, reply.keys.hashArray, reply.keys.dayArray]
      : 'result' in reply
        ? [reply.result.rows, reply.result.entries]
        : [];
  return arrays.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
}
