/** Why the embedded server could not be started; the set is closed and the words are what operators search for. */
export type EmbeddedCode =
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'binaries-unusable'
  | 'home-not-writable'
  | 'user-without-name'
  | 'cannot-change-user'
  | 'disk-full'
  | 'port-in-use'
  | 'keys-missing'
  | 'keys-damaged'
  | 'data-missing'
  | 'data-elsewhere'
  | 'data-owner'
  | 'data-version'
  | 'init-failed'
  | 'start-failed'
  | 'chinese-search-unavailable'
  | 'busy';

/** A refusal to start: a stable code, one Chinese sentence for the operator, and the server's own words where there are any. */
export interface EmbeddedProblem {
  readonly code: EmbeddedCode;
  readonly message: string;
  readonly detail?: string;
}

/** Carries a problem from deep inside the launcher to its edge, where it becomes a value; never leaves this folder. */
export class EmbeddedFailure extends Error {
  readonly problem: EmbeddedProblem;

  constructor(problem: EmbeddedProblem) {
    super(`${problem.code}: ${problem.message}${problem.detail === undefined ? '' : `\n${problem.detail}`}`);
    this.name = 'EmbeddedFailure';
    this.problem = problem;
  }
}

/** Ends the start with a problem. */
export function fail(code: EmbeddedCode, message: string, detail?: string): never {
  throw new EmbeddedFailure(detail === undefined || detail === '' ? { code, message } : { code, message, detail });
}

/** The code of a system error such as 'ENOENT', or '' for anything else. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
