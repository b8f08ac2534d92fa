/** A word on an entry of an expected set, by its kind. */
import type { ExpectedWordBody } from '@xincheng/contract/api';
import type { Result } from '@xincheng/core/result';
import { assertNever } from '@xincheng/core/result';
import type { ActContext } from '@xincheng/usecases/identity';
import { declareTotal, reportZero, revokeExpected, waiveExpected } from '@xincheng/usecases/indicators';
import type { Entry, IndicatorProblem } from '@xincheng/usecases/indicators';
import type { Platform } from '@xincheng/usecases/platform';

/** Says it. */
export function say(
  platform: Platform,
  context: ActContext,
  set: string,
  { kind, count, ...word }: ExpectedWordBody,
): Promise<Result<Entry, IndicatorProblem>> {
  const query = { set, ...word };
  switch (kind) {
    case 'declared':
      return declareTotal(platform, context, { ...query, count: count ?? Number.NaN });
    case 'zero':
      return reportZero(platform, context, query);
    case 'waived':
      return waiveExpected(platform, context, query);
    case 'revoked':
      return revokeExpected(platform, context, query);
    default:
      return assertNever(kind);
  }
}
