import { defineConfig } from 'tsdown';

/** The importer as it is delivered: bundled, its row worker beside it. */
export default defineConfig({
  entry: { importer: 'importer.ts', 'row-worker': '../../packages/usecases/src/intake/row-worker.ts' },
  outDir: '../../node_modules/.cache/bench-intake',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  fixedExtension: true,
  dts: false,
  hash: false,
  report: false,
  deps: { skipNodeModulesBundle: true },
});
