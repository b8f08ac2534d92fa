/** Which program this is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version that the installation's package states. */
export function versionOf(root: string): string {
  const content = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return content.version;
}
