/**
 * `npm run check [-- step …]`: everything that can be said without running the tests. Steps run two at a time; a step that fails
 * shows its output, one that passes only its time.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, setUpPackages } from './setup.mjs';

/** Each step takes a core for seconds; more of them at once would only take turns. */
const AT_ONCE = 2;
const CACHE = 'node_modules/.cache';

function bin(path, ...args) {
  return [join('node_modules', path), ...args];
}

/** The longest first. */
const STEPS = [
  { name: 'types', runs: [['scripts/check/lint.mjs', 'types']] },
  { name: 'lint', runs: [['scripts/check/lint.mjs', 'syntax']] },
  {
    name: 'format',
    runs: [bin('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn', '--cache', '--cache-strategy', 'content')],
  },
  { name: 'generated', runs: generators() },
  { name: 'boundaries', runs: [['scripts/check/boundaries.mjs']] },
  {
    name: 'unused',
    runs: [bin('knip/bin/knip.js', '--no-progress', '--no-config-hints', '--cache', '--cache-location', `${CACHE}/knip`)],
  },
  // By itself, without Node's and the DOM's names: the compiler is what keeps core pure.
  { name: 'core', runs: [bin('typescript/bin/tsc', '--noEmit', '-p', 'packages/core')] },
  { name: 'documents', runs: [['scripts/check/documents.mjs']] },
];

/** Each writes a committed file and, with --check, says whether that file is current; the schema's rules are checked with its dump. */
function generators() {
  return ['standards-schema', 'schema-dump', 'openapi', 'web-api']
    .map((name) => join('scripts', `${name}.ts`))
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ['--import', 'tsx', path, '--check']);
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (error) => resolve({ isGood: false, output: String(error) }));
    child.once('close', (code) => resolve({ isGood: code === 0, output }));
  });
}

async function runStep({ name, runs }) {
  const started = process.hrtime.bigint();
  const outputs = [];
  for (const args of runs) {
    const { isGood, output } = await run(args);
    if (!isGood) outputs.push(output.trim());
  }
  const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
  console.log(`${outputs.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(11)}${seconds.padStart(6)} s`);
  for (const output of outputs) console.log(`${output}\n`);
  return outputs.length === 0;
}

async function runAll(steps) {
  const waiting = [...steps];
  const failed = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
      if (!(await runStep(step))) failed.push(step.name);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return failed;
}

await setUpPackages();
mkdirSync(join(root, CACHE), { recursive: true });
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}; there are: ${STEPS.map(({ name }) => name).join(', ')}`);
  process.exitCode = 2;
} else {
  const started = process.hrtime.bigint();
  const failed = await runAll(asked.length === 0 ? STEPS : STEPS.filter(({ name }) => asked.includes(name)));
  const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
  console.log(failed.length === 0 ? `check passed in ${seconds} s` : `check failed in ${seconds} s: ${failed.join(', ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
