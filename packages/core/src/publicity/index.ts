export { classNameOf, explainShowing } from './explain.ts';
export { isNarrative, publicFieldsOf, publicSubjectName, publicValues } from './public-view.ts';
export type { PublicField, PublicTexts, ShownValue } from './public-view.ts';
export { redacted } from './redact.ts';
export { compileShown, NOT_SHOWN_REASONS, shownPackOf } from './showing.ts';
export type { NotShownReason, Shower, Showing, ShownPack, ShownRow } from './showing.ts';
export {
  CLOCKED_WITHDRAWALS,
  PUBLICITY_REASONS,
  PUBLICITY_STATES,
  REASON_WORDS,
  STATE_WORDS,
  stateAfter,
  stateByTerm,
  WITHDRAWAL_REASONS,
} from './states.ts';
export type { PublicityAct, PublicityReason, PublicityState, WithdrawalReason } from './states.ts';
export { regimeOn, resolveTerm, termUnder } from './term.ts';
export type { ResolvedTerm, TermUnder } from './term.ts';
