/** Documents must not point into the void: every relative link leads to a file, and every decision stands in the index. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup.mjs';

const FOLDERS = ['.', 'docs', 'standards', 'districts', 'bench'];

function markdownFiles() {
  const files = FOLDERS.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive: folder !== '.' }).map((name) => join(root, folder, name));
  });
  return files.filter((path) => path.endsWith('.md') && !path.includes('node_modules'));
}

/** Targets of relative links that do not exist, seen from the file's folder. */
export function lostLinks(text, folder) {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target.split('#')[0]);
  return targets.filter((target) => target !== '' && !/^[a-z]+:/.test(target) && !existsSync(join(folder, decodeURI(target))));
}

function main() {
  const findings = markdownFiles().flatMap((path) =>
    lostLinks(readFileSync(path, 'utf8'), dirname(path)).map((target) => `${relative(root, path)}: no ${target}`),
  );
  const decisions = join(root, 'docs/decisions');
  const index = readFileSync(join(decisions, 'README.md'), 'utf8');
  for (const name of readdirSync(decisions))
    if (/^\d/.test(name) && !index.includes(`(${name})`)) findings.push(`docs/decisions/README.md: ${name} is missing`);
  for (const finding of findings) console.error(finding);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
