/** The `xincheng` command as a process: reads the environment, runs one command line, sets the exit code. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRoot } from './environment.ts';
import { watchInterrupts } from './interrupts.ts';
import { outputOf } from './output.ts';
import { runLine } from './program.ts';

const root = findRoot(fileURLToPath(new URL('.', import.meta.url)));
const output = outputOf(process.stdout, process.stderr);
const interrupts = watchInterrupts(process, output, process.argv.includes('--json'));

await runLine(
  {
    root,
    home: resolve(process.env['XINCHENG_HOME'] ?? join(root, '.xincheng')),
    databaseUrl: process.env['XINCHENG_DATABASE_URL'] ?? null,
    standardsDir: join(root, 'standards'),
    districtDir: resolve(process.env['XINCHENG_DISTRICT'] ?? join(root, 'districts/licheng')),
    sealAlgorithm: process.env['XINCHENG_SEAL_ALGORITHM'] ?? null,
    scanCommand: process.env['XINCHENG_SCAN_COMMAND'] ?? null,
    notices: {
      smtpUrl: process.env['XINCHENG_SMTP_URL'] ?? null,
      mailFrom: process.env['XINCHENG_MAIL_FROM'] ?? null,
      smsFolder: process.env['XINCHENG_SMS_FOLDER'] ?? null,
    },
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
