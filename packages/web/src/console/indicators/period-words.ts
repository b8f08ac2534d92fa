import type { components } from '../../api/index.ts';

type Period = components['schemas']['IndicatorReading']['period'];

/** A period as people call it. */
export function periodWords({ id, kind }: Period, say: (key: 'total') => string): string {
  return kind === 'total' ? say('total') : id;
}
