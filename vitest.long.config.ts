import { defineConfig } from 'vitest/config';

/** The long proofs: each may use the whole machine, so they run one after another. */
export default defineConfig({
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    include: ['packages/*/tests-long/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    globalSetup: ['packages/testkit/src/database/global-setup.ts'],
    testTimeout: 20 * 60_000,
    hookTimeout: 120_000,
  },
});
