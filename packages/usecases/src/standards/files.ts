/** Which files make a pack, and what kind each is. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { StandardsKind } from '@xincheng/contract/standards';
import type { PackProblem } from './problem.ts';

/** The two halves of a pack: what law and the national standard say, and what one district decides. */
export type Half = 'standards' | 'district';

/** A YAML file of the pack. `path` is relative to its half and written with `/`. */
export interface PackFile {
  readonly half: Half;
  readonly path: string;
  /** Where it is, for the person who opens it. */
  readonly file: string;
  readonly kind: StandardsKind;
  readonly bytes: Uint8Array;
}

const FOLDERS: Readonly<Record<string, StandardsKind>> = {
  datasets: 'dataset', fields: 'fields', codes: 'code-list', checks: 'check', deadlines: 'deadline', terms: 'terms', notices: 'notice',
  indicators: 'indicator', expected: 'expected', monitoring: 'monitoring',
};
const PLACES: Readonly<Record<Half, { readonly files: Readonly<Record<string, StandardsKind>>; readonly folders: Readonly<Record<string, StandardsKind>> }>> = {
  standards: { files: { 'instruments.yaml': 'instruments', 'jurisdictions.yaml': 'jurisdictions' }, folders: { ...FOLDERS, calendar: 'calendar-year' } },
  district: {
    files: { 'district.yaml': 'district', 'units.yaml': 'units', 'groups.yaml': 'groups', 'provisions.yaml': 'provisions', 'concealment.yaml': 'concealment', 'bulletin.yaml': 'bulletin', 'contacts.yaml': 'contacts', 'attachments.yaml': 'attachments', 'supervision.yaml': 'supervision', 'accounts.yaml': 'accounts', 'instruments.yaml': 'instruments', 'jurisdictions.yaml': 'jurisdictions' },
    folders: { ...FOLDERS, forwarding: 'forwarding', plans: 'plan' },
  },
};
/** Files a pack cannot do without. */
const NEEDED: Readonly<Record<Half, readonly string[]>> = {
  standards: ['instruments.yaml', 'jurisdictions.yaml', 'datasets/', 'calendar/'],
  district: ['district.yaml', 'units.yaml', 'groups.yaml', 'provisions.yaml'],
};
/** Test vectors and demonstration data are no part of the pack. */
const NOT_READ = ['conformance', 'demo'];
/** A folder that is not there: what it lacks is then named file by file. */
const ABSENT = ['ENOENT', 'ENOTDIR'];

/** Reads every file, the standards first (a district adds to them), each half in path order. */
export async function readPackFiles(dirs: Readonly<Record<Half, string>>): Promise<{ files: PackFile[]; problems: PackProblem[] }> {
  const halves = await Promise.all((['standards', 'district'] as const).map((half) => readHalf(half, dirs[half])));
  return { files: halves.flatMap(({ files }) => files), problems: halves.flatMap(({ problems }) => problems) };
}

/** Reads every file of one half, in path order, and tells what is missing or out of place. */
export async function readHalf(half: Half, dir: string): Promise<{ files: PackFile[]; problems: PackProblem[] }> {
  const problems: PackProblem[] = [];
  const files: PackFile[] = [];
  const note = (path: string, code: PackProblem['code'], reason: string): void => {
    problems.push({ file: join(dir, path), line: 1, column: 1, code, reason });
  };
  const listed = await readdir(dir, { recursive: true }).catch(systemCode);
  if (typeof listed === 'string' && !ABSENT.includes(listed)) note('', 'unreadable', `文件夹读不了（${listed}）。`);
  for (const path of typeof listed === 'string' ? [] : yamlAmong(listed)) {
    const kind = kindOfPath(half, path);
    const bytes = kind === null ? null : bytesOf(join(dir, path));
    if (kind === null || bytes === null) note(path, 'unknown-file', '这个位置的 YAML 文件不会被读取：请核对文件夹和文件名，后缀须为 .yaml。');
    else if (typeof bytes === 'string') note(path, 'unreadable', `文件读不了（${bytes}）。`);
    else files.push({ half, path, file: join(dir, path), kind, bytes });
  }
  for (const needed of NEEDED[half]) {
    if (!files.some(({ path }) => path === needed || path.startsWith(needed))) note(needed, 'missing-file', `缺少 ${needed}。`);
  }
  return { files, problems };
}

/** Hundreds of small files at every start: waiting for each costs several times what reading it does. */
function bytesOf(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (fault) {
    return systemCode(fault);
  }
}

function systemCode(fault: unknown): string {
  if (fault instanceof Error && 'code' in fault && typeof fault.code === 'string') return fault.code;
  throw fault;
}

function yamlAmong(names: readonly string[]): string[] {
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((path) => /\.ya?ml$/iu.test(path) && !NOT_READ.includes(path.split('/')[0] ?? ''))
    .sort((a, b) => (a < b ? -1 : 1));
}

function kindOfPath(half: Half, path: string): StandardsKind | null {
  const { files, folders } = PLACES[half];
  const [folder = '', name, ...deeper] = path.split('/');
  if (name === undefined) return Object.hasOwn(files, folder) ? (files[folder] ?? null) : null;
  if (deeper.length > 0 || !name.endsWith('.yaml')) return null;
  return Object.hasOwn(folders, folder) ? (folders[folder] ?? null) : null;
}
