/** `accounts.yaml` of a district: how long sessions last, what passwords must be, when sign-in is held up. */
import type { Certainty } from '../standards/index.ts';
import type { Role } from './rights.ts';

export interface AccountRules {
  readonly certainty: Certainty;
  readonly note?: string;
  /** A session ends when nothing was asked for so many minutes, and in any case after so many hours. */
  readonly sessions: { readonly idleMinutes: number; readonly longestHours: number };
  readonly passwords: {
    readonly shortest: number;
    /** How many of lower case, upper case, digits and other characters must occur. */
    readonly kinds: number;
    /** After so many days a new one is asked for; absent: never. */
    readonly days?: number;
  };
  /** From so many failures on, sign-in waits: first so long, twice as long each time, up to the longest. */
  readonly lockout: { readonly failures: number; readonly firstSeconds: number; readonly longestSeconds: number };
  /** Longest life of a program's token. */
  readonly clients: { readonly longestDays: number };
  /** Whoever has one of these roles holds no right before an authenticator is set up. */
  readonly secondFactor?: readonly Role[];
}

/** What a login may look like; said again by the database. */
export const LOGIN_FORM = /^[a-z][a-z0-9._-]{1,39}$/u;

/** What holds where a district says nothing. */
export const DEFAULT_ACCOUNT_RULES: AccountRules = {
  certainty: 'choice',
  sessions: { idleMinutes: 30, longestHours: 12 },
  passwords: { shortest: 12, kinds: 1 },
  lockout: { failures: 5, firstSeconds: 30, longestSeconds: 3600 },
  clients: { longestDays: 366 },
};

/** Seconds for which sign-in waits after the nth failure in a row. */
export function lockSeconds(failures: number, { lockout }: Pick<AccountRules, 'lockout'>): number {
  if (failures < lockout.failures) return 0;
  return Math.min(lockout.longestSeconds, lockout.firstSeconds * 2 ** Math.min(failures - lockout.failures, 30));
}

/** When a session ends if nothing more is asked. */
export function sessionEnd(
  { createdAt, seenAt }: { readonly createdAt: Date; readonly seenAt: Date },
  { sessions }: Pick<AccountRules, 'sessions'>,
): Date {
  const idle = seenAt.getTime() + sessions.idleMinutes * 60_000;
  const longest = createdAt.getTime() + sessions.longestHours * 3_600_000;
  return new Date(Math.min(idle, longest));
}

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-kinds' | 'password-of-name';

/** More would only be work for the hash. */
const LONGEST = 128;
/** A name of two letters is in every other password. */
const TELLING = 4;

/** What is wrong with the form of a password; null when nothing is. Characters are counted as people count them. */
export function passwordFault(
  password: string,
  names: readonly string[],
  { passwords }: Pick<AccountRules, 'passwords'>,
): PasswordFault | null {
  const length = [...password].length;
  if (length < passwords.shortest) return 'password-too-short';
  if (length > LONGEST) return 'password-too-long';
  if (KINDS.filter((kind) => kind.test(password)).length < passwords.kinds) return 'password-kinds';
  const plain = password.toLowerCase();
  const isOwn = names.some((name) => [...name].length >= TELLING && plain.includes(name.toLowerCase()));
  return isOwn ? 'password-of-name' : null;
}
