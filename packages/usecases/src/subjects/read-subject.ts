/** Looking an organisation up. Only what is named exactly is found, and never a natural person. */
import type { SubjectView } from '@xincheng/contract/api';
import { codeForm } from '@xincheng/core/intake';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findKeys, findSubject, keysOf, listAliases, listJoins, recordCounts, rootOf } from '@xincheng/store/subjects';
import type { JoinRow } from '@xincheng/store/subjects';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { isPersonKey } from '../records/subject-key.ts';

/** The subject that a key belongs to; null when nothing in the actor's scope is registered or filed under it. */
export async function readSubject(platform: Platform, context: ActContext, key: string): Promise<SubjectView | null> {
  const form = codeForm(key);
  if (isPersonKey(form)) return null;
  return withTransaction(platform.database.app, readerOf(context.actor, 'subject.read'), (client) => viewOf(client, form));
}

/** More of one name than this, and a code has to be given. */
const MOST_FOUND = 20;

/** Every subject that a key, a code, a registration number, a name or a former name tells. */
export async function findSubjects(platform: Platform, context: ActContext, text: string): Promise<readonly SubjectView[]> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'subject.read'), async (client) => {
    const views: SubjectView[] = [];
    for (const key of await findKeys(client, codeForm(text), MOST_FOUND)) {
      const view = await viewOf(client, key);
      if (view !== null) views.push(view);
    }
    return views;
  });
}

async function viewOf(client: Client, asked: string): Promise<SubjectView | null> {
  const key = await rootOf(client, asked);
  const subject = await findSubject(client, key);
  const keys = await keysOf(client, key);
  const counts = await recordCounts(client, keys);
  const joins = await listJoins(client, keys);
  if (subject === null && counts.length === 0 && joins.length === 0) return null;
  const records: Record<string, number> = {};
  for (const { dataset, count } of counts) records[dataset] = (records[dataset] ?? 0) + count;
  const state = subject === null ? 'provisional' : 'registered';
  const aliases = await listAliases(client, key);
  return {
    key,
    state,
    asked: { key: asked, state: asked === key ? state : 'merged' },
    kind: subject?.kind ?? null,
    body: subject?.body ?? null,
    name: subject?.name ?? null,
    standing: subject?.standing ?? null,
    standingOn: subject?.standingOn ?? null,
    registration: subject?.recordId ?? null,
    registeredAt: subject?.registeredAt.toISOString() ?? null,
    aliases: aliases.map(({ kind, value, source, knownAt, endedAt }) => ({
      kind,
      value,
      source,
      knownAt: knownAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
    keys: [...keys],
    joins: joins.map(joinView),
    records,
  };
}

/** A join as it is shown. */
function joinView(join: JoinRow): SubjectView['joins'][number] {
  return { ...join, joinedAt: join.joinedAt.toISOString(), undoneAt: join.undoneAt?.toISOString() ?? null };
}
