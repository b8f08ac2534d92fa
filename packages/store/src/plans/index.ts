export {
  decideDraft,
  findOpenDraft,
  insertDraft,
  listOpenDrafts,
  listUnread,
  noteAmender,
  planTaken,
  saveDraftContent,
  settleUnread,
  takePlanTurn,
} from './drafts.ts';
export type { DraftContent, PlanDraftRow, Settlement, UnreadRow } from './drafts.ts';
export {
  bindUnits,
  boundUnits,
  changeDueDay,
  closePlanRow,
  dueDayOf,
  findPlan,
  insertAmendment,
  insertPlan,
  listAmendments,
  listAreas,
  listDueChanges,
  listPlans,
  listTasks,
  releaseUnit,
} from './plans.ts';
export type { AmendmentRow, AreaRow, BoundUnit, DueChange, PlanRow, PlanTaskRow, PlanToMake, UnitRole } from './plans.ts';
export { insertDeclaration, insertProofEvents, listDeclarations, listProofEvents, takeProofTurn } from './proof.ts';
export type { Declaration, ProofEvent } from './proof.ts';
