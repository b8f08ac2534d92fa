/**
 * The linter in two passes that run beside each other: `lint.mjs types` has the rules that ask for types and also reports what the
 * compiler finds, since both need the same program and checking it is most of their time; `lint.mjs syntax` has all other rules.
 * Nothing is kept between runs: a rule that asks for types can find something new in a file that did not change.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { root } from '../setup.mjs';
import { houseRules } from './house-rules.mjs';

const PLUGINS = { '@typescript-eslint': tseslint.plugin, house: houseRules };

/** What runs in Node, and what runs in a browser: neither knows the other's names. */
const PROGRAMS = ['tsconfig.json', 'packages/web/tsconfig.json'];

/** The pass a rule runs in, by what it says of itself. ESLint's own rules ask for no types. */
export function passOf(ruleId) {
  const [plugin, name] = ruleId.split('/');
  return PLUGINS[plugin]?.rules[name]?.meta.docs?.requiresTypeChecking ? 'types' : 'syntax';
}

/** The program of a configuration, as `tsc -p` makes it, and the findings of the compiler in it. */
export function compile(tsconfig) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => fail(formatted([problem])) };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, host);
  // The linter goes from nodes to their parents.
  const program = ts.createProgram({
    rootNames: fileNames,
    options,
    configFileParsingDiagnostics: errors,
    host: ts.createCompilerHost(options, true),
  });
  const checker = program.getTypeChecker();
  for (const name of ['getTypeAtLocation', 'getContextualType']) checker[name] = remembered(checker[name]);
  return { program, findings: () => formatted(ts.getPreEmitDiagnostics(program)) };
}

/** Rules ask the same of a node again and again, and within a run the program never changes. */
function remembered(ask) {
  const answers = new WeakMap();
  return (node, ...more) => {
    if (node === undefined || more.some((argument) => argument !== undefined)) return ask(node, ...more);
    if (!answers.has(node)) answers.set(node, ask(node));
    return answers.get(node);
  };
}

function fail(text) {
  throw new Error(text);
}

function formatted(diagnostics) {
  return ts.formatDiagnostics(diagnostics, {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (path) => path,
    getNewLine: () => '\n',
  });
}

/** The linter with the rules of one pass; types come from `programs`, which the other pass does without. */
export function linterOf(pass, programs = []) {
  const parserOptions = { project: null, ...(programs.length === 0 ? {} : { programs }) };
  return new ESLint({
    cwd: root,
    overrideConfig: { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parserOptions } },
    // A comment that disables a rule of the other pass does not count as unused here.
    ruleFilter: ({ ruleId }) => passOf(ruleId) === pass,
  });
}

async function main(pass) {
  const compiled = pass === 'types' ? PROGRAMS.map((tsconfig) => compile(join(root, tsconfig))) : [];
  const linter = linterOf(
    pass,
    compiled.map(({ program }) => program),
  );
  // A warning fails as well.
  const results = (await linter.lintFiles(['.'])).filter(({ messages }) => messages.length > 0);
  const complaints = results.length === 0 ? '' : await (await linter.loadFormatter('stylish')).format(results);
  const findings = compiled.map((one) => one.findings()).join('');
  process.stderr.write(complaints + findings);
  process.exitCode = complaints === '' && findings === '' ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv[2]);
