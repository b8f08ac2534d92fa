/** The finder: looks through all numbers for what seems to be missing, and raises each alarm once. */
import { asDay } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { confidenceOf, seriesPlace } from '@xincheng/core/concealment';
import type { ConcealmentDefinition, SeriesEntry } from '@xincheng/core/concealment';
import { normaliseDecisionNumber, numberYear } from '@xincheng/core/records';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { insertAlarm, listGapAlarms, listGapOutcomes, listSightings, listVoids, readNumbers } from '@xincheng/store/concealment';
import type { AlarmRow, NumberRow, OutcomeRow } from '@xincheng/store/concealment';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActForDistrict } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import { uuidV7 } from '../ids.ts';
import type { Platform } from '../platform/index.ts';
import { enterMonths, findDrops } from './find-drops.ts';
import { enterNumbers, findGaps, owedBy } from './find-gaps.ts';
import type { AlarmDraft, SeriesBook } from './find-gaps.ts';
import { refused } from './problem.ts';
import type { ConcealmentProblem } from './problem.ts';
import { tellOfAlarms } from './tell.ts';

export interface Scanned {
  /** Alarms raised now; what was told before is not told again. */
  readonly raised: number;
  readonly gaps: number;
  readonly drops: number;
  readonly seen: number;
  /** Series of which something can be told, and those too short or too thin. */
  readonly judged: number;
  readonly unjudged: number;
}

/** Who looks every night. */
export const SCANNER: Actor = { id: '系统：瞒报排查', scope: 'all', units: [], subjects: [] };

/** Looks for what is missing; by the credit office or the platform itself. Two scans at once take turns. */
export async function scanConcealment(platform: Platform, context: ActContext): Promise<Result<Scanned, ConcealmentProblem>> {
  const rules = platform.pack.concealment;
  if (rules === null) return refused('not-configured');
  if (!mayActForDistrict(context.actor, 'concealment.review')) return refused('credit-office-only');
  return withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('concealment-scan', 0))");
    const numbers = new Map<string, SeriesEntry[]>();
    const months = new Map<string, Map<string, number>>();
    const from = firstDay(context.today, rules.years);
    await readNumbers(client, rules.datasets, from, (rows: readonly NumberRow[]) => {
      enterNumbers(numbers, rows);
      enterMonths(months, rows);
    });
    const isOwed = owedBy(platform, context.today);
    const gaps = await findGaps(numbers, rules, isOwed, await listVoids(client), await toldSerials(client));
    const drops = findDrops(months, rules, platform.calendar, context.today, isOwed);
    const seen = await findSeen(client, numbers, from);
    const rated = rate(gaps.drafts, rules, await listGapOutcomes(client));
    const raised = await raise(client, context, [...rated, ...drops, ...seen]);
    await tellOfAlarms(client, context, platform, rules.notices.found, raised);
    const scanned = { raised: raised.length, ...countsOf(raised), judged: gaps.judged, unjudged: gaps.unjudged };
    await writeAct(client, context, {
      act: 'concealment.scan',
      objectKind: 'concealment',
      objectId: context.today,
      unitId: null,
      details: scanned,
    });
    return ok(scanned);
  });
}

function firstDay(today: Day, years: number): Day {
  return asDay(`${String(Number(today.slice(0, 4)) - years + 1)}-01-01`);
}

async function toldSerials(client: Client): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const told = new Map<string, Set<number>>();
  for (const { series, serials } of await listGapAlarms(client)) {
    if (series === null) continue;
    const known = told.get(series) ?? new Set<number>();
    for (const serial of serials) known.add(serial);
    told.set(series, known);
  }
  return told;
}

/** Decisions that somebody met with elsewhere and that nobody filed. */
async function findSeen(client: Client, book: SeriesBook, from: Day): Promise<readonly AlarmDraft[]> {
  const drafts: AlarmDraft[] = [];
  for (const { unitId, dataset, number, seenIn, words, document } of await listSightings(client)) {
    const place = seriesPlace(normaliseDecisionNumber(number));
    const decidedFrom = `${String(numberYear(number) ?? 0)}-01-01`;
    // Numbers of earlier years were not looked through.
    if (place === null || decidedFrom < from) continue;
    if (book.get(place.series)?.some(({ serial }) => serial === place.serial) === true) continue;
    const evidence = { seenIn, words, document, decidedFrom, decidedTo: null };
    drafts.push({ unitId, kind: 'seen', dataset, about: number, series: null, serials: [], evidence });
  }
  return drafts;
}

/** Each gap with what is to be believed of it by the unit's earlier ones. */
function rate(
  drafts: readonly AlarmDraft[],
  { gaps: { prior } }: ConcealmentDefinition,
  outcomes: readonly OutcomeRow[],
): readonly AlarmDraft[] {
  const known = new Map(outcomes.map((outcome) => [`${outcome.unitId}/${outcome.dataset}`, outcome]));
  return drafts.map((draft) => {
    const { found, answered } = known.get(`${draft.unitId}/${draft.dataset}`) ?? { found: 0, answered: 0 };
    const confidence = confidenceOf({ found, answered }, prior);
    return { ...draft, evidence: { ...draft.evidence, earlier: { found, answered }, confidence } };
  });
}

/** Adds what was not told before. */
async function raise(
  client: Client,
  { now, today, actor }: ActContext,
  drafts: readonly AlarmDraft[],
): Promise<readonly AlarmRow[]> {
  const raised: AlarmRow[] = [];
  for (const draft of drafts) {
    const alarm = { id: uuidV7(now), ...draft, foundAt: now, foundOn: today, foundBy: actor.id };
    if (await insertAlarm(client, alarm)) raised.push(alarm);
  }
  return raised;
}

function countsOf(alarms: readonly AlarmRow[]): Pick<Scanned, 'gaps' | 'drops' | 'seen'> {
  const count = (of: AlarmRow['kind']): number => alarms.filter(({ kind }) => kind === of).length;
  return { gaps: count('gap'), drops: count('drop'), seen: count('seen') };
}
