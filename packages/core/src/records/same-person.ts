/** Two spellings of one person's name: full-width letters and blanks make no other person. For "who enters does not approve". */
export function isSamePerson(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '');
}
