/** Rows of a chunk of JSON: one strict parse a record, members laid out as fields. */
import { decode } from './encoding.ts';
import { REPLACES, plainHeader } from './header.ts';
import { parseJson } from './json-object.ts';
import type { JsonObject, JsonValue } from './json-object.ts';
import { afterSpace, valueEnd } from './json-walk.ts';
import type { Chunk, JsonPlan } from './plan.ts';
import { recordEnd } from './record-walk.ts';
import type { CellRow, RowProblem } from './row.ts';
import { loneSurrogateAt } from './transcode.ts';

const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;

/** The rows of a chunk; an empty object is a blank row, passed over but counted. */
export function* jsonRows(chunk: Chunk, plan: JsonPlan): Generator<CellRow> {
  const reader = new RowReader(plan);
  let rowNo = chunk.firstRecordNo - 1;
  for (const text of plan.isLines ? lines(chunk.bytes) : elements(chunk.bytes)) {
    rowNo += 1;
    const row = reader.read(text, rowNo);
    if (row !== null) yield row;
  }
}

/** The texts of the list's elements. */
export function* elements(bytes: Uint8Array): Generator<string> {
  let at = 0;
  for (;;) {
    at = afterSpace(bytes, at);
    if (bytes[at] === COMMA) at = afterSpace(bytes, at + 1);
    if (at >= bytes.length || bytes[at] === CLOSE_BRACKET) return;
    const found = valueEnd(bytes, at, bytes.length, true);
    if (found.kind !== 'end') return;
    yield decode(bytes.subarray(at, found.at), 'utf-8');
    at = found.at;
  }
}

/** The texts of all lines, blank ones included: they are counted. */
export function* lines(bytes: Uint8Array): Generator<string> {
  for (let at = 0; at < bytes.length;) {
    const { end } = recordEnd(bytes, at, bytes.length, true, null);
    yield decode(bytes.subarray(at, end), 'utf-8').trim();
    at = end;
  }
}

const UNREADABLE = '一个完整的 JSON 对象';

class RowReader {
  readonly #fields: number;
  readonly #targets: Map<string, number>;
  /** Members by the name as written: bringing it to its plain form once is enough. */
  readonly #known = new Map<string, number | null>();
  #cells: string[] = [];
  readonly #blank: readonly string[];
  readonly #filled: Uint8Array;
  #nested: Record<string, JsonValue> | null = null;
  #problem: RowProblem | null = null;

  constructor(plan: JsonPlan) {
    this.#fields = plan.fields;
    this.#blank = new Array<string>(plan.fields + 2).fill('');
    this.#filled = new Uint8Array(plan.fields + 2);
    this.#targets = new Map(plan.members);
    for (const name of plan.unknown) this.#known.set(name, null);
  }

  read(text: string, rowNo: number): CellRow | null {
    if (text === '') return null;
    const parsed = parseJson(text);
    this.#cells = this.#blank.slice();
    this.#filled.fill(0);
    this.#nested = null;
    this.#problem = null;
    if (parsed === null) this.#report('unreadable', '', UNREADABLE);
    else if (typeof parsed.value === 'string' || isList(parsed.value)) this.#report('not-an-object', kindOf(text), UNREADABLE);
    else {
      if (parsed.duplicate !== null) this.#report('duplicate-member', parsed.duplicate, '每个成员只出现一次');
      const names = Object.keys(parsed.value);
      if (names.length === 0) return null;
      for (const name of names) this.#member(name, parsed.value[name] ?? '');
    }
    const replaces = this.#cells.pop() ?? '';
    const recordId = this.#cells.pop() ?? '';
    const extras = { ...(recordId === '' ? {} : { recordId }), ...(replaces === '' ? {} : { replaces }) };
    return { cells: this.#cells, rowNo, extras, problem: this.#problem, nested: this.#nested };
  }

  #member(name: string, value: JsonValue): void {
    const target = this.#targetOf(name);
    if (target === null) {
      this.#unnamed(name, value);
      return;
    }
    const place = target >= 0 ? target : this.#fields + (target === REPLACES ? 1 : 0);
    if (this.#filled[place] === 1) {
      this.#report('duplicate-member', name, '每个成员只出现一次');
      return;
    }
    this.#filled[place] = 1;
    const cell = cellOf(value);
    if (cell === null) this.#report('bad-value', name, '一个值，或一列值');
    else if (cell.includes('\u0000') || loneSurrogateAt(cell) >= 0) this.#report('bad-value', name, '可以保存的文字');
    else this.#cells[place] = cell;
  }

  /** A member that is no field: children are handed on, a text would be lost and is told. */
  #unnamed(name: string, value: JsonValue): void {
    if (typeof value !== 'string') {
      this.#nested ??= Object.create(null) as Record<string, JsonValue>;
      this.#nested[name] = value;
    } else if (value !== '' && !this.#known.has(name)) this.#report('unknown-member', name, '数据集的字段名');
  }

  #targetOf(name: string): number | null {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const target = this.#targets.get(plainHeader(name));
    if (target === undefined) return null;
    this.#known.set(name, target);
    return target;
  }

  /** The first problem stands. */
  #report(code: RowProblem['code'], value: string, expected: string): void {
    this.#problem ??= { code, value, expected };
  }
}

/** Several values of a code list come as a list and are joined as in a cell; null: no cell can hold this. */
function cellOf(value: JsonValue): string | null {
  if (typeof value === 'string') return value;
  if (!isList(value) || !value.every((item) => typeof item === 'string')) return null;
  return value.join(';');
}

function kindOf(text: string): string {
  if (text.startsWith('[')) return '列表';
  return text.startsWith('"') ? '文本' : '数字或 true、false、null';
}

/** Members of an object by name, or null for any other JSON text: what the first records look like. */
export function membersOf(text: string): JsonObject | null {
  const value = parseJson(text)?.value;
  return value === undefined || typeof value === 'string' || isList(value) ? null : value;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
