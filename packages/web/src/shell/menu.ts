/** The menu: which pages stand where, and for whom. */
import type { Role } from '../session/index.ts';

export type PagePath =
  '/desk' | '/intake' | '/batches' | '/records' | '/registers' | '/indicators' | '/bulletins' | '/catalog' | '/audit';

interface Entry {
  readonly path: PagePath;
  readonly word: 'desk' | 'intake' | 'batches' | 'records' | 'registers' | 'indicators' | 'bulletins' | 'catalog' | 'audit';
  /** Everybody's when absent. */
  readonly roles?: readonly Role[];
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
      { path: '/intake', word: 'intake' },
      { path: '/batches', word: 'batches' },
    ],
  },
  {
    word: 'data',
    entries: [
      { path: '/records', word: 'records' },
      { path: '/registers', word: 'registers' },
    ],
  },
  {
    word: 'watch',
    entries: [
      { path: '/indicators', word: 'indicators' },
      { path: '/bulletins', word: 'bulletins' },
    ],
  },
  {
    word: 'reference',
    entries: [
      { path: '/catalog', word: 'catalog' },
      { path: '/audit', word: 'audit', roles: ['auditor'] },
    ],
  },
];

/** What somebody with these roles finds in the menu. */
export function menuFor(roles: readonly Role[]): readonly Group[] {
  return GROUPS.map(({ word, entries }) => ({
    word,
    entries: entries.filter((entry) => entry.roles?.some((role) => roles.includes(role)) ?? true),
  })).filter(({ entries }) => entries.length > 0);
}
