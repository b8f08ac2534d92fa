/** `plans/<plan>.yaml`: what proves the tasks of a plan; and how a task stands by it. */
import type { Day } from '../calendar/index.ts';
import type { Engine, RecordMeasure } from '../indicators/index.ts';
import type { Certainty, Citation, Label } from '../standards/index.ts';

/** Which period of an indicator or expected set counts: the one of today, or the last that is over. A total is always up to today. */
export const PROOF_PERIODS = ['current', 'last-closed'] as const;
export type ProofPeriod = (typeof PROOF_PERIODS)[number];

/** So many records of a dataset, of the district together or of each unit that the task binds. */
export interface RecordsProof {
  readonly dataset: string;
  readonly where?: string;
  readonly atLeast: number;
  readonly perBoundUnit?: boolean;
}

/** The records of a condition as a measure: all that stand, whenever they were made. */
export function recordsMeasure({ dataset, where }: RecordsProof): RecordMeasure {
  return { source: 'record', datasets: [dataset], by: 'receivedOn', ...(where === undefined ? {} : { where }) };
}

/**
 * One thing that must hold. It says exactly one of: an indicator that meets its target, an expected set that is complete, records, or
 * parts of the platform that it needs and that are not there yet: then it never holds.
 */
export interface ProofCondition {
  /** Stable within the task: what was noted of it is found again by this. */
  readonly id: string;
  readonly says: Label;
  readonly indicator?: string;
  readonly expected?: string;
  readonly period?: ProofPeriod;
  readonly records?: RecordsProof;
  readonly needs?: readonly Engine[];
}

export interface TaskProof {
  readonly number: string;
  /** The task in a few words, for boards. */
  readonly short: Label;
  readonly note?: string;
  /** All of them must hold. */
  readonly all: readonly ProofCondition[];
}

export interface PlanProof {
  /** Id of the plan. */
  readonly id: string;
  readonly version: string;
  readonly name: Label;
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  readonly tasks: readonly TaskProof[];
}

/** `missing`: a part of the platform is not there yet. */
export const CONDITION_OUTCOMES = ['holds', 'fails', 'no-data', 'missing'] as const;
export type ConditionOutcome = (typeof CONDITION_OUTCOMES)[number];

export const TASK_STATES = ['not-started', 'in-progress', 'proven', 'late', 'regressed'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What a task's state is told from. */
export interface TaskFacts {
  /** Null where the task has no due day. */
  readonly dueOn: Day | null;
  /** One for each condition; none when no proof is defined, and then nothing proves it. */
  readonly outcomes: readonly ConditionOutcome[];
  /** First day on which all conditions were seen to hold together, today included. */
  readonly firstProvenOn: Day | null;
  /** Whether anything was filed towards it, or declared. That nothing bad was found yet is no beginning. */
  readonly isBegun: boolean;
}

export interface TaskStanding {
  readonly state: TaskState;
  /** Proven, or once proven, but only after its due day. */
  readonly isProvenLate: boolean;
}

/** How a task stands on a day. Computed each time, never stored. */
export function taskStanding({ dueOn, outcomes, firstProvenOn, isBegun }: TaskFacts, today: Day): TaskStanding {
  const isProvenLate = firstProvenOn !== null && dueOn !== null && firstProvenOn > dueOn;
  if (allHold(outcomes)) return { state: 'proven', isProvenLate };
  if (firstProvenOn !== null) return { state: 'regressed', isProvenLate };
  if (dueOn !== null && today > dueOn) return { state: 'late', isProvenLate };
  return { state: isBegun ? 'in-progress' : 'not-started', isProvenLate };
}

/** Whether conditions prove a task: there are some, and all hold. */
export function allHold(outcomes: readonly ConditionOutcome[]): boolean {
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'holds');
}

/** All conditions of a task as one outcome: the worst of them. */
export function outcomeOfAll(outcomes: readonly ConditionOutcome[]): ConditionOutcome {
  if (allHold(outcomes)) return 'holds';
  if (outcomes.includes('missing')) return 'missing';
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'no-data') ? 'no-data' : 'fails';
}
