/** Why an act upon a plan is not done: one code, one Chinese sentence. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { SignatureProblem } from '../identity/index.ts';

/** Sentences by code; `{word}` is filled in. */
const SENTENCES = {
  'credit-office-only': '方案的导入、修改、确认和调整由区信用办办理，您的单位不能办理。本单位的任务可在方案中查看。',
  'bad-plan-id': '方案编号“{id}”不合规则。请用小写字母、数字和连字符，如 licheng-2021。',
  'empty-plan': '文件里没有读出任务，没有导入。请核对是否选错了文件。',
  'plan-name-taken': '已有同名的方案“{title}”（编号 {id}），没有导入。请核对是否重复；确属另一方案的，请先区分名称。',
  'plan-id-taken': '方案编号 {id} 已用于“{title}”，没有导入。请换一个编号。',
  'no-such-draft': '没有编号为 {id} 的待确认方案。请用方案清单核对编号。',
  'no-such-plan': '没有编号为 {id} 的方案。请用方案清单核对编号；尚未确认的方案只有区信用办能看到。',
  'no-such-task': '方案 {id} 里没有任务“{number}”。任务编号如“十1”“保障2”，请核对。',
  'no-such-unread': '待确认方案里没有第 {ordinal} 处未读懂的内容。请查看方案核对序号。',
  'plan-in-effect': '方案 {id} 已经确认生效，不能再直接改动。确需调整的，请凭文件办理调整（写明文号和理由）。',
  'plan-closed': '方案 {id} 已经结束，不再办理。',
  'unknown-unit': '任务“{number}”写的“{name}”不是已有的单位或单位组。请核对名称，或先在区县数据包里增加。',
  'task-without-unit': '任务“{number}”没有牵头、责任或配合单位。请为它指定单位。',
  'due-before-plan': '任务“{number}”的完成时限 {dueOn} 早于方案印发日 {issuedOn}。请核对；确实如此的，请写明理由后接受。',
  'day-missing': '任务“{number}”的完成时限没有写日期。请写明日期，或改为长期或未写明。',
  'number-twice': '任务编号“{number}”出现了两次。请先改正文件再导入。',
  'unread-left': '还有 {count} 处没有读懂的内容没有处理（如第 {line} 行“{text}”）。请逐处处理后再确认。',
  'same-person': '{name}导入、改正、处理或拟办过这一内容，不能再由本人确认或批准。请由另一人核对后办理。',
  'name-missing': '请写明拟办人姓名。',
  'unknown-preparer': '没有一位能拟办的人叫“{name}”，或不止一位。请写拟办人的用户名。',
  'reason-missing': '请写明理由。',
  'words-missing': '请写明完成了什么。',
  'document-missing': '调整已生效的方案须有文件依据。请写明文号或文件名称。',
  'nothing-changes': '没有要改的内容，或者与现在的相同。请核对。',
  'not-your-unit': '您不能代该单位办理。请由该单位办理。',
  'not-bound': '{unit} 不是任务“{number}”的牵头或责任单位，不能申报完成。',
} as const;

export type PlanCode = keyof typeof SENTENCES;

/** A failure everybody must expect. */
export type PlanProblem = SignatureProblem | { readonly code: PlanCode; readonly message: string };

/** A refusal with its sentence. */
export function planProblem(code: PlanCode, words: Readonly<Record<string, string | number>> = {}): Result<never, PlanProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => String(words[word] ?? '')) });
}
