/** Reads the text of a plan: areas, tasks, who does them until when. What is not understood is listed, and nothing is made up. */
import { halfWidth } from '../records/index.ts';
import { assignedText } from './brackets.ts';
import type { AssignedText } from './brackets.ts';
import { DraftBuilder, numberIn } from './draft.ts';
import { frontOf } from './front.ts';
import { chineseNumeral } from './numerals.ts';
import { joined, outlineOf } from './outline.ts';
import type { OutlineNode, TextLine } from './outline.ts';
import { blocksOfLines } from './text-tables.ts';
import { readTable } from './tables.ts';
import type { Lines, PlanBlock, PlanDraft } from './types.ts';

/** Reads a plan given as lines of text, or as the blocks of a document. Never throws, whatever they say. */
export function readPlan(document: readonly string[] | readonly PlanBlock[]): PlanDraft {
  const blocks = blocksOfLines(document);
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? linesOf(block) : []));
  const outline = outlineOf(lines);
  const front = frontOf(outline);
  const draft = new DraftBuilder({ title: front.title, issuedOn: front.issuedOn, year: front.year });
  const understood = new Set([...front.titleLines, ...front.dayLines]);
  if (front.titleLines.length > 0) draft.heading(front.title, spanOf(front.titleLines));
  for (const line of front.dayLines) draft.heading(line.text, spanOf([line]));
  for (const line of [...outline.front, ...outline.stray])
    if (!understood.has(line)) draft.unread('text-outside-tasks', line.line, line.text);
  new TreeReader(draft, outline.nodes).read();
  for (const block of blocks) {
    if (block.kind === 'table') readTable(draft, block);
    else if (block.kind === 'picture') draft.unread('picture', block.line, '');
  }
  return draft.finished();
}

function linesOf({ line, text }: { readonly line: number; readonly text: string }): TextLine[] {
  return text
    .split(/\r\n?|[\n\v\f\u2028\u2029]/u)
    .map((part) => ({
      line,
      text: part
        .replaceAll(/[\u200b\u200c\ufeff]/gu, '')
        .replaceAll(/[\s\u3000]+/gu, ' ')
        .trim(),
    }))
    .filter(({ text: part }) => part !== '');
}

/** A node with what its own words give out. */
interface Read {
  readonly node: OutlineNode;
  readonly own: AssignedText;
  readonly children: readonly Read[];
  /** Something under it is given out. */
  readonly isAssignedBelow: boolean;
}

const MEASURES = /保障|组织实施|工作要求|组织领导|实施要求/u;

class TreeReader {
  readonly #draft: DraftBuilder;
  readonly #roots: readonly Read[];
  /** The chapter whose areas need not say which chapter they belong to. */
  readonly #main: Read | undefined;
  #hasMeasures = false;

  constructor(draft: DraftBuilder, nodes: readonly OutlineNode[]) {
    this.#draft = draft;
    this.#roots = nodes.map(readNode);
    this.#main = this.#roots.find(({ children }) => children.some((child) => child.isAssignedBelow));
  }

  read(): void {
    const isFlat = this.#roots.some((root) => isAssigned(root) && !root.isAssignedBelow);
    const area = isFlat ? this.#draft.area('任务', this.#draft.paper.title, null) : null;
    const taskRanks = isFlat ? new Set(this.#roots.filter(isAssigned).map(({ node }) => node.rank)) : new Set<number>();
    for (const root of this.#roots) {
      if (area !== null && !root.isAssignedBelow && (isAssigned(root) || taskRanks.has(root.node.rank))) this.#task(root, area);
      else this.#chapter(root, [root]);
    }
  }

  /** `path` leads to the node, which is one of chapters or areas. */
  #chapter(read: Read, path: readonly Read[]): void {
    if (!read.isAssignedBelow) {
      this.#outside(read);
      return;
    }
    const { node, own, children } = read;
    for (const words of own.assignments) this.#draft.unread('bracket-not-understood', firstLine(node), words);
    const [title = '', ...more] = sentencesOf(own.text);
    const lines = spanOf(node.own);
    const holdsTasks = children.some((child) => isAssigned(child) && !child.isAssignedBelow);
    const ranks = new Set(children.filter(isAssigned).map((child) => child.node.rank));
    const area = holdsTasks ? this.#draft.area(this.#areaNumber(path), title, lines) : null;
    if (area === null) this.#draft.heading(`${node.label}${title}`, lines);
    if (more.length > 0) this.#draft.unread('text-outside-tasks', firstLine(node), more.join(''));
    for (const child of children) {
      if (area !== null && !child.isAssignedBelow && (isAssigned(child) || ranks.has(child.node.rank))) this.#task(child, area);
      else this.#chapter(child, [...path, child]);
    }
  }

