/** Bundles what is measured, as the product is bundled. */
import { spawnSync } from 'node:child_process';

/** Bundles as a configuration says, which is named from the root of the checkout. */
export function bundle(root: string, config: string): void {
  const built = spawnSync('npx', ['tsdown', '--config', config], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
}
