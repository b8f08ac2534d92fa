/**
 * Terms of penalties told a second time, by epoch days and without the standards, the expression language or the calendar of `core`:
 * what `resolveTerm` and the rules of `standards/terms/penalty.yaml` are held against.
 */

export interface DrawnPenalty {
  readonly decidedOn: string;
  readonly kinds: readonly string[];
  readonly wording: string;
  readonly basis: string;
}

interface Span {
  readonly name: string;
  /** Epoch days; -1 for never. */
  readonly last: number;
  readonly repair: number;
}

const NEVER = -1;
const ORDER_58 = epoch(2023, 5, 1);
const ORDER_36 = epoch(2026, 4, 1);

function epoch(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

function epochOf(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return epoch(year, month, day);
}

/** Walks month by month; a month that has no such day ends with its last. */
function monthsAfter(start: number, months: number): number {
  const date = new Date(start * 86_400_000);
  const wanted = date.getUTCDate();
  const firstOfMonth = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86_400_000;
  const firstOfNext = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1) / 86_400_000;
  return Math.min(firstOfMonth + wanted - 1, firstOfNext - 1);
}

function span(name: string, start: number, least: number, most: number, mayEndEarly = true): Span {
  return { name, last: monthsAfter(start, most), repair: mayEndEarly ? monthsAfter(start, least) + 1 : NEVER };
}

function under2019(penalty: DrawnPenalty, start: number): Span {
  const grave = penalty.kinds.some(
    (kind) => kind === '责令停产停业' || kind.startsWith('吊销') || kind.startsWith('暂扣或者吊销'),
  );
  const strict = penalty.kinds.some((kind) => kind === '责令停产停业' || kind.startsWith('吊销'));
  const field =
    /食品|药品|环境|污染|工程质量|安全生产|养老|托幼|消防/u.test(penalty.wording) ||
    /食品安全法|药品管理法|环境保护法|安全生产法|消防法|特种设备安全法|建设工程质量管理条例/u.test(penalty.basis);
  if (strict && field) return span('specific', start, 36, 36, false);
  return grave ? span('severe', start, 6, 36) : span('general', start, 3, 12);
}

function isOnlyWarning({ kinds }: DrawnPenalty): boolean {
  return kinds.every((kind) => kind === '警告' || kind === '通报批评');
}

function under2023(penalty: DrawnPenalty, start: number): Span | null {
  if (isOnlyWarning(penalty)) return null;
  const isSafety =
    /食品|药品|特种设备|安全生产|消防/u.test(penalty.wording) ||
    /食品安全|药品管理|特种设备|安全生产|消防法|消防条例/u.test(penalty.basis);
  return isSafety ? span('safety', start, 12, 36) : span('general', start, 3, 36);
}

function under2026(penalty: DrawnPenalty, start: number): Span | null {
  if (isOnlyWarning(penalty)) return null;
  const isSevere = penalty.kinds.some((kind) => kind.startsWith('吊销') || kind === '限制从业' || kind === '责令关闭');
  return isSevere ? span('severe', start, 12, 36) : span('general', start, 3, 12);
}

/** Last day on show and first day of repair as epoch days, -1 for never, under the favourable transition. */
export function oracle(penalty: DrawnPenalty): { readonly last: number; readonly repair: number } {
  const start = epochOf(penalty.decidedOn);
  const first =
    start >= ORDER_36 ? under2026(penalty, start) : start >= ORDER_58 ? under2023(penalty, start) : under2019(penalty, start);
  if (first === null) return { last: NEVER, repair: NEVER };
  let { last, repair } = first;
  for (const [day, of] of [
    [ORDER_58, under2023],
    [ORDER_36, under2026],
  ] as const) {
    if (day <= start || last < day) continue;
    const next = of(penalty, start);
    last = Math.min(last, Math.max(next?.last ?? 0, day));
    if (next !== null) {
      const begins = Math.max(next.repair, day);
      repair = repair === NEVER ? begins : Math.min(repair, begins);
    }
    if (repair > last) repair = NEVER;
  }
  return { last, repair };
}

/** Epoch days as text, null for never. */
export function textOfEpoch(day: number): string | null {
  return day === NEVER ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
}
