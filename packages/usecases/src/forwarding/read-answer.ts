/** Reading the city's answer files: which form it is, which batch it speaks of, what it says of each row. */
import { endOfDay, addDays } from '@xincheng/core/calendar';
import type { AnswerLine } from '@xincheng/core/forwarding';
import { codeForm, trimmed } from '@xincheng/core/intake';
import { parseDayText } from '@xincheng/core/records';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { ANSWER_COLUMNS } from '@xincheng/core/standards';
import type { AnswerColumn, AnswerForm, DatasetDefinition, ForwardTemplate } from '@xincheng/core/standards';
import { openSource, ReadFailure, rowsOf } from '../reading/index.ts';
import type { ByteSource, ColumnSpec, OpenedSource } from '../reading/index.ts';
import { comparableNumber } from '../records/natural-key.ts';
import { forwardProblem } from './problem.ts';
import type { ForwardProblem } from './problem.ts';

/** A line with the city's words. */
export interface CityLine extends AnswerLine {
  readonly batch: string | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly cityNumber: string | null;
  readonly receivedAt: Date | null;
}

/** An answer file as one form reads it. */
export interface CityAnswer {
  readonly form: AnswerForm;
  readonly lines: readonly CityLine[];
}

/** What a file can be refused for when another form may still fit it. */
const OTHER_FORM: readonly string[] = ['no-header', 'wrong-header', 'wrong-members', 'missing-columns'];

/** Reads a file by the first form of a template that fits its header. */
export async function readAnswer(
  source: ByteSource,
  template: ForwardTemplate,
  dataset: Pick<DatasetDefinition, 'numberForm'>,
): Promise<Result<CityAnswer, ForwardProblem>> {
  // The city likes to send our own columns back beside its own.
  const ownColumns = template.columns.map(({ header }) => header);
  for (const form of template.answers) {
    const opened = await openSource(source, columnsOf(form), { ownColumns });
    if (!opened.ok && OTHER_FORM.includes(opened.error.code)) continue;
    if (!opened.ok) return opened;
    try {
      const lines = await linesOf(opened.value, form, dataset);
      return lines.ok ? ok({ form, lines: lines.value }) : lines;
    } catch (thrown) {
      if (thrown instanceof ReadFailure) return { ok: false, error: thrown.problem };
      throw thrown;
    }
  }
  return forwardProblem('answer-unknown-form');
}

/** Columns by which rows are told apart and judged must be there; words may be missing. */
const NEEDED: readonly AnswerColumn[] = ['batch', 'row', 'number', 'subject', 'state'];

function columnsOf({ columns }: AnswerForm): ColumnSpec[] {
  return ANSWER_COLUMNS.map((code) => ({
    code: `answer.${code}`,
    names: columns[code] ?? [],
    required: columns[code] !== undefined && NEEDED.includes(code) && !(code === 'number' && columns.row !== undefined),
  }));
}

async function linesOf(
  source: OpenedSource,
  form: AnswerForm,
  dataset: Pick<DatasetDefinition, 'numberForm'>,
): Promise<Result<readonly CityLine[], ForwardProblem>> {
  const lines: CityLine[] = [];
  for await (const chunk of source.chunks()) {
    for (const { cells, rowNo, problem } of rowsOf(chunk, source.plan)) {
      if (problem !== null) return forwardProblem('answer-damaged-row', { line: rowNo });
      const line = lineOf(cells, rowNo, form, dataset);
      if (!line.ok) return line;
      lines.push(line.value);
    }
  }
  return ok(lines);
}

function lineOf(
  cells: readonly string[],
  line: number,
  form: AnswerForm,
  dataset: Pick<DatasetDefinition, 'numberForm'>,
): Result<CityLine, ForwardProblem> {
  const cell = (column: AnswerColumn): string | null => {
    const text = trimmed(cells[ANSWER_COLUMNS.indexOf(column)] ?? '');
    return text === '' ? null : text;
  };
  const state = stateOf(cell('state'), form);
  if (state === null) {
    const known = [...form.accepted, ...form.refused].join('、');
    return forwardProblem('answer-unknown-state', { line, state: cell('state') ?? '', known });
  }
  const row = cell('row');
  if (row !== null && !/^\d{1,9}$/u.test(row)) return forwardProblem('answer-bad-row', { line, row });
  const time = cell('receivedAt');
  const receivedAt = time === null ? null : instantOf(time);
  if (time !== null && receivedAt === null) return forwardProblem('answer-bad-time', { line, time });
  const number = cell('number');
  const subject = cell('subject');
  return ok({
    line,
    batch: cell('batch'),
    row: row === null ? null : Number(row),
    number: number === null ? null : comparableNumber(dataset, number),
    subjectCode: subject === null ? null : codeForm(subject),
    state,
    code: cell('code'),
    message: cell('message'),
    cityNumber: cell('cityNumber'),
    receivedAt,
  });
}

/** Without a column of states the file lists what was refused. */
function stateOf(word: string | null, { columns, accepted, refused }: AnswerForm): 'accepted' | 'refused' | null {
  if (columns.state === undefined) return 'refused';
  if (word === null) return null;
  return accepted.includes(word) ? 'accepted' : refused.includes(word) ? 'refused' : null;
}

/** A day with or without a time of day, in Shanghai; a bare day is its first instant. */
function instantOf(text: string): Date | null {
  const day = parseDayText(text);
  if (!day.ok) return null;
  const start = endOfDay(addDays(day.value, -1));
  const [, hours = '0', minutes = '0', seconds = '0'] = /(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d+)?$/u.exec(text) ?? [];
  return new Date(start.getTime() + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000);
}
