/** Planted breaches for the rules that the linter and the compiler enforce. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { root } from '../setup.mjs';
import { houseRules } from './house-rules.mjs';
import { compile, linterOf } from './lint.mjs';

/** Rules that need no types, as they really stand for a file of that name. */
async function rulesFor(path) {
  const { rules } = await new ESLint({ cwd: root }).calculateConfigForFile(join(root, path));
  return Object.fromEntries(Object.entries(rules).filter(([name]) => /^(no-restricted-|eqeqeq|no-console)/.test(name)));
}

function complaints(code, rules) {
  const messages = new Linter().verify(code, [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules }], {
    filename: 'breach.ts',
  });
  return messages.map(({ ruleId }) => ruleId ?? 'unreadable');
}

const IMPURE = [
  'Date.now()',
  'new Date()',
  'Date()',
  'new Date(2021, 3, 23)',
  'Math.random()',
  'globalThis.x',
  'process.version',
  'console.log(1)',
  'setTimeout(f, 1)',
  'fetch(a)',
  'new Intl.DateTimeFormat()',
  'day.getMonth()',
  'total.toLocaleString()',
  'a.localeCompare(b)',
  'await import(a)',
  'import.meta.url',
];

describe('core stays pure', async () => {
  const rules = await rulesFor('packages/core/src/calendar/day.ts');

  it.each(IMPURE)('%s is refused', (expression) => {
    expect(complaints(`export const x = ${expression};`, rules)).not.toEqual([]);
  });

  it('an instant given as argument, and counting in UTC, are allowed', () => {
    expect(complaints('export function f(at: Date) { return new Date(Date.UTC(2021, 3, at.getUTCDate())); }', rules)).toEqual([]);
  });

  it.each(['process', 'Buffer', 'console', 'fetch', 'setTimeout', 'document', 'crypto', 'require'])(
    'the compiler does not know %s',
    (name) => {
      expect(compileInCore(`export const x = ${name};`)).toContain(`Cannot find name '${name}'`);
    },
  );

  it('the compiler accepts what is pure', () => {
    expect(compileInCore('export const x: number = Math.max(1, 2);')).toBe('');
  });
});

/** Compiles a text as if it were a file of core, under core's own configuration. */
function compileInCore(text) {
  const folder = join(root, 'packages/core');
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = programOf(join(folder, 'src/breach.ts'), text, options);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    .join('\n');
}

function programOf(name, text, options) {
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (path, ...rest) =>
    path === name ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true) : getSourceFile(path, ...rest);
  host.fileExists = (path) => path === name || fileExists(path);
  host.readFile = (path) => (path === name ? text : readFile(path));
  return ts.createProgram([name], options, host);
}

describe('everywhere', async () => {
  const rules = await rulesFor('packages/usecases/src/intake/submit-batch.ts');
  const indexRules = await rulesFor('packages/usecases/src/intake/index.ts');
  const mainRules = await rulesFor('packages/cli/src/main.ts');

  it.each([
    ['export default 1;', 'no-restricted-exports'],
    ["import { x } from './other';", 'no-restricted-imports'],
    ["export * from './other.ts';", 'no-restricted-syntax'],
    ["export { x } from './other.ts';", 'no-restricted-syntax'],
    ['export const f = () => 1;', 'no-restricted-syntax'],
    ['const f = function () {};', 'no-restricted-syntax'],
    ["const home = process.env['HOME'];", 'no-restricted-syntax'],
    ['if (a == b) throw a;', 'eqeqeq'],
    ['console.log(1);', 'no-console'],
  ])('%s is refused', (code, rule) => {
    expect(complaints(code, rules)).toContain(rule);
  });

  it('an index names what it hands on; only main reads the environment', () => {
    expect(complaints("export { x } from './other.ts';", indexRules)).toEqual([]);
    expect(complaints("export * from './other.ts';", indexRules)).toEqual(['no-restricted-syntax']);
    expect(complaints("export const home = process.env['HOME'];", mainRules)).toEqual([]);
  });
});

