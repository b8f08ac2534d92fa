/** From units as a paper names them to the units that a task binds. */
import { directoryOf, resolveUnits } from '@xincheng/core/plans';
import type { NamedUnits } from '@xincheng/core/plans';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { StandardsPack } from '@xincheng/core/standards';
import type { BoundUnit, UnitRole } from '@xincheng/store/plans';
import { planProblem } from './problem.ts';
import type { PlanProblem } from './problem.ts';

type Bodies = Pick<StandardsPack, 'district' | 'units' | 'groups'>;

/** Names of a task by role, in the order in which a unit's roles are told. */
export function namesByRole({ leads, responsible, supporting }: NamedUnits): readonly (readonly [UnitRole, readonly string[]])[] {
  return [
    ['lead', leads],
    ['responsible', responsible],
    ['supporting', supporting],
  ];
}

/** Who bears a name, an alias in one of its usual forms, or an id: one unit, or the members of a group; null when nobody does. */
export function bodyNamed(
  pack: Bodies,
  named: string,
): { readonly viaGroup: string | null; readonly members: readonly string[] } | null {
  const asked = pack.units.get(named)?.name ?? pack.groups.get(named)?.name ?? named;
  const [found] = resolveUnits([asked], directoryOf(pack));
  if (found?.kind === 'unit') return { viaGroup: null, members: [found.id] };
  return found?.kind === 'group' ? { viaGroup: found.id, members: found.members } : null;
}

/** The units that a task binds, groups expanded. A unit named itself and by a group is bound by its own name. */
export function bindingsOf(
  pack: Bodies,
  task: NamedUnits & { readonly number: string },
  since: string,
): Result<readonly BoundUnit[], PlanProblem> {
  const { number } = task;
  const bound: BoundUnit[] = [];
  for (const [role, names] of namesByRole(task)) {
    const ofRole = new Map<string, BoundUnit>();
    for (const namedAs of names) {
      const body = bodyNamed(pack, namedAs);
      if (body === null) return planProblem('unknown-unit', { number, name: namedAs });
      const { viaGroup, members } = body;
      for (const unitId of members)
        if (viaGroup === null || !ofRole.has(unitId)) ofRole.set(unitId, { number, unitId, role, namedAs, viaGroup, since });
    }
    bound.push(...ofRole.values());
  }
  return bound.length === 0 ? planProblem('task-without-unit', { number }) : ok(bound);
}
