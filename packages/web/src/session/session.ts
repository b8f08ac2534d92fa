/**
 * Who is signed in. Today a development token opens the API of a demo district; everything that knows of it stands in this folder.
 */

/** What a person may do in the console: which entries of the menu stand there. The service itself decides every act. */
export type Role = 'officer' | 'office' | 'auditor';

export interface Session {
  /** Acts for this unit only; null acts for the credit office. */
  readonly unit: string | null;
  readonly roles: readonly Role[];
}

interface Kept {
  readonly token: string;
  readonly unit: string | null;
}

/** Why nobody is signed in. */
export type SignedOut = 'never' | 'left' | 'ended';

const KEPT_AS = 'xincheng.session';

const listeners = new Set<() => void>();
let kept = readKept();
let session = sessionOf(kept);
let signedOut: SignedOut = 'never';

/** Who is signed in, or null. */
export function currentSession(): Session | null {
  return session;
}

/** Why nobody is. */
export function whySignedOut(): SignedOut {
  return signedOut;
}

/** Calls back when somebody signs in or out. */
export function subscribeSession(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Headers that tell the service who asks. */
export function sessionHeaders(): Readonly<Record<string, string>> {
  return kept === null ? {} : headersOf(kept);
}

/** Tries the token; false when the service does not know it. */
export async function signIn(token: string, unit: string | null): Promise<boolean> {
  const tried = { token, unit };
  const response = await fetch('/api/v1/units', { headers: headersOf(tried) });
  if (!response.ok) return false;
  keep(tried);
  return true;
}

/** Goes on as another unit, or as the credit office. */
export function actFor(unit: string | null): void {
  if (kept !== null) keep({ token: kept.token, unit });
}

/** Forgets who was there. */
export function signOut(why: SignedOut): void {
  if (kept === null) return;
  signedOut = why;
  keep(null);
}

function headersOf({ token, unit }: Kept): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}`, ...(unit === null ? {} : { 'xincheng-unit': unit }) };
}

function keep(next: Kept | null): void {
  kept = next;
  session = sessionOf(next);
  if (next === null) sessionStorage.removeItem(KEPT_AS);
  else sessionStorage.setItem(KEPT_AS, JSON.stringify(next));
  for (const changed of listeners) changed();
}

function readKept(): Kept | null {
  const text = sessionStorage.getItem(KEPT_AS);
  return text === null ? null : (JSON.parse(text) as Kept);
}

function sessionOf(from: Kept | null): Session | null {
  if (from === null) return null;
  return { unit: from.unit, roles: from.unit === null ? ['office', 'auditor'] : ['officer'] };
}
