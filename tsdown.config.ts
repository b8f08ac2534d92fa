import { defineConfig } from 'tsdown';
import type { UserConfig } from 'tsdown';

/**
 * One program: our own packages bundled in, npm packages left outside. The row worker comes out beside it, because the code that
 * starts the threads looks for `./row-worker.mjs` next to itself; so do the templates of documents.
 */
function program(name: string): UserConfig {
  return {
    name,
    entry: { main: `packages/${name}/src/main.ts`, 'row-worker': 'packages/usecases/src/intake/row-worker.ts' },
    outDir: `packages/${name}/dist`,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    fixedExtension: true,
    dts: false,
    sourcemap: true,
    hash: false,
    report: false,
    copy: [{ from: 'packages/usecases/src/documents/templates', to: `packages/${name}/dist` }],
    deps: { skipNodeModulesBundle: true },
  };
}

export default defineConfig([program('cli'), program('server')]);
