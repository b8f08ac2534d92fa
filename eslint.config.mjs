import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { houseRules } from './scripts/check/house-rules.mjs';
import { purityRules, puritySyntax } from './scripts/check/purity.mjs';

const NODE_NAMES = ['process', 'console', 'setTimeout', 'URL'];

/** Holds in every TypeScript file. */
const syntax = [
  { selector: 'ExportAllDeclaration', message: 'name what is exported' },
  {
    selector:
      ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > :matches(ArrowFunctionExpression, FunctionExpression).init',
    message: 'at top level, write a function declaration',
  },
];
/** Parts of antd that write a style attribute as text, which the policy of the page refuses. */
const refusedByPolicy = {
  selector: "JSXAttribute[name.name='autoSize']",
  message: 'writes a style attribute; use rows and the class "grows"',
};
const reExport = { selector: 'ExportNamedDeclaration[source]', message: "only a capability's index.ts hands things on" };
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'only main.ts files read the environment; take it as an argument',
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.xincheng/**', '**/coverage/**', 'packages/web/src/api/schema.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: Object.fromEntries(NODE_NAMES.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './packages/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    plugins: { house: houseRules },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\.{1,2}/(?!.*\\.(ts|tsx|mjs|json|css|svg)$)', message: 'imports of own files carry their ending' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...syntax, refusedByPolicy, reExport, environment],
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports', fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The compiler lets nobody declare an enum (erasableSyntaxOnly), and these two look at every expression for one.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Spreading a text gives its code points, which is what is wanted of rare characters.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'house/no-dropped-result': 'error',
      'house/kebab-file-name': 'error',
    },
  },
  { files: ['packages/*/src/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  { files: ['packages/*/src/**/*.{ts,tsx}'], ignores: ['**/*.test.ts'], rules: { 'house/exported-doc': 'error' } },
  { files: ['**/index.ts'], rules: { 'no-restricted-syntax': ['error', ...syntax, environment] } },
  {
    files: [
      '**/main.ts',
      'packages/*/tests/**',
      'packages/*/tests-long/**',
      'packages/*/tests-office/**',
      'packages/testkit/**',
      'bench/**',
      'scripts/**',
    ],
    ignores: ['**/index.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax, reExport], 'no-console': 'off' },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { ...purityRules, 'no-restricted-syntax': ['error', ...syntax, reExport, ...puritySyntax] },
  },
  { files: ['packages/core/src/*/index.ts'], rules: { 'no-restricted-syntax': ['error', ...syntax, ...puritySyntax] } },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
);
