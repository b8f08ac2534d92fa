/** How a command ends: 0 done, 2 unusable input, 3 refused by the rules, 1 a fault of ours. */
export const EXIT = { done: 0, fault: 1, unusable: 2, refused: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command's answer: text for people, JSON for programs, and the exit code. */
export interface Answer {
  readonly exit: ExitCode;
  readonly text: string;
  readonly json: unknown;
  /** True when there is no answer but the reason why: text then goes to standard error. */
  readonly isFailure?: boolean;
}

/** A reason for having no answer. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
}

/** The answer to an expected failure: one sentence, its code, and detail for an administrator. `more` is for programs. */
export function failure(exit: ExitCode, problem: Failure, more: Readonly<Record<string, unknown>> = {}): Answer {
  const { code, message } = problem;
  const detail = problem.detail === undefined ? '' : `\n${problem.detail}`;
  return {
    exit,
    isFailure: true,
    text: `${message}（${code}）${detail}`,
    json: { error: { code, message, detail: problem.detail ?? null }, ...more },
  };
}
