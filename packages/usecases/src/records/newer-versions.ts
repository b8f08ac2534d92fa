/** What others made of records since somebody had them in view: who, when, which fields. */
import type { BasedOn, NewerVersion } from '@xincheng/contract/api';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import { findAccountByLogin } from '@xincheng/store/identity';
import { findRecord, listVersions } from '@xincheng/store/records';
import type { RecordRow } from '@xincheng/store/records';
import { identityOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { sayClock } from '../say-clock.ts';
import { maskedFields, plainValues } from './view.ts';

/** The present versions of records in scope that are newer than the ones named. */
export async function newerVersions(
  platform: Platform,
  context: ActContext,
  basedOn: readonly BasedOn[],
): Promise<readonly NewerVersion[]> {
  if (basedOn.length === 0) return [];
  const newer = await withTransaction(platform.database.app, identityOf(context.actor), async (client) => {
    const found: Omit<NewerVersion, 'name'>[] = [];
    for (const { record, version } of basedOn) {
      const versions = await listVersions(client, record);
      const [now] = versions;
      if (now === undefined || now.version <= version || isOwn(now, context)) continue;
      found.push(told(platform, now, versions.find((one) => one.version === version) ?? null));
    }
    return found;
  });
  return newer.length === 0 ? [] : withTransaction(platform.database.app, NAMING, (client) => named(client, newer));
}

/** Written by this very act: a child whose parent was replaced went on to the new one. */
function isOwn({ writtenAt, writtenBy, reason }: RecordRow, { now, actor }: ActContext): boolean {
  return writtenAt.getTime() === now.getTime() && writtenBy === actor.id && reason === '所属记录已更换';
}

/** Names of colleagues elsewhere are nobody's to list, but whoever is told of a change is told by whom. */
const NAMING = { actor: 'newer-versions', scope: 'identity' } as const;

function told(platform: Platform, now: RecordRow, seen: RecordRow | null): Omit<NewerVersion, 'name'> {
  const layout = datasetOf(platform, now.dataset);
  const before = seen === null ? {} : plainValues(platform, layout, seen);
  const after = plainValues(platform, layout, now);
  const codes = layout.dataset.fields.map(({ definition }) => definition.code);
  return {
    record: now.recordId,
    version: now.version,
    writtenAt: now.writtenAt.toISOString(),
    writtenBy: now.writtenBy,
    unit: now.unitId,
    fields: codes.filter((code) => String(before[code] ?? '') !== String(after[code] ?? '')),
  };
}

async function named(client: Client, newer: readonly Omit<NewerVersion, 'name'>[]): Promise<NewerVersion[]> {
  const all: NewerVersion[] = [];
  for (const one of newer) {
    const account = await findAccountByLogin(client, one.writtenBy);
    all.push({ ...one, name: account?.name ?? one.writtenBy, unit: account?.unitId ?? one.unit });
  }
  return all;
}

const MOST_FIELDS_NAMED = 5;

/** One sentence for whoever comes second. */
export function sayNewer(platform: Platform, dataset: string, newer: readonly NewerVersion[]): string {
  const { definition } = datasetOf(platform, dataset).dataset;
  const [first] = newer;
  if (first === undefined) return '记录在您填写期间已被别人改动，您的内容没有写入。请重新查看后再提交。';
  const names = first.fields.map((code) => definition.fields.find((field) => field.code === code)?.name.zh ?? code);
  const more = names.length > MOST_FIELDS_NAMED ? `等 ${String(names.length)} 项` : '';
  const fields = names.length === 0 ? '' : `，改了${names.slice(0, MOST_FIELDS_NAMED).join('、')}${more}`;
  const who = `${first.name}（${platform.pack.units.get(first.unit)?.name ?? first.unit}）`;
  return `您填写期间，${who}已于 ${sayClock(new Date(first.writtenAt))} 写入第 ${String(first.version)} 版${fields}；您的内容没有写入，请比对后再提交。`;
}

/** Cells of a row in which what was left masked is again what the record holds. Nothing else is opened. */
export async function unmasked<T extends Readonly<Record<string, unknown>>>(
  platform: Platform,
  context: ActContext,
  { record }: BasedOn,
  cells: T,
): Promise<T> {
  const found = await withTransaction(platform.database.app, identityOf(context.actor), (client) => findRecord(client, record));
  if (found === null) return cells;
  const held = maskedFields(platform, datasetOf(platform, found.dataset), found);
  const back = held.filter(({ code, mask }) => cells[code] === mask).map(({ code, value }) => [code, value] as const);
  return { ...cells, ...Object.fromEntries(back) };
}
