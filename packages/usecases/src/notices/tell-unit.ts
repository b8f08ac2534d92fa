/** A notice in free words from the credit office to one unit. */
import { createHash } from 'node:crypto';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import { identityOf, mayActForDistrict } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { noticeProblem } from './problem.ts';
import type { NoticeProblem } from './problem.ts';
import { sendNotice } from './send-notice.ts';
import type { SentNotice } from './send-notice.ts';

/** What it says. */
export interface FreeNotice {
  readonly unit: string;
  readonly title: string;
  readonly text: string;
  readonly answerDueOn?: string;
}

/** Sends it; the same words reach the same unit once a day. */
export async function tellUnit(
  platform: Platform,
  context: ActContext,
  { unit, title, text, answerDueOn }: FreeNotice,
): Promise<Result<SentNotice, NoticeProblem>> {
  if (!mayActForDistrict(context.actor, 'notice.send')) return noticeProblem('not-sender');
  if (!platform.pack.units.has(unit)) return noticeProblem('unknown-recipient', { unit });
  const id = createHash('sha256').update(`${title}\n${text}`).digest('hex').slice(0, 16);
  const sent = await withTransaction(platform.database.app, identityOf(context.actor), (client) =>
    sendNotice(client, context, platform, {
      template: 'general',
      toUnit: unit,
      about: { kind: 'general', id },
      words: { title, text },
      ...(answerDueOn === undefined ? {} : { answerDueOn }),
    }),
  );
  return ok(sent);
}
