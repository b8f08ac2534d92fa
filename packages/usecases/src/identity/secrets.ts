/** Random secrets that are shown once, and the hashes by which they are known again. */
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

const TOKEN_BYTES = 32;
/** Letters and digits that are not mistaken for one another when they are read out or typed. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

/** 256 random bits. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Nobody guesses 256 bits: a plain hash keeps them as well as a slow one. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What a page must send back with every change: bound to the session, and worth nothing without its cookie. */
export function csrfToken(session: string): string {
  return createHmac('sha256', session).update('csrf').digest('base64url');
}

/** Groups of four letters or digits, some 20 bits each. */
export function typedSecret(groups: number): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)] ?? '2').join('');
  return Array.from({ length: groups }, group).join('-');
}
