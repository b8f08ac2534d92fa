/**
 * Writes packages/web/src/api/schema.ts: the types of the API for the console, from its OpenAPI description.
 * With --check nothing is written: it fails when the file is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = join(ROOT, 'packages/contract/openapi.json');
const TARGET = join(ROOT, 'packages/web/src/api/schema.ts');
const HEAD = '/** Made from packages/contract/openapi.json by scripts/web-api.ts. */\n';

async function main(isCheck: boolean): Promise<number> {
  const text = HEAD + astToString(await openapiTS(pathToFileURL(SOURCE), { alphabetize: false }));
  if (!isCheck) {
    await writeFile(TARGET, text);
    console.log(`web-api: wrote ${String(text.split('\n').length)} lines`);
    return 0;
  }
  if ((await readFile(TARGET, 'utf8').catch(() => '')) === text) {
    console.log('web-api: the types are current');
    return 0;
  }
  console.error('web-api: packages/web/src/api/schema.ts is out of date; run: npx tsx scripts/web-api.ts');
  return 1;
}

process.exitCode = await main(process.argv.includes('--check'));
