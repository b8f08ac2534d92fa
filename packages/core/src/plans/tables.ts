/** Tables that give out work: one row a task, columns told by their heads. */
import { halfWidth } from '../records/index.ts';
import { numberIn } from './draft.ts';
import type { DraftBuilder } from './draft.ts';
import { chineseNumeral, numberOf } from './numerals.ts';
import type { PlanBlock } from './types.ts';

type Table = Extract<PlanBlock, { readonly kind: 'table' }>;

/** What a column holds. */
type Column = 'number' | 'area' | 'task' | 'more' | 'leads' | 'responsible' | 'supporting' | 'due';

const HEADS: readonly (readonly [RegExp, Column])[] = [
  [/^(?:序号|编号|任务编号|号)$/u, 'number'],
  [/^(?:重点)?(?:领域|类别|分类|工作领域|任务类别|任务分类|一级任务|工作类别|方面|项目类别|一级指标)$/u, 'area'],
  [
    /^(?:(?:重点|主要|工作|具体|目标)?(?:任务|工作|事项)(?:内容|名称|事项|分工)?|任务措施|工作举措|具体(?:任务|措施|举措|内容)|内容|二级任务)$/u,
    'task',
  ],
  [/^(?:牵头|主办|主责|牵头责任)(?:单位|部门)(?:\(.*\))?$/u, 'leads'],
  [/^(?:责任|负责|落实|承办|实施)(?:单位|部门)(?:\(.*\))?$/u, 'responsible'],
  [/^(?:配合|协办|协同|参与|协助)(?:单位|部门)(?:\(.*\))?$/u, 'supporting'],
  [/^(?:完成|办结|工作)?(?:时限|期限|时间|时间节点|日期)(?:要求)?$|^时间要求$|^进度安排$/u, 'due'],
  [/^(?:工作|任务|预期)?(?:目标|要求|标准|成效|成果|指标|措施|目标要求)$|^(?:工作措施|备注|说明|考核指标|评价指标)$/u, 'more'],
];

const KEYS = { leads: '牵头单位', responsible: '责任单位', supporting: '配合单位', due: '完成时限' } as const;

/** What the columns hold, by the head of a table; null for a row that is no head. */
export function columnsOf(row: readonly string[]): readonly (Column | null)[] | null {
  const columns = row.map((cell) => {
    const head = halfWidth(cell).replaceAll(/\s/gu, '');
    return HEADS.find(([form]) => form.test(head))?.[1] ?? null;
  });
  const isHead = columns.includes('task') && (columns.includes('leads') || columns.includes('responsible'));
  return isHead ? columns : null;
}

/** Reads one table. Rows that are no tasks are listed. */
export function readTable(draft: DraftBuilder, table: Table): void {
  const head = table.rows.findIndex((row) => columnsOf(row) !== null);
  const columns = columnsOf(table.rows[head] ?? []);
  if (columns === null) {
    for (const [at, row] of table.rows.entries()) tellRow(draft, table.line + at, row);
    return;
  }
  const reader = new TableReader(draft, columns);
  for (const [at, row] of table.rows.entries()) reader.row(row, table.line + at, at === head);
}

function tellRow(draft: DraftBuilder, line: number, row: readonly string[]): void {
  const text = wordsOfRow(row).join(' ');
  if (text !== '') draft.unread('table-not-understood', line, text);
}

/** A cell that spans several columns says its words once. */
function wordsOfRow(row: readonly string[]): string[] {
  const words = row.map(tidied).filter((cell) => cell !== '');
  return words.filter((cell, at) => cell !== words[at - 1]);
}

function tidied(cell: string): string {
  return cell.replaceAll(/[ \t\u3000]+/gu, ' ').trim();
}

class TableReader {
  readonly #draft: DraftBuilder;
  readonly #columns: readonly (Column | null)[];
  #area: string | null = null;
  #areaTitle = '';
  #areas = 0;
  #inArea = 0;

  constructor(draft: DraftBuilder, columns: readonly (Column | null)[]) {
    this.#draft = draft;
    this.#columns = columns;
  }

  row(row: readonly string[], line: number, isHead: boolean): void {
    const words = wordsOfRow(row);
    if (words.length === 0) return;
    // Heads come again on every page.
    if (isHead || columnsOf(row) !== null) this.#draft.heading(words.join(' '), { first: line, last: line });
    else if (words.length === 1) this.#banner(words[0] ?? '', line);
    else this.#task(row, line);
  }

  /** A row of one cell: the name of an area, above the tasks of it. */
  #banner(text: string, line: number): void {
    if (text.length <= 60 && !/[。；;]./u.test(text)) this.#startArea(text, line);
    else this.#draft.unread('table-not-understood', line, text);
  }

  #startArea(text: string, line: number): void {
    const found = /^(?:\(?([一二三四五六七八九十]{1,3})\)?[、.]?)\s*(?=.)/u.exec(halfWidth(text));
    const number = found === null ? null : numberOf(found[1] ?? '');
    this.#areas += 1;
    this.#inArea = 0;
    this.#areaTitle = text;
    const title = text.slice(number === null ? 0 : found?.[0].length).replace(/。$/u, '');
    this.#area = this.#draft.area(chineseNumeral(number ?? this.#areas), title, { first: line, last: line });
  }

  #task(row: readonly string[], line: number): void {
    const text = [...this.#cells(row, 'task'), ...this.#cells(row, 'more'), ...this.#cells(row, null)].join('\n');
    if (text === '') {
      tellRow(this.#draft, line, row);
      return;
    }
    const area = this.#areaOf(row, line);
    this.#inArea += 1;
    const number = numberOf(halfWidth(this.#cells(row, 'number').join('')).replaceAll(/[\s.、()]/gu, '')) ?? this.#inArea;
    const assignments = (['leads', 'responsible', 'supporting', 'due'] as const).flatMap((column) => {
      const words = this.#cells(row, column).map((cell) =>
        column === 'due' ? cell.replaceAll('\n', '') : cell.replaceAll('\n', '、'),
      );
      return words.length === 0 ? [] : [`${KEYS[column]}：${words.join('、')}`];
    });
    this.#draft.task({ area, number: numberIn(area, number), text, assignments, lines: { first: line, last: line } });
  }

  #areaOf(row: readonly string[], line: number): string {
    const named = this.#cells(row, 'area').join('');
    if (named !== '' && named !== this.#areaTitle) this.#startArea(named, line);
    this.#area ??= this.#draft.area('任务', this.#draft.paper.title, null);
    return this.#area;
  }

  /** What the cells of one kind of column say, each once. */
  #cells(row: readonly string[], column: Column | null): string[] {
    const cells = row.filter((_, at) => (this.#columns[at] ?? null) === column).map(tidied);
    return [...new Set(cells)].filter((cell) => cell !== '' && !/^(?:-+|—+|\/|无)$/u.test(cell));
  }
}
