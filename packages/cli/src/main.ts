/** The `xincheng` command as a process: reads the environment, runs one command line, sets the exit code. */
import { fileURLToPath } from 'node:url';
import { findRoot, settingsIn } from './environment.ts';
import { watchInterrupts } from './interrupts.ts';
import { outputOf } from './output.ts';
import { runLine } from './program.ts';

const root = findRoot(fileURLToPath(new URL('.', import.meta.url)));
const output = outputOf(process.stdout, process.stderr);
const interrupts = watchInterrupts(process, output, process.argv.includes('--json'));

await runLine(
  {
    ...settingsIn(process.env, root),
    standards: null,
    isTerminal: process.stderr.isTTY,
    interrupts,
    now: () => new Date(),
    log: output.log,
  },
  process.argv.slice(2),
  output,
  (code) => {
    process.exitCode = code;
  },
);
