/** What people say of entries of expected sets: declared totals, zero reports, waivers, and taking any of them back. */
import { hidePersonalData } from '@xincheng/core/intake';
import type { ExpectedSetDefinition, Period } from '@xincheng/core/indicators';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { addEntry, lockEntry } from '@xincheng/store/indicators';
import type { EntryKind, EntryRow } from '@xincheng/store/indicators';
import { writeAct } from '../audit/index.ts';
import { identityOf, mayActFor, mayActForDistrict, signed } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { itemsOf } from './measures.ts';
import { indicatorProblem } from './problem.ts';
import type { IndicatorProblem } from './problem.ts';
import { providedIn } from './provisions.ts';
import { itemsIn, Questions } from './questions.ts';
import { begunPeriod } from './read.ts';

/** Which entry is spoken of, and by whom. */
export interface EntryQuery {
  readonly set: string;
  readonly unit: string;
  /** A dataset. */
  readonly item: string;
  readonly period: string;
  /** The person who answers for it: typed where nobody signed in. */
  readonly name?: string | undefined;
  readonly reason?: string | undefined;
}

/** What now stands of the entry. */
export interface Entry extends Omit<EntryRow, 'expected' | 'setId'> {
  readonly set: string;
  readonly expected: bigint | null;
  /** Records of the period that are filed already. */
  readonly filed: bigint;
}

type Answered = Promise<Result<Entry, IndicatorProblem>>;

/** A unit says how many decisions it made in a period. Fewer than are filed already needs a reason. */
export async function declareTotal(
  platform: Platform,
  context: ActContext,
  query: EntryQuery & { readonly count: number },
): Answered {
  const { count } = query;
  if (!Number.isSafeInteger(count) || count < 0) return indicatorProblem('not-a-count', { count });
  if (count === 0) return indicatorProblem('zero-is-a-report');
  const set = platform.pack.expected.get(query.set);
  if (set !== undefined && set.from !== 'declared') return indicatorProblem('not-declared-here', { set: set.id });
  return speak(platform, context, query, 'declared', ({ filed, before }) => {
    if (before?.kind === 'waived') return indicatorProblem('waived-already');
    if (filed > BigInt(count) && isBlank(query.reason)) return indicatorProblem('below-filed', { filed, count });
    return ok(BigInt(count));
  });
}

/** A unit says that it had nothing to report in a period. */
export async function reportZero(platform: Platform, context: ActContext, query: EntryQuery): Answered {
  return speak(platform, context, query, 'zero', ({ filed, before }) => {
    if (before?.kind === 'waived') return indicatorProblem('waived-already');
    return filed > 0n ? indicatorProblem('zero-but-filed', { filed }) : ok(null);
  });
}

/** The credit office excuses a unit from reporting, with its reason. */
export async function waiveExpected(platform: Platform, context: ActContext, query: EntryQuery): Answered {
  if (!mayActForDistrict(context.actor, 'indicator.waive')) return indicatorProblem('credit-office-only');
  if (isBlank(query.reason)) return indicatorProblem('reason-missing');
  return speak(platform, context, query, 'waived', () => ok(null));
}

/** Takes back what was said: a unit its own words, the credit office a waiver. The entry is then as if nothing had been said. */
export async function revokeExpected(platform: Platform, context: ActContext, query: EntryQuery): Answered {
  if (isBlank(query.reason)) return indicatorProblem('reason-missing');
  return speak(platform, context, query, 'revoked', ({ before }) => {
    if (before === null || before.kind === 'revoked') return indicatorProblem('nothing-said');
    const isOffices = before.kind === 'waived';
    if (isOffices && !mayActForDistrict(context.actor, 'indicator.waive')) return indicatorProblem('credit-office-only');
    return isOffices || mayActFor(context.actor, 'indicator.declare', query.unit)
      ? ok(null)
      : indicatorProblem('not-your-unit', { unit: query.unit });
  });
}

