/** How a record stands on public show, in lines: said alike wherever a record is looked at. */
import { addDays, LAST_DAY } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { REASON_WORDS, STATE_WORDS } from '@xincheng/core/publicity';
import type { PublicityState } from '@xincheng/core/publicity';

/** State and its reason. */
export function stateLine({
  state,
  stateReason,
}: {
  readonly state: PublicityState;
  readonly stateReason: string | null;
}): string {
  return `${STATE_WORDS[state]}${stateReason === null ? '' : `（${reasonWord(stateReason)}）`}`;
}

/** The word for the code of a reason. */
function reasonWord(code: string): string {
  return new Map<string, string>(Object.entries(REASON_WORDS)).get(code) ?? code;
}

/** Until when a record is shown; what does not stand on show any more has only the length of its term. Empty where nothing is shown. */
export function termLine({ state, shownUntil }: { readonly state: PublicityState; readonly shownUntil: string | null }): string {
  if (shownUntil === null || state === 'withdrawn') return '';
  const day = shownUntil as Day;
  if (state !== 'published') return `公示期限至 ${untilWord(day)}。`;
  return day === LAST_DAY ? '长期公示。' : `公示至 ${day}，${addDays(day, 1)} 零时停止公示。`;
}

/** The last day on show, in a column. */
export function untilWord(shownUntil: string | null): string {
  if (shownUntil === null) return '';
  return shownUntil === LAST_DAY ? '长期' : shownUntil;
}

interface ShownMark {
  readonly mark: 'disputed' | 'statement';
  readonly since: string;
  readonly words: string | null;
}

/** A mark in force. */
export function markLine({ mark, since, words }: ShownMark): string {
  return mark === 'disputed' ? `自 ${since} 起标注异议处理中。` : `主体声明（${since}）：${words ?? ''}`;
}

/** Marks in force, in a column. */
export function markWords(marks: readonly ShownMark[]): string {
  return marks.map(({ mark }) => (mark === 'disputed' ? '异议处理中' : '主体声明')).join('、');
}
