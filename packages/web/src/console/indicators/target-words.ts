import type { components } from '../../api/index.ts';

type Reading = components['schemas']['IndicatorReading'];

const SIGNS = { 'at-least': '≥', above: '>', 'at-most': '≤', below: '<', equal: '=' } as const;

/** The target in words, or null where there is none. */
export function targetWords(
  { target, format }: Pick<Reading, 'target' | 'format'>,
  say: (key: 'target' | 'rising', values?: { bound: string }) => string,
): string | null {
  if (target === null) return null;
  if (target.is === 'rising') return say('rising');
  return say('target', { bound: `${SIGNS[target.is]} ${target.value ?? ''}${format === 'percent' ? ' %' : ''}` });
}
