import { useSyncExternalStore } from 'react';
import { currentSession, subscribeSession } from './session.ts';
import type { Session } from './session.ts';

/** Who is signed in; null shows the page to sign in. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribeSession, currentSession);
}
