/**
 * Makes a checkout ready: right Node, installed packages, built programs. Does only what is missing, so a ready checkout costs
 * some milliseconds. Needs nothing but Node itself. Everything it says goes to standard error: answers of programs stay clean.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout's top folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const LOCK = join(root, '.setup.lock');
const PROGRAMS = ['packages/cli/dist/main.mjs', 'packages/server/dist/main.mjs', 'packages/web/dist/index.html'];
const BUILD_STAMP = join(root, 'packages/server/dist/.built-from');
const BUILD_CONFIG = [
  ...['package.json', 'package-lock.json', 'tsconfig.base.json', 'tsdown.config.ts'],
  ...['packages/web/index.html', 'packages/web/vite.config.ts'],
];

/** The build tools need 20.19 of the 20 series and 22.12 of the 22 series. */
export function isNodeEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** Stops with one clear sentence when Node is too old. */
function requireNode() {
  const version = process.versions.node;
  if (isNodeEnough(version)) return;
  console.error(`Xincheng needs Node.js 20.19 or newer (22.12 in the 22 series; 24 is fine). This is ${version}.`);
  console.error(`信城需要 Node.js 20.19 或更高版本（22 系列需 22.12 以上，推荐 24），当前是 ${version}。`);
  process.exit(1);
}

/** Installs and builds what is missing or out of date. */
export async function setUp() {
  requireNode();
  if (isInstalled() && isBuilt()) return;
  await underLock(async () => {
    if (!isInstalled()) await install();
    if (!isBuilt()) await build();
  });
}

/** Installs only: for checks that read the sources. */
export async function setUpPackages() {
  requireNode();
  if (isInstalled()) return;
  await underLock(async () => {
    if (!isInstalled()) await install();
  });
}

/** Compares the lockfile with npm's own note of what it installed: also right after an `npm install` by hand or a broken one. */
function isInstalled() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const installed = readJson(note).packages;
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    // Programs for other machines stay away, and so may peers that nobody asked for.
    if (found === undefined) return optional === true || peer === true;
    return found.link === link && found.version === version;
  });
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function install() {
  say('Installing packages (npm ci) … 正在安装依赖');
  // Nothing here needs install scripts; without them no stranger's code runs at this step. The build needs the dev packages too.
  await run(...npmCommand(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']));
}

function npmCommand(args) {
  const npm = process.env['npm_execpath'];
  return npm !== undefined && /npm-cli\.[cm]?js$/.test(npm) ? [process.execPath, [npm, ...args]] : ['npm', args];
}

function isBuilt() {
  if (!PROGRAMS.every((path) => existsSync(join(root, path))) || !existsSync(BUILD_STAMP)) return false;
  return readFileSync(BUILD_STAMP, 'utf8') === digestOfSources();
}

async function build() {
  say('Building … 正在构建');
  const digest = digestOfSources();
  await run(process.execPath, [join(root, 'scripts/build.mjs')]);
  writeFileSync(BUILD_STAMP, digest);
}

/** By content, not by time: a checkout of an older state, or a copy, is seen as well. */
function digestOfSources() {
  const hash = createHash('sha256');
  for (const path of [...BUILD_CONFIG.map((name) => join(root, name)), ...sourceFiles(join(root, 'packages'))]) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function sourceFiles(packages) {
  const files = [];
  for (const name of readdirSync(packages).sort()) {
    const source = join(packages, name, 'src');
    if (!existsSync(source)) continue;
    for (const file of readdirSync(source, { recursive: true }).sort()) {
      const path = join(source, file);
      if (!path.endsWith('.test.ts') && statSync(path).isFile()) files.push(path);
    }
  }
  return files;
}

/** One at a time: `npm start` and `npm test` begun together on a fresh checkout must not install into each other. */
async function underLock(work) {
  for (let told = false; !takeLock(); told = true) {
    if (!told) say('Another process is setting up this checkout, waiting … 另一进程正在安装，请稍候');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const release = () => rmSync(LOCK, { recursive: true, force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** A folder, because making one either succeeds or fails; the holder's number in it tells whether it still lives. */
function takeLock() {
  try {
    mkdirSync(LOCK);
    writeFileSync(join(LOCK, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function isHeld() {
  const holder = join(LOCK, 'pid');
  try {
    // Between making the folder and writing the number its holder has a moment.
    if (!existsSync(holder)) return Date.now() - statSync(LOCK).mtimeMs < 5000;
    process.kill(Number(readFileSync(holder, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs a program to its end; its output goes to standard error. A failure ends this process with the same code. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2] });
    child.once('error', (error) => reject(new Error(`could not run ${program}: ${error.message}`)));
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else {
        say(`Setting up failed: ${program} ${args.join(' ')} ended with ${signal ?? code}. 准备工作失败，请查看上面的输出。`);
        process.exit(code ?? 1);
      }
    });
  });
}

function say(line) {
  console.error(line);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await setUp();
