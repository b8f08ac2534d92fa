/** The child process of one reading. */
import { readOnce } from './readers.ts';
import type { Reader } from './readers.ts';

const [root = '', reader, file = ''] = process.argv.slice(2);
const measured = await readOnce(root, reader as Reader, file);
process.send?.(measured, () => {
  process.exit(0);
});
