/** Who signed, and whether two signatures are one person's: what "who enters does not approve" hangs on. */
import { mayApprove } from './allows.ts';
import type { Persons } from './allows.ts';

/** Somebody by name and login. */
export interface Signer {
  readonly name: string;
  readonly login: string;
}

/**
 * How an act is signed by who signed in: `王丽（wang.li）`, in somebody's place `张三（zhang.san）代王丽（wang.li）`. Two people may have
 * one name, and a name may change: the login tells who it was for ever.
 */
export function signatureOf(signer: Signer, inPlaceOf?: Signer): string {
  const own = `${signer.name}（${signer.login}）`;
  return inPlaceOf === undefined ? own : `${own}代${signatureOf(inPlaceOf)}`;
}

const SIGNERS = /(?:^|代)(.+?)（([a-z][a-z0-9._-]{1,39})）/gu;

/** The logins in a signature; none in a name that was typed. */
export function loginsIn(signature: string): readonly string[] {
  return [...signature.matchAll(SIGNERS)].map(([, , login = '']) => login);
}

/** One person by login, where both signed in; else by the name, whose full-width letters and blanks make no other person. */
export function isSamePerson(one: string, other: string): boolean {
  const [logins, others] = [loginsIn(one), loginsIn(other)];
  if (logins.length > 0 && others.length > 0) return logins.some((login) => others.includes(login));
  const names = namesIn(other);
  return namesIn(one).some((name) => names.includes(name));
}

function namesIn(signature: string): readonly string[] {
  const signed = [...signature.matchAll(SIGNERS)].map(([, name = '']) => name);
  return (signed.length > 0 ? signed : [signature]).map((name) => name.normalize('NFKC').replaceAll(/\s/gu, ''));
}

/** A signature as it stands on paper: names without logins. */
export function shownName(signature: string): string {
  return signature.replaceAll(SIGNERS, (all, name: string) =>
    all.startsWith('代') && !name.startsWith('代') ? `代${name}` : name,
  );
}

/** Whoever approves: the signature, and the persons behind it. */
export interface Approver {
  readonly name: string;
  readonly persons?: Persons | undefined;
}

/** Whether whoever approves is one of those who entered, or stands in for one of them. */
export function hadAHand({ name, persons }: Approver, signatures: readonly string[]): boolean {
  if (signatures.some((signature) => isSamePerson(signature, name))) return true;
  return persons !== undefined && !mayApprove(persons, signatures.flatMap(loginsIn));
}
