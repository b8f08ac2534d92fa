/** Finds the rows of a batch again in the city's answer. Pure: a file either is understood as a whole or not taken at all. */
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { AnswerForm } from '../standards/index.ts';

/** One line of an answer file. Numbers and codes in the form in which they are compared. */
export interface AnswerLine {
  /** As a spreadsheet shows it. */
  readonly line: number;
  readonly row: number | null;
  readonly number: string | null;
  readonly subjectCode: string | null;
  readonly state: 'accepted' | 'refused';
}

/** A row of the batch, with the answer it has already. */
export interface SentRow {
  readonly row: number;
  readonly number: string;
  /** Blank for a person: found by the number alone, where no other row has it. */
  readonly subjectCode: string;
  readonly state: 'sent' | 'accepted' | 'refused';
}

/** Why an answer is not taken; `line` and `row` say where. */
export interface MatchProblem {
  readonly code: 'answer-rows-differ' | 'answer-contradicts-itself' | 'answer-incomplete' | 'answer-no-known-row';
  readonly line: number;
  readonly row: number;
  /** For an incomplete answer: how many rows it leaves out. */
  readonly missing: number;
}

/** What an answer says of a batch. */
export interface MatchedAnswer<L> {
  /** Answers to rows that had none; `line` is null where the silence of the file is the answer. */
  readonly answers: readonly { readonly row: number; readonly state: 'accepted' | 'refused'; readonly line: L | null }[];
  /** Rows already answered in the same way. */
  readonly unchanged: number;
  /** Rows already answered otherwise: the first answer stands. */
  readonly differing: readonly number[];
  /** Lines that name no row of the batch. */
  readonly unknown: readonly number[];
}

/** Holds the lines of an answer against the rows of its batch. */
export function matchAnswer<L extends AnswerLine>(
  lines: readonly L[],
  sent: readonly SentRow[],
  unnamed: AnswerForm['unnamed'],
): Result<MatchedAnswer<L>, MatchProblem> {
  const find = finder(sent);
  const named = new Map<number, L>();
  const unknown: number[] = [];
  for (const line of lines) {
    const found = find(line);
    if (found === 'differs') return err(problem('answer-rows-differ', line.line, line.row ?? 0));
    if (found === null) {
      unknown.push(line.line);
      continue;
    }
    const before = named.get(found.row);
    if (before !== undefined && before.state !== line.state)
      return err(problem('answer-contradicts-itself', line.line, found.row));
    if (before === undefined) named.set(found.row, line);
  }
  if (lines.length > 0 && named.size === 0) return err(problem('answer-no-known-row', lines[0]?.line ?? 0, 0));
  const missing = sent.filter(({ row }) => !named.has(row));
  if (unnamed === 'not-allowed' && missing.length > 0)
    return err({ ...problem('answer-incomplete', 0, missing[0]?.row ?? 0), missing: missing.length });
  return ok({ ...verdicts(named, sent, unnamed), unknown });
}

function verdicts<L extends AnswerLine>(
  named: ReadonlyMap<number, L>,
  sent: readonly SentRow[],
  unnamed: AnswerForm['unnamed'],
): Omit<MatchedAnswer<L>, 'unknown'> {
  const answers: MatchedAnswer<L>['answers'][number][] = [];
  const differing: number[] = [];
  let unchanged = 0;
  for (const { row, state: before } of sent) {
    const line = named.get(row) ?? null;
    const state = line?.state ?? (unnamed === 'accepted' ? 'accepted' : null);
    if (state === null) continue;
    if (before === 'sent') answers.push({ row, state, line });
    else if (before === state) unchanged += 1;
    else if (line !== null) differing.push(row);
  }
  return { answers, unchanged, differing };
}

/** The row a line names; null when there is none, 'differs' when its row number and its decision number name two. */
function finder(sent: readonly SentRow[]): (line: AnswerLine) => SentRow | 'differs' | null {
  const byRow = new Map(sent.map((item) => [item.row, item]));
  const byNumber = new Map<string, SentRow[]>();
  for (const item of sent) byNumber.set(item.number, [...(byNumber.get(item.number) ?? []), item]);
  return ({ row, number, subjectCode }) => {
    if (row !== null) {
      const item = byRow.get(row);
      if (item === undefined) return null;
      return number === null || item.number === number ? item : 'differs';
    }
    const all = byNumber.get(number ?? '') ?? [];
    const same = all.filter((item) => item.subjectCode !== '' && item.subjectCode === subjectCode);
    const persons = same.length === 0 && all.length === 1 ? all.filter((item) => item.subjectCode === '') : [];
    const [only, ...others] = [...same, ...persons];
    return only !== undefined && others.length === 0 ? only : null;
  };
}

function problem(code: MatchProblem['code'], line: number, row: number): MatchProblem {
  return { code, line, row, missing: 0 };
}
