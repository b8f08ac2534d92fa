/** The term of a record in words: which rules, which class, why, when repair is possible, when it comes down. */
import { addDays, LAST_DAY } from '../calendar/index.ts';
import type { Day } from '../calendar/index.ts';
import type { TermSet } from '../standards/index.ts';
import type { NotShownReason, Showing } from './showing.ts';
import type { ResolvedTerm, TermUnder } from './term.ts';

const NOT_SHOWN: Readonly<Record<NotShownReason, string>> = {
  'natural-person': '自然人的记录不公示。',
  'dataset-not-shown': '这个数据集不公示。',
  condition: '不符合公示条件，不公示。',
  'no-day': '没有填写公示截止的日期，暂不公示。',
  'no-regime': '作出决定之日没有可适用的公示期限规定，暂不公示。',
  'class-not-shown': '按认定等级不公示。',
};

/** One sentence after another. `set` names the classes; `isOverridden` says that the deciding unit gave the class. */
export function explainShowing(showing: Showing, set: TermSet | null, decidedOn: Day, isOverridden: boolean): readonly string[] {
  const { term } = showing;
  if (term === null || set === null) {
    if (!showing.isShown) return [NOT_SHOWN[showing.reason]];
    return [showing.until === LAST_DAY ? '长期公示。' : `有效期内公示，${showing.until} 终了后停止公示。`];
  }
  return [...ownSentences(term, set, decidedOn, isOverridden), ...laterSentences(term, set), ...endSentences(showing, term)];
}

function ownSentences({ own }: ResolvedTerm, set: TermSet, decidedOn: Day, isOverridden: boolean): string[] {
  const by = isOverridden ? '由处罚机关认定' : '按规则判定';
  return [
    `决定日期 ${decidedOn}，适用${own.regime.name.zh}${unsure(own)}。`,
    `等级“${classNameOf(set, own.classId)}”（${by}）：${termWords(own)}。`,
  ];
}

function laterSentences({ later, governing, repairBy }: ResolvedTerm, set: TermSet): string[] {
  return later.map((under) => {
    const { regime, classId, lastShownOn } = under;
    const counts = [...(under === governing ? ['截止日按它计算'] : []), ...(under === repairBy ? ['修复起始日按它计算'] : [])];
    const outcome = counts.length === 0 ? '不改变原期限' : counts.join('，');
    return `${regime.from} 起施行${regime.name.zh}${unsure(under)}，等级“${classNameOf(set, classId)}”，公示至 ${lastShownOn ?? regime.from}：${outcome}。`;
  });
}

function endSentences(showing: Showing, { repairFrom }: ResolvedTerm): string[] {
  if (!showing.isShown) return [NOT_SHOWN[showing.reason]];
  const repair = repairFrom === null ? '公示期内不能提前终止公示。' : `${repairFrom} 起可以申请信用修复。`;
  return [repair, `公示至 ${showing.until}，${addDays(showing.until, 1)} 零时停止公示。`];
}

function termWords({ term: { minMonths, maxMonths, mayEndEarly = true, isShown = true } }: TermUnder): string {
  if (!isShown) return '不公示';
  if (!mayEndEarly) return `公示满 ${String(maxMonths)} 个月，不得提前终止`;
  return `最短 ${String(minMonths)} 个月，最长 ${String(maxMonths)} 个月`;
}

function unsure({ regime }: TermUnder): string {
  return regime.certainty === 'uncertain' ? '（待核）' : '';
}

/** The class in words. */
export function classNameOf({ classes }: TermSet, id: string): string {
  return classes.find((one) => one.id === id)?.name.zh ?? id;
}
