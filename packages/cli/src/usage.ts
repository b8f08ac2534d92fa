/** Mistakes in the command line itself, in words of our own. */
import type { Failure } from './exit.ts';

/** The parser's sentences, what of them we need, and ours. */
const SENTENCES: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/missing required argument '(.+)'/u, (name) => `缺少参数 <${name}>。`],
  [/required option '(.+)' not specified/u, (flags) => `缺少必需的选项 ${flags}。`],
  [/option '([^']+)' cannot be used with option '([^']+)'/u, (one, other) => `选项 ${one} 和 ${other} 不能同用。`],
  [/option '(.+)' argument missing/u, (flags) => `选项 ${flags} 后面缺少值。`],
  [
    /unknown option '([^']+)'(?:\n\(Did you mean (?:one of )?(.+)\?\))?/u,
    (flag, like) => `没有选项 ${flag}。${like === '' ? '' : `相近的有：${like}。`}`,
  ],
  [
    /unknown command '([^']+)'(?:\n\(Did you mean (?:one of )?(.+)\?\))?/u,
    (name, like) => `没有命令 ${name}。${like === '' ? '' : `相近的有：${like}。`}`,
  ],
  [
    /too many arguments.*Expected (\d+) .*got (\d+)/u,
    (expected, got) => `参数太多：需要 ${expected} 个，给了 ${got} 个。路径里有空格时请加引号。`,
  ],
  [
    /option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\./u,
    (flags, value, choices) => `选项 ${flags} 的值“${value}”不对：应为 ${choices} 之一。`,
  ],
  [
    /command-argument value '(.*)' is invalid for argument '(.+)'\. Allowed choices are (.+)\./u,
    (value, name, choices) => `参数 <${name}> 的值“${value}”不对：应为 ${choices} 之一。`,
  ],
  [
    /command-argument value '(.*)' is invalid for argument '(.+)'\. (.+)/u,
    (value, name, why) => `参数 <${name}> 的值“${value}”不对：${why}`,
  ],
  [/option '(.+)' argument '(.*)' is invalid\. (.+)/u, (flags, value, why) => `选项 ${flags} 的值“${value}”不对：${why}`],
];

/** The parser's error as a failure with one sentence. */
export function usageFailure(message: string): Failure {
  for (const [pattern, sentence] of SENTENCES) {
    const match = pattern.exec(message);
    if (match !== null)
      return {
        code: 'usage',
        message: `${sentence(...match.slice(1).map((part: string | undefined) => part ?? ''))}用 --help 查看用法。`,
      };
  }
  return { code: 'usage', message: `命令写得不对：${message.replace(/^error: /u, '')} 用 --help 查看用法。` };
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Headings of the help text. */
export function helpTitle(title: string): string {
  return TITLES[title] ?? title;
}

/** The remarks the parser adds to what an option is for. */
export function helpRemark(description: string): string {
  return description
    .replace(
      /\(choices: (.+?)(?:, default: (.+?))?\)/u,
      (_, choices: string, preset?: string) => `（可选：${choices}${preset === undefined ? '' : `；缺省 ${preset}`}）`,
    )
    .replace(/\(default: (.+?)\)/u, '（缺省 $1）');
}
