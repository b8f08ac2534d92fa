import { defineConfig } from 'tsdown';

/** The readers as they would be delivered: bundled, the row worker beside them. A hook that compiles takes more memory than the reading. */
export default defineConfig({
  entry: { 'read-once': 'read-once.ts', 'row-worker': '../../packages/usecases/src/intake/row-worker.ts' },
  outDir: '../../node_modules/.cache/bench-workbook',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  fixedExtension: true,
  dts: false,
  hash: false,
  report: false,
  deps: { skipNodeModulesBundle: true },
});
