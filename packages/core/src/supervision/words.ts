/** Words for users. */
import type { MatterAct, MatterKind, MatterState } from './acts.ts';

export const MATTER_WORDS: Readonly<Record<MatterKind, string>> = {
  report: '进展报告',
  'action-plan': '工作推进方案',
  order: '督办单',
  extension: '延期申请',
  'hand-over': '移交',
  release: '退回任务',
  urging: '催办',
};

export const MATTER_STATE_WORDS: Readonly<Record<MatterState, string>> = {
  called: '待报',
  filed: '待审核',
  returned: '已退回，待重报',
  accepted: '已审核通过',
  drafted: '待签发',
  issued: '待回复',
  replied: '待核实',
  closed: '已办结',
  dropped: '已撤销',
  asked: '待答复',
  agreed: '对方已同意，待批准',
  declined: '对方不接收',
  granted: '已批准',
  refused: '未批准',
  urged: '已发出',
};

export const MATTER_ACT_WORDS: Readonly<Record<MatterAct, string>> = {
  call: '要求报送',
  file: '报送',
  return: '退回',
  accept: '审核通过',
  reopen: '退回重开',
  draft: '拟单',
  issue: '签发',
  drop: '撤销',
  reply: '回复',
  close: '办结',
  ask: '提出',
  agree: '同意接收',
  decline: '不接收',
  grant: '批准',
  refuse: '不批准',
  urge: '催办',
};

/** The act as something that was done, in the names of audit events: `supervision.action-plan-accepted`. */
export const MATTER_ACT_PAST: Readonly<Record<MatterAct, string>> = {
  call: 'called',
  file: 'filed',
  return: 'returned',
  accept: 'accepted',
  reopen: 'reopened',
  draft: 'drafted',
  issue: 'issued',
  drop: 'dropped',
  reply: 'replied',
  close: 'closed',
  ask: 'asked',
  agree: 'agreed',
  decline: 'declined',
  grant: 'granted',
  refuse: 'refused',
  urge: 'urged',
};
