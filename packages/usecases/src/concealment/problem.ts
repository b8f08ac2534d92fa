/** Why an act about concealment was refused. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { RightMissing, SignatureProblem } from '../identity/index.ts';

const SENTENCES = {
  'credit-office-only': '排查、审核和登记线索由区信用办办理，您的单位只能答复本单位的线索。',
  'not-configured': '本区没有设置瞒报排查（concealment.yaml）。请由管理员设置后再办。',
  'no-such-alarm': '没有这条线索，或它不属于您的单位。请核对编号。',
  'not-your-unit': '这不是您的单位，您不能代它办理，也不能查看。请由该单位或区信用办办理。',
  'not-possible-now': '线索现在的状态不能这样办理。请先查看线索的办理情况。',
  'wrong-answer': '这类线索不能这样答复：只有文号缺号才能答复为依法空号。请改正。',
  'still-missing': '线索所列的记录还没有报送，不能答复为已补报。请先补报缺少的记录。',
  'same-person': '审核人不能是答复人。请换一个人审核。',
  'document-missing': '答复为依法空号的，须写明依据的文件或登记簿。请补充。',
  'no-number': '文号“{number}”里看不出顺序号，不能登记。请按“机关代字〔年份〕序号号”填写。',
  'foreign-series': '文号“{number}”所在的号段里没有您单位报送的记录，不能由您单位登记空号。请核对文号。',
  'number-filed': '文号“{number}”已有报送的记录，不是空号。请核对文号。',
  'number-seen': '这一文号的同类线索已经登记过。',
  'bad-month': '月份“{month}”写法不对，应写成 2021-05。请改正后再查。',
  'unknown-unit': '本区没有单位“{unit}”。请用单位编号。',
  'unknown-dataset': '数据集“{dataset}”不在瞒报排查的范围内。在范围内的有：{known}。',
} as const;

type Code = keyof typeof SENTENCES;

/** A failure everybody must expect. */
export type ConcealmentProblem = RightMissing | SignatureProblem | { readonly code: Code; readonly message: string };

/** A refusal with its sentence. */
export function refused(code: Code, words: Readonly<Record<string, string>> = {}): Result<never, ConcealmentProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '') });
}
