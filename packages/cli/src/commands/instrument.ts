/** `xincheng instrument …`: what the platform rests on, and what a repeal touches. */
import type { Instrument, PlacedCitation } from '@xincheng/core/standards';
import { instrumentNamed, listInstruments, readTouched, repealImpact } from '@xincheng/usecases/instruments';
import type { InstrumentEntry, RepealImpact, TouchedRecord } from '@xincheng/usecases/instruments';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

/** Instruments in which a text stands. */
export async function list(environment: Environment, text: string): Promise<Answer> {
  const named = await standardsFor(environment, {});
  if (!named.ok) return named.error;
  const found = listInstruments(named.value.standards.pack).filter(({ instrument }) => speaksOf(instrument, text));
  return { exit: EXIT.done, text: tableText(['编号', '文号', '名称', '有效期', '引用'], found.map(rowOf)), json: found };
}

function speaksOf({ id, number = '', title }: Instrument, text: string): boolean {
  return [id, number, title.zh].some((word) => word.includes(text));
}

function rowOf({ instrument, citations }: InstrumentEntry): string[] {
  const { id, number = '—', title } = instrument;
  return [id, number, title.zh, periodOf(instrument), String(citations)];
}

function periodOf({ from, to }: Instrument): string {
  return `${from ?? '—'} 至 ${to ?? '今'}`;
}

/** One instrument with the places that cite it. */
export async function show(environment: Environment, id: string): Promise<Answer> {
  const named = await standardsFor(environment, {});
  if (!named.ok) return named.error;
  const { pack } = named.value.standards;
  const instrument = instrumentNamed(pack, id);
  if (!instrument.ok) return failure(EXIT.unusable, instrument.error);
  const citations = pack.citations.filter((citation) => citation.instrument === instrument.value.id);
  const text = [titleOf(instrument.value), ...citations.map(placeOf)].join('\n');
  return { exit: EXIT.done, text, json: { instrument: instrument.value, citations } };
}

function titleOf(instrument: Instrument): string {
  const { id, title, number, issuer } = instrument;
  return `《${title.zh}》${number === undefined ? '' : `（${number}）`}  ${issuer}，${periodOf(instrument)}，编号 ${id}`;
}

function placeOf({ file, line, path, clause }: PlacedCitation): string {
  return `  ${file}:${String(line)}  ${path}${clause === null ? '' : `  ${clause}`}`;
}

/** What the repeal of one touches, with the records themselves. */
export function impact(environment: Environment, id: string, { limit }: { readonly limit: number }): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const context = localContext(environment, []);
    const found = await repealImpact(platform, context, { instrument: id });
    if (!found.ok) return failure(EXIT.unusable, found.error);
    const records = await readTouched(platform, context, { instrument: id, after: null, limit });
    if (!records.ok) return failure(EXIT.unusable, records.error);
    const names = (dataset: string): string => platform.pack.datasets.get(dataset)?.name.zh ?? dataset;
    return {
      exit: EXIT.done,
      text: impactText(found.value, records.value, names),
      json: { ...found.value, records: records.value },
    };
  });
}

const BECAUSE: Readonly<Record<TouchedRecord['because'][number], string>> = {
  cites: '自己引用',
  child: '下级引用',
  parent: '上级引用',
  dataset: '数据集没有其他依据',
};

function impactText(
  { instrument, standards, onlyBasisOf, counts }: RepealImpact,
  records: readonly TouchedRecord[],
  nameOf: (dataset: string) => string,
): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return [
    titleOf(instrument),
    `规则文件引用 ${String(standards.length)} 处`,
    ...standards.map(placeOf),
    ...(onlyBasisOf.length === 0 ? [] : [`没有其他有效依据的数据集：${onlyBasisOf.map(nameOf).join('、')}`]),
    `触及记录 ${String(total)} 条${records.length < total ? `，以下列出 ${String(records.length)} 条` : ''}`,
    ...(records.length === 0 ? [] : [recordsText(records, nameOf)]),
  ].join('\n');
}

function recordsText(records: readonly TouchedRecord[], nameOf: (dataset: string) => string): string {
  const rows = records.map(({ dataset, unitId, number, decidedOn, because, recordId }) => [
    nameOf(dataset),
    number,
    decidedOn,
    unitId,
    because.map((touch) => BECAUSE[touch]).join('、'),
    recordId,
  ]);
  return tableText(['数据集', '编号', '日期', '单位', '为什么', '记录编号'], rows);
}
