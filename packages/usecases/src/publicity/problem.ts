/** Why an act upon publicity was refused. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { RightMissing, SignatureProblem } from '../identity/index.ts';

const SENTENCES = {
  'no-such-record': '没有这条记录，或它不属于您的单位，或当时还没有它。请核对编号与时刻。',
  'not-your-unit': '您不能代该单位办理。请由记录的报送单位或区信用办办理；认定等级只能由报送单位改。',
  'not-possible-now': '记录现在的状态不能这样办理。请先查看记录的公示状态。',
  'changed-meanwhile': '记录刚刚被别人改动，本次没有办理。请重新查看后再办。',
  'changed-on-missing': '决定变更、撤销、确认违法或无效的，须写明变更之日，撤回期限由此起算。',
  'day-in-future': '日期不能晚于今天。请核对。',
  'unknown-class': '没有这个等级。请用公示期限里列出的等级。',
  'no-terms': '这个数据集的公示期不分等级，不能改等级。',
  'mark-set': '记录已有这个标注。请先结束原来的标注。',
  'mark-not-set': '记录没有这个标注。',
  'no-notice': '这条记录不公示，或公示期不分等级，没有信用修复告知书。请查看公示状态。',
  'statement-missing': '主体声明须写明信用主体自己的说明，异议处理中的标注不带说明。请改正后再办。',
  'before-repair': '最短公示期未满，或者这一记录不得提前终止公示。请查看可以申请修复的日期。',
  'not-of-breach': '这个数据集记的不是失信信息，没有信用修复。',
  'not-a-narrative': '这个字段不是叙述文字，不能另写公开文本。',
  person: '自然人的记录不公示，不能办理。',
} as const;

type Code = keyof typeof SENTENCES;

/** A failure everybody must expect. */
export type PublicityProblem = RightMissing | SignatureProblem | { readonly code: Code; readonly message: string };

/** A refusal with its sentence. */
export function refused(code: Code): Result<never, PublicityProblem> {
  return err({ code, message: SENTENCES[code] });
}
