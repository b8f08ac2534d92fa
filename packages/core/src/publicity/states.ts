/** States of publicity and the acts that lead from one to another: a closed table. */

/** `held` is not public; only `published` is. */
export const PUBLICITY_STATES = ['held', 'published', 'ended', 'withdrawn', 'suspended'] as const;
export type PublicityState = (typeof PUBLICITY_STATES)[number];

/** Why a record was withdrawn. */
export const WITHDRAWAL_REASONS = [
  'decision-changed',
  'decision-revoked',
  'decision-unlawful',
  'decision-void',
  'error',
  'secret',
  'objection-upheld',
] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** Reasons after which 行政处罚法 art. 48 sets a clock. */
export const CLOCKED_WITHDRAWALS: readonly WithdrawalReason[] = [
  'decision-changed',
  'decision-revoked',
  'decision-unlawful',
  'decision-void',
];

/** Every reason a state can have. */
export const PUBLICITY_REASONS = [
  ...WITHDRAWAL_REASONS,
  'maximum-reached',
  'repaired',
  'reorganisation',
  'reorganisation-ended',
  'class-changed',
  'terms-changed',
  'version-changed',
  'not-shown',
] as const;
export type PublicityReason = (typeof PUBLICITY_REASONS)[number];

/** Acts upon publicity. `recompute`: another class, another version or another rule says something else about what is shown. */
export const PUBLICITY_ACTS = ['recompute', 'reach-maximum', 'repair', 'withdraw', 'suspend', 'resume'] as const;
export type PublicityAct = (typeof PUBLICITY_ACTS)[number];

/** Where an act leads to; no entry: it cannot be done there. By `recompute` and `resume` the term decides. */
const TRANSITIONS: Readonly<Record<PublicityState, Partial<Record<PublicityAct, PublicityState | 'by-term'>>>> = {
  held: { recompute: 'by-term', withdraw: 'withdrawn' },
  published: { recompute: 'by-term', 'reach-maximum': 'ended', repair: 'ended', withdraw: 'withdrawn', suspend: 'suspended' },
  // What was repaired or has run its time can still turn out to have been wrong.
  ended: { recompute: 'by-term', withdraw: 'withdrawn' },
  withdrawn: {},
  suspended: { recompute: 'suspended', repair: 'ended', withdraw: 'withdrawn', resume: 'by-term' },
};

/** The state after an act, or null where the act cannot be done. What was ended by repair stays ended. */
export function stateAfter(
  { state, reason }: { readonly state: PublicityState; readonly reason: string | null },
  act: PublicityAct,
  until: string | null,
  today: string,
): PublicityState | null {
  if (act === 'recompute' && state === 'ended' && reason === 'repaired') return 'ended';
  const to = TRANSITIONS[state][act];
  if (to === undefined) return null;
  return to === 'by-term' ? stateByTerm(until, today) : to;
}

/** The state of a record that nobody has taken down: `until` is its last day on show, null where it is not shown. */
export function stateByTerm(until: string | null, today: string): 'held' | 'published' | 'ended' {
  if (until === null) return 'held';
  return until < today ? 'ended' : 'published';
}

/** The word for each state, for users. */
export const STATE_WORDS: Readonly<Record<PublicityState, string>> = {
  held: '在库，不公示',
  published: '公示中',
  ended: '公示结束',
  withdrawn: '已撤回',
  suspended: '暂停公示',
};

/** The word for each reason, for users. */
export const REASON_WORDS: Readonly<Record<PublicityReason, string>> = {
  'decision-changed': '决定已变更',
  'decision-revoked': '决定被撤销',
  'decision-unlawful': '决定被确认违法',
  'decision-void': '决定被确认无效',
  error: '错误上传',
  secret: '涉密',
  'objection-upheld': '异议成立',
  'maximum-reached': '公示期满',
  repaired: '信用修复',
  reorganisation: '重整计划或和解经法院裁定',
  'reorganisation-ended': '重整计划不再执行，恢复公示',
  'class-changed': '认定等级改变',
  'terms-changed': '公示期限的规定改变',
  'version-changed': '更正报送',
  'not-shown': '不属于公示范围',
};
