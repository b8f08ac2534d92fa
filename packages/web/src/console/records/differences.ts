/** What one version of a record changed against the one before. */

type Values = Readonly<Record<string, string | readonly string[]>>;

export interface Difference {
  readonly code: string;
  readonly before: string;
  readonly now: string;
}

/** Fields whose value differs, in the order given, then any that are only in the values. */
export function differences(before: Values, now: Values, order: readonly string[]): readonly Difference[] {
  const codes = new Set([...order, ...Object.keys(before), ...Object.keys(now)]);
  return [...codes]
    .map((code) => ({ code, before: textOf(before[code]), now: textOf(now[code]) }))
    .filter((one) => one.before !== one.now);
}

/** A value as one text; blank where there is none. */
export function textOf(value: string | readonly string[] | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : value.join('；');
}
