/**
 * `npm run test:long [-- filter …]`: the long proofs, packages/*\/tests-long. Their seed changes with the day and is printed;
 * XINCHENG_SEED=… repeats a run.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runVitest } from './run-vitest.mjs';
import { root, setUp } from './setup.mjs';

const MS_PER_DAY = 86_400_000;

function hasLongTests() {
  return readdirSync(join(root, 'packages')).some((name) => {
    const folder = join(root, 'packages', name, 'tests-long');
    return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.test.ts'));
  });
}

if (hasLongTests()) {
  await setUp();
  const seed = process.env['XINCHENG_SEED'] ?? String(Math.floor(Date.now() / MS_PER_DAY));
  console.log(`seed ${seed} (repeat with XINCHENG_SEED=${seed})`);
  process.exitCode = await runVitest({
    config: 'vitest.long.config.ts',
    args: process.argv.slice(2),
    env: { XINCHENG_SEED: seed },
  });
  console.log(`seed ${seed}`);
} else {
  console.log('no long tests');
}
