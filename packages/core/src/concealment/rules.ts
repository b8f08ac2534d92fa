/** `concealment.yaml`: what the finder looks at, and from where on it says something. */
import type { Certainty, Citation } from '../standards/index.ts';
import type { DropRules } from './drops.ts';
import type { GapRules } from './gaps.ts';

export interface ConcealmentDefinition {
  readonly datasets: readonly string[];
  readonly basis: readonly Citation[];
  readonly certainty: Certainty;
  readonly note?: string;
  /** The clock within which an alarm is answered. */
  readonly answerWithin: string;
  /** Years whose numbers are looked at, the running one included. */
  readonly years: number;
  readonly gaps: GapRules;
  readonly drops: DropRules;
  /** Texts by which a unit is told: of new alarms, of an answer that was returned. */
  readonly notices: { readonly found: string; readonly returned: string };
}
