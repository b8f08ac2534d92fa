/** Names of roles and rights in the language of the page. Chinese is the table's own. */
import { rightForm, ROLE_NAMES } from '@xincheng/core/identity';
import type { Right, Role } from '@xincheng/core/identity';
import { useLanguage } from '../../words/index.ts';

const ROLES_IN_ENGLISH: Readonly<Record<Role, string>> = {
  'data-officer': 'data officer',
  reviewer: 'reviewer',
  'credit-office': 'credit office',
  clerk: 'clerk',
  leader: 'leader',
  auditor: 'auditor',
  administrator: 'administrator',
};

const RIGHTS_IN_ENGLISH: Readonly<Record<Right, string>> = {
  'standards.read': 'see standards, catalogue, units and instruments',
  'intake.read': 'see batches, receipts and rows to confirm',
  'intake.submit': 'send in records',
  'intake.confirm': 'confirm or drop rows that wait',
  'record.read': 'see records',
  'publicity.read': 'see how records are shown to the public',
  'publicity.classify': 'change the class, write the public text',
  'publicity.withdraw': 'withdraw, suspend, resume, mark and end publicity',
  'subject.read': 'see subjects',
  'subject.join': 'join subjects and undo it',
  'forwarding.read': 'see what goes to the city',
  'forwarding.make': 'make, hand over and resend batches for the city, import its answers',
  'concealment.read': 'see alarms of concealment',
  'concealment.answer': 'answer alarms, note numbers never used',
  'concealment.review': 'look for gaps, review answers, note sightings',
  'indicator.read': 'see indicators',
  'indicator.declare': 'declare totals and zero reports',
  'indicator.waive': 'waive what is owed',
  'indicator.freeze': 'freeze indicators',
  'bulletin.read': 'see bulletins',
  'bulletin.draft': 'draft and amend bulletins',
  'bulletin.issue': 'issue bulletins',
  'plan.read': 'see plans and tasks',
  'plan.import': 'import plans',
  'plan.confirm': 'confirm plans',
  'plan.declare': 'declare tasks done',
  'supervision.read': 'see matters of supervision',
  'supervision.report': 'report progress, ask for extension or hand-over',
  'supervision.review': 'review the reports of the own unit',
  'supervision.order': 'call for reports, urge, draft orders',
  'supervision.decide': 'issue orders, approve, return, close',
  'attachment.read': 'open attachments',
  'attachment.add': 'add attachments',
  'notice.read': 'see and acknowledge notices',
  'notice.answer': 'answer notices',
  'notice.send': 'send notices',
  'audit.read': 'see the audit log',
  'account.read': 'see accounts',
  'account.manage': 'manage accounts and delegations',
  'client.manage': 'manage tokens of programs',
};

/** What roles and rights are called. */
export function useRoleWords(): {
  readonly roleName: (role: Role) => string;
  readonly rightName: (right: Right) => string;
} {
  const isEnglish = useLanguage() === 'en';
  return {
    roleName: (role) => (isEnglish ? ROLES_IN_ENGLISH[role] : ROLE_NAMES[role]),
    rightName: (right) => (isEnglish ? RIGHTS_IN_ENGLISH[right] : rightForm(right).name),
  };
}
