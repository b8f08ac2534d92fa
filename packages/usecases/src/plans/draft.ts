/** A plan before it takes effect: read in, amended by hand where the document was not understood, or dropped. */
import type { Day } from '@xincheng/core/calendar';
import type { CitedInstrument, DraftTask, DueKind, PlanDraft, PlanTarget } from '@xincheng/core/plans';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  decideDraft,
  insertDraft,
  listUnread,
  noteAmender,
  planTaken,
  saveDraftContent,
  settleUnread,
} from '@xincheng/store/plans';
import type { PlanDraftRow, Settlement, UnreadRow } from '@xincheng/store/plans';
import { identityOf, mayActForDistrict } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { asOffice, draftInHand, onDraft, writePlanAct } from './act.ts';
import type { Named, Reasoned } from './act.ts';
import { bodyNamed, namesByRole } from './named-units.ts';
import type { PlanFileProblem } from './plan-file-problem.ts';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';
import { readPlanFile } from './read-plan-file.ts';

/** A draft with what is still open about it. */
export interface DraftView extends PlanDraftRow {
  readonly unread: readonly UnreadRow[];
  /** Names that are no unit and no group, by task. */
  readonly unknownUnits: readonly { readonly number: string; readonly name: string }[];
}

export interface PlanImport extends Named {
  /** Chosen by the person who reads the plan in, such as `licheng-2021`; the file of proofs bears it too. */
  readonly id: string;
  readonly fileName: string;
  readonly fileSha256: string | null;
}

const ID_FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Keeps a plan as it was read, for another person to confirm. */
export async function importPlan(
  platform: Platform,
  context: ActContext,
  draft: PlanDraft,
  source: PlanImport,
): Promise<Result<DraftView, PlanProblem>> {
  return asOffice(platform, context, 'plan.import', source, async (client, { id, name, fileName, fileSha256 }) => {
    if (!ID_FORM.test(id)) return planProblem('bad-plan-id', { id });
    if (draft.tasks.length === 0) return planProblem('empty-plan');
    const taken = await planTaken(client, id, draft.title);
    if (taken !== null) return planProblem(taken.title === draft.title ? 'plan-name-taken' : 'plan-id-taken', taken);
    const { title, issuedOn, headings, areas, tasks, unread } = draft;
    const row = {
      id: uuidV7(context.now),
      planId: id,
      title,
      issuedOn,
      fileName,
      fileSha256,
      content: { headings, areas, tasks },
      importedBy: name,
      importedAt: context.now,
    };
    await insertDraft(client, row, unread);
    const read = { title, tasks: tasks.length, unread: unread.length, file: fileName, sha256: fileSha256 };
    await writePlanAct(client, context, id, 'plan.import', { draft: row.id, ...read, name });
    return ok(await draftView(platform, client, { ...row, state: 'open', amendedBy: [] }));
  });
}

/** A plan in a file, to be read and kept. */
export interface PlanFile extends Named {
  readonly id: string;
  readonly path: string;
  readonly fileName: string;
}

/** Reads a plan from its file and keeps it, for another person to confirm. */
export async function importPlanFile(
  platform: Platform,
  context: ActContext,
  { path, ...file }: PlanFile,
): Promise<Result<DraftView, PlanProblem | PlanFileProblem>> {
  if (!mayActForDistrict(context.actor, 'plan.import')) return planProblem('credit-office-only');
  const read = await readPlanFile(platform, { path });
  if (!read.ok) return read;
  return importPlan(platform, context, read.value.draft, { ...file, fileSha256: read.value.sha256 });
}

/** An open draft, for the credit office. */
export async function readDraft(
  platform: Platform,
  context: ActContext,
  planId: string,
): Promise<Result<DraftView, PlanProblem>> {
  if (!mayActForDistrict(context.actor, 'plan.read')) return planProblem('credit-office-only');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const draft = await draftInHand(client, planId);
    return draft.ok ? ok(await draftView(platform, client, draft.value)) : draft;
  });
}

async function draftView(platform: Platform, client: Client, draft: PlanDraftRow): Promise<DraftView> {
  const unknownUnits = draft.content.tasks.flatMap((task) =>
    namesByRole(task)
      .flatMap(([, names]) => names)
      .filter((name) => bodyNamed(platform.pack, name) === null)
      .map((name) => ({ number: task.number, name })),
  );
  return { ...draft, unread: await listUnread(client, draft.id), unknownUnits };
}

