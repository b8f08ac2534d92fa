/** Sessions, accounts, programs and delegations as the API answers them. */
import type { AccountBody, ApiClientBody, DelegationBody, OwnSessionBody, SessionBody } from '@xincheng/contract/api';
import type { AccountView, ApiClientView, DelegationView, OwnSession, SessionView } from '@xincheng/usecases/identity';

/** A session. */
export function presentSession({ unitId, endsAt, roles, rights, standsInFor, ...rest }: SessionView): SessionBody {
  return {
    ...rest,
    unit: unitId,
    endsAt: endsAt.toISOString(),
    roles: [...roles],
    rights: [...rights],
    standsInFor: [...standsInFor],
  };
}

/** One of one's own sessions. */
export function presentOwnSession({ createdAt, seenAt, endsAt, ...rest }: OwnSession): OwnSessionBody {
  return { ...rest, createdAt: createdAt.toISOString(), seenAt: seenAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** An account. */
export function presentAccount(account: AccountView): AccountBody {
  const { id, login, name, unitId, scope, roles, createdAt, createdBy, changedAt, disabledAt, disabledBy, lockedUntil } = account;
  return {
    ...{ id, login, name, unit: unitId, scope, roles: [...roles], createdBy, disabledBy },
    createdAt: createdAt.toISOString(),
    changedAt: changedAt.toISOString(),
    disabledAt: textOf(disabledAt),
    lockedUntil: textOf(lockedUntil),
  };
}

/** A program. */
export function presentClient(client: ApiClientView): ApiClientBody {
  const { id, name, unitId, rights, createdAt, createdBy, expiresAt, usedAt, revokedAt, revokedBy } = client;
  return {
    ...{ id, name, unit: unitId, rights: [...rights], createdBy, revokedBy },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    usedAt: textOf(usedAt),
    revokedAt: textOf(revokedAt),
  };
}

/** A delegation. */
export function presentDelegation(delegation: DelegationView): DelegationBody {
  const { id, fromName, toName, unitId, fromOn, untilOn, reason, madeAt, madeBy, endedAt, endedBy } = delegation;
  return {
    ...{ id, fromName, toName, unit: unitId, fromOn, untilOn, reason, madeBy, endedBy },
    madeAt: madeAt.toISOString(),
    endedAt: textOf(endedAt),
  };
}

function textOf(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
