/** Looking at the audit log: the credit office's alone. What a firm may see of it, who looked at its records, is another view. */
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { batchDigests, chainHead, listAuditEvents } from '@xincheng/store/audit';
import type { AuditEvent, AuditFilter } from '@xincheng/store/audit';
import { withSnapshot, withTransaction } from '@xincheng/store/connection';
import { identityOf, mayActForDistrict } from '../identity/actor.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import type { AuditHead } from './head-file.ts';
import { headOf } from './seal.ts';

export interface AuditProblem {
  readonly code: 'audit-office-only' | 'no-such-receipt' | 'batch-without-digest';
  readonly message: string;
}

const OFFICE_ONLY: AuditProblem = { code: 'audit-office-only', message: '审计日志由区信用办查看，您的单位不能查看。' };

/** A page of events, the newest first. */
export async function readAudit(
  platform: Pick<Platform, 'database'>,
  { actor }: ActContext,
  filter: AuditFilter,
): Promise<Result<readonly AuditEvent[], AuditProblem>> {
  if (!mayActForDistrict(actor, 'audit.read')) return err(OFFICE_ONLY);
  return ok(await withTransaction(platform.database.app, identityOf(actor), (client) => listAuditEvents(client, filter)));
}

/** The end of the chain; null while nothing is sealed. To be kept where nobody with rights on the database can reach it. */
export async function readAuditHead(
  platform: Pick<Platform, 'database'>,
  { actor }: ActContext,
): Promise<Result<AuditHead | null, AuditProblem>> {
  if (!mayActForDistrict(actor, 'audit.read')) return err(OFFICE_ONLY);
  const head = await withTransaction(platform.database.app, identityOf(actor), (client) => chainHead(client));
  return ok(head === null ? null : headOf(head));
}

/** What a batch wrote against what its audit event said of it. */
export interface BatchVerification {
  readonly receiptNo: string;
  readonly isSound: boolean;
  readonly records: number;
  readonly said: string;
  readonly found: string;
}

/** Computes the digest of a batch's records anew, from the versions it wrote. */
export async function verifyBatch(
  platform: Pick<Platform, 'database'>,
  { actor }: ActContext,
  receiptNo: string,
): Promise<Result<BatchVerification, AuditProblem>> {
  if (!mayActForDistrict(actor, 'audit.read')) return err(OFFICE_ONLY);
  const digests = await withSnapshot(platform.database.owner, (client) => batchDigests(client, receiptNo));
  if (digests === null)
    return err({ code: 'no-such-receipt', message: `没有回执号为“${receiptNo}”的批次。请核对回执上的编号。` });
  const { said, found, records } = digests;
  if (said === null)
    return err({
      code: 'batch-without-digest',
      message: `批次 ${receiptNo} 没有写入登记簿（被退回，或尚未处理完），没有可核对的内容。`,
    });
  return ok({ receiptNo, isSound: said === found, records, said, found });
}
