/** From what a schema found to a code and a Chinese sentence. */
import type { z } from 'zod';
import type { PackProblemCode } from './problem.ts';

type Path = readonly (string | number)[];

/** One finding of a schema with the path to the key it is about. */
export interface ShapeFault {
  readonly path: Path;
  readonly code: PackProblemCode;
  readonly reason: string;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字', number: '数', int: '整数', boolean: 'true 或 false', array: '列表', object: '键值对', record: '键值对', undefined: '空白', null: '空白',
};
/** How a closed set is listed before it becomes unreadable. */
const MOST_LISTED = 24;

/** Turns the findings about one file into faults; an alternative is explained by the branch that came closest. */
export function describeShape(error: z.ZodError, data: unknown): ShapeFault[] {
  return error.issues.flatMap((issue) => describeIssue(issue, [], data));
}

function describeIssue(issue: z.core.$ZodIssue, parent: Path, data: unknown): ShapeFault[] {
  const path: Path = [...parent, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const value = valueAt(data, path);
  const key = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({ path: [...path, unknown], code: 'unknown-key', reason: `不认识的键 ${unknown}。` }));
    case 'invalid_union':
      if (issue.errors.length > 0) return closest(issue.errors).flatMap((inner) => describeIssue(inner, path, data));
      break;
    case 'invalid_key':
      return [{ path, code: 'wrong-value', reason: `键 ${key} 不能这样写。` }];
    default:
  }
  if (value === undefined) return [missing(path, key, valueAt(data, path.slice(0, -1)))];
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, code: 'wrong-type', reason: typeReason(key, issue.expected, value) }];
    case 'invalid_value':
      return [notAmong(path, key, value, issue.values)];
    case 'invalid_union':
      return [notAmong(path, key, value, ('options' in issue ? issue.options : undefined) ?? [])];
    case 'too_small':
      return [tooSmall(issue, path, key)];
    case 'too_big':
      return [{ path, code: 'wrong-value', reason: `${key} 太大或太长，至多 ${String(issue.maximum)}。` }];
    case 'custom':
      return [customFault(issue.message, path, key, value)];
    default:
      return [{ path, code: isDayKey(key, issue) ? 'wrong-day' : 'wrong-value', reason: formatReason(key, value, issue) }];
  }
}

function notAmong(path: Path, key: string, value: unknown, values: readonly unknown[]): ShapeFault {
  return { path, code: 'wrong-value', reason: `${key} 的值 ${shown(value)} 不在可用的值之中：${values.slice(0, MOST_LISTED).map(String).join('、')}。` };
}

/** What an indicator's targets count can only be said by its format. */
function missing(path: Path, key: string, holder: unknown): ShapeFault {
  const hasTargets = key === 'format' && typeof holder === 'object' && holder !== null && 'targets' in holder;
  if (hasTargets) return { path, code: 'no-unit', reason: '目标值没有单位：用 format 写明是百分比、十万分之几、个数、金额还是天数。' };
  return { path, code: 'missing-key', reason: `缺少 ${key}。` };
}

/** Errors of a branch that got below its own root say more than "is no text". */
function closest(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  return branches.find((issues) => issues.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys')) ?? branches[0] ?? [];
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, path: Path, key: string): ShapeFault {
  if (issue.origin !== 'array') return { path, code: 'wrong-value', reason: `${key} 太小或太短，至少 ${String(issue.minimum)}。` };
  if (key === 'basis') return { path, code: 'no-basis', reason: '没有列出依据：没有依据的内容不予装载。' };
  if (key === 'papers') return { path, code: 'no-paper', reason: '没有列出这一年所依据的放假通知。' };
  return { path, code: 'empty-list', reason: `${key === '' ? '文件' : key} 是空列表，至少要有一项。` };
}

function customFault(message: string, path: Path, key: string, value: unknown): ShapeFault {
  if (message === 'no-such-day') return { path, code: 'wrong-day', reason: `${shown(value)} 不是日历上有的日期。` };
  if (message === 'uscc') return { path, code: 'uscc', reason: `统一社会信用代码 ${shown(value)} 的校验位不对。` };
  throw new Error(`no sentence for ${message} at ${key}`);
}

function typeReason(key: string, expected: string, value: unknown): string {
  const wanted = TYPE_WORDS[expected] ?? expected;
  const needsQuotes = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  return needsQuotes ? `${key} 应是文字，请给 ${shown(value)} 加上引号。` : `${key} 应是${wanted}，写的是${kindOf(value)}。`;
}

function isDayKey(key: string, issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_format' && 'pattern' in issue && issue.pattern.includes('\\d{4}-\\d{2}') && key !== 'regionCode';
}

function formatReason(key: string, value: unknown, issue: z.core.$ZodIssue): string {
  if (issue.message === 'blank') return `${key} 是空白。`;
  if (issue.message === 'decimal') return `${key} 的值 ${shown(value)} 不是数：只写数字，单位由 format 说明，如 "100"。`;
  if (isDayKey(key, issue)) return `${key} 的值 ${shown(value)} 不是 YYYY-MM-DD 形式的日期。`;
  return `${key} 的值 ${shown(value)} 写法不对。`;
}

function kindOf(value: unknown): string {
  if (value === null) return '空白';
  if (Array.isArray(value)) return '列表';
  return TYPE_WORDS[typeof value] ?? typeof value;
}

function shown(value: unknown): string {
  const MOST_SHOWN = 40;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}”`;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
