import { defineWords } from '../../words/index.ts';

/** Words of the desk. */
export const useDeskWords = defineWords('desk', {
  title: ['工作台', 'Desk'],
  about: ['{{day}}，先办左边的', '{{day}}; begin at the left'],
  late: ['已逾期', 'Late'],
  today: ['今天', 'Today'],
  next: ['接下来', 'Next'],
  noneLate: ['没有逾期的事。', 'Nothing is late.'],
  noneToday: ['今天没有到期的事。', 'Nothing is due today.'],
  noneNext: ['接下来十天没有到期的事。', 'Nothing is due in the next ten days.'],
  others: ['等别人办的（{{count}}）', 'Waiting on others ({{count}})'],
  more: ['还有 {{count}} 件，在列表里查看', '{{count}} more in the list', '1 more in the list'],
  forward: ['上传市平台', 'Forward to the city'],
  refused: ['市平台未通过，须补正', 'Refused by the city: to be corrected'],
  waiting: ['待确认的行', 'Rows to confirm'],
  notice: ['答复通知', 'Answer a notice'],
  matter: ['办理督办事项', 'Act in a matter'],
  alarm: ['答复线索', 'Answer an alarm'],
  unanswered: ['等市平台回执', 'Waiting for the city’s answer'],
  partial: ['有的事项没有读出来，下面不全：', 'Some things could not be read, so this is not all:'],
  days: ['已过 {{count}} 个工作日', '{{count}} working days ago', '1 working day ago'],
});
