/** `npm test [-- filter …]`: makes the checkout ready and runs all tests. The last line says `N passed, N failed`. */
import { runVitest } from './run-vitest.mjs';
import { setUp } from './setup.mjs';

await setUp();
process.exitCode = await runVitest({ config: 'vitest.config.ts', args: process.argv.slice(2) });
