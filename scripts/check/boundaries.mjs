/**
 * Checks which way imports point, and first that the check itself sees: in a small tree of planted breaches every rule must find
 * its own. Then the real tree must be free of them, and must not look empty or unresolved.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { root } from '../setup.mjs';
import { breaches, foreignModules, packageNames, rules } from './boundary-rules.mjs';

/** The real tree is far larger; a cruise that finds less has lost its way. */
const LEAST_MODULES = 100;

/** Each must be found in the real tree, or imports between packages are not being resolved. */
const KNOWN_EDGES = [
  ['packages/usecases/', 'packages/store/'],
  ['packages/store/', 'packages/core/'],
  ['packages/web/', 'packages/core/'],
  ['packages/store/', 'node_modules/pg/'],
];

async function cruiseTree(baseDir, validated) {
  const { output } = await cruise(
    ['packages'],
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: validated },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)(dist|bin)/' },
      tsPreCompilationDeps: true,
      combinedDependencies: false,
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'types', 'node', 'default'],
        extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      },
    },
    { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], symlinks: true },
  );
  return output;
}

/** A tree with our packages' names and nothing in them but one `thing` each, and the files given. */
function plant(files) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'xincheng-breach-')));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ name: 'planted', private: true, workspaces: ['packages/*'] }));
  for (const name of packageNames) {
    const others = packageNames.map((other) => [`@xincheng/${other}`, '1.0.0']);
    const dependencies = Object.fromEntries([...others, ['pg', '1.0.0'], ['fastify', '1.0.0'], ['antd', '1.0.0']]);
    write(
      `packages/${name}/package.json`,
      JSON.stringify({
        name: `@xincheng/${name}`,
        version: '1.0.0',
        type: 'module',
        exports: { './*': './src/*/index.ts' },
        dependencies,
      }),
    );
    write(`packages/${name}/src/thing/index.ts`, 'export const x = 1;\n');
    mkdirSync(join(folder, 'node_modules/@xincheng'), { recursive: true });
    symlinkSync(join('../../packages', name), join(folder, 'node_modules/@xincheng', name));
  }
  for (const name of foreignModules) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  for (const [path, text] of Object.entries(files)) write(path, text);
  return folder;
}

/** All breaches in one tree: each must be found by its own rule in its own files. */
async function unseenBreaches() {
  const folder = plant(Object.assign({}, ...breaches.map(({ files }) => files)));
  try {
    const { violations } = (await cruiseTree(folder, rules)).summary;
    return breaches
      .filter((breach) => !violations.some(({ rule, from }) => rule.name === breach.name && from in breach.files))
      .map(({ name }) => name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The planted tree without a breach must pass: a rule that always cries proves nothing. */
async function falseAlarms() {
  const folder = plant({});
  try {
    const { summary } = await cruiseTree(folder, rules);
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function blindSpots({ modules }) {
  const spots = [];
  const ours = modules.filter(({ source }) => source.startsWith('packages/'));
  if (ours.length < LEAST_MODULES) spots.push(`only ${ours.length} modules were found`);
  for (const [from, to] of KNOWN_EDGES) {
    const isSeen = ours.some(
      ({ source, dependencies }) => source.startsWith(from) && dependencies.some(({ resolved }) => resolved.startsWith(to)),
    );
    if (!isSeen) spots.push(`no import from ${from} to ${to} was found`);
  }
  return spots;
}

const findings = [];
for (const name of await unseenBreaches()) findings.push(`the rule ${name} does not see its planted breach`);
for (const alarm of await falseAlarms()) findings.push(`a rule complains about a clean tree: ${alarm}`);
const real = await cruiseTree(root, rules);
for (const { rule, from, to } of real.summary.violations) {
  findings.push(`${rule.name}: ${from} → ${to}\n    ${rules.find(({ name }) => name === rule.name)?.comment ?? ''}`);
}
findings.push(...blindSpots(real));

for (const finding of findings) console.error(finding);
if (findings.length === 0)
  console.log(`boundaries: ${real.summary.totalCruised} modules, ${rules.length} rules, each saw its planted breach`);
process.exitCode = findings.length === 0 ? 0 : 1;
