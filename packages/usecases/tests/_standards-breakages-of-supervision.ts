/** Breakages of the rules by which a district follows its tasks. */
import { WITH_NOTICES } from './_standards-breakages-of-notices.ts';
import type { Breakage } from './_standards-swap.ts';

const RULES = 'district/supervision.yaml';

const TEXT = `basis:
  - { instrument: law-1 }
certainty: choice
reports: { period: month, deadline: licence.forward }
orders: { issuer: 信用办, word: 信督, deadline: licence.forward }
extensions: { until: end-of-year }
notices: { told: reminder, urging: reminder, order: reminder }
reminders:
  - { about: task, to: bound, daysAhead: [7, -1], notice: reminder }
  - { about: order, to: bound, daysAhead: [1], notice: reminder }
`;

/** The sound pack with notices and rules of supervision. */
const SUPERVISED = { ...WITH_NOTICES, [RULES]: TEXT };

function broken(name: string, code: Breakage['code'], [from, to, at]: readonly [string, string, string]): Breakage {
  if (TEXT.split(from).length !== 2) throw new Error(`${from} is not there exactly once`);
  return { name, code, files: { ...SUPERVISED, [RULES]: TEXT.replace(from, () => to) }, file: RULES, at };
}

/** A notice that says what supervision does not know, in place of the sound one. */
function withNotice(name: string, code: Breakage['code'], from: string, to: string): Breakage {
  const notice = 'standards/notices/reminder.yaml';
  const text = WITH_NOTICES[notice];
  if (typeof text !== 'string') throw new Error(`no ${notice}`);
  const other = text.replace('id: reminder', () => 'id: other').replaceAll(from, () => to);
  const rules = TEXT.replace('told: reminder', () => 'told: other');
  return {
    name,
    code,
    files: { ...SUPERVISED, 'standards/notices/other.yaml': other, [RULES]: rules },
    file: RULES,
    at: 'told:',
  };
}

export const BREAKAGES_OF_SUPERVISION: readonly Breakage[] = [
  broken('reports by a deadline that is none', 'unknown-deadline', [
    'month, deadline: licence.forward',
    'month, deadline: nothing',
    'reports:',
  ]),
  broken('orders told by a notice that is none', 'unknown-notice', ['order: reminder', 'order: nothing', 'notices:']),
  withNotice('a notice that goes out by no way', 'unknown-notice', 'channels: [inbox, mail]\n', ''),
  withNotice('a notice with a word that supervision does not know', 'unknown-placeholder', 'task', 'moon'),
  broken('the same thing reminded of twice', 'duplicate-rule', ['about: order', 'about: task', 'daysAhead: [1]']),
  broken('the same step twice', 'duplicate-rule', ['[7, -1]', '[7, 7]', '[7, 7]']),
  broken('a basis that nobody knows', 'unknown-instrument', ['instrument: law-1', 'instrument: law-9', 'law-9']),
  broken('a step of half a day', 'wrong-type', ['[7, -1]', '[7, 0.5]', '[7, 0.5]']),
];
