/** The receipt of a batch: what was received, when, and what became of it. */
import { randomInt } from 'node:crypto';
import type { Receipt } from '@xincheng/contract/api';
import type { BatchRow, IssueGroup } from '@xincheng/store/intake';
import type { Day } from '@xincheng/core/calendar';
import type { ImportStanding } from '../progress-board.ts';

/** Letters and digits that cannot be mistaken for one another on a printed receipt. */
const RECEIPT_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const RECEIPT_LENGTH = 6;

/** A receipt number that can be read over the telephone: region, day, six letters. */
export function newReceiptNo(regionCode: string, today: Day): string {
  const letters = Array.from({ length: RECEIPT_LENGTH }, () => RECEIPT_LETTERS[randomInt(RECEIPT_LETTERS.length)] ?? '2');
  return `${regionCode}-${today.replaceAll('-', '')}-${letters.join('')}`;
}

/** The receipt as it is shown and sent back. */
export function receiptOf(
  batch: BatchRow,
  groups: readonly IssueGroup[],
  isRepeat: boolean,
  standing: ImportStanding | null = null,
): Receipt {
  return {
    batch: batch.id,
    receiptNo: batch.receiptNo,
    unit: batch.unitId,
    dataset: batch.dataset,
    datasetVersion: batch.definitionVersion,
    source: batch.source,
    fileName: batch.fileName,
    sha256: batch.fileSha256,
    receivedAt: batch.receivedAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    state: batch.state,
    refusal: batch.refusalCode === null ? null : { code: batch.refusalCode, message: batch.refusalMessage ?? '' },
    rows: batch.rows,
    accepted: batch.accepted,
    changed: batch.changed,
    unchanged: batch.unchanged,
    rejected: batch.rejected,
    waiting: batch.waiting,
    issues: batch.issues,
    groups: [...groups],
    checksNotRun: [...batch.checksNotRun],
    columnsNotRead: [...batch.columnsNotRead],
    warnings: warningsOf(batch),
    isRepeat,
    progress: batch.state === 'received' ? standing : null,
  };
}

/** What is to be said of the file as a whole, though it was taken. */
function warningsOf({ templateVersion, definitionVersion }: BatchRow): Receipt['warnings'] {
  if (templateVersion === null || !isOlder(templateVersion, definitionVersion)) return [];
  const message = `所用模板按标准版本 ${templateVersion} 制作，现行版本是 ${definitionVersion}；数据已按现行版本校验，请重新下载模板后再填。`;
  return [{ code: 'template-outdated', message }];
}

/** Versions are numbers between dots. */
function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  const places = Math.max(a?.length ?? 0, b?.length ?? 0);
  for (let place = 0; place < places; place += 1) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
