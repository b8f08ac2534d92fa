/** What may be told of the keys: never the keys. */
import type { KeyRing } from '../sealing/index.ts';

/** `seal`: values; `blind`: finding a person's records; `row`: whether a row changed; `subject`: telling persons apart. */
export type KeyUse = 'seal' | 'blind' | 'row' | 'subject';

export interface ListedKey {
  readonly use: KeyUse;
  readonly id: string;
  /** Null for the two that never change. */
  readonly algorithm: string | null;
  readonly isActive: boolean;
  readonly createdAt: Date;
}

/** Every key of a ring, by use, the oldest first. */
export function listKeys(ring: KeyRing): readonly ListedKey[] {
  const rotating = (use: KeyUse, keys: KeyRing['seal'] | KeyRing['blind']): ListedKey[] =>
    keys.map(({ id, algorithm, state, createdAt }) => ({ use, id, algorithm, isActive: state === 'active', createdAt }));
  const fixed = (use: KeyUse, { id, createdAt }: KeyRing['row']): ListedKey => ({
    use,
    id,
    algorithm: null,
    isActive: true,
    createdAt,
  });
  return [
    ...rotating('seal', ring.seal),
    ...rotating('blind', ring.blind),
    fixed('row', ring.row),
    fixed('subject', ring.subject),
  ];
}
