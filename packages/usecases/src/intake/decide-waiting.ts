/** A waiting row is confirmed or dropped by a named person of its unit: an assertion with a name. */
import { hidePersonalData } from '@xincheng/core/intake';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { decideWaiting, findWaiting, findWaitingDecision, findWaitingPayload } from '@xincheng/store/intake';
import type { BlindRow, WaitingDecision, WaitingDecisionResult, WaitingRow } from '@xincheng/store/intake';
import { takeWaiting } from '@xincheng/store/subjects';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor, needs, signed } from '../identity/index.ts';
import type { ActContext, RightMissing, SignatureProblem } from '../identity/index.ts';
import { countSameNumber, findRecord } from '@xincheng/store/records';
import type { RecordRow } from '@xincheng/store/records';
import { findClass } from '@xincheng/store/publicity';
import { dayOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { sayClock } from '../say-clock.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { showingOf } from '../publicity/showing.ts';
import { furtherDecisionId } from '../records/record-id.ts';
import { timelinessOf } from '../records/timeliness.ts';

type Code = 'not-found' | 'not-waiting' | 'key-other-unit' | 'say-which' | 'not-your-unit';

export type WaitingProblem = RightMissing | SignatureProblem | { readonly code: Code; readonly message: string };

const MESSAGES: Readonly<Record<Code, string>> = {
  'not-found': '没有这一待确认行，或它不属于您的单位。',
  'not-waiting': '这一行已经处理过，无需再次确认。',
  'key-other-unit':
    'KEY-OTHER-UNIT：这一文号与主体的记录由其他单位报送，不能由本单位确认入库。请与区信用办联系；如属误报，请放弃此行。',
  'say-which': '同一文号已有另一决定日期的记录。请说明是更正日期（correction），还是同号的另一份决定（new-decision）。',
  'not-your-unit': '您不能代该单位确认。请由报送单位的人员确认。',
};

interface Decision {
  readonly as: WaitingDecision;
  /** Who answers for the row: typed where nobody signed in. Stands in the version. */
  readonly name?: string | undefined;
  readonly reason: string;
}

/** Confirms (in one of three senses) or drops a row. The confirmation's instant becomes the row's `receivedAt`. */
export async function decideWaitingRow(
  platform: Platform,
  context: ActContext,
  id: string,
  decision: Decision,
): Promise<Result<WaitingRow, WaitingProblem>> {
  const may = needs(context.actor, 'intake.confirm');
  if (!may.ok) return may;
  const name = signed(context, decision.name);
  if (!name.ok) return name;
  const identity = identityOf(context.actor);
  for (;;) {
    const found = await withTransaction(platform.database.app, identity, async (client) => {
      const row = await findWaiting(client, id);
      if (row === null) return null;
      return {
        row,
        sameNumber: await countSameNumber(client, row.recordId),
        held: await findRecord(client, row.recordId),
        classId: await findClass(client, row.recordId),
      };
    });
    if (found === null) return problem('not-found');
    const { row, sameNumber, held, classId } = found;
    if (!mayActFor(context.actor, 'intake.confirm', row.unitId)) return problem('not-your-unit');
    const recordId = decision.as === 'new-decision' ? furtherDecisionId(row.recordId, sameNumber + 1) : row.recordId;
    const result = await decide(platform, context, row, held, recordId, decision.as === 'new-decision' ? null : classId, {
      ...decision,
      name: name.value,
    });
    if (result === 'done') return ok({ ...row, state: decision.as === 'drop' ? 'dropped' : 'confirmed' });
    if (result === 'not-waiting') return decidedBefore(platform, context, id);
    if (result !== 'id-taken') return problem(result);
  }
}

/** Whoever comes second is told who was first, what became of the row, and when. */
async function decidedBefore(platform: Platform, context: ActContext, id: string): Promise<Result<never, WaitingProblem>> {
  const told = await withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const [row, decision] = [await findWaiting(client, id), await findWaitingDecision(client, id)];
    return row === null || decision === null ? null : `${decision.name}已于 ${sayClock(decision.at)} ${WAITING_DONE[row.state]}`;
  });
  return told === null ? problem('not-waiting') : err({ code: 'not-waiting', message: `${told}，本次没有再办理。` });
}

