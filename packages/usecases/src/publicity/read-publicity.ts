/** How a record stands: state, term in words, marks, what happened to it, and what the public sees. */
import { addDays } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { explainShowing } from '@xincheng/core/publicity';
import type { NotShownReason, PublicityState, Showing } from '@xincheng/core/publicity';
import type { TermSet } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import { findClass, listHeld, listMarks, listStandingEvents } from '@xincheng/store/publicity';
import type { MarkRow, StandingEvent } from '@xincheng/store/publicity';
import { findRecord } from '@xincheng/store/records';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { showingOf } from './showing.ts';
import { withdrawalClock } from './withdraw-record.ts';
import type { WithdrawalClock } from './withdraw-record.ts';

/** The term as numbers, for whoever computes with it. */
export interface TermFacts {
  readonly classId: string | null;
  readonly regime: string | null;
  /** Last day on show; null: not shown. */
  readonly shownUntil: Day | null;
  /** The day at whose beginning it comes down. */
  readonly comesDownOn: Day | null;
  readonly repairFrom: Day | null;
}

export interface PublicityOfRecord extends TermFacts {
  readonly recordId: string;
  readonly state: PublicityState;
  readonly stateReason: string | null;
  /** Classes that the deciding unit may choose from; none where no class tells the term. */
  readonly classes: TermSet['classes'];
  /** Sentence by sentence. */
  readonly explanation: readonly string[];
  readonly marks: readonly MarkRow[];
  readonly events: readonly (StandingEvent & { readonly clock: WithdrawalClock | null })[];
}

/** Null when there is no such record in the actor's scope. */
export async function readPublicity(
  platform: Platform,
  context: ActContext,
  recordId: string,
): Promise<PublicityOfRecord | null> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'publicity.read'), async (client) => {
    const record = await findRecord(client, recordId);
    if (record === null) return null;
    const classId = await findClass(client, recordId);
    const showing = showingOf(platform, record, classId);
    const events = await listStandingEvents(client, recordId);
    return {
      recordId,
      state: record.state,
      stateReason: record.stateReason,
      classes: termSetOf(platform, record.dataset)?.classes ?? [],
      ...termFacts(showing),
      explanation: explain(platform, record.dataset, showing, record.decidedOn as Day, classId !== null),
      marks: await listMarks(client, recordId),
      events: events.map((event) => ({
        ...event,
        clock: event.changedOn === null ? null : withdrawalClock(platform, event.changedOn as Day, event.day as Day),
      })),
    };
  });
}

/** The days of a showing. */
export function termFacts(showing: Showing): TermFacts {
  const shownUntil = showing.isShown ? showing.until : null;
  return {
    classId: showing.term?.governing.classId ?? null,
    regime: showing.term?.governing.regime.id ?? null,
    shownUntil,
    comesDownOn: shownUntil === null ? null : addDays(shownUntil, 1),
    repairFrom: showing.term?.repairFrom ?? null,
  };
}

/** A showing in words. */
export function explain(
  platform: Pick<Platform, 'pack' | 'layouts'>,
  dataset: string,
  showing: Showing,
  decidedOn: Day,
  isOverridden: boolean,
): readonly string[] {
  return explainShowing(showing, termSetOf(platform, dataset), decidedOn, isOverridden);
}

/** The set of terms by which a dataset is shown; null where another rule says until when. */
export function termSetOf(platform: Pick<Platform, 'pack' | 'layouts'>, dataset: string): TermSet | null {
  const until = datasetOf(platform, dataset).dataset.definition.shown?.until;
  return typeof until === 'object' && 'terms' in until ? (platform.pack.terms.get(until.terms) ?? null) : null;
}

/** A record of a shown dataset that is not shown, and why. */
export interface HeldRecord {
  readonly recordId: string;
  readonly dataset: string;
  readonly unit: string;
  readonly subjectName: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly reason: NotShownReason | 'held';
  readonly sentence: string;
}

/** Organisations' records held back although their dataset is shown: for the credit office. */
export async function readHeld(
  platform: Platform,
  context: ActContext,
  after: string | null,
  limit: number,
): Promise<readonly HeldRecord[]> {
  const shown = [...platform.pack.datasets.values()].filter((dataset) => dataset.shown !== undefined).map(({ id }) => id);
  const rows = await withTransaction(platform.database.app, readerOf(context.actor, 'publicity.read'), (client) =>
    listHeld(client, shown, after, limit),
  );
  return rows.map((row) => {
    const showing = showingOf(platform, row, null);
    return {
      recordId: row.recordId,
      dataset: row.dataset,
      unit: row.unitId,
      subjectName: row.subjectName,
      number: row.number,
      decidedOn: row.decidedOn,
      reason: showing.isShown ? 'held' : showing.reason,
      sentence: explain(platform, row.dataset, showing, row.decidedOn as Day, false).at(-1) ?? '',
    };
  });
}
