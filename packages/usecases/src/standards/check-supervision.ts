/** How a district follows its tasks: clocks that run here, texts that are there and say no more than is known. */
import type { PackContent } from './assemble.ts';
import { noticeCheck } from './check-told.ts';
import type { Report } from './problem.ts';

/** Words that a text of supervision may be filled with. */
export const SUPERVISION_WORDS = ['matter', 'act', 'plan', 'task', 'unit', 'name', 'words', 'dueOn', 'days', 'number'] as const;

/** Reports what does not fit in the rules of supervision. */
export function checkSupervision({ supervision, deadlines, notices, district }: PackContent, report: Report): void {
  if (supervision === null) return;
  const { reports, orders, reminders } = supervision;
  for (const owner of [reports, orders]) {
    const values = deadlines.get(owner.deadline)?.values;
    if (values === undefined) report(owner, ['deadline'], 'unknown-deadline', `时限 ${owner.deadline} 没有定义。`);
    else if (!values.some(({ jurisdiction }) => district.jurisdictions.includes(jurisdiction)))
      report(owner, ['deadline'], 'no-deadline-value', `时限 ${owner.deadline} 在本区适用的各级都没有数值。`);
  }
  const checkNotice = noticeCheck(notices, SUPERVISION_WORDS, report);
  for (const [use, id] of Object.entries(supervision.notices)) checkNotice(supervision.notices, [use], id);
  reminders.forEach((rule, index) => {
    checkNotice(rule, ['notice'], rule.notice);
    const twice = reminders.slice(0, index).some(({ about, to }) => about === rule.about && to === rule.to);
    if (twice) report(rule, ['about'], 'duplicate-rule', `对 ${rule.about} 的提醒写了两次。`);
    if (new Set(rule.daysAhead).size !== rule.daysAhead.length) report(rule, ['daysAhead'], 'duplicate-rule', '提前天数写了两次。');
  });
}