  #areaNumber(path: readonly Read[]): string {
    const [root, ...below] = path;
    if (root === undefined) return '任务';
    const own = (read: Read): string => (read.node.rank <= 2 ? chineseNumeral(read.node.number) : String(read.node.number));
    const isBesideMain = this.#main !== undefined && root !== this.#main;
    if (below.length === 0) {
      if (!isBesideMain) return own(root);
      if (this.#hasMeasures || !MEASURES.test(root.own.text)) return `${own(root)}章`;
      this.#hasMeasures = true;
      return '保障';
    }
    const [first = '', ...rest] = below.map(own);
    const number = rest.reduce((whole, part) => `${whole}.${part}`, first);
    return isBesideMain ? `${own(root)}章${number}` : number;
  }

  #task(read: Read, area: string): void {
    const { node } = read;
    const { text, assignments } = wholeText(read);
    this.#draft.task({ area, number: numberIn(area, node.number), text, assignments, lines: spanOf(linesUnder(node)) });
  }

  #outside({ node }: Read): void {
    for (const [at, { line, text }] of linesUnder(node).entries())
      this.#draft.unread('text-outside-tasks', line, at === 0 ? `${node.label}${text}` : text);
  }
}

function isAssigned({ own }: Read): boolean {
  return own.assignments.length > 0;
}

function readNode(node: OutlineNode): Read {
  const children = (node.children.length === 0 ? paragraphTasks(node) : node.children).map(readNode);
  const isSplit = node.children.length === 0 && children.length > 0;
  const own = assignedText(joined(isSplit ? node.own.slice(0, 1) : node.own));
  const isAssignedBelow = children.some((child) => isAssigned(child) || child.isAssignedBelow);
  if (isClosedByLast(node, own, children)) {
    const { text, assignments } = wholeText({ node, own, children, isAssignedBelow });
    return { node, own: { text, assignments }, children: [], isAssignedBelow: false };
  }
  const kept = isSplit ? { ...node, own: node.own.slice(0, 1), children: children.map((child) => child.node) } : node;
  return { node: kept, own, children, isAssignedBelow };
}

const TASK_RANK = 3;

/** Points of one task, with the words that give it out behind the last of them. */
function isClosedByLast({ rank }: OutlineNode, own: AssignedText, children: readonly Read[]): boolean {
  const assigned = children.filter((child) => isAssigned(child) || child.isAssignedBelow);
  const [only] = assigned;
  return (
    rank >= TASK_RANK &&
    own.assignments.length === 0 &&
    children.length > 1 &&
    assigned.length === 1 &&
    only === children.at(-1) &&
    !only?.isAssignedBelow
  );
}

const PARAGRAPH_RANK = 7;
/** Paragraphs of one task; more are no task but a text. */
const LONGEST_GROUP = 100;

/** Under a heading, paragraphs without numbers that are each given out by themselves: tasks in their order. */
function paragraphTasks({ own }: OutlineNode): OutlineNode[] {
  const [heading, ...lines] = own;
  if (heading === undefined || assignedText(heading.text).assignments.length > 0) return [];
  const groups: TextLine[][] = [];
  let group: TextLine[] = [];
  for (const line of lines) {
    group.push(line);
    if (group.length > LONGEST_GROUP) return [];
    const { text, assignments } = assignedText(joined(group));
    const isEnded =
      assignments.length > 0 &&
      halfWidth(joined(group))
        .trimEnd()
        .endsWith(halfWidth(assignments.at(-1) ?? ''));
    if (isEnded && text !== '') {
      groups.push(group);
      group = [];
    } else if (isEnded) return [];
  }
  if (groups.length < 2) return [];
  groups.at(-1)?.push(...group);
  return groups.map((own, at) => ({ rank: PARAGRAPH_RANK, number: at + 1, label: '', own, children: [] }));
}

/** The words of a task with all its points. */
function wholeText(read: Read): AssignedText {
  const parts = read.children.map((child) => {
    const { text, assignments } = wholeText(child);
    return { text: `${child.node.label}${text}`, assignments };
  });
  return {
    text: [read.own.text, ...parts.map(({ text }) => text)].filter((text) => text !== '').join('\n'),
    assignments: [...read.own.assignments, ...parts.flatMap(({ assignments }) => assignments)],
  };
}

function linesUnder(node: OutlineNode): TextLine[] {
  return [...node.own, ...node.children.flatMap(linesUnder)];
}

/** The first sentence, a heading, and what follows it. */
function sentencesOf(text: string): string[] {
  const end = text.search(/[。\n]/u);
  const title = (end < 0 ? text : text.slice(0, end)).trim().replace(/[：:；;]$/u, '');
  const more = end < 0 ? '' : text.slice(end + 1).trim();
  return more === '' ? [title] : [title, more];
}

function firstLine(node: OutlineNode): number {
  return node.own[0]?.line ?? 1;
}

/** The lines are in the order of the document. */
function spanOf(lines: readonly TextLine[]): Lines {
  const first = lines[0]?.line ?? 1;
  return { first, last: lines.at(-1)?.line ?? first };
}
