/** `npm start`: makes the checkout ready, then becomes the server. One process, so Ctrl-C and signals reach it directly. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, setUp } from './setup.mjs';

await setUp();
const main = join(root, 'packages/server/dist/main.mjs');
if (!existsSync(main)) throw new Error(`the build left no ${main}`);
process.argv[1] = main;
await import(pathToFileURL(main).href);
