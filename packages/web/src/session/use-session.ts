import { allows, signatureOf } from '@xincheng/core/identity';
import type { Approver, Right } from '@xincheng/core/identity';
import { useSyncExternalStore } from 'react';
import { currentDoor, subscribeDoor } from './session.ts';
import type { Door, Session } from './session.ts';

/** Whether somebody is signed in. */
export function useDoor(): Door {
  return useSyncExternalStore(subscribeDoor, currentDoor);
}

/** Who is signed in; for what stands behind the door only. */
export function useSession(): Session {
  const door = useDoor();
  if (door.state !== 'open') throw new Error('asked for a session before the door');
  return door.session;
}

/** Whether whoever is signed in may do something, and for a unit where one is named. The service decides again at every act. */
export function useMay(): (right: Right, unit?: string) => boolean {
  const { scope, unit: own, rights } = useSession();
  return (right, unit) => allows({ scope, units: [own], rights }, right, unit);
}

/** Whoever is signed in as the service takes them for an approver: by signature, with all for whom they stand in. */
export function useApprover(): Approver {
  const { name, login, actingFor, standsInFor } = useSession();
  const away = standsInFor.find((one) => one.login === actingFor);
  return { name: signatureOf({ name, login }, away), persons: { id: login, standsInFor: standsInFor.map((one) => one.login) } };
}
