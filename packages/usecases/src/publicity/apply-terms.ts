/** What is said of records already held when the standards have changed: a new regime, another class, another choice of the district. */
import { createHash } from 'node:crypto';
import { dayOf } from '@xincheng/core/calendar';
import { shownPackOf, stateAfter } from '@xincheng/core/publicity';
import type { DatasetDefinition } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findClasses, moveStanding } from '@xincheng/store/publicity';
import type { StandingMove } from '@xincheng/store/publicity';
import { listShowable } from '@xincheng/store/records';
import type { RecordRow } from '@xincheng/store/records';
import { writeAct } from '../audit/index.ts';
import { identityOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { factOf, noteFact } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { showingOf } from './showing.ts';
import { workClock } from './work-clock.ts';

/** Records of one transaction. */
const PAGE = 2000;

/** A dataset whose rules say something else than before, and how many of its records stand otherwise for it. */
export interface AppliedTerms {
  readonly dataset: string;
  readonly changed: number;
}

/**
 * Computes anew until when records are shown, in the datasets whose rules of publicity are not those of the last call; at the first call
 * there is nothing to compare with. What has ended stays ended: a later rule brings nothing back. Each page is one transaction; broken
 * off, or where somebody acted upon a record meanwhile, the next call goes through the dataset again and leaves alone what stands right.
 */
export async function applyTerms(
  platform: Platform,
  context: ActContext,
  isStopping: () => boolean = () => false,
): Promise<readonly AppliedTerms[]> {
  const applied: AppliedTerms[] = [];
  for (const definition of platform.pack.datasets.values()) {
    const fact = `publicity-rules/${definition.id}`;
    const rules = rulesOf(platform, definition);
    const known = await factOf(platform, fact);
    if (known === rules) continue;
    if (known !== null) {
      const { changed, missed } = await applyTo(platform, context, definition.id, isStopping);
      if (isStopping()) return applied;
      applied.push({ dataset: definition.id, changed });
      if (missed > 0) continue;
    }
    await noteFact(platform, fact, rules);
  }
  return applied;
}

/** All that decides until when a record of the dataset is shown, as a hash. */
function rulesOf({ pack }: Platform, { shown, fields }: DatasetDefinition): string {
  const until = shown?.until;
  const terms = typeof until === 'object' && 'terms' in until ? pack.terms.get(until.terms) : undefined;
  const { transition, regionCode } = shownPackOf(pack);
  const rules = shown === undefined ? {} : { shown, terms, transition, regionCode, fields };
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}

interface Gone {
  readonly changed: number;
  /** Changed by somebody else between looking and moving. */
  readonly missed: number;
}

async function applyTo(platform: Platform, context: ActContext, dataset: string, isStopping: () => boolean): Promise<Gone> {
  const clock = workClock(context);
  let changed = 0;
  let missed = 0;
  for (let after: string | null = null; !isStopping();) {
    const now = clock();
    const page: Gone & { readonly last: string | null } = await withTransaction(
      platform.database.app,
      identityOf(context.actor),
      (client) => applyToPage(platform, client, { ...context, now, today: dayOf(now) }, dataset, after),
    );
    changed += page.changed;
    missed += page.missed;
    if (page.last === null) break;
    after = page.last;
  }
  return { changed, missed };
}

async function applyToPage(
  platform: Platform,
  client: Client,
  context: ActContext,
  dataset: string,
  after: string | null,
): Promise<Gone & { readonly last: string | null }> {
  const records = await listShowable(client, { dataset, today: context.today, after, limit: PAGE });
  const classes = await findClasses(
    client,
    records.map(({ recordId }) => recordId),
  );
  let changed = 0;
  let missed = 0;
  for (const record of records) {
    const showing = showingOf(platform, record, classes.get(record.recordId) ?? null);
    const until = showing.isShown ? showing.until : null;
    const to = stateAfter({ state: record.state, reason: record.stateReason }, 'recompute', until, context.today);
    if (until === record.shownUntil || to === null) continue;
    if (await moveStanding(client, moveOf(record, context, to, until))) changed += 1;
    else missed += 1;
  }
  if (changed > 0)
    await writeAct(client, context, {
      act: 'publicity.terms',
      objectKind: 'publicity',
      objectId: dataset,
      unitId: null,
      details: { dataset, changed },
    });
  return { last: records.at(-1)?.recordId ?? null, changed, missed };
}

function moveOf(
  { recordId, version, state }: RecordRow,
  { now, today, actor }: ActContext,
  to: StandingMove['to'],
  until: string | null,
): StandingMove {
  return {
    recordId,
    version,
    from: state,
    to,
    reason: 'terms-changed',
    shownUntil: until,
    day: today,
    words: null,
    changedOn: null,
    document: null,
    at: now,
    actor: actor.id,
  };
}
