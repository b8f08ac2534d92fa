/** Why an act around a task is not done: one code, one Chinese sentence. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { DueProblem } from '../calendar/index.ts';
import type { SignatureProblem } from '../identity/index.ts';

/** Sentences by code; `{word}` is filled in. */
const SENTENCES = {
  'no-supervision-rules': '本区没有设定督办规则（supervision.yaml），不能办理。请先在区县数据包里补充。',
  'credit-office-only': '这件事由区信用办办理，您的单位不能办理。',
  'no-such-plan': '没有编号为 {plan} 的方案。请用方案清单核对编号。',
  'plan-closed': '方案 {plan} 已经结束，不再办理。',
  'no-such-task': '方案 {plan} 里没有任务“{number}”。任务编号如“十1”“保障2”，请核对。',
  'unknown-unit': '本区名录中没有单位“{unit}”。请核对单位编号。',
  'not-your-unit': '您不能代该单位办理。请由该单位办理。',
  'not-bound': '{unit} 不是任务“{number}”的牵头、责任或配合单位，没有办理。请核对任务编号和单位。',
  'not-in-plan': '{unit} 在方案 {plan} 里没有任务，不用报推进方案。请核对方案编号和单位。',
  'not-lead': '任务“{number}”的延期由牵头单位申请，没有牵头单位的由责任单位申请。请与其联系。',
  'words-missing': '请写明内容或理由。',
  'bad-period': '“{period}”不是报送周期。请写成 2021-05（月）、2021-Q2（季）或 2021（年）。',
  'period-not-asked': '本区按{kind}报送进展，没有要求报 {period} 的报告。请核对周期。',
  'period-in-future': '{period} 还没有开始，不能报送。请核对周期。',
  'period-before-bound': '{unit} 自 {since} 起才承担任务“{number}”，{period} 不用报送。请核对周期。',
  'bad-figure': '数据“{name}”的值“{value}”不是数。请只写数字，可带小数。',
  'unknown-attachment': '没有附件 {id}，或它不是 {unit} 为这项任务上传的。请先上传附件再报送。',
  'attachment-missing': '推进方案须附文件。请先上传附件再报送。',
  'already-accepted': '这份{matter}已审核通过，不能再报。确需更正的进展报告，请由区信用办退回重开。',
  'already-filed': '这份{matter}已经报送，正等待审核，不能重复报送。需要更正的，请等审核单位退回后再报。',
  'order-closed': '这份督办单已办结或撤销，不能再办。请核对文号。',
  'not-possible-now': '{matter}现在是“{state}”，不能办理“{act}”。请先查看它的经过。',
  'not-yours-to-do': '“{act}”不由您的单位办理。{who}',
  'same-person': '经手{matter}的人不能自己审核、批准、签发或撤回。请由另一人办理。',
  'no-such-matter': '没有这个督办事项，或它与您的单位无关。请核对编号。',
  'day-in-future': '日期 {day} 晚于今天。请核对。',
  'day-in-past': '期限 {day} 早于今天。请另定日期。',
  'no-due-day': '任务“{number}”没有完成时限，不用延期。',
  'earlier-day': '申请的日期 {day} 不晚于现在的完成时限 {dueOn}，不是延期。请核对日期。',
  'beyond-plan': '申请的日期 {day} 超出方案所许的最后一天 {last}，不能延期。请另定日期。',
  'already-open': '同一任务已有一件{matter}正在办理，没有另立。请先办完那一件。',
  'same-unit': '移交的双方是同一个单位。请核对单位编号。',
  'already-bound': '{unit} 已是任务“{number}”的承担单位，不能再接收移交。请核对单位。',
  'not-an-order': '这个事项不是督办单，或还没有签发，没有文书。请先签发。',
} as const;

export type SupervisionCode = keyof typeof SENTENCES;

/** A failure everybody must expect. */
export type SupervisionProblem = DueProblem | SignatureProblem | { readonly code: SupervisionCode; readonly message: string };

/** A refusal with its sentence. */
export function supervisionProblem(
  code: SupervisionCode,
  words: Readonly<Record<string, string>> = {},
): Result<never, SupervisionProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '') });
}
