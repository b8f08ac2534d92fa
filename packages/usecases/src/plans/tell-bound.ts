/** Every unit that tasks bind is told of it, once, in the transaction that binds it. */
import type { Client } from '@xincheng/store/connection';
import type { BoundUnit, UnitRole } from '@xincheng/store/plans';
import type { ActContext } from '../identity/index.ts';
import { sendNotice } from '../notices/index.ts';
import type { Platform } from '../platform/index.ts';

const ROLES: Readonly<Record<UnitRole, string>> = { lead: '牵头', responsible: '责任', supporting: '配合' };

/** Sends one notice to each of the units; `aboutId` is the plan, or the task that a paper amended. */
export async function tellBound(
  client: Client,
  platform: Platform,
  context: ActContext,
  { plan, aboutId, name }: { readonly plan: string; readonly aboutId: string; readonly name: string },
  bound: readonly BoundUnit[],
): Promise<void> {
  for (const toUnit of new Set(bound.map(({ unitId }) => unitId))) {
    const own = bound.filter(({ unitId }) => unitId === toUnit);
    const unit = platform.pack.units.get(toUnit)?.name ?? toUnit;
    await sendNotice(client, context, platform, {
      template: 'plan-dispatched',
      toUnit,
      about: { kind: 'plan', id: aboutId },
      words: { plan, unit, tasks: tasksByRole(own), name },
    });
  }
}

/** 牵头一2、十1；配合三5. */
function tasksByRole(own: readonly BoundUnit[]): string {
  return (Object.keys(ROLES) as UnitRole[])
    .map((role) => [ROLES[role], own.filter((one) => one.role === role).map(({ number }) => number)] as const)
    .filter(([, numbers]) => numbers.length > 0)
    .map(([role, numbers]) => `${role}${numbers.join('、')}`)
    .join('；');
}
