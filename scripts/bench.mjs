/** `npm run bench -- NAME […]`: runs bench/NAME/main.ts or bench/NAME.ts. Without a name it lists them. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, setUp } from './setup.mjs';

const folder = join(root, 'bench');

function entryOf(name) {
  return [join(folder, name, 'main.ts'), join(folder, `${name}.ts`)].find((path) => existsSync(path));
}

const [name, ...args] = process.argv.slice(2);
const entry = name === undefined || !/^[\w-]+$/.test(name) ? undefined : entryOf(name);
if (entry === undefined) {
  const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  console.error(
    `usage: npm run bench -- NAME\nNAME is one of: ${names.filter((each) => entryOf(each) !== undefined).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  await setUp();
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', entry, ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
