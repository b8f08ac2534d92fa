/** `xincheng due`: a due day with its proof, from the standards alone. */
import type { DayUnit, StandardsPack } from '@xincheng/core/standards';
import { computeDue, loadDueStandards } from '@xincheng/usecases/calendar';
import type { Due, DueQuery, DueRule } from '@xincheng/usecases/calendar';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';

/** Computes a due day by deadline id or by number of days. */
export async function due({ standardsDir, districtDir }: Environment, query: DueQuery): Promise<Answer> {
  const standards = await loadDueStandards({ standardsDir, districtDir });
  if (!standards.ok) return failure(EXIT.fault, standards.error);
  const computed = computeDue(standards.value, query);
  if (!computed.ok) return failure(EXIT.unusable, computed.error);
  const { rule, beside, atMost, ...answer } = computed.value;
  return {
    exit: EXIT.done,
    text: textOf(computed.value, standards.value.pack.instruments),
    json: rule === null ? answer : { ...answer, rule, beside, atMost },
  };
}

type Instruments = StandardsPack['instruments'];

const UNITS: Readonly<Record<DayUnit, string>> = { 'working-day': '工作日', 'natural-day': '自然日' };

function textOf({ due: day, provisional, proof, rule, beside, atMost }: Due, instruments: Instruments): string {
  const lines = [dayText(day, provisional)];
  if (rule !== null) lines.push(`${rule.name.zh}：${ruleText(rule, instruments)}`);
  if (rule !== null && rule.note !== null) lines.push(`说明：${rule.note}`);
  if (rule !== null && atMost !== null)
    lines.push(`另有约定的最迟 ${dayText(atMost.due, atMost.provisional)}：${String(atMost.days)} 个${UNITS[rule.unit]}`);
  for (const other of beside)
    lines.push(`并列显示 ${dayText(other.due, other.provisional)}：${ruleText(other.rule, instruments)}`);
  return [...lines, ...proof.map((step) => `  ${step.day}  ${step.counted ? '计' : '不计'}  ${step.reason}`)].join('\n');
}

function dayText(day: string | null, provisional: boolean): string {
  return `${day ?? '（未定）'}${provisional ? '（暂定：超出已公布的节假日安排）' : ''}`;
}

function ruleText({ days, unit, basis, jurisdictionName, certainty }: DueRule, instruments: Instruments): string {
  const instrument = instruments.get(basis.instrument);
  const paper = instrument === undefined ? basis.instrument : `《${instrument.title.zh}》`;
  const isUncertain = certainty === 'uncertain' || basis.certainty === 'uncertain';
  return `${String(days)} 个${UNITS[unit]}，依据${paper}${basis.clause ?? ''}（${jurisdictionName.zh}）${isUncertain ? '，待核' : certainty === 'choice' ? '，平台约定' : ''}`;
}
