/** Who acts, for which units. Handed to every use case and from there into the database session. */
import type { Day } from '@xincheng/core/calendar';
import { allows, rightForm } from '@xincheng/core/identity';
import type { Persons, Right } from '@xincheng/core/identity';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Identity } from '@xincheng/store/connection';

export interface Actor extends Persons {
  /** Login, program or job, as it stands in versions and the audit log. */
  readonly id: string;
  readonly scope: 'units' | 'all' | 'subject' | 'party';
  readonly units: readonly string[];
  readonly subjects: readonly string[];
  /** Ids of cases to which they are a party. */
  readonly parties?: readonly string[];
  /** Absent for jobs of the platform and for whoever sits at its machine: they hold every right. */
  readonly rights?: readonly Right[];
  /** The account behind it; absent for programs, jobs and the machine. */
  readonly account?: { readonly id: string; readonly name: string; readonly session: string };
  /** In whose place, by a delegation in force. */
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
}

/** Time and identity are arguments of every act, never read inside it. */
export interface ActContext {
  readonly now: Date;
  readonly today: Day;
  readonly actor: Actor;
}

/** The database identity of an actor. */
export function identityOf(actor: Actor): Identity {
  const { id, scope, units, subjects, parties = [] } = actor;
  return { actor: id, scope, units: [...units], subjects: [...subjects], parties: [...parties] };
}

/** Why somebody may not act at all, or not under that name. */
export interface RightMissing {
  readonly code: 'right-missing';
  readonly message: string;
}

/** Fails unless the actor holds a right, and for the unit, where one is named. The first line of every official act. */
export function needs(actor: Actor, right: Right, unit?: string): Result<null, RightMissing> {
  if (allows(actor, right, unit)) return ok(null);
  const message = `您没有“${rightForm(right).name}”的权限，或不能为这个单位办理。请由有此权限的人办理，或请管理员调整角色。`;
  return err({ code: 'right-missing', message });
}

/** May this actor act in the name of this unit? Who sees all units still acts in the name of the own one only. */
export function mayActFor(actor: Actor, right: Right, unitId: string): boolean {
  return allows(actor, right) && actor.units.includes(unitId);
}

/** May this actor do what concerns all units? It takes the right, and the sight of all of them. */
export function mayActForDistrict(actor: Actor, right: Right): boolean {
  return allows(actor, right) && actor.scope === 'all';
}

/** The database identity under which something is read: whoever has none of the rights sees no guarded row. */
export function readerOf(actor: Actor, ...rights: readonly Right[]): Identity {
  return rights.some((right) => allows(actor, right)) ? identityOf(actor) : { actor: actor.id, scope: 'none' };
}
