/** Who does what until when, out of the words that give a task out: 牵头单位：…，完成时限：… or A、B牵头，C配合. */
import type { Day } from '../calendar/index.ts';
import { halfWidth } from '../records/index.ts';
import { readDue } from './due.ts';
import type { DueKind, NamedUnits, UnreadReason } from './types.ts';
import { looksLikeUnit, splitAt, splitNames } from './unit-names.ts';

/** A part a unit has in a task. */
export type Part = keyof NamedUnits;

/** What was read, and what was not. */
export interface Assignment extends NamedUnits {
  readonly isOpenEnded: boolean;
  readonly due: Day | null;
  readonly dueKind: DueKind;
  readonly dueWords: string | null;
  readonly problems: readonly { readonly reason: UnreadReason; readonly text: string }[];
}

type Key = Part | 'due' | 'person';

const BODY = '(?:单位|部门|机构|处室|科室)';
const KEYS: readonly (readonly [RegExp, Key])[] = [
  [new RegExp(`^(?:牵头(?:和|及|、|\\()?责任\\)?|牵头|主办|主责|总牵头)${BODY}\\s*:\\s*`, 'u'), 'leads'],
  [new RegExp(`^(?:责任|负责|落实|承办|实施|执行|具体|主要责任)${BODY}\\s*:\\s*`, 'u'), 'responsible'],
  [new RegExp(`^(?:配合|协办|协助|协同|参与|参加|支持|联合|协作)${BODY}\\s*:\\s*`, 'u'), 'supporting'],
  [/^(?:完成|办结|办理|整改|工作|推进)?(?:时限|期限|时间|日期|时间节点|节点)(?:要求|安排|节点)?\s*:\s*/u, 'due'],
  [/^(?:责任人|联系人|负责人|责任领导|分管领导|牵头领导|联系电话)\s*:\s*/u, 'person'],
];

/** Nobody gives out a task in more characters. */
const LONGEST = 4000;

/** Where a keyed part can begin in the middle of a clause: 牵头单位：A 责任单位：B. */
const KEY_AT =
  /(?:牵头|主办|主责|责任|负责|落实|承办|实施|配合|协办|协助|参与|完成|办结)(?:和责任|及责任|、责任|\(责任\))?(?:单位|部门|机构|时限|期限|时间|人)\s*:/gu;

const LEAD = /(?:牵头(?:负责|落实|组织实施|组织|推进|抓总)?|负责牵头|主办|主责)$/u;
const SUPPORT = /(?:积极|协同|按职责|按职责分工)?(?:配合(?:落实|做好)?|协助|协办|参与|参加|支持)$/u;
const RESPOND =
  /(?:(?:按|按照|依|依照|根据)?(?:各自)?职责(?:分工)?(?:分别)?(?:负责|落实|抓好落实|做好)?|(?:分别|共同|具体)?负责(?:落实|实施|推进)?|组织实施|抓好落实|落实|承办)$/u;

/** True where words give out a task by keys, as 责任单位：. */
export function isKeyed(words: string): boolean {
  const plain = halfWidth(words).trim();
  return plain.search(KEY_AT) >= 0 || KEYS.some(([key]) => key.test(plain));
}

/** True where words give out a task by verbs, as A牵头，B配合, or are nothing but names of units and a day. */
export function isVerbal(words: string): boolean {
  if (words.length > LONGEST) return false;
  const clauses = clausesOf(halfWidth(words));
  for (const clause of clauses) {
    const verb = [LEAD, SUPPORT, RESPOND].find((one) => one.test(clause));
    if (verb !== undefined && hasUnits(clause.replace(verb, ''))) return true;
  }
  const names = clauses.filter((clause) => !isDue(clause)).flatMap((clause) => splitNames(clause).names);
  if (clauses.length === 0 || !names.every(looksLikeUnit)) return false;
  return clauses.some(isDue) || names.every((name) => /^(?:各|区|市|县|有关|相关)/u.test(name));
}

/** Says when something is to be done: the year alone, as behind the name of a paper, does not. */
function isDue(clause: string): boolean {
  const kind = readDue(clause, null)?.kind;
  return kind === 'standing' || (kind !== undefined && /[前底末内]|完成/u.test(clause));
}

function hasUnits(list: string): boolean {
  const { names } = splitNames(list.replaceAll(/会同|牵头/gu, '、'));
  return names.length > 0 && names.every((name) => name.length <= 25) && names.some(looksLikeUnit);
}

function clausesOf(text: string): string[] {
  return splitAt(text, /[,，;；。\n]/u)
    .map((clause) => clause.replaceAll(/\s/gu, ''))
    .filter((clause) => clause !== '');
}

/** Collects what the clauses say. */
class Reader {
  readonly lists: Record<Part, string[]> = { leads: [], responsible: [], supporting: [] };
  readonly problems: { reason: UnreadReason; text: string }[] = [];
  readonly dues: string[] = [];
  isOpenEnded = false;
  /** Named, with the verb still to come: A，B负责. */
  waiting: string[] = [];

