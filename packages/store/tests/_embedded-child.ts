/** A process of its own that starts the embedded server, says so in one line, and stops it when its input ends. */
import { startEmbedded } from '../src/embedded/index.ts';
import type { EmbeddedOptions } from '../src/embedded/index.ts';

interface Orders extends EmbeddedOptions {
  readonly uid?: number;
}

const { uid, ...options } = JSON.parse(process.argv[2] ?? '{}') as Orders;
if (uid !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(uid);
  process.setuid?.(uid);
}
const lines: string[] = [];
const started = await startEmbedded({ ...options, log: (line) => lines.push(line) });
if (started.ok) {
  const { pid, port, dataDir, isAdopted, ownerUrl } = started.value;
  console.log(JSON.stringify({ pid, port, dataDir, isAdopted, ownerUrl, lines }));
  process.stdin.resume();
  process.stdin.on('end', () => void started.value.stop());
} else {
  console.log(JSON.stringify({ error: started.error, lines }));
}
