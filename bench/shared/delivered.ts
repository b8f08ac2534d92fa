/** A measured program as the product is delivered: bundled, its row worker beside it. A hook that compiles takes memory of its own. */
import { defineConfig } from 'tsdown';

/** Bundles one file of a measurement's folder into the cache, under the name of the measurement. */
export function delivered(name: string, entry: string): ReturnType<typeof defineConfig> {
  return defineConfig({
    entry: { [entry]: `${entry}.ts`, 'row-worker': '../../packages/usecases/src/intake/row-worker.ts' },
    outDir: `../../node_modules/.cache/bench-${name}`,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    fixedExtension: true,
    dts: false,
    hash: false,
    report: false,
    deps: { skipNodeModulesBundle: true },
  });
}
