/** The order of a document: chapters 一、, areas （一）, tasks 1., points （1） and ①, whichever of them it uses. */
import { halfWidth } from '../records/index.ts';
import { dayOfLine } from './due.ts';
import { numberOf } from './numerals.ts';

/** A numbered piece with all that stands under it. */
export interface OutlineNode {
  /** 0 for 第一章, 1 for 一、, 2 for （一）, 3 for 1., 4 for 1.1, 5 for （1）, 6 for ①. */
  readonly rank: number;
  readonly number: number;
  /** The number as it is written. */
  readonly label: string;
  readonly own: TextLine[];
  readonly children: OutlineNode[];
}

/** A line that says something. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/** What stands before the first number, the numbered pieces, and what belongs to none of them. */
export interface Outline {
  readonly front: readonly TextLine[];
  readonly nodes: readonly OutlineNode[];
  readonly stray: readonly TextLine[];
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
const LABELS: readonly RegExp[] = [
  new RegExp(`^第(${CHINESE})(?:章|部分|篇)[\\s、:]*`, 'u'),
  new RegExp(`^(${CHINESE})[、.]\\s*`, 'u'),
  new RegExp(`^\\((${CHINESE})\\)[、.]?\\s*`, 'u'),
  /^(\d{1,3})(?:、|\.(?!\d)|\.(?=\d{4}年))\s*/u,
  /^\d{1,2}(?:\.\d{1,2})*\.(\d{1,2})(?:[.、\s]\s*)(?!\d)/u,
  /^\(?(\d{1,3})\)[、.]?\s*/u,
  /^([①-⑳])\s*/u,
];

/** Lines that end a document, or stand beside it. */
const BESIDE = /^(?:附件|附表|附:|抄送|主送|联系人|联系电话|信息公开|此件|-+\s*\d+\s*-+$|—\s*\d+\s*—$|\d{1,3}$)/u;
const SENTENCE_END = /[。!?;:)”"」】]$/u;
/** A line shorter than this was ended by its writer, not by the width of the paper. */
const SHORTEST_FULL_LINE = 20;
const LONGEST_SUBHEADING = 25;

/** Puts lines into their order. */
export function outlineOf(lines: readonly TextLine[]): Outline {
  const front: TextLine[] = [];
  const stray: TextLine[] = [];
  const nodes: OutlineNode[] = [];
  const open: OutlineNode[] = [];
  lines.forEach((line, at) => {
    const started = startOf(line);
    if (started !== null) {
      while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= started.rank) open.pop();
      (open.at(-1)?.children ?? nodes).push(started);
      open.push(started);
      return;
    }
    const current = open.at(-1);
    if (current === undefined) front.push(line);
    else if (isStray(line, lines[at - 1])) stray.push(line);
    else current.own.push(line);
  });
  return { front, nodes, stray };
}

function startOf({ line, text }: TextLine): OutlineNode | null {
  const plain = halfWidth(text);
  for (const [rank, form] of LABELS.entries()) {
    const found = form.exec(plain);
    const number = found === null ? null : numberOf(found[1] ?? '');
    if (found === null || number === null) continue;
    const label = text.slice(0, found[0].length).trim();
    return { rank, number, label, own: [{ line, text: text.slice(found[0].length) }], children: [] };
  }
  return null;
}

/** A signature, a day, an annex, or a heading without a number: none of them goes on with what stands before it. */
function isStray({ text }: TextLine, previous: TextLine | undefined): boolean {
  const plain = halfWidth(text);
  if (BESIDE.test(plain) || dayOfLine(text) !== null) return true;
  const isShort = plain.length <= LONGEST_SUBHEADING && !/[。,;:!?、()【】]/u.test(plain) && !/\d{4}年/u.test(plain);
  const isAfterEnd = previous !== undefined && SENTENCE_END.test(halfWidth(previous.text));
  return isShort && isAfterEnd;
}

/** Lines as paragraphs, parted by line feeds; a line that the width of the paper broke is made whole. */
export function joined(lines: readonly TextLine[]): string {
  let text = '';
  let previous = '';
  for (const { text: line } of lines) {
    const isBroken = previous.length >= SHORTEST_FULL_LINE && !SENTENCE_END.test(halfWidth(previous));
    text += text === '' || isBroken ? line : `\n${line}`;
    previous = line;
  }
  return text;
}
