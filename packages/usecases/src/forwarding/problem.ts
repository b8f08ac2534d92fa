/** Why an act of forwarding is not done: one code, one Chinese sentence. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { SignatureProblem } from '../identity/index.ts';
import type { ReadProblem } from '../reading/index.ts';

/** Sentences by code; `{word}` is filled in. */
const SENTENCES = {
  'credit-office-only': '上传市平台由区信用办统一办理，您的单位不能办理；本单位未通过的记录可在“未通过”清单中查看。',
  'no-forward-template': '数据集“{dataset}”没有上传模板，不上传市平台。有模板的有：{known}。',
  'template-changed': '数据集“{dataset}”的上传模板内容已改动，版本号仍是 {version}。没有生成批次，请先更改模板的版本号。',
  'no-such-forward-batch': '没有上传批次“{batch}”。请核对批次号，全部批次见上传批次清单。',
  'file-differs': '批次 {batch} 的文件重新生成后与生成时不一致，没有移交。请把批次号告诉管理员。',
  'handing-failed': '批次 {batch} 的文件没有送出（{reason}），批次仍是未移交。请检查送出的位置后再移交一次。',
  'batch-not-handed': '批次 {batch} 还没有移交市平台，不会有回执。没有写入任何数据，请核对文件；确已报送的，先办理移交。',
  'answer-unknown-form':
    '文件的表头与市平台的回执、错误清单都对不上。没有写入任何数据，请核对是否选错了文件，或按市平台的新格式更新模板。',
  'answer-no-batch': '文件里没有批次号。没有写入任何数据，请指明它是哪一批次的回执。',
  'answer-several-batches': '第 {line} 行的批次号与前面不同，一个文件只能是一个批次的回执。没有写入任何数据，请分开后再导入。',
  'answer-wrong-batch': '文件里的批次号是“{found}”，不是所指明的“{batch}”。没有写入任何数据，请核对。',
  'answer-unknown-batch': '文件里的批次号“{batch}”不是本平台的上传批次。没有写入任何数据，请核对是否选错了文件。',
  'answer-damaged-row': '第 {line} 行的格数与表头不符，文件可能已损坏。没有写入任何数据，请重新下载后再导入。',
  'answer-unknown-state': '第 {line} 行的状态“{state}”无法识别，可识别的有：{known}。没有写入任何数据，请核对或更新模板。',
  'answer-bad-time': '第 {line} 行的接收时间“{time}”无法识别。没有写入任何数据，请核对后再导入。',
  'answer-bad-row': '第 {line} 行的行号“{row}”不是数字。没有写入任何数据，请核对后再导入。',
  'answer-rows-differ': '第 {line} 行的文号与批次第 {row} 行的文号不符，可能是另一批次的回执。没有写入任何数据，请核对。',
  'answer-contradicts-itself': '第 {line} 行与前面对批次第 {row} 行的结论相反。没有写入任何数据，请向市平台核实。',
  'answer-incomplete': '回执缺少批次中的 {missing} 行（如第 {row} 行），文件不完整。没有写入任何数据，请重新下载后再导入。',
  'answer-no-known-row': '文件中没有一行属于批次 {batch}。没有写入任何数据，请核对是否选错了文件。',
} as const;

export type ForwardCode = keyof typeof SENTENCES;

/** A failure everybody must expect. */
export type ForwardProblem = ReadProblem | SignatureProblem | { readonly code: ForwardCode; readonly message: string };

/** Makes a problem with its sentence. */
export function forwardProblem(
  code: ForwardCode,
  words: Readonly<Record<string, string | number>> = {},
): Result<never, ForwardProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => String(words[word] ?? '')) });
}
