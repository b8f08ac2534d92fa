/** The other acts upon publicity: suspension, class, end by repair, marks, words for the public. */
import type { Day } from '@xincheng/core/calendar';
import { hidePersonalData } from '@xincheng/core/intake';
import { isNarrative } from '@xincheng/core/publicity';
import type { PublicityState } from '@xincheng/core/publicity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { addClass, addMark, addText, endMark } from '@xincheng/store/publicity';
import type { Mark } from '@xincheng/store/publicity';
import { writeAct } from '../audit/index.ts';
import { mayActFor } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { actUpon, changeStanding } from './act.ts';
import type { Answerable, InHand, Seen } from './act.ts';
import { refused } from './problem.ts';
import type { PublicityProblem } from './problem.ts';
import { showingOf } from './showing.ts';

type Standing = Promise<Result<{ readonly state: PublicityState }, PublicityProblem>>;

/** An act with the paper behind it. */
export interface Documented extends Answerable, Seen {
  readonly document?: string | undefined;
}

/** What acts ask for that take a record off, put it back or mark it. */
function withdrawing({ name, seen }: Pick<Answerable, 'name'> & Seen): Parameters<typeof actUpon>[3] {
  return { right: 'publicity.withdraw', name, seen };
}

/** Takes a record off while a court-approved reorganisation or settlement is carried out. */
export function suspendRecord(platform: Platform, context: ActContext, recordId: string, documented: Documented): Standing {
  return actUpon(platform, context, recordId, withdrawing(documented), (inHand) =>
    standing(inHand, context, 'suspend', 'reorganisation', documented),
  );
}

/** Puts a suspended record back for what is left of its term: the term ran on meanwhile. */
export function resumeRecord(platform: Platform, context: ActContext, recordId: string, documented: Documented): Standing {
  return actUpon(platform, context, recordId, withdrawing(documented), (inHand) =>
    standing(inHand, context, 'resume', 'reorganisation-ended', documented),
  );
}

/**
 * Ends publicity early because credit was repaired. Not before the shortest time is over, never where the law allows no early end, and
 * only of what speaks of breach.
 */
export function endByRepair(platform: Platform, context: ActContext, recordId: string, documented: Documented): Standing {
  return actUpon(platform, context, recordId, withdrawing(documented), async (inHand) => {
    if (!datasetOf(platform, inHand.record.dataset).dataset.definition.catalog.isNegative) return refused('not-of-breach');
    const { term } = showingOf(platform, inHand.record, inHand.classId);
    if (term !== null && (term.repairFrom === null || context.today < term.repairFrom)) return refused('before-repair');
    return standing(inHand, context, 'repair', 'repaired', documented);
  });
}

async function standing(
  inHand: InHand,
  context: ActContext,
  act: 'suspend' | 'resume' | 'repair',
  because: 'reorganisation' | 'reorganisation-ended' | 'repaired',
  { reason, document }: Documented,
): Standing {
  const changed = await changeStanding(inHand, context, {
    act,
    because,
    reason,
    ...(document === undefined ? {} : { document }),
  });
  return changed.ok ? ok({ state: changed.value }) : changed;
}

/** Gives a record another class; only by the unit that decided. The term follows at once. */
export async function setClass(
  platform: Platform,
  context: ActContext,
  recordId: string,
  { classId, name, reason, seen }: Answerable & Seen & { readonly classId: string },
): Promise<Result<{ readonly state: PublicityState; readonly shownUntil: Day | null }, PublicityProblem>> {
  return actUpon(platform, context, recordId, { right: 'publicity.classify', name, seen }, async (inHand) => {
    const { client, record } = inHand;
    if (!mayActFor(context.actor, 'publicity.classify', record.unitId)) return refused('not-your-unit');
    const until = datasetOf(platform, record.dataset).dataset.definition.shown?.until;
    const set = typeof until === 'object' && 'terms' in until ? platform.pack.terms.get(until.terms) : undefined;
    if (set === undefined) return refused('no-terms');
    if (!set.classes.some(({ id }) => id === classId)) return refused('unknown-class');
    const showing = showingOf(platform, record, classId);
    const shownUntil = showing.isShown ? showing.until : null;
    const changed = await changeStanding(inHand, context, {
      act: 'recompute',
      because: 'class-changed',
      until: shownUntil,
      reason,
    });
    if (!changed.ok) return changed;
    await addClass(client, { ...ofRecord(inHand, context), class: classId, reason: hidePersonalData(reason) });
    return ok({ state: changed.value, shownUntil });
  });
}

/** Marks a record as disputed, or adds the firm's own words. */
export async function setMark(
  platform: Platform,
  context: ActContext,
  recordId: string,
  {
    mark,
    words,
    name,
    reason,
    seen,
  }: Seen & {
    readonly mark: Mark;
    readonly words?: string | undefined;
    readonly name?: string | undefined;
    readonly reason?: string | undefined;
  },
): Promise<Result<null, PublicityProblem>> {
  return actUpon(platform, context, recordId, withdrawing({ name, seen }), async (inHand) => {
    if ((mark === 'statement') !== (words !== undefined && words.trim() !== '')) return refused('statement-missing');
    const said = words === undefined ? null : hidePersonalData(words, 'public');
    const isSet = await addMark(inHand.client, { ...ofRecord(inHand, context), mark, since: context.today, words: said });
    if (!isSet) return refused('mark-set');
    const why = reason === undefined ? {} : { reason: hidePersonalData(reason) };
    await note(inHand, context, `publicity.mark.${mark}`, { name: inHand.by, ...why });
    return ok(null);
  });
}

/** Ends a mark. */
export async function clearMark(
  platform: Platform,
  context: ActContext,
  recordId: string,
  { mark, name, reason, seen }: Answerable & Seen & { readonly mark: Mark },
): Promise<Result<null, PublicityProblem>> {
  return actUpon(platform, context, recordId, withdrawing({ name, seen }), async (inHand) => {
    const ending = { until: context.today, at: context.now, name: inHand.by, reason: hidePersonalData(reason) };
    if (!(await endMark(inHand.client, recordId, mark, ending))) return refused('mark-not-set');
    await note(inHand, context, `publicity.unmark.${mark}`, { name: inHand.by, reason: ending.reason });
    return ok(null);
  });
}

/** Writes a narrative by hand for the public, where redaction by rule says too much or too little. */
export async function setPublicText(
  platform: Platform,
  context: ActContext,
  recordId: string,
  { field, text, name, reason, seen }: Answerable & Seen & { readonly field: string; readonly text: string },
): Promise<Result<null, PublicityProblem>> {
  return actUpon(platform, context, recordId, { right: 'publicity.classify', name, seen }, async (inHand) => {
    const { fields } = datasetOf(platform, inHand.record.dataset).dataset.definition;
    const definition = fields.find(({ code }) => code === field);
    if (definition === undefined || !isNarrative(definition)) return refused('not-a-narrative');
    await addText(inHand.client, {
      ...ofRecord(inHand, context),
      field,
      text: hidePersonalData(text, 'public'),
      reason: hidePersonalData(reason),
    });
    await note(inHand, context, 'publicity.text', { field, name: inHand.by });
    return ok(null);
  });
}

function ofRecord({ record: { recordId, subjectKey, unitId }, by }: InHand, { now }: ActContext) {
  return { recordId, subjectKey, unitId, at: now, name: by };
}

function note(
  { client, record }: InHand,
  context: ActContext,
  act: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return writeAct(client, context, { act, objectKind: 'record', objectId: record.recordId, unitId: record.unitId, details });
}
