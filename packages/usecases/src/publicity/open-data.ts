/** Open data: what is on show, as files with an index. The same state gives the same bytes. */
import { createHash } from 'node:crypto';
import { publicFieldsOf } from '@xincheng/core/publicity';
import type { Day } from '@xincheng/core/calendar';
import type { DatasetDefinition } from '@xincheng/core/standards';
import { withTransaction } from '@xincheng/store/connection';
import { listChanges, publicRecords } from '@xincheng/store/publicity';
import type { FeedPosition } from '@xincheng/store/publicity';
import { csvFileStart, csvText } from '../csv.ts';
import { datasetOf } from '../platform/index.ts';
import type { Platform } from '../platform/index.ts';
import { presentPublic, publicIdentity } from './public-record.ts';
import type { PublicRecord } from './public-record.ts';

export const OPEN_FORMATS = ['csv', 'json'] as const;
export type OpenFormat = (typeof OPEN_FORMATS)[number];

/** One file as the index names it. */
export interface OpenFile {
  readonly name: string;
  readonly dataset: string;
  readonly title: string;
  readonly format: OpenFormat;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface OpenIndex {
  readonly day: Day;
  readonly files: readonly OpenFile[];
}

/** Datasets that have open data: those that are shown. */
export function openDatasets(platform: Platform): readonly DatasetDefinition[] {
  return [...platform.pack.datasets.values()].filter(({ shown }) => shown !== undefined);
}

const HEAD = ['记录编号', '异议标注起始日', '主体声明', '公示截止日', '可申请修复日'];

/** Parts of one file, from one moment of the register. `onRecord` counts. */
export async function writeOpenFile(
  platform: Platform,
  today: Day,
  dataset: string,
  format: OpenFormat,
  write: (part: string) => void | Promise<void>,
): Promise<number> {
  const { definition } = datasetOf(platform, dataset).dataset;
  const codes = publicFieldsOf(definition, 'legal').map(({ code }) => code);
  const labels = publicFieldsOf(definition, 'legal').map(({ name }) => name.zh);
  return withTransaction(platform.database.portal, publicIdentity(today), async (client) => {
    let records = 0;
    await write(format === 'csv' ? csvFileStart([[...HEAD, ...labels]]) : `{"dataset":${JSON.stringify(dataset)},"records":[`);
    for await (const row of publicRecords(client, dataset)) {
      const record = presentPublic(platform, row);
      await write(
        format === 'csv' ? csvText([cellsOf(record, codes)]) : `${records === 0 ? '\n' : ',\n'}${JSON.stringify(record)}`,
      );
      records += 1;
    }
    if (format === 'json') await write('\n]}\n');
    return records;
  });
}

function cellsOf(record: PublicRecord, codes: readonly string[]): string[] {
  const values = new Map(record.fields.map(({ code, value }) => [code, typeof value === 'string' ? value : value.join(';')]));
  const head = [record.recordId, record.disputedSince ?? '', record.statement ?? '', record.shownUntil, record.repairFrom ?? ''];
  return [...head, ...codes.map((code) => values.get(code) ?? '')];
}

/** The index of all files; `write` gets each part of each file, for whoever keeps them. */
export async function openIndex(
  platform: Platform,
  today: Day,
  write: (name: string, part: string) => void | Promise<void> = () => undefined,
): Promise<OpenIndex> {
  const files: OpenFile[] = [];
  for (const { id, name } of openDatasets(platform)) {
    for (const format of OPEN_FORMATS) {
      const fileName = `${id}.${format}`;
      const hash = createHash('sha256');
      let bytes = 0;
      const records = await writeOpenFile(platform, today, id, format, (part) => {
        hash.update(part);
        bytes += Buffer.byteLength(part);
        return write(fileName, part);
      });
      files.push({ name: fileName, dataset: id, title: name.zh, format, records, bytes, sha256: hash.digest('hex') });
    }
  }
  return { day: today, files };
}

/** The beginning of the feed. */
export const FEED_START: FeedPosition = { at: '1970-01-01T00:00:00.000000Z', recordId: '00000000-0000-0000-0000-000000000000' };

/** Changes on public show behind a position: record, dataset and day, never content. */
export function readChanges(platform: Platform, now: Date, today: Day, after: FeedPosition, limit: number) {
  return withTransaction(platform.database.portal, publicIdentity(today), (client) => listChanges(client, after, limit, now));
}
