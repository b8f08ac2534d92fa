import { defineWords } from '../../words/index.ts';

/** Words of the first act of a matter. */
export const useOpeningWords = defineWords('opening', {
  report: ['报送进展', 'Report progress'],
  'action-plan': ['报送推进方案', 'File the action plan'],
  extension: ['申请延期', 'Ask for a later day'],
  'hand-over': ['申请移交', 'Ask to hand over'],
  release: ['退回任务', 'Return the task'],
  urging: ['催办', 'Urge'],
  order: ['拟督办单', 'Draft an order'],
  'report-call': ['要求报送', 'Call for a report'],
  unit: ['对哪个单位', 'To which unit'],
  to: ['移交给', 'To'],
  words: ['内容', 'What is said'],
  reason: ['理由', 'Reason'],
  newDay: ['申请延至', 'Until'],
  sinceOn: ['自哪一天起未落实', 'Not done since'],
  dueOn: ['限哪一天前', 'By'],
  period: ['所属月份', 'Month'],
  asked: ['已提出，等对方办理', 'Asked; it waits on the other side'],
});
