/** Light or dark, kept for the next visit; the first visit follows the system. */
import { useSyncExternalStore } from 'react';
import { paintRoot } from '../theme.ts';
import type { Shade } from '../theme.ts';

const KEPT_AS = 'xincheng.shade';
const listeners = new Set<() => void>();
let shade: Shade = keptShade();

/** Paints the page before anything is drawn. */
export function startShade(): void {
  paintRoot(document.documentElement, shade);
}

/** The shade now. */
export function useShade(): Shade {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => shade,
  );
}

/** Changes it at once and for the next visit. */
export function setShade(next: Shade): void {
  shade = next;
  localStorage.setItem(KEPT_AS, next);
  paintRoot(document.documentElement, next);
  for (const changed of listeners) changed();
}

function keptShade(): Shade {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept === 'light' || kept === 'dark') return kept;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
