interface Step {
  readonly day: string;
  readonly counted: boolean;
}

/** Working days after `from` up to and with `until`, by a proof that begins at `from`; null when the proof ends earlier. */
export function workingDaysUntil(proof: readonly Step[], from: string, until: string): number | null {
  const last = proof.at(-1)?.day;
  if (last === undefined || until > last || until < from) return null;
  return proof.filter(({ day, counted }) => counted && day > from && day <= until).length;
}
