/**
 * Writes packages/store/schema.sql.txt: the schema as the migrations leave it, in readable text. Also checks the schema's rules.
 * With --check nothing is written: it fails when the file is out of date or a rule is broken.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dumpSchema, lintSchema } from '@xincheng/store/schema';
import { testDatabase } from '@xincheng/testkit/database';

const TARGET = join(import.meta.dirname, '..', 'packages', 'store', 'schema.sql.txt');

async function main(isCheck: boolean): Promise<number> {
  const test = await testDatabase();
  try {
    const findings = await lintSchema(test.database.owner);
    for (const { object, rule, message } of findings) console.error(`schema lint: ${object}: ${message} (${rule})`);
    const text = await dumpSchema(test.database.owner);
    if (!isCheck) await writeFile(TARGET, text);
    const isCurrent = !isCheck || (await readFile(TARGET, 'utf8').catch(() => '')) === text;
    if (!isCurrent)
      console.error('schema dump: packages/store/schema.sql.txt is out of date; run: npx tsx scripts/schema-dump.ts');
    if (findings.length === 0 && isCurrent)
      console.log(isCheck ? 'schema: dump is current, no rule broken' : `schema: wrote ${text.split('\n').length} lines`);
    return findings.length === 0 && isCurrent ? 0 : 1;
  } finally {
    await test.close();
  }
}

process.exitCode = await main(process.argv.includes('--check'));
