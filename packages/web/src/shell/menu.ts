/** The menu: which pages stand where, and for whom. */
import type { Right } from '@xincheng/core/identity';

export type PagePath =
  | '/desk'
  | '/intake'
  | '/batches'
  | '/records'
  | '/registers'
  | '/indicators'
  | '/plans'
  | '/plans/import'
  | '/matters'
  | '/notices'
  | '/bulletins'
  | '/catalog'
  | '/audit'
  | '/forwarding'
  | '/alarms'
  | '/accounts'
  | '/account';

interface Entry {
  readonly path: PagePath;
  readonly word:
    | 'desk'
    | 'intake'
    | 'batches'
    | 'records'
    | 'registers'
    | 'indicators'
    | 'plans'
    | 'matters'
    | 'notices'
    | 'bulletins'
    | 'catalog'
    | 'audit'
    | 'forwarding'
    | 'alarms'
    | 'accounts';
  /** Any of these rights opens it; everybody's when absent. */
  readonly rights?: readonly Right[];
}

interface Group {
  readonly word: 'work' | 'data' | 'watch' | 'reference';
  readonly entries: readonly Entry[];
}

const GROUPS: readonly Group[] = [
  {
    word: 'work',
    entries: [
      { path: '/desk', word: 'desk' },
      { path: '/intake', word: 'intake', rights: ['intake.submit', 'intake.confirm'] },
      { path: '/batches', word: 'batches', rights: ['intake.read'] },
      { path: '/forwarding', word: 'forwarding', rights: ['forwarding.read'] },
      { path: '/notices', word: 'notices', rights: ['notice.read'] },
    ],
  },
  {
    word: 'data',
    entries: [
      { path: '/records', word: 'records', rights: ['record.read'] },
      { path: '/registers', word: 'registers', rights: ['record.read'] },
    ],
  },
  {
    word: 'watch',
    entries: [
      { path: '/indicators', word: 'indicators', rights: ['indicator.read'] },
      { path: '/plans', word: 'plans', rights: ['plan.read'] },
      { path: '/matters', word: 'matters', rights: ['supervision.read'] },
      { path: '/bulletins', word: 'bulletins', rights: ['bulletin.read'] },
      { path: '/alarms', word: 'alarms', rights: ['concealment.read'] },
    ],
  },
  {
    word: 'reference',
    entries: [
      { path: '/catalog', word: 'catalog' },
      { path: '/accounts', word: 'accounts' },
      { path: '/audit', word: 'audit', rights: ['audit.read'] },
    ],
  },
];

/** What somebody finds in the menu who holds what `may` says. */
export function menuFor(may: (right: Right) => boolean): readonly Group[] {
  return GROUPS.map(({ word, entries }) => ({
    word,
    entries: entries.filter(({ rights }) => rights?.some((right) => may(right)) ?? true),
  })).filter(({ entries }) => entries.length > 0);
}