describe('rules of the house', () => {
  const RESULT = `type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };
    declare function send(): Result<number, string>;
    declare function sendLater(): Promise<Result<number, string>>;\n`;

  function houseComplaints(code, filename = '/planted/a-file.ts') {
    const program = programOf(filename, code, { strict: true, target: ts.ScriptTarget.ES2023, types: [] });
    const config = {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser, parserOptions: { programs: [program] } },
      plugins: { house: houseRules },
      rules: { 'house/no-dropped-result': 'error', 'house/kebab-file-name': 'error', 'house/exported-doc': 'error' },
    };
    return new Linter({ cwd: '/planted' }).verify(code, [config], { filename }).map(({ ruleId, message }) => ruleId ?? message);
  }

  it.each(['send();', 'void send();', 'async function f() { await sendLater(); }', 'sendLater();'])(
    '%s drops a Result',
    (code) => {
      expect(houseComplaints(RESULT + code)).toEqual(['house/no-dropped-result']);
    },
  );

  it('a Result that is kept, returned or assigned is not dropped', () => {
    expect(
      houseComplaints(`${RESULT}let kept = send(); kept = send(); function f() { return send(); } if (!f().ok) throw kept;`),
    ).toEqual([]);
  });

  it('file names and doc comments', () => {
    expect(houseComplaints('const x = 1;', '/planted/aFile.ts')).toEqual(['house/kebab-file-name']);
    expect(houseComplaints('const x = 1;', '/planted/_helper.test.ts')).toEqual([]);
    expect(houseComplaints('export function f() {}')).toEqual(['house/exported-doc']);
    expect(houseComplaints('/** Does it. */\nexport function f() {}')).toEqual([]);
  });
});

describe('the compiler in the pass with types', () => {
  it.each([
    ["export const x: number = 'text';", 'error TS2322'],
    ['export const x = 1;', ''],
  ])('%s: %s', (code, told) => {
    const folder = mkdtempSync(join(tmpdir(), 'xincheng-breach-'));
    try {
      writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [], "noEmit": true } }');
      writeFileSync(join(folder, 'breach.ts'), code);
      const findings = compile(join(folder, 'tsconfig.json')).findings();
      if (told === '') expect(findings).toBe('');
      else expect(findings).toContain(told);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the two passes of the linter', () => {
  const path = join(root, 'packages/usecases/src/intake/breach.ts');

  async function complaintsOf(pass, code) {
    const programs = pass === 'types' ? [programOf(path, code, { strict: true, target: ts.ScriptTarget.ES2023, types: [] })] : [];
    const [result] = await linterOf(pass, programs).lintText(code, { filePath: path });
    return result.messages.map(({ ruleId, message }) => ruleId ?? message);
  }

  it.each([
    ['Promise.resolve(1);', '@typescript-eslint/no-floating-promises', 'types'],
    [
      "const x: { ok: true; value: 1 } | { ok: false; error: 2 } = JSON.parse(''); export { x };",
      '@typescript-eslint/no-unsafe-assignment',
      'types',
    ],
    ['declare function send(): { ok: true; value: 1 } | { ok: false; error: 2 };\nsend();', 'house/no-dropped-result', 'types'],
    ['export function f() {}', 'house/exported-doc', 'syntax'],
    ['const x = 1;', '@typescript-eslint/no-unused-vars', 'syntax'],
    ['if (1 == 2) throw 3;', 'eqeqeq', 'syntax'],
    ['export const f = () => 1;', 'no-restricted-syntax', 'syntax'],
  ])('%s: %s is seen by the pass %s alone', async (code, rule, pass) => {
    expect(await complaintsOf(pass, code)).toContain(rule);
    expect(await complaintsOf(pass === 'types' ? 'syntax' : 'types', code)).not.toContain(rule);
  });

  it.each([
    ['@typescript-eslint/no-floating-promises', 'types'],
    ['eqeqeq', 'syntax'],
  ])('a comment that disables %s for nothing is told by the pass %s alone', async (rule, pass) => {
    const code = `// eslint-disable-next-line ${rule}\nexport {};\n`;
    const told = `Unused eslint-disable directive (no problems were reported from '${rule}').`;
    expect(await complaintsOf(pass, code)).toEqual([told]);
    expect(await complaintsOf(pass === 'types' ? 'syntax' : 'types', code)).toEqual([]);
  });
});
