/** Bundles the programs as tsdown.config.ts says. Called by setup.mjs, which knows when that is needed. */
import { build } from 'tsdown';

await build({ config: 'tsdown.config.ts', logLevel: 'error' });
