/** Two people at one record: what the other changed beside what one has entered, field by field. */
import type { Cells } from './draft.ts';

/** A field in which the two differ. */
export interface Dispute {
  readonly code: string;
  /** As both of them found it. */
  readonly before: string;
  readonly theirs: string;
  readonly mine: string;
}

export type Side = 'theirs' | 'mine';

/** Fields in which the other's version and one's own draft differ, in the order of the form. */
export function disputes(before: Cells, theirs: Cells, mine: Cells, order: readonly string[]): readonly Dispute[] {
  return order
    .map((code) => ({ code, before: before[code] ?? '', theirs: theirs[code] ?? '', mine: mine[code] ?? '' }))
    .filter((one) => one.theirs !== one.mine);
}

/** Which side a dispute is for before anybody chooses: what only one of them touched is that one's. */
export function firstSide({ before, mine }: Dispute): Side {
  return mine === before ? 'theirs' : 'mine';
}

/** The other's version with what was chosen of one's own. */
export function settled(theirs: Cells, all: readonly Dispute[], sideOf: (dispute: Dispute) => Side): Cells {
  const own = all.filter((dispute) => sideOf(dispute) === 'mine').map(({ code, mine }) => [code, mine] as const);
  return { ...theirs, ...Object.fromEntries(own) };
}
