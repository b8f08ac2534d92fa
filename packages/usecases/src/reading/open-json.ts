/** Opens JSON: a list of objects, an object with such a list named records, or one object a line. */
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { RECORD_ID, REPLACES, fieldNames, listed, plainHeader } from './header.ts';
import { elements, lines, membersOf } from './json-rows.ts';
import type { JsonObject } from './json-object.ts';
import { jsonShape } from './json-walk.ts';
import type { JsonShape } from './json-walk.ts';
import type { OpenedSource, ReadLimits } from './opened.ts';
import type { ColumnSpec, Header, JsonPlan } from './plan.ts';
import { readProblem } from './problem.ts';
import type { ReadProblem } from './problem.ts';
import { readChunks } from './read-chunks.ts';
import { surveyList, surveyRecords } from './survey.ts';
import type { Survey } from './survey.ts';
import type { TextStream } from './text-stream.ts';

/** So many records at the beginning tell which members there are. */
const SAMPLED_RECORDS = 100;

/** Opens a UTF-8 text as records. `other-encoding`: a byte shows that the assumed encoding is wrong. */
export async function openJson(
  stream: TextStream,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
): Promise<Result<OpenedSource, ReadProblem> | 'other-encoding'> {
  const shape = jsonShape(stream.head, stream.isWholeHead);
  const surveyed = await survey(stream, shape, limits);
  if (surveyed === 'other-encoding') return surveyed;
  const misshapen = shapeProblem(shape);
  if ('code' in surveyed) return err(surveyed.code === 'record-too-long' ? (misshapen ?? surveyed) : surveyed);
  const sample = sampleOf(stream, shape);
  const refused = misshapen ?? (surveyed.records === 0 ? readProblem('no-records') : sampleProblem(sample, columns));
  if (refused !== null) return err(refused);
  const header = headerOf(sample, columns);
  const plan: JsonPlan = {
    format: 'json',
    fields: columns.length,
    members: [...fieldNames(columns)],
    unknown: header.unknown,
    isLines: shape.kind === 'lines',
  };
  return ok({
    format: 'json',
    encoding: stream.encoding,
    delimiter: null,
    workbook: null,
    header,
    records: surveyed.records,
    plan,
    chunks: () => readChunks(stream.blocks(), surveyed.spans, stream.name),
  });
}

/** A text of no usable shape is surveyed as lines: a broken byte is the better reason to refuse it. */
async function survey(
  stream: TextStream,
  shape: JsonShape,
  { chunkBytes, maxRecordBytes }: ReadLimits,
): Promise<Survey | ReadProblem | 'other-encoding'> {
  const check = stream.check();
  const isList = shape.kind === 'list' || shape.kind === 'wrapped';
  const dataStart = isList ? shape.at : 0;
  const input = {
    blocks: stream.blocks(),
    check,
    unreadable: stream.unreadable.bind(null, check),
    dataStart,
    chunkBytes,
    maxRecordBytes,
  };
  if (isList) return surveyList(input, shape.kind === 'wrapped');
  return surveyRecords(input, { delimiter: null, maxRecordBytes });
}

function shapeProblem(shape: JsonShape): ReadProblem | null {
  switch (shape.kind) {
    case 'list':
    case 'wrapped':
    case 'lines':
      return null;
    case 'object':
      return readProblem('json-shape', { found: NO_RECORDS });
    case 'open':
      return readProblem('json-truncated', { row: 1 }, { line: 1 });
    case 'syntax':
      return readProblem('json-syntax', { row: 1 }, { line: 1 });
  }
}

const NO_RECORDS = '没有 records 列表的对象';

interface Sample {
  readonly isLines: boolean;
  readonly looked: number;
  readonly objects: readonly JsonObject[];
}

function sampleOf(stream: TextStream, shape: JsonShape): Sample {
  const objects: JsonObject[] = [];
  let looked = 0;
  const isLines = shape.kind === 'lines';
  if (!isLines && shape.kind !== 'list' && shape.kind !== 'wrapped') return { isLines, looked, objects };
  const texts = isLines ? lines(wholeLines(stream)) : elements(stream.head.subarray(shape.at));
  for (const text of texts) {
    if (looked === SAMPLED_RECORDS) break;
    if (text === '') continue;
    looked += 1;
    const members = membersOf(text);
    if (members !== null) objects.push(members);
  }
  return { isLines, looked, objects };
}

function wholeLines({ head, isWholeHead }: TextStream): Uint8Array {
  return isWholeHead ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1);
}

/** Names of members that should be fields; lists and objects are children and none of them. */
function fieldMembers(objects: readonly JsonObject[], targets: ReadonlyMap<string, number>): string[] {
  const names = new Set<string>();
  for (const members of objects) {
    for (const [name, value] of Object.entries(members))
      if (typeof value === 'string' || targets.has(plainHeader(name))) names.add(name);
  }
  return [...names];
}

function sampleProblem({ isLines, looked, objects }: Sample, columns: readonly ColumnSpec[]): ReadProblem | null {
  if (objects.length === 0) return looked === 0 ? null : readProblem('json-shape', { found: '没有对象的列表' });
  const targets = fieldNames(columns);
  const names = fieldMembers(objects, targets);
  const unknown = names.filter((name) => !targets.has(plainHeader(name)));
  const known = names.length - unknown.length;
  if (known * 2 >= names.length && known > 0) return null;
  if (isLines && looked === 1 && known === 0) return readProblem('json-shape', { found: NO_RECORDS });
  return readProblem('wrong-members', { rows: looked, columns: names.length, known, unknown: listed(unknown) });
}

function headerOf({ objects }: Sample, columns: readonly ColumnSpec[]): Header {
  const targets = fieldNames(columns);
  const names = fieldMembers(objects, targets);
  const seen = new Set(names.map((name) => targets.get(plainHeader(name))));
  return {
    firstRow: 0,
    lastRow: 0,
    mapping: columns.map((_, field) => (seen.has(field) ? field : -1)),
    own: [],
    extras: { recordId: seen.has(RECORD_ID) ? columns.length : -1, replaces: seen.has(REPLACES) ? columns.length + 1 : -1 },
    columns: columns.length,
    names: columns.map(({ code, names: all }) => all[0] ?? code),
    unknown: names.filter((name) => !targets.has(plainHeader(name))),
    missing: columns.filter(({ required }, field) => required && !seen.has(field)).map(({ code, names: all }) => all[0] ?? code),
  };
}