/** An entry as it stands before a word on it. */
interface InHand {
  readonly filed: bigint;
  readonly before: EntryRow | null;
}

async function speak(
  platform: Platform,
  context: ActContext,
  query: EntryQuery,
  kind: EntryKind,
  judge: (inHand: InHand) => Result<bigint | null, IndicatorProblem>,
): Answered {
  const found = entryOf(platform, context, query, kind);
  if (!found.ok) return found;
  const { set, period } = found.value;
  const name = signed(context, query.name);
  if (!name.ok) return name;
  const { unit, item } = query;
  return withTransaction(platform.database.app, identityOf(context.actor), async (client): Answered => {
    const key = { setId: set.id, unitId: unit, item, period: period.id };
    const before = await lockEntry(client, key);
    const filed = await filedOf(client, platform, context, { set, period, unit, item });
    if (!filed.ok) return filed;
    const judged = judge({ filed: filed.value, before });
    if (!judged.ok) return judged;
    const reason = query.reason === undefined || isBlank(query.reason) ? null : hidePersonalData(query.reason);
    const entry = { ...key, kind, expected: judged.value, reason, name: name.value, at: context.now };
    await addEntry(client, entry);
    await writeAct(client, context, {
      act: `expected.${kind}`,
      objectKind: 'expected-set',
      objectId: `${set.id}/${item}/${period.id}`,
      unitId: unit,
      details: {
        name: entry.name,
        reason,
        expected: judged.value === null ? null : String(judged.value),
        filed: String(filed.value),
      },
    });
    const { setId, ...said } = entry;
    return ok({ ...said, set: setId, filed: filed.value });
  });
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** The entry that was named, if this actor may speak of it. */
function entryOf(
  { pack }: Platform,
  context: ActContext,
  { set: named, unit, item, period: written }: EntryQuery,
  kind: EntryKind,
): Result<{ readonly set: ExpectedSetDefinition; readonly period: Period }, IndicatorProblem> {
  const set = pack.expected.get(named);
  if (set === undefined) return indicatorProblem('no-such-set', { set: named, known: [...pack.expected.keys()].join('、') });
  if (!pack.units.has(unit)) return indicatorProblem('unknown-unit', { unit });
  const isUnits = kind === 'declared' || kind === 'zero';
  if (isUnits && !mayActFor(context.actor, 'indicator.declare', unit)) return indicatorProblem('not-your-unit', { unit });
  const items = itemsOf(pack, set);
  if (!items.includes(item)) return indicatorProblem('item-not-in-set', { set: named, item, known: items.join('、') });
  const period = begunPeriod(context, written);
  if (!period.ok) return period;
  if (period.value.kind !== set.period) return indicatorProblem('bad-period', { period: written });
  const isProvider = providedIn(pack, period.value, ['statutory', 'expected', 'encouraged']).some(
    (one) => one.unitId === unit && one.item === item,
  );
  if (set.from !== 'bound-units' && !isProvider) return indicatorProblem('no-provision', { unit, item, period: period.value.id });
  return ok({ set, period: period.value });
}

/** How many records of the entry are there; refused for a unit that the set does not bind. */
async function filedOf(
  client: Client,
  { pack }: Platform,
  { today }: ActContext,
  {
    set,
    period,
    unit,
    item,
  }: { readonly set: ExpectedSetDefinition; readonly period: Period; readonly unit: string; readonly item: string },
): Promise<Result<bigint, IndicatorProblem>> {
  const questions = new Questions(client, pack, today);
  const [entries] = await questions.askEntries(set, period);
  if (entries === undefined) return ok(0n);
  const answers = await questions.answers();
  const isBound =
    set.from === 'declared' ||
    itemsIn(pack, answers, entries)
      .get(unit)
      ?.some((one) => one.item === item) === true;
  if (!isBound) return indicatorProblem('not-bound', { unit });
  return ok(answers.records[entries.actualAt.get(item) ?? -1]?.get(unit) ?? 0n);
}
