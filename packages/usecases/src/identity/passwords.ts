/** Passwords: argon2id, and which are refused. */
import { hash, verify } from '@node-rs/argon2';
import { passwordFault } from '@xincheng/core/identity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Platform } from '../platform/index.ts';
import { refused } from './problem.ts';
import type { IdentityProblem } from './problem.ts';

/** OWASP's least: 19 MiB, two passes, one lane. Argon2id is the library's own choice. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Nobody's: verified against where there is no account, so that an answer takes as long. */
const NOBODYS = hash('nobody', COST);

/** Hash of a password, with its salt and cost. */
export function passwordHash(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Whether it is the password; null stands for an account without one, or for none, and takes as long to refuse. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const isRight = await verify(stored ?? (await NOBODYS), password.normalize('NFC'));
  return stored !== null && isRight;
}

/** Ten thousand million guesses, by the estimate of a program that knows words, names, keyboards and dates. */
const LEAST_GUESSES_LOG10 = 10;

/** Whether a password is good enough for whoever has these names. */
export async function judgePassword(
  { pack }: Platform,
  password: string,
  names: readonly string[],
): Promise<Result<null, IdentityProblem>> {
  const plain = password.normalize('NFC');
  const own = [...names, 'xincheng', '信城', pack.district.id, pack.district.platformName.zh];
  const fault = passwordFault(plain, own, pack.accounts);
  const { shortest, kinds } = pack.accounts.passwords;
  if (fault !== null) return refused(fault, { shortest: String(shortest), kinds: String(kinds) });
  return (await guessesLog10(plain, own)) < LEAST_GUESSES_LOG10 ? refused('password-common') : ok(null);
}

/** Loaded when first asked: the words take half a second. */
async function guessesLog10(password: string, names: readonly string[]): Promise<number> {
  estimator ??= openEstimator();
  return (await estimator)(password, names);
}

type Estimator = (password: string, names: readonly string[]) => number;
let estimator: Promise<Estimator> | undefined;

async function openEstimator(): Promise<Estimator> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common');
  const words = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password, names) => words.check(password, [...names]).guessesLog10;
}
