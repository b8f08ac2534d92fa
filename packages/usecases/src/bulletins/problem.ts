/** Why nothing is done about a bulletin: one code, one Chinese sentence. */
import type { DocumentProblem } from '../documents/index.ts';
import type { SignatureProblem } from '../identity/index.ts';

const SENTENCES = {
  'no-bulletins': '本区没有设置月通报（bulletin.yaml）。请由区信用办先作设置。',
  'bulletin-office-only': '月通报由区信用办起草、修改和比对，您的单位不能办理。签发后的通报各单位都可以查看。',
  'no-such-bulletin': '没有这一通报，或尚未签发而您不能查看。请核对编号。',
  'bad-month': '月份“{month}”写法不对，应写成 2021-05。请改正后再办。',
  'month-not-over': '{month} 还没有结束（今天是 {today}），不能起草通报。请在月份结束并冻结后再办。',
  'month-not-frozen': '{month} 的数字还没有冻结（{indicator}），不能起草通报。请在更正期满、数字冻结后再办。',
  'month-has-bulletin': '{month} 已有通报。尚未签发的请修改、签发或撤销；已签发的请起草更正通报，原期照旧保存。',
  'nothing-to-correct': '{month} 没有已签发而未更正的通报，不能起草更正通报。请先签发，或起草一般通报。',
  'already-issued': '这一通报已经签发，不能修改或再次签发。有更正的请起草更正通报。',
  'already-dropped': '这一草稿已经撤销，不能再办理。请另行起草。',
  'not-issued': '这一通报尚未签发，没有正式的 PDF，也没有可以比对的数字。请签发后再取。',
  'drafter-issues': '起草、修改的人（{name}）不能签发自己写的通报。请由另一人签发。',
  'reason-missing': '撤销草稿须写明理由。没有写入，请补上后再办。',
  'paragraphs-missing': '通报正文不能为空，每段中英文都要有。没有写入，请补全后再办。',
  'no-such-paragraph': '通报没有第 {number} 段，共 {count} 段。没有写入，请核对段号。',
  'pdf-differs': '重新生成的 PDF 与签发时的校验值不符：本机的字体或排版程序与签发时不同。请在签发时的环境里取，页面不受影响。',
} as const;

export interface BulletinProblem {
  readonly code: keyof typeof SENTENCES | DocumentProblem['code'] | SignatureProblem['code'];
  readonly message: string;
}

/** A refusal with its sentence. */
export function bulletinProblem(
  code: keyof typeof SENTENCES,
  words: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly error: BulletinProblem } {
  return { ok: false, error: { code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '') } };
}
