/** Checking requests against the contract. The first fault is named in one Chinese sentence; the rest are counted. */
import type { z } from 'zod';

/** What validation throws. `what` already says where inside the part the fault lies. */
export class InvalidRequest extends Error {
  readonly what: string;

  constructor(what: string) {
    super(what);
    this.name = 'InvalidRequest';
    this.what = what;
  }
}

/** Which part of the request: the framework's word for it, and ours. */
const PARTS: Readonly<Record<string, string>> = { body: '请求正文', querystring: '查询参数', params: '网址', headers: '请求头' };

/** Name of the part that was being checked. */
export function partName(context: string | undefined): string {
  return PARTS[context ?? ''] ?? '请求';
}

/** The framework's validator: zod alone decides, nothing is coerced behind its back. */
export function validatorCompiler({ schema }: { readonly schema: z.ZodType }) {
  return (data: unknown): { readonly value: unknown } | { readonly error: InvalidRequest } => {
    const parsed = schema.safeParse(data, { error: sentence });
    if (parsed.success) return { value: parsed.data };
    return { error: new InvalidRequest(firstFault(parsed.error.issues)) };
  };
}

function firstFault(issues: readonly z.core.$ZodIssue[]): string {
  const [first, ...others] = issues;
  if (first === undefined) return '不合要求';
  const place = first.path.map(String).join('.');
  const more = others.length === 0 ? '' : `（另有 ${String(others.length)} 处）`;
  return `${place === '' ? '' : `${place} `}${first.message}${more}`;
}

/** Sentences for faults that the contract words itself nothing about. */
function sentence(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'unrecognized_keys') return '没有给出';
  switch (issue.code) {
    case 'invalid_type':
      return `类型不对，应为 ${issue.expected}`;
    case 'invalid_format':
      return `写法不对，应为 ${issue.format}`;
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')}`;
    case 'too_small':
      return `太小或太短，至少 ${String(issue.minimum)}`;
    case 'too_big':
      return `太大或太长，至多 ${String(issue.maximum)}`;
    case 'unrecognized_keys':
      return `有不认识的项 ${issue.keys.join('、')}`;
    default:
      return '取值不合要求';
  }
}
