/** `xincheng record ID`: one record, as of an instant or with all its versions; `--subject` or `--dataset` lists. */
import type { RecordView } from '@xincheng/contract/api';
import { endOfDay, isDay } from '@xincheng/core/calendar';
import { STATE_WORDS } from '@xincheng/core/publicity';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { readRecord, readRecords, readVersions } from '@xincheng/usecases/records';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { localTime } from '../local-time.ts';
import { markLine, markWords, stateLine, termLine, untilWord } from '../publicity-lines.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

export interface RecordOptions {
  readonly asOf?: string;
  readonly versions?: boolean;
  readonly subject?: string;
  readonly dataset?: string;
  readonly unit?: string;
  readonly limit: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/u;

/** Reads a record, or a list when no id is given. */
export async function record(environment: Environment, givenId: string | undefined, options: RecordOptions): Promise<Answer> {
  const id = givenId?.trim().toLowerCase();
  if (id !== undefined && !UUID.test(id)) {
    return failure(EXIT.unusable, {
      code: 'not-a-record-id',
      message: `“${givenId ?? ''}”不是记录编号。记录编号见标注结果的最后一列。`,
    });
  }
  const asOf = options.asOf === undefined ? null : instantOf(options.asOf);
  if (asOf === undefined) {
    const message = `“${options.asOf ?? ''}”不是时刻。请写成日期（2021-05-20，指当日终了），或带时区的时刻（2021-05-20T09:00:00+08:00）。`;
    return failure(EXIT.unusable, { code: 'not-an-instant', message });
  }
  const named = await standardsFor(environment, options);
  if (!named.ok) return named.error;
  const { standards, unitId } = named.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const context = localContext(environment, unitId === null ? [] : [unitId]);
    if (id === undefined) return list(platform, context, options, unitId);
    return options.versions === true ? versionsOf(platform, context, id) : one(platform, context, id, asOf);
  });
}

/** The end of a day, or an instant that says its zone; undefined for anything else. */
function instantOf(text: string): Date | undefined {
  if (isDay(text)) return endOfDay(text);
  const instant = new Date(text);
  return INSTANT.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

async function list(
  platform: Platform,
  context: ActContext,
  { dataset, subject, limit }: RecordOptions,
  unitId: string | null,
): Promise<Answer> {
  const everything = { parentId: null, decidedFrom: null, decidedTo: null, after: null };
  const records = await readRecords(platform, context, {
    ...everything,
    dataset: dataset ?? null,
    unitId,
    subjectKey: subject ?? null,
    limit,
  });
  return { exit: EXIT.done, text: tableOf(platform, records), json: records };
}

async function versionsOf(platform: Platform, context: ActContext, id: string): Promise<Answer> {
  const versions = await readVersions(platform, context, id);
  return versions.length === 0
    ? notFound(id)
    : { exit: EXIT.done, text: versions.map((version) => textOf(platform, version)).join('\n\n'), json: versions };
}

async function one(platform: Platform, context: ActContext, id: string, asOf: Date | null): Promise<Answer> {
  const found = await readRecord(platform, context, id, asOf);
  return found === null ? notFound(id) : { exit: EXIT.done, text: textOf(platform, found), json: found };
}

function notFound(id: string): Answer {
  return failure(EXIT.unusable, { code: 'record-not-found', message: `没有编号为 ${id} 的记录，或当时还没有。` });
}

function tableOf({ pack }: Platform, records: readonly RecordView[]): string {
  if (records.length === 0) return '没有符合条件的记录。';
  return tableText(
    ['决定日期', '数据集', '文号', '主体', '状态', '公示至', '标注', '记录编号'],
    records.map(({ decidedOn, dataset, number, subject, state, shownUntil, marks, recordId }) => [
      decidedOn,
      pack.datasets.get(dataset)?.name.zh ?? dataset,
      number,
      subject.name,
      STATE_WORDS[state],
      state === 'published' ? untilWord(shownUntil) : '',
      markWords(marks),
      recordId,
    ]),
  );
}

function cityText({ city }: RecordView['timeliness'][number]): string {
  if (city === null) return '';
  const lateness = city.isLate ? `迟 ${String(city.lateDays)} 天` : city.receivedOn === null ? '未逾期' : '按时';
  return `；按市平台回执${city.receivedOn === null ? '（尚无）' : ` ${city.receivedOn}`}：${lateness}`;
}

const AT_CITY: Readonly<Record<NonNullable<RecordView['forwarding']>['state'], string>> = {
  sent: '未回',
  accepted: '通过',
  refused: '未通过',
};

function forwardingText({ forwarding }: RecordView): string[] {
  if (forwarding === null) return [];
  const at = (instant: string | null): string => (instant === null ? '—' : localTime(new Date(instant)));
  return [
    `上传市平台 ${at(forwarding.forwardedAt)}  市平台回执 ${at(forwarding.cityReceiptAt)}  最近上传第 ${String(forwarding.version)} 版：${AT_CITY[forwarding.state]}`,
  ];
}

function textOf(platform: Platform, view: RecordView): string {
  const clocks = view.timeliness.map(
    (clock) =>
      `${platform.pack.deadlines.get(clock.deadline)?.name.zh ?? clock.deadline}期限（${clock.jurisdictionName.zh}${clock.certainty === 'uncertain' ? '，待核' : ''}）：${clock.dueOn ?? '—'}${clock.isProvisional ? '（暂定）' : ''}，${clock.isLate ? `迟报 ${String(clock.lateDays)} 天` : '按时'}${cityText(clock)}`,
  );
  const dataset = platform.pack.datasets.get(view.dataset);
  const names = new Map(dataset?.fields.map(({ code, name }) => [code, name.zh]));
  const sums = new Map(dataset?.rollups?.map(({ id, name }) => [id, name.zh]));
  return [
    `${dataset?.name.zh ?? view.dataset} ${view.number}  第 ${String(view.version)} 版  ${stateLine(view)}`,
    `主体 ${view.subject.name} ${view.subject.key}`,
    `决定 ${view.decidedOn}  收到 ${localTime(new Date(view.receivedAt))}  由 ${view.writtenBy} 于 ${localTime(new Date(view.writtenAt))} 写入：${view.reason}`,
    ...[termLine(view)].filter((line) => line !== ''),
    ...view.marks.map(markLine),
    ...clocks,
    ...forwardingText(view),
    ...Object.entries(view.values).map(
      ([code, value]) => `  ${names.get(code) ?? code}：${Array.isArray(value) ? value.join('；') : value}`,
    ),
    ...Object.entries(view.rollups).map(([id, sum]) => `  ${sums.get(id) ?? id}：${sum}`),
  ].join('\n');
}
