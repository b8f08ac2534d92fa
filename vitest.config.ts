import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Two where there are two cores (vitest alone would leave one idle); no more than eight, for each may hold a database. */
const WORKERS = Math.min(8, Math.max(2, availableParallelism()));

export default defineConfig({
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    maxWorkers: WORKERS,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'pure',
          include: ['packages/*/src/**/*.test.ts', 'packages/core/tests/**/*.test.ts', 'scripts/**/*.test.mjs'],
          pool: 'threads',
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['packages/*/tests/**/*.test.ts'],
          exclude: ['packages/core/**', '**/node_modules/**'],
          pool: 'forks',
          // Modules are read once for all files of a worker; each file has a database of its own.
          isolate: false,
          globalSetup: ['packages/testkit/src/database/global-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
