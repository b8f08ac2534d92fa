/** Matters around a task and the acts that lead them from state to state: a closed table of what is possible, and by whom. */
import { hadAHand } from '../identity/index.ts';
import type { Approver } from '../identity/index.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';

/**
 * report 进展报告, action-plan 工作推进方案, order 督办单, extension 延期, hand-over 移交, release 退回任务 (it is not ours),
 * urging 催办.
 */
export const MATTER_KINDS = ['report', 'action-plan', 'order', 'extension', 'hand-over', 'release', 'urging'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

export const MATTER_STATES = [
  'called',
  'filed',
  'returned',
  'accepted',
  'drafted',
  'issued',
  'replied',
  'closed',
  'dropped',
  'asked',
  'agreed',
  'declined',
  'granted',
  'refused',
  'urged',
] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export const MATTER_ACTS = [
  'call',
  'file',
  'return',
  'accept',
  'reopen',
  'draft',
  'issue',
  'drop',
  'reply',
  'close',
  'ask',
  'agree',
  'decline',
  'grant',
  'refuse',
  'urge',
] as const;
export type MatterAct = (typeof MATTER_ACTS)[number];

/** Acts in a matter that is open; a first act says what the matter is about. */
export const DECISIONS = [
  'return',
  'accept',
  'reopen',
  'issue',
  'drop',
  'reply',
  'close',
  'agree',
  'decline',
  'grant',
  'refuse',
] as const satisfies readonly MatterAct[];
export type Decision = (typeof DECISIONS)[number];

/** Unit: whose part the matter is about. Reviewer: a lead of the task, for others than itself; and the office. Receiver: who is to take a part over. */
export const PARTIES = ['unit', 'reviewer', 'office', 'receiver'] as const;
export type Party = (typeof PARTIES)[number];

interface Step {
  readonly to: MatterState;
  readonly by: Party;
  /** Acts of this matter whose person may not be the one who does this: who enters does not approve. */
  readonly notBy?: readonly MatterAct[];
  /** An act that says nothing by itself needs words. */
  readonly isBare?: true;
}

type Steps = Partial<Record<MatterState | 'none', Partial<Record<MatterAct, Step>>>>;

const ASKED_OF_OFFICE = {
  grant: { to: 'granted', by: 'office', notBy: ['ask', 'agree'], isBare: true },
  refuse: { to: 'refused', by: 'office', notBy: ['ask', 'agree'] },
} as const satisfies Partial<Record<MatterAct, Step>>;

const STEPS: Readonly<Record<MatterKind, Steps>> = {
  report: {
    none: { call: { to: 'called', by: 'office' }, file: { to: 'filed', by: 'unit' } },
    called: { file: { to: 'filed', by: 'unit' } },
    filed: {
      return: { to: 'returned', by: 'reviewer', notBy: ['file'] },
      accept: { to: 'accepted', by: 'reviewer', notBy: ['file'], isBare: true },
    },
    returned: { file: { to: 'filed', by: 'unit' } },
    accepted: { reopen: { to: 'returned', by: 'office' } },
  },
  // An accepted plan is final, so that each unit is counted once among those that have one.
  'action-plan': {
    none: { file: { to: 'filed', by: 'unit' } },
    filed: {
      return: { to: 'returned', by: 'office', notBy: ['file'] },
      accept: { to: 'accepted', by: 'office', notBy: ['file'], isBare: true },
    },
    returned: { file: { to: 'filed', by: 'unit' } },
  },
  order: {
    none: { draft: { to: 'drafted', by: 'office' } },
    drafted: {
      issue: { to: 'issued', by: 'office', notBy: ['draft'], isBare: true },
      drop: { to: 'dropped', by: 'office' },
    },
    issued: {
      reply: { to: 'replied', by: 'unit' },
      drop: { to: 'dropped', by: 'office', notBy: ['draft'] },
    },
    replied: {
      return: { to: 'issued', by: 'office', notBy: ['reply'] },
      close: { to: 'closed', by: 'office', notBy: ['draft', 'reply'], isBare: true },
    },
  },
  extension: { none: { ask: { to: 'asked', by: 'unit' } }, asked: ASKED_OF_OFFICE },
  release: { none: { ask: { to: 'asked', by: 'unit' } }, asked: ASKED_OF_OFFICE },
  'hand-over': {
    none: { ask: { to: 'asked', by: 'unit' } },
    asked: {
      agree: { to: 'agreed', by: 'receiver', notBy: ['ask'], isBare: true },
      decline: { to: 'declined', by: 'receiver', notBy: ['ask'] },
    },
    agreed: ASKED_OF_OFFICE,
  },
  urging: { none: { urge: { to: 'urged', by: 'office' } } },
};

/** Acts behind which nothing is left to do in a matter, unless it is reopened. */
export const SETTLING_ACTS: readonly MatterAct[] = ['accept', 'drop', 'close', 'decline', 'grant', 'refuse', 'urge'];

/** What can be done now, in whoever's name; `none` before the first act. */
export function possibleActs(kind: MatterKind, state: MatterState | 'none'): readonly MatterAct[] {
  const steps = STEPS[kind][state] ?? {};
  return MATTER_ACTS.filter((act) => steps[act] !== undefined);
}

/** Whether an act needs words: a reason, a text. */
export function needsWords(kind: MatterKind, state: MatterState | 'none', act: MatterAct): boolean {
  return STEPS[kind][state]?.[act]?.isBare !== true;
}

/** Who is about to act. */
export interface Acting extends Approver {
  /** Everything this actor is in the matter. */
  readonly parties: readonly Party[];
}

/** Who has acted in a matter so far. */
export interface Acted {
  readonly act: MatterAct;
  readonly name: string;
}

export const ACT_REFUSALS = [
  'already-accepted',
  'already-filed',
  'order-closed',
  'not-possible-now',
  'not-yours-to-do',
  'same-person',
] as const;
export type ActRefusal = (typeof ACT_REFUSALS)[number];

/** Where an act leads to, and as which party it is done. */
export interface Judged {
  readonly to: MatterState;
  readonly by: Party;
}

/** Whether an act can be done, or why not. */
export function judgeAct(
  kind: MatterKind,
  state: MatterState | 'none',
  act: MatterAct,
  { parties, ...approver }: Acting,
  before: readonly Acted[],
): Result<Judged, ActRefusal> {
  const step = STEPS[kind][state]?.[act];
  if (step === undefined) return err(whyNot(kind, state, act));
  if (!parties.includes(step.by)) return err('not-yours-to-do');
  const rivals = (step.notBy ?? []).flatMap((one) => before.findLast((past) => past.act === one)?.name ?? []);
  if (hadAHand(approver, rivals)) return err('same-person');
  return ok({ to: step.to, by: step.by });
}

function whyNot(kind: MatterKind, state: MatterState | 'none', act: MatterAct): ActRefusal {
  if (act === 'file' && state === 'accepted') return 'already-accepted';
  if (act === 'file' && state === 'filed') return 'already-filed';
  if (kind === 'order' && (state === 'closed' || state === 'dropped')) return 'order-closed';
  return 'not-possible-now';
}

/** The state behind all acts of a matter. Throws on a sequence that the table does not know: it was never written by us. */
export function stateOf(kind: MatterKind, acts: readonly { readonly act: MatterAct }[]): MatterState | 'none' {
  let state: MatterState | 'none' = 'none';
  for (const { act } of acts) {
    const step: Step | undefined = STEPS[kind][state]?.[act];
    if (step === undefined) throw new Error(`${kind}: no ${act} after ${state}`);
    state = step.to;
  }
  return state;
}
