/** Who acts, for which units. Handed to every use case and from there into the database session. */
import type { Day } from '@xincheng/core/calendar';
import type { Identity } from '@xincheng/store/connection';

export interface Actor {
  /** Name or account that stands in versions and the audit log. */
  readonly id: string;
  readonly scope: 'units' | 'all' | 'subject';
  readonly units: readonly string[];
  readonly subjects: readonly string[];
}

/** Time and identity are arguments of every act, never read inside it. */
export interface ActContext {
  readonly now: Date;
  readonly today: Day;
  readonly actor: Actor;
}

/** The database identity of an actor. */
export function identityOf(actor: Actor): Identity {
  return { actor: actor.id, scope: actor.scope, units: [...actor.units], subjects: [...actor.subjects] };
}

/** May this actor send for this unit? The credit office reads all units but sends only for its own. */
export function mayActFor(actor: Actor, unitId: string): boolean {
  return actor.units.includes(unitId);
}
