/** Which use case opens a matter of which kind. */
import type { OpenMatter } from '@xincheng/contract/api';
import { asDay } from '@xincheng/core/calendar';
import { assertNever } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import {
  askExtension,
  askHandOver,
  askRelease,
  callForReport,
  draftOrder,
  fileActionPlan,
  fileReport,
  urgeUnit,
} from '@xincheng/usecases/supervision';
import type { SupervisionProblem, Taken } from '@xincheng/usecases/supervision';

/** Does what a body asks for. */
export function openMatterOf(
  platform: Platform,
  context: ActContext,
  body: OpenMatter,
): Promise<Result<Taken, SupervisionProblem>> {
  switch (body.kind) {
    case 'report':
      return fileReport(platform, context, body);
    case 'report-call':
      return callForReport(platform, context, { ...body, dueOn: asDay(body.dueOn) });
    case 'action-plan':
      return fileActionPlan(platform, context, body);
    case 'order':
      return draftOrder(platform, context, { ...body, sinceOn: asDay(body.sinceOn) });
    case 'urging':
      return urgeUnit(platform, context, body);
    case 'extension':
      return askExtension(platform, context, { ...body, dueOn: asDay(body.dueOn) });
    case 'hand-over':
      return askHandOver(platform, context, body);
    case 'release':
      return askRelease(platform, context, body);
    default:
      return assertNever(body);
  }
}
