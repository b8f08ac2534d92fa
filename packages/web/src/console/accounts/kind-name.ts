import { useAccountWords } from './words.ts';

const KINDS = [
  'department',
  'party',
  'court',
  'city-branch',
  'institution',
  'utility',
  'association',
  'state-owned-firm',
  'subdistrict',
] as const;

/** What the kind of a unit is called; a district may have kinds of its own, which then stand as it wrote them. */
export function useKindName(): (kind: string) => string {
  const say = useAccountWords();
  return (kind) => {
    const known = KINDS.find((one) => one === kind);
    return known === undefined ? kind : say(`kind-${known}`);
  };
}
