export { chineseNumeral } from './numerals.ts';
export { readPlan } from './read-plan.ts';
export { directoryOf, resolveUnits } from './resolve-units.ts';
export type { Candidate, ResolvedName, UnitDirectory } from './resolve-units.ts';
export { DUE_KINDS, PLAN_TARGET_KINDS, UNREAD_REASONS } from './types.ts';
export type {
  CitedInstrument,
  DraftArea,
  DraftHeading,
  DraftTask,
  DueKind,
  Lines,
  NamedUnits,
  PlanBlock,
  PlanDraft,
  PlanTarget,
  PlanTargetKind,
  Unread,
  UnreadReason,
} from './types.ts';
export { allHold, CONDITION_OUTCOMES, outcomeOfAll, PROOF_PERIODS, recordsMeasure, TASK_STATES, taskStanding } from './proof.ts';
export type {
  ConditionOutcome,
  PlanProof,
  ProofCondition,
  ProofPeriod,
  RecordsProof,
  TaskFacts,
  TaskProof,
  TaskStanding,
  TaskState,
} from './proof.ts';
