/** Matters in lines: said alike wherever one is shown. */
import { MATTER_ACT_WORDS, MATTER_STATE_WORDS, MATTER_WORDS } from '@xincheng/core/supervision';
import type { Platform } from '@xincheng/usecases/platform';
import type { MatterView } from '@xincheng/usecases/supervision';
import { localTime } from './local-time.ts';

/** What it is about and how it stands. */
export function matterLine({ pack }: Pick<Platform, 'pack'>, matter: MatterView): string {
  const { id, kind, planId, number, unitId, period, state, document, dueOn } = matter;
  const task = number === null ? planId : `${planId}/${number}`;
  const parts = [
    MATTER_WORDS[kind] + (document === null ? '' : ` ${document}`),
    task,
    pack.units.get(unitId)?.name ?? unitId,
    period ?? '',
    MATTER_STATE_WORDS[state],
    dueOn === null ? '' : `期限 ${dueOn}`,
    id,
  ];
  return parts.filter((part) => part !== '').join('  ');
}

/** What was done in it, a line an act. */
export function actLines({ pack }: Pick<Platform, 'pack'>, { acts }: MatterView): readonly string[] {
  return acts.map(({ at, act, byUnit, name, words, figures, attachments }) => {
    const by = byUnit === null ? '区信用办' : (pack.units.get(byUnit)?.name ?? byUnit);
    const numbers = figures.map((figure) => `${figure.name} ${figure.value}`).join('，');
    const files = attachments.length === 0 ? '' : `附件 ${String(attachments.length)} 个`;
    const more = [words ?? '', numbers, files].filter((part) => part !== '').join('；');
    return `${localTime(at)} ${MATTER_ACT_WORDS[act]}（${by} ${name}）${more === '' ? '' : `：${more}`}`;
  });
}