  add(part: Part, list: string): void {
    const { names, isOpenEnded } = splitNames(list);
    this.isOpenEnded ||= isOpenEnded;
    for (const name of names) {
      if (!looksLikeUnit(name)) this.problems.push({ reason: 'unit-not-understood', text: name });
      if (!this.lists[part].includes(name)) this.lists[part].push(name);
    }
  }

  verb(clause: string): boolean {
    const lead = /^(.+?)(?:牵头)?(?:会同|商)(.+?)(?:负责|牵头|落实|组织实施)$/u.exec(clause);
    if (lead !== null && looksLikeUnit(lead[1] ?? '') && hasUnits(lead[2] ?? '')) {
      this.add('leads', this.#with(lead[1] ?? ''));
      this.add('responsible', lead[2] ?? '');
      return true;
    }
    for (const [verb, part] of [
      [LEAD, 'leads'],
      [SUPPORT, 'supporting'],
      [RESPOND, 'responsible'],
    ] as const) {
      const names = clause.replace(verb, '');
      if (names === clause) continue;
      if (names !== '' && !hasUnits(names)) return false;
      if (names === '' && this.waiting.length === 0) return part === 'responsible';
      this.add(part, this.#with(names));
      return true;
    }
    return false;
  }

  #with(names: string): string {
    const all = [...this.waiting, names].filter((one) => one !== '').join('、');
    this.waiting = [];
    return all;
  }
}

/** Reads the words of one assignment, or of several of the same task. */
export function readAssignment(pieces: readonly string[], planYear: number | null): Assignment {
  const reader = new Reader();
  for (const piece of pieces) {
    if (piece.length <= LONGEST) readPiece(reader, piece, planYear);
    else reader.problems.push({ reason: 'bracket-not-understood', text: piece });
  }
  const { lists, isOpenEnded, problems } = reader;
  return { ...lists, isOpenEnded, ...agreedDue(reader, planYear), problems };
}

function readPiece(reader: Reader, piece: string, planYear: number | null): void {
  let key: Key | null = null;
  for (const clause of clausesOf(halfWidth(piece).replaceAll(KEY_AT, ';$&'))) {
    const keyed = keyOf(clause);
    if (keyed !== null) {
      ({ key } = keyed);
      readKeyed(reader, keyed.key, keyed.words, clause);
    } else if (readDue(clause, planYear) !== null) reader.dues.push(clause);
    else if (reader.verb(clause)) continue;
    else if (key === null && hasUnits(clause)) reader.waiting.push(clause);
    else if (key !== null && key !== 'due' && key !== 'person') reader.add(key, clause);
    else reader.problems.push({ reason: 'bracket-not-understood', text: clause });
  }
  // Units without a word about their part: listed as responsible, and told.
  if (reader.waiting.length > 0) {
    reader.problems.push({ reason: 'bracket-not-understood', text: piece });
    reader.add('responsible', reader.waiting.join('、'));
    reader.waiting = [];
  }
}

function readKeyed(reader: Reader, key: Key, words: string, clause: string): void {
  if (key === 'due') reader.dues.push(words);
  else if (key === 'person') reader.problems.push({ reason: 'bracket-not-understood', text: clause });
  else reader.add(key, words);
}

function keyOf(clause: string): { readonly key: Key; readonly words: string } | null {
  for (const [form, key] of KEYS) {
    const found = form.exec(clause);
    if (found !== null) return { key, words: clause.slice(found[0].length) };
  }
  return null;
}

/** One day for the whole task; where several are named, none of them is it. */
function agreedDue({ dues, problems }: Reader, planYear: number | null): Pick<Assignment, 'due' | 'dueKind' | 'dueWords'> {
  const said = dues.filter((words) => words !== '');
  if (said.length === 0) return { due: null, dueKind: 'none', dueWords: null };
  const dueWords = said.join('，');
  const readings = said.map((words) => readDue(words, planYear));
  const days = readings.flatMap((reading) => (reading?.kind === 'day' ? [reading] : []));
  const standing = readings.filter((reading) => reading?.kind === 'standing').length;
  const [first] = days;
  if (days.length + standing < readings.length || days.some(({ day }) => day !== first?.day)) {
    problems.push({ reason: 'due-not-understood', text: dueWords });
    return { due: null, dueKind: 'none', dueWords };
  }
  if (first === undefined) return { due: null, dueKind: 'standing', dueWords };
  // 6月底前完成，长期坚持: the day holds, and what comes after it is told.
  if (standing > 0) problems.push({ reason: 'due-not-understood', text: dueWords });
  for (const { rest } of days) if (rest !== '') problems.push({ reason: 'due-not-understood', text: rest });
  return { due: first.day, dueKind: 'day', dueWords };
}
