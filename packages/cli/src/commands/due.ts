/** `xincheng due`: a due day with its proof, from the standards alone. */
import { computeDue, loadDueStandards } from '@xincheng/usecases/calendar';
import type { Due, DueQuery } from '@xincheng/usecases/calendar';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';

/** Computes a due day by deadline id or by number of days. */
export async function due({ standardsDir, districtDir }: Environment, query: DueQuery): Promise<Answer> {
  const standards = await loadDueStandards({ standardsDir, districtDir });
  if (!standards.ok) return failure(EXIT.fault, standards.error);
  const computed = computeDue(standards.value, query);
  if (!computed.ok) return failure(EXIT.unusable, computed.error);
  const { due: day, provisional, proof, rule } = computed.value;
  return {
    exit: EXIT.done,
    text: textOf(computed.value),
    json: { due: day, provisional, proof, ...(rule === null ? {} : { rule }) },
  };
}

const UNITS = { 'working-day': '工作日', 'natural-day': '日' } as const;

function textOf({ due: day, provisional, proof, rule }: Due): string {
  const lines = [`${day ?? '（未定）'}${provisional ? '（暂定：超出已公布的节假日安排）' : ''}`];
  if (rule !== null) {
    const { name, days, unit, basis, jurisdiction, certainty } = rule;
    const clause = basis.clause === undefined ? '' : ` ${basis.clause}`;
    lines.push(
      `${name.zh}：${String(days)} 个${UNITS[unit]}，依据 ${basis.instrument}${clause}（${jurisdiction}）${certainty === 'uncertain' ? '，待核' : ''}`,
    );
  }
  return [...lines, ...proof.map((step) => `  ${step.day}  ${step.counted ? '计' : '不计'}  ${step.reason}`)].join('\n');
}
