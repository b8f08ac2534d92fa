/**
 * Loads the standards with every district, then writes standards/schema/<kind>.schema.json and standards/versions.json.
 * With --check nothing is written: it fails when a pack is broken or a file is out of date. In both ways it refuses a dataset,
 * indicator or expected set whose content changed under the version it had; --rewrite takes that over, for definitions under which no record was ever made.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { jsonSchemaOf, STANDARDS_KINDS } from '@xincheng/contract/standards';
import { changedUnderSameVersion, contentVersions, loadPack } from '@xincheng/usecases/standards';
import type { ContentVersions, PackProblem } from '@xincheng/usecases/standards';

const COMMAND = 'npx tsx scripts/standards-schema.ts';

interface Options {
  readonly root: string;
  readonly isCheck: boolean;
  readonly mayRewrite: boolean;
}

/** Exit code 0, or 1 when something is broken or out of date. */
async function main(options: Options): Promise<number> {
  const standardsDir = join(options.root, 'standards');
  const problems = await packProblems(options.root, standardsDir);
  for (const { file, line, column, code, reason } of problems)
    console.error(`${relative(options.root, file)}:${String(line)}:${String(column)} ${code} ${reason}`);
  if (problems.length > 0) return 1;
  const versions = await contentVersions(standardsDir);
  if (!versions.ok) return 1;
  const changed = options.mayRewrite ? [] : changedUnderSameVersion(await pinnedVersions(standardsDir), versions.value);
  for (const { kind, id, version } of changed)
    console.error(
      `standards: ${kind}/${id} says something else under version ${version}: give it a new version, then run ${COMMAND}`,
    );
  if (changed.length > 0) return 1;
  const files = new Map([
    [join(standardsDir, 'versions.json'), versions.value],
    ...STANDARDS_KINDS.map((kind): [string, object] => [join(standardsDir, 'schema', `${kind}.schema.json`), jsonSchemaOf(kind)]),
  ]);
  const stale = await settle(files, options);
  const strays = await straySchemas(join(standardsDir, 'schema'), files);
  for (const path of [...stale, ...strays])
    console.error(
      `standards: ${relative(options.root, path)} is ${strays.includes(path) ? 'no schema of any kind; remove it' : `out of date; run: ${COMMAND}`}`,
    );
  return stale.length + strays.length > 0 ? 1 : 0;
}

async function packProblems(root: string, standardsDir: string): Promise<readonly PackProblem[]> {
  const districts = (await readdir(join(root, 'districts'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const loaded = await Promise.all(
    districts.map((district) => loadPack({ standardsDir, districtDir: join(root, 'districts', district) })),
  );
  const problems = new Map(
    loaded.flatMap((pack) => (pack.ok ? [] : pack.error.problems)).map((problem) => [JSON.stringify(problem), problem]),
  );
  return [...problems.values()];
}

async function pinnedVersions(standardsDir: string): Promise<Partial<ContentVersions>> {
  const text = await readFile(join(standardsDir, 'versions.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text) as Partial<ContentVersions>;
}

/** Writes what differs, or with --check only names it. */
async function settle(files: ReadonlyMap<string, object>, { isCheck }: Options): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, content] of files) {
    const text = `${JSON.stringify(content, null, 2)}\n`;
    if ((await readFile(path, 'utf8').catch(() => '')) === text) continue;
    if (isCheck) {
      stale.push(path);
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return stale;
}

async function straySchemas(dir: string, files: ReadonlyMap<string, object>): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  return names.map((name) => join(dir, name)).filter((path) => !files.has(path));
}

process.exitCode = await main({
  root: join(import.meta.dirname, '..'),
  isCheck: process.argv.includes('--check'),
  mayRewrite: process.argv.includes('--rewrite'),
});