/** What a person changes about one task. What is not given stays. */
export interface DraftAmendment extends Reasoned {
  readonly number: string;
  /** Units or groups by name or id. */
  readonly leads?: readonly string[] | undefined;
  readonly responsible?: readonly string[] | undefined;
  readonly supporting?: readonly string[] | undefined;
  readonly due?: { readonly kind: DueKind; readonly on: Day | null } | undefined;
  readonly targets?: readonly PlanTarget[] | undefined;
  readonly instruments?: readonly CitedInstrument[] | undefined;
  /** The due day is right although the paper bears a later one; the reason says why. */
  readonly acceptsEarlyDue?: boolean | undefined;
}

/** Puts one task of a draft right. */
export async function amendDraft(
  platform: Platform,
  context: ActContext,
  planId: string,
  amendment: DraftAmendment,
): Promise<Result<DraftView, PlanProblem>> {
  return onDraft(platform, context, planId, 'plan.import', amendment, async (client, draft, { number, due, name, reason }) => {
    const before = draft.content.tasks.find((task) => task.number === number);
    if (before === undefined) return planProblem('no-such-task', { id: planId, number });
    const unknown = namesOf(amendment).find((named) => bodyNamed(platform.pack, named) === null);
    if (unknown !== undefined) return planProblem('unknown-unit', { number, name: unknown });
    if (due?.kind === 'day' && due.on === null) return planProblem('day-missing', { number });
    const after = amended(before, amendment);
    if (JSON.stringify(after) === JSON.stringify(before)) return planProblem('nothing-changes');
    const content = { ...draft.content, tasks: draft.content.tasks.map((task) => (task === before ? after : task)) };
    await saveDraftContent(client, draft.id, content);
    const amendedBy = await noteAmender(client, draft.id, name);
    await writePlanAct(client, context, planId, 'plan.amend-draft', { draft: draft.id, number, before, after, name, reason });
    return ok(await draftView(platform, client, { ...draft, content, amendedBy }));
  });
}

function namesOf({ leads = [], responsible = [], supporting = [] }: DraftAmendment): readonly string[] {
  return [...leads, ...responsible, ...supporting];
}

/** A task of a draft; the reason why an early due day stands goes with it. */
export type AmendedTask = DraftTask & { readonly earlyDueReason?: string };

function amended(
  task: AmendedTask,
  { leads, responsible, supporting, due, targets, instruments, acceptsEarlyDue, reason }: DraftAmendment,
): AmendedTask {
  const { earlyDueReason, ...rest } = task;
  const early = acceptsEarlyDue === true ? reason : due === undefined ? earlyDueReason : undefined;
  return {
    ...rest,
    leads: leads ?? task.leads,
    responsible: responsible ?? task.responsible,
    supporting: supporting ?? task.supporting,
    due: due === undefined ? task.due : due.kind === 'day' ? due.on : null,
    dueKind: due?.kind ?? task.dueKind,
    targets: targets ?? task.targets,
    instruments: instruments ?? task.instruments,
    ...(early === undefined ? {} : { earlyDueReason: early }),
  };
}

export interface Settling extends Reasoned {
  readonly ordinals: readonly number[];
  /** `resolved`: a task was put right for it; `irrelevant`: nothing of the plan stands in it. */
  readonly as: Settlement;
}

/** Settles what was not understood: a plan is confirmed only when nothing is left. */
export async function settleDraft(
  platform: Platform,
  context: ActContext,
  planId: string,
  settling: Settling,
): Promise<Result<DraftView, PlanProblem>> {
  return onDraft(platform, context, planId, 'plan.import', settling, async (client, draft, { ordinals, as, name, reason }) => {
    const known = new Set((await listUnread(client, draft.id)).map(({ ordinal }) => ordinal));
    const unknown = ordinals.find((ordinal) => !known.has(ordinal));
    if (unknown !== undefined) return planProblem('no-such-unread', { ordinal: unknown });
    for (const ordinal of ordinals)
      await settleUnread(client, draft.id, ordinal, { as, words: reason, by: name, at: context.now });
    const amendedBy = await noteAmender(client, draft.id, name);
    await writePlanAct(client, context, planId, 'plan.settle', { draft: draft.id, ordinals, as, name, reason });
    return ok(await draftView(platform, client, { ...draft, amendedBy }));
  });
}

/** Gives a draft up: its name and id are free again. */
export async function dropDraft(
  platform: Platform,
  context: ActContext,
  planId: string,
  by: Reasoned,
): Promise<Result<{ readonly id: string }, PlanProblem>> {
  return onDraft(platform, context, planId, 'plan.import', by, async (client, draft, { name, reason }) => {
    await decideDraft(client, draft.id, { as: 'dropped', by: name, at: context.now });
    await writePlanAct(client, context, planId, 'plan.drop-draft', { draft: draft.id, name, reason });
    return ok({ id: planId });
  });
}
