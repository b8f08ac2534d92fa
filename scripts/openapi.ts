/**
 * Writes packages/contract/openapi.json: the API as the routes and the contract's schemas describe it.
 * With --check nothing is written: it fails when the file is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describeApi } from '../packages/server/src/app.ts';

const TARGET = join(import.meta.dirname, '..', 'packages', 'contract', 'openapi.json');

async function main(isCheck: boolean): Promise<number> {
  const style = await resolveConfig(TARGET);
  const text = await format(JSON.stringify(await describeApi()), { ...style, parser: 'json' });
  if (!isCheck) {
    await writeFile(TARGET, text);
    console.log(`openapi: wrote ${String(text.split('\n').length)} lines`);
    return 0;
  }
  if ((await readFile(TARGET, 'utf8').catch(() => '')) === text) {
    console.log('openapi: the description is current');
    return 0;
  }
  console.error('openapi: packages/contract/openapi.json is out of date; run: npx tsx scripts/openapi.ts');
  return 1;
}

process.exitCode = await main(process.argv.includes('--check'));
