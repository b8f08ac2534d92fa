/** Why a document is not made: one code, one Chinese sentence. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';

const SENTENCES = {
  'fonts-missing':
    '本机没有文书所用的字体（{families}），没有生成 PDF。请安装字体后重启服务：Debian 上为 apt-get install fonts-noto-cjk fonts-noto-cjk-extra。',
  'renderer-missing': '本机没有安装 PDF 排版程序（{reason}），没有生成 PDF。请在安装目录执行 npm ci 后重启服务。',
} as const;

/** A failure everybody must expect: it is a matter of the machine, never of the data. */
export interface DocumentProblem {
  readonly code: keyof typeof SENTENCES;
  readonly message: string;
}

/** Makes a problem with its sentence. */
export function documentProblem(
  code: DocumentProblem['code'],
  words: Readonly<Record<string, string>>,
): Result<never, DocumentProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '') });
}
