/** Looking at records. A look at a natural person's record is an act of its own: it is written down, every time. */
import type { RecordView } from '@xincheng/contract/api';
import { findForwarding } from '@xincheng/store/forwarding';
import { findMarks, findStandingAsOf } from '@xincheng/store/publicity';
import type { MarkInForce } from '@xincheng/store/publicity';
import { findRecord, findRecordAsOf, findRecords, listRecords, listVersions, sumOfChildren } from '@xincheng/store/records';
import type { ReadingUnits, RecordFilter, RecordRow } from '@xincheng/store/records';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { writeAct } from '../audit/index.ts';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { rollupText } from './rollup.ts';
import { cityTimeliness, viewForwarding } from './forwarding-view.ts';
import type { Told } from './forwarding-view.ts';
import { viewValues } from './view.ts';

/** One record, now or as it stood at an instant; null when there is none in the actor's scope. */
export async function readRecord(
  platform: Platform,
  context: ActContext,
  recordId: string,
  asOf: Date | null,
): Promise<RecordView | null> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'record.read'), async (client) => {
    const record = asOf === null ? await findRecord(client, recordId) : await recordAsOf(client, recordId, asOf);
    if (record === null) return null;
    await logLook(client, context, [record]);
    return presentRecord(platform, client, record, (await besides(client, [recordId], asOf ?? context.now))(recordId));
  });
}

/** The version that stood at an instant, in the state in which it stood: most changes of state make no version. */
async function recordAsOf(client: Client, recordId: string, at: Date): Promise<RecordRow | null> {
  const version = await findRecordAsOf(client, recordId, at);
  if (version === null) return null;
  const standing = await findStandingAsOf(client, recordId, at);
  return standing === null ? version : { ...version, ...standing };
}

/** Every version of a record, the newest first; empty when there is none in scope. */
export async function readVersions(platform: Platform, context: ActContext, recordId: string): Promise<readonly RecordView[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'record.read'), async (client) => {
    const versions = await listVersions(client, recordId);
    await logLook(client, context, versions.slice(0, 1));
    const beside = (await besides(client, [recordId], context.now))(recordId);
    return Promise.all(versions.map((version) => presentRecord(platform, client, version, beside)));
  });
}

/** A page of records, newest decision first. */
export async function readRecords(platform: Platform, context: ActContext, filter: RecordFilter): Promise<readonly RecordView[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'record.read'), async (client) =>
    presentAll(client, platform, context, await listRecords(client, filter, unitsOf(context))),
  );
}

function unitsOf({ actor }: ActContext): ReadingUnits {
  if (actor.scope === 'subject') return null;
  return actor.scope === 'all' ? 'all' : actor.units;
}

/** Records by their ids, newest decision first, within a transaction that acts for the same actor. */
export async function readRecordsOf(
  client: Client,
  platform: Platform,
  context: ActContext,
  recordIds: readonly string[],
): Promise<readonly RecordView[]> {
  return presentAll(client, platform, context, await findRecords(client, recordIds));
}

async function presentAll(
  client: Client,
  platform: Platform,
  context: ActContext,
  records: readonly RecordRow[],
): Promise<readonly RecordView[]> {
  await logLook(client, context, records);
  const ids = records.map(({ recordId }) => recordId);
  const beside = await besides(client, ids, context.now);
  const views: RecordView[] = [];
  for (const record of records) views.push(await presentRecord(platform, client, record, beside(record.recordId)));
  return views;
}

/** Writes down the look at each record of a natural person. */
export async function logLook(
  client: Client,
  context: ActContext,
  records: readonly Pick<RecordRow, 'recordId' | 'unitId' | 'dataset' | 'subjectKind'>[],
): Promise<void> {
  for (const record of records) {
    if (record.subjectKind !== 'natural') continue;
    await writeAct(client, context, {
      act: 'record.look',
      objectKind: 'record',
      objectId: record.recordId,
      unitId: record.unitId,
      details: { dataset: record.dataset },
    });
  }
}

/** What is shown with a record beside its content, as of an instant. */
interface Beside extends Told {
  readonly marks: readonly MarkInForce[];
}

/** Asked once for all records of a page. */
async function besides(client: Client, recordIds: readonly string[], asOf: Date): Promise<(recordId: string) => Beside> {
  const forwarding = await findForwarding(client, recordIds);
  const marks = await findMarks(client, recordIds, asOf);
  return (recordId) => ({ forwarding: forwarding.get(recordId), marks: marks.get(recordId) ?? [], asOf });
}

async function presentRecord(platform: Platform, client: Client, record: RecordRow, beside: Beside): Promise<RecordView> {
  const layout = datasetOf(platform, record.dataset);
  const { values, timeliness } = viewValues(platform, layout, record);
  const rollups: Record<string, string> = {};
  for (const rollup of layout.dataset.definition.rollups ?? []) {
    const child = datasetOf(platform, `${record.dataset}.${rollup.child}`);
    rollups[rollup.id] = rollupText(
      child,
      rollup.sum,
      await sumOfChildren(client, record.recordId, `${record.dataset}.${rollup.child}`, rollup.sum),
    );
  }
  return {
    recordId: record.recordId,
    dataset: record.dataset,
    datasetVersion: record.definitionVersion,
    unit: record.unitId,
    subject: { key: record.subjectKey, kind: record.subjectKind, name: record.subjectName },
    authority: record.authorityUscc,
    number: record.number,
    decidedOn: record.decidedOn,
    receivedAt: record.receivedAt.toISOString(),
    state: record.state,
    stateReason: record.stateReason,
    shownUntil: record.shownUntil,
    marks: [...beside.marks],
    version: record.version,
    writtenAt: record.writtenAt.toISOString(),
    writtenBy: record.writtenBy,
    reason: record.reason,
    lineage: { batch: record.batchId, row: record.rowNo },
    parent: record.parentId,
    sameNumberAs: record.sameNumberAs,
    values: values as RecordView['values'],
    timeliness: timeliness.map((clock) => ({ ...clock, city: cityTimeliness(platform, record, clock.dueOn, beside) })),
    forwarding: viewForwarding(beside),
    rollups,
  };
}
