/** Whether somebody may do something, and for whom; and that nobody approves what is their own. */
import { rightForm } from './rights.ts';
import type { Right } from './rights.ts';

/** What the judgement needs to know of who acts. */
export interface Holder {
  readonly scope: 'units' | 'all' | 'subject' | 'party';
  /** Units in whose name they act. */
  readonly units: readonly string[];
  /** Absent for jobs of the platform and for whoever sits at its machine: they hold every right. */
  readonly rights?: readonly Right[];
}

/** True when the right is held, and for the unit, where one is named. */
export function allows({ scope, units, rights }: Holder, right: Right, unit?: string): boolean {
  if (rights?.includes(right) === false) return false;
  if (unit === undefined) return true;
  if (units.includes(unit)) return true;
  return scope === 'all' && !rightForm(right).isOwnUnitOnly;
}

/** Everybody who stands behind an act. */
export interface Persons {
  readonly id: string;
  /** In whose place it is done. */
  readonly onBehalfOf?: { readonly id: string };
  /** For whom they stand in at this time, whether this act is done in that place or not. */
  readonly standsInFor?: readonly string[];
}

/** Names that are written beside what is entered: later none of them approves it. */
export function personsOf({ id, onBehalfOf }: Persons): readonly string[] {
  return onBehalfOf === undefined ? [id] : [id, onBehalfOf.id];
}

/** The person who enters does not approve, nor does whoever stands in for them. */
export function mayApprove(approver: Persons, enteredBy: readonly string[]): boolean {
  const own = new Set([...personsOf(approver), ...(approver.standsInFor ?? [])]);
  return !enteredBy.some((name) => own.has(name));
}
