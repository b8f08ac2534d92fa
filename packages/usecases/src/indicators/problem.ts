/** Why a number is not read, or an act about indicators is not done: one code, one Chinese sentence. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { RightMissing, SignatureProblem } from '../identity/index.ts';

/** Sentences by code; `{word}` is filled in. */
const SENTENCES = {
  'no-such-indicator': '没有指标“{indicator}”。请核对编号，全部指标见指标清单。',
  'bad-period': '期间“{period}”写法不对：月写 2021-05，季写 2021-Q2，年写 2021，全部写 total。请改正后再查。',
  'period-kind': '指标“{indicator}”按{kind}计算，不能按“{period}”查。请改用{example}这样的期间。',
  'period-in-future': '期间“{period}”还没有开始（今天是 {today}），没有数字。请选已经开始的期间。',
  'unknown-unit': '本区名录中没有单位“{unit}”。请核对单位编号。',
  'not-your-unit': '您不能查看或代办单位“{unit}”。本单位的数字和全区合计可以查看，其他单位的请由区信用办查看。',
  'unmeasured-part': '指标“{indicator}”没有{part}，或尚不能测算，没有可以列出的明细。',
  'no-such-set': '没有应报清单“{set}”。可用的有：{known}。',
  'not-declared-here': '应报清单“{set}”不是按申报总数计算的，不能申报总数。没有报送事项的请作零报告。',
  'item-not-in-set': '应报清单“{set}”里没有“{item}”。可申报的有：{known}。',
  'no-provision': '单位“{unit}”在 {period} 没有提供“{item}”的职责，不能申报。请核对数据集；确有职责的请区信用办先改信息目录。',
  'not-bound': '任务没有要求单位“{unit}”，不能作零报告或豁免。请核对单位。',
  'not-a-count': '申报总数“{count}”不是不小于 0 的整数。没有写入，请改正后再报；没有事项的请作零报告。',
  'zero-is-a-report': '申报总数不能是 0。确实没有事项的，请作零报告并具名。',
  'below-filed': '已受理 {filed} 条，多于申报的 {count} 条。没有写入：请核对；确应少于已报数的，写明理由再报。',
  'zero-but-filed': '该期间已受理 {filed} 条，不能作零报告。请核对；应改为申报总数的，请申报总数。',
  'reason-missing': '须写明理由。没有写入，请补上理由后再办。',
  'credit-office-only': '豁免、冻结由区信用办办理，您的单位不能办理。请与区信用办联系。',
  'nothing-said': '该单位在这一期间没有申报、零报告或豁免，没有可以撤销的。请核对期间和数据集。',
  'waived-already': '该单位在这一期间已豁免，不必再报。如应报送，请区信用办先撤销豁免。',
  'not-ended': '期间“{period}”加上更正期到 {until} 才满（今天是 {today}），还不能冻结。请期满后再办。',
  'not-frozen-kind': '“{period}”没有终了，不能冻结。请冻结月、季或年。',
} as const;

export type IndicatorCode = keyof typeof SENTENCES;

/** A failure everybody must expect. */
export type IndicatorProblem = RightMissing | SignatureProblem | { readonly code: IndicatorCode; readonly message: string };

/** A refusal with its sentence. */
export function indicatorProblem(
  code: IndicatorCode,
  words: Readonly<Record<string, string | number | bigint>> = {},
): Result<never, IndicatorProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => String(words[word] ?? '')) });
}
