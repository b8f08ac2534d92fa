/** What the tests of the audit chain share: events written as acts write them, and hands that change what they should not. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { withTransaction } from '@xincheng/store/connection';
import { verifyAudit, writeAct } from '@xincheng/usecases/audit';
import type { Act, AuditVerification } from '@xincheng/usecases/audit';
import { identityOf } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { actAt } from '@xincheng/testkit/platform';
import fc from 'fast-check';

export const AT = '2026-03-02T09:00:00.123';

/** Any event an act could write, with all that JSON and text can hold. */
export const anyAct: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom('record.look', 'batch.merge', 'publicity.withdraw'),
  objectKind: fc.constantFrom('record', 'batch', 'key'),
  objectId: text(),
  unitId: fc.option(fc.constantFrom('lc-scjg', 'lc-fgj')),
  details: fc.dictionary(text(), fc.oneof(fc.jsonValue(), fc.double({ noNaN: true, noDefaultInfinity: true })), { maxKeys: 5 }),
});

/** PostgreSQL's text holds every character but the zero byte. */
function text(): fc.Arbitrary<string> {
  return fc.string({ unit: 'grapheme', maxLength: 12 }).map((value) => value.replaceAll('\0', ''));
}

/** Writes events, one or several, in one transaction. */
export async function write(platform: Platform, acts: Act | readonly Act[], at = AT): Promise<void> {
  const context = { ...actAt(at, []), actor: { id: '测试员', scope: 'all' as const, units: [], subjects: [] } };
  await withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    for (const act of [acts].flat()) await writeAct(client, context, act);
  });
}

/** An event like any other. */
export function plainAct(no: number): Act {
  return { act: 'record.look', objectKind: 'record', objectId: String(no), unitId: 'lc-scjg', details: { no, 名: '示例' } };
}

/** Codes of what verification finds, each once, sorted. */
export async function faultsOf(platform: Platform, head?: string): Promise<readonly string[]> {
  const { faults } = await verifyAudit(platform, { head });
  return [...new Set(faults.map(({ code }) => code))].sort();
}

/** The verification of a log in which nothing is wrong. */
export async function sound(platform: Platform): Promise<AuditVerification> {
  const verification = await verifyAudit(platform);
  if (!verification.isSound) throw new Error(JSON.stringify(verification.faults.slice(0, 5)));
  return verification;
}

/** As somebody with the owner's rights. */
export async function owner<T extends object>(platform: Platform, sql: string, values: readonly unknown[] = []): Promise<T[]> {
  return (await platform.database.owner.query<T>(sql, [...values])).rows;
}

/** An empty log, and no head of an earlier one. */
export async function emptyLog(platform: Platform): Promise<void> {
  await rm(join(platform.home.root, 'audit-head.json'), { force: true });
  await owner(platform, 'truncate audit_event, audit_unsealed, audit_block');
}
