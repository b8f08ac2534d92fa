/** Which datasets a check is about. */
import type { CheckDefinition } from './types.ts';

/** True where a check is meant for a dataset: among those it names, if it names any, and not among those it leaves out. */
export function appliesTo({ datasets, except }: Pick<CheckDefinition, 'datasets' | 'except'>, dataset: string): boolean {
  return (datasets?.includes(dataset) ?? true) && except?.includes(dataset) !== true;
}
