import { ClockChip } from '../../parts/index.ts';
import type { Matter } from './use-matters.ts';

/** A day that is still to be kept; of a settled matter it is history. */
export function MatterDue({ matter: { dueOn, next } }: { readonly matter: Matter }) {
  if (dueOn === null) return <>—</>;
  return next.length === 0 ? <span className="soft">{dueOn}</span> : <ClockChip dueOn={dueOn} />;
}
