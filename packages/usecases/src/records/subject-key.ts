/** The subject discriminator of a record: told once, as first filed, and never updated. Later codes and names are aliases. */
import { codeForm } from '@xincheng/core/intake';
import { USCC_PLACEHOLDER } from '@xincheng/core/subjects';
import type { SubjectKind } from '@xincheng/core/standards';

/** What a row says about its subject, after normalisation; null where it says nothing. */
export interface SubjectOfRow {
  readonly kind: SubjectKind;
  readonly uscc: string | null;
  readonly registrationNo: string | null;
  readonly name: string | null;
  readonly personId: string | null;
}

/** First letters of keys that are not a code; no code begins with them (GB 32100 has no such department). */
const PERSON = 'P';
const REGISTRATION = 'R';

/**
 * The subject key: a code as it is; for the placeholder `R` + registration number + `|` + normalised name; for a person `P` +
 * keyed hash of the certificate number (`hashPerson`, see `Sealer.personHash`). Null when the row tells no subject: such a row has errors.
 */
export function subjectKeyOf(subject: SubjectOfRow, hashPerson: (certificateNo: string) => string): string | null {
  if (subject.kind === 'natural') return subject.personId === null ? null : PERSON + hashPerson(subject.personId);
  if (subject.uscc !== null && subject.uscc !== USCC_PLACEHOLDER) return subject.uscc;
  if (subject.registrationNo === null || subject.name === null) return null;
  return `${REGISTRATION}${codeForm(subject.registrationNo)}|${comparableName(subject.name)}`;
}

/** True for the key of a natural person: such a subject is never looked up or joined. */
export function isPersonKey(key: string): boolean {
  return key.startsWith(PERSON);
}

/** The registration number in a key that is made of one; null for other keys. */
export function registrationNoOfKey(key: string): string | null {
  return key.startsWith(REGISTRATION) ? key.slice(REGISTRATION.length).split('|', 1).join('') : null;
}

/** A name as it is compared: half-width (brackets too), without spaces, upper case. */
function comparableName(name: string): string {
  return codeForm(name);
}
