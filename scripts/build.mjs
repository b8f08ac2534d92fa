/** Bundles the programs as tsdown.config.ts says, and the console as its vite.config.ts says. Called by setup.mjs, which knows when that is needed. */
import { join } from 'node:path';
import { build } from 'tsdown';
import { build as buildPages } from 'vite';
import { root } from './setup.mjs';

await build({ config: 'tsdown.config.ts', logLevel: 'error' });
await buildPages({ configFile: join(root, 'packages/web/vite.config.ts'), logLevel: 'warn' });
