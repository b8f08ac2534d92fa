/** A draft while it is being made: areas and tasks get numbers of their own, and what was not understood is kept. */
import type { Day } from '../calendar/index.ts';
import { readAssignment } from './assignment.ts';
import { wordsOf } from './brackets.ts';
import { duesInSentence, readDue } from './due.ts';
import { instrumentsIn, targetsIn } from './measures.ts';
import type { DraftArea, DraftHeading, DraftTask, Lines, PlanDraft, Unread, UnreadReason } from './types.ts';

/** What the paper says of itself. */
export interface Paper {
  readonly title: string;
  readonly issuedOn: Day | null;
  /** The year that a month without one belongs to; null where the paper does not tell. */
  readonly year: number | null;
}

/** A task as it stands in the document. */
export interface FoundTask {
  readonly area: string;
  readonly number: string;
  readonly text: string;
  readonly assignments: readonly string[];
  readonly lines: Lines;
}

/** Gathers areas, tasks and what is left over. */
export class DraftBuilder {
  readonly paper: Paper;
  readonly #headings: DraftHeading[] = [];
  readonly #areas: DraftArea[] = [];
  readonly #tasks: DraftTask[] = [];
  readonly #unread: Unread[] = [];
  readonly #areaNumbers = new Numbers();
  readonly #taskNumbers = new Numbers();

  constructor(paper: Paper) {
    this.paper = paper;
  }

  heading(text: string, lines: Lines): void {
    this.#headings.push({ text, lines });
  }

  unread(reason: UnreadReason, line: number, text: string, task: string | null = null): void {
    this.#unread.push({ reason, line, text, task });
  }

  /** Adds an area and tells the number it got: another one where that was taken, and that is told. */
  area(wanted: string, title: string, lines: Lines | null): string {
    const number = this.#areaNumbers.give(wanted);
    if (number !== wanted) this.unread('number-twice', lines?.first ?? 1, title);
    this.#areas.push({ number, title, lines });
    return number;
  }

  task({ area, number: wanted, text, assignments, lines }: FoundTask): void {
    const number = this.#taskNumbers.give(wanted);
    const tell = (reason: UnreadReason, words: string): void => this.unread(reason, lines.first, words, number);
    if (number !== wanted) tell('number-twice', text);
    const { problems, ...assigned } = readAssignment(assignments.map(wordsOf), this.paper.year);
    const due = assigned.dueWords === null ? this.#dueInSentence(text, tell) : assigned;
    for (const { reason, text: words } of problems) tell(reason, words);
    if (assigned.leads.length + assigned.responsible.length + assigned.supporting.length === 0) tell('no-units', text);
    const { issuedOn } = this.paper;
    if (due.due !== null && issuedOn !== null && due.due < issuedOn) tell('due-before-plan', due.dueWords ?? due.due);
    const assignment = assignments.join('\n');
    const measured = { targets: targetsIn(text), instruments: instrumentsIn(text) };
    this.#tasks.push({
      number,
      area,
      text,
      assignment,
      ...assigned,
      due: due.due,
      dueKind: due.dueKind,
      dueWords: due.dueWords,
      ...measured,
      lines,
    });
  }

  /** 2022年10月底前，建成……: the day of a task that is given none apart. Several days are several steps, and none is taken. */
  #dueInSentence(
    text: string,
    tell: (reason: UnreadReason, words: string) => void,
  ): Pick<DraftTask, 'due' | 'dueKind' | 'dueWords'> {
    const words = duesInSentence(text);
    const [only = ''] = words;
    const read = words.length === 1 ? readDue(only, this.paper.year) : null;
    if (read?.kind === 'day') return { due: read.day, dueKind: 'day', dueWords: only };
    if (words.length > 0) tell('due-not-understood', words.join('，'));
    return { due: null, dueKind: 'none', dueWords: words.length === 0 ? null : words.join('，') };
  }

  finished(): PlanDraft {
    const { title, issuedOn } = this.paper;
    const unread = [...this.#unread].sort((one, other) => one.line - other.line);
    return { title, issuedOn, headings: this.#headings, areas: this.#areas, tasks: this.#tasks, unread };
  }
}

/** Numbers, each given once. */
class Numbers {
  readonly #given = new Map<string, number>();

  /** The number, or where it was given already, the same with a mark of its own. */
  give(wanted: string): string {
    let times = (this.#given.get(wanted) ?? 0) + 1;
    while (times > 1 && this.#given.has(`${wanted}（${times}）`)) times += 1;
    const number = times === 1 ? wanted : `${wanted}（${times}）`;
    this.#given.set(wanted, times);
    if (number !== wanted) this.#given.set(number, 1);
    return number;
  }
}

/** The number of a task in its area: 一1, 保障2, and 1.2 where the area's own number ends in a digit. */
export function numberIn(area: string, number: number): string {
  return /\d$/u.test(area) ? `${area}.${number}` : `${area}${number}`;
}
