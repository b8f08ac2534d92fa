/** What `packages/core` may not touch although the language itself offers it; what Node and the DOM offer, the compiler withholds. */

const CLOCK = 'core has no clock: take `today` or `now` as an argument';
const CHANCE = 'core has no randomness: take a seeded generator as an argument';
const ZONE = "this reads the machine's time zone or language: count with UTC parts or with Day";

const ZONE_METHODS = [
  ...['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].flatMap((part) => [
    `get${part}`,
    `set${part}`,
  ]),
  ...[
    'getTimezoneOffset',
    'toLocaleString',
    'toLocaleDateString',
    'toLocaleTimeString',
    'toLocaleUpperCase',
    'toLocaleLowerCase',
    'localeCompare',
  ],
];

export const purityRules = {
  'no-restricted-globals': [
    'error',
    ...[
      'globalThis',
      'global',
      'process',
      'Buffer',
      'console',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'performance',
      'crypto',
      'fetch',
      'window',
      'document',
      'navigator',
      'require',
      '__dirname',
      '__filename',
    ].map((name) => ({ name, message: 'core is pure: no Node, no DOM' })),
    { name: 'Intl', message: ZONE },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: CLOCK },
    { object: 'Math', property: 'random', message: CHANCE },
    ...ZONE_METHODS.map((property) => ({ property, message: ZONE })),
  ],
};

/** Further restrictions, for the one list that `no-restricted-syntax` can have. */
export const puritySyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  { selector: "NewExpression[callee.name='Date'][arguments.length>1]", message: ZONE },
  { selector: 'ImportExpression', message: 'core is pure: it loads nothing' },
  { selector: "MetaProperty[meta.name='import']", message: 'core is pure: it does not know where it lies' },
];