const WAITING_DONE: Readonly<Record<WaitingRow['state'], string>> = {
  waiting: '收下这一行',
  confirmed: '确认了这一行',
  dropped: '放弃了这一行',
  superseded: '重新报送了这一行',
};

function decide(
  platform: Platform,
  context: ActContext,
  row: WaitingRow,
  held: RecordRow | null,
  recordId: string,
  classId: string | null,
  { as, name, reason: given }: Decision & { readonly name: string },
): Promise<WaitingDecisionResult> {
  const reason = hidePersonalData(given);
  return withTransaction(platform.database.importer, identityOf(context.actor), async (client) => {
    const blinds = as === 'drop' ? [] : await blindsOf(platform, client, row);
    const result = await decideWaiting(client, {
      id: row.id,
      as,
      recordId,
      at: context.now,
      actor: name,
      reason,
      blinds,
      shownUntil: as === 'drop' ? null : await shownUntilOf(platform, client, row, classId),
    });
    if (result !== 'done') return result;
    if (as !== 'drop') await takeWaiting(client, row.id, recordId, context.now);
    await writeAct(client, context, {
      act: `waiting.${as}`,
      objectKind: 'record',
      objectId: recordId,
      unitId: row.unitId,
      details: { waiting: row.id, batch: row.batchId, row: row.row, name, reason },
    });
    if (as === 'correction' && held !== null && held.decidedOn !== row.decidedOn)
      await writeDayChange(platform, client, context, row, held);
    return result;
  });
}

/** Another day of decision moves the due day, and with it what counted as late: an event of its own, for whoever supervises. */
async function writeDayChange(
  platform: Platform,
  client: Client,
  context: ActContext,
  row: WaitingRow,
  held: RecordRow,
): Promise<void> {
  const { deadline } = datasetOf(platform, row.dataset).dataset.definition;
  const clockFrom = (decidedOn: string): readonly object[] =>
    timelinessOf(platform, deadline, decidedOn, dayOf(held.receivedAt)).map(({ jurisdiction, dueOn, isLate }) => ({
      jurisdiction,
      dueOn,
      isLate,
    }));
  await writeAct(client, context, {
    act: 'alarm.decided-on-changed',
    objectKind: 'record',
    objectId: row.recordId,
    unitId: row.unitId,
    details: {
      from: { decidedOn: held.decidedOn, clocks: clockFrom(held.decidedOn) },
      to: { decidedOn: row.decidedOn, clocks: clockFrom(row.decidedOn) },
    },
  });
}

/** Until when the record will be on show; a class that the deciding unit gave it stands. */
async function shownUntilOf(platform: Platform, client: Client, row: WaitingRow, classId: string | null): Promise<Day | null> {
  const waiting = await findWaitingPayload(client, row.id);
  if (waiting === null) return null;
  const showing = showingOf(platform, { ...row, ...waiting }, classId);
  return showing.isShown ? showing.until : null;
}

/** Made with today's key: the one in use when the row was filed may be gone by now. */
async function blindsOf(platform: Platform, client: Client, row: WaitingRow): Promise<readonly BlindRow[]> {
  const waiting = await findWaitingPayload(client, row.id);
  if (waiting === null) return [];
  const { dataset, subjectKey } = row;
  return datasetOf(platform, dataset)
    .payload[waiting.subjectKind].filter(({ isIndexed }) => isIndexed)
    .flatMap(({ field: { definition } }): BlindRow[] => {
      const stored = waiting.payload[definition.code];
      if (typeof stored !== 'string') return [];
      const opened = platform.sealer.unseal(stored, { dataset, field: definition.code, subjectKey });
      if (!opened.ok) throw new Error(`${definition.code} of waiting row ${row.id}: ${opened.error.code}`);
      const { blind, keyId } = platform.sealer.blindIndex(opened.value);
      return [[definition.code, blind, keyId]];
    });
}

function problem(code: Code): Result<never, WaitingProblem> {
  return err({ code, message: MESSAGES[code] });
}
