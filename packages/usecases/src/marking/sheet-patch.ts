/**
 * Marks a sheet as it flows through: colours cells by changing nothing but their style, fills the three columns behind the table, and
 * notes which comments belong to it. Whatever is not marked stays byte for byte as it was.
 */
import { columnXml, textCell } from './cells.ts';
import type { ColumnWidth } from './cells.ts';
import type { NewComment } from './comments.ts';
import type { MarkedStyles } from './marked-styles.ts';
import { commentText, gravest, MOST_COMMENTS, remarks } from './marks.ts';
import type { CellMark, NextMark, RowMark } from './marks.ts';
import { cellName, columnName, columnOf, rowOf } from './places.ts';
import { rowNumber, rowPiece, sheetPieces } from './sheet-pieces.ts';
import type { CellPiece, RowPiece } from './sheet-pieces.ts';
import { attributeOf, elementAt, elementsOf, replaced, tagEnd, withAttribute } from './xml.ts';
import type { ZipArchive, ZipEntry } from '../workbook/index.ts';

/** Where the marks of a sheet go. */
export interface SheetPlan {
  /** Row of the column names. */
  readonly headerRow: number;
  /** Column of each field, -1 where the sheet has none. */
  readonly columns: readonly number[];
  /** Columns of outcome, remarks and record id. */
  readonly targets: readonly [number, number, number];
  /** Their headers. */
  readonly headers: readonly [string, string, string];
  readonly head: string;
  readonly styles: MarkedStyles;
  /** Cells that have a comment of somebody else: theirs stays, and none of ours is added. */
  readonly commented: ReadonlySet<string>;
}

const WIDTHS = [14, 60, 40] as const;

/** A sheet on its way out. */
export class SheetPatch {
  readonly comments: NewComment[] = [];
  /** How many cells would have had a comment. */
  commentable = 0;
  readonly #plan: SheetPlan;
  readonly #next: NextMark;
  readonly #columnStyles: readonly { readonly min: number; readonly max: number; readonly style: number }[];
  readonly #firstTarget: number;
  readonly #lastTarget: number;
  readonly #wasMarked: boolean;
  #mark: RowMark | null = null;

  constructor(plan: SheetPlan, next: NextMark) {
    this.#plan = plan;
    this.#next = next;
    this.#firstTarget = Math.min(...plan.targets);
    this.#lastTarget = Math.max(...plan.targets);
    this.#wasMarked = plan.styles.hasMarks;
    this.#columnStyles = elementsOf(elementAt(plan.head, 'cols')?.inner ?? '', 'col').map(({ tag }) => ({
      min: Number(attributeOf(tag, 'min')) - 1,
      max: Number(attributeOf(tag, 'max')) - 1,
      style: Number(attributeOf(tag, 'style') ?? 0),
    }));
  }

  /** The sheet with its marks; `tail` is what is to stand behind the rows. */
  async *texts(archive: ZipArchive, entry: ZipEntry, tail: string): AsyncGenerator<string> {
    let number = 0;
    this.#mark = await this.#next();
    for await (const piece of sheetPieces(archive, entry)) {
      if (piece.kind === 'head') yield this.#head(piece.text);
      else if (piece.kind === 'tail') yield tail;
      else {
        let out = '';
        for (const row of piece.rows) {
          number = rowNumber(row, number);
          out += this.#row(row, number);
          if (this.#mark?.row === number) this.#mark = await this.#next();
        }
        yield out;
      }
    }
    if (this.#mark !== null) throw new Error(`the sheet has no row ${String(this.#mark.row)}`);
  }

  #head(head: string): string {
    const columns: ColumnWidth[] = this.#plan.targets.map((column, index) => ({
      column,
      width: WIDTHS[index] ?? 0,
      isHidden: index === 2,
    }));
    return withTabSelected(withDimension(withColumns(head, columns), this.#lastTarget), false);
  }

  #row(row: string, number: number): string {
    if (number === this.#plan.headerRow) return this.#headerRow(row, number);
    const mark = this.#mark?.row === number ? this.#mark : null;
    if (mark === null) return this.#wasMarked ? this.#rewritten(row, number, null) : row;
    const quick = mark.cells.length === 0 && !this.#wasMarked ? this.#appended(row, number, mark) : null;
    return quick ?? this.#rewritten(row, number, mark);
  }

  /** The usual row: nothing in it is marked, and nothing lies where our columns go. Null for every other. */
  #appended(row: string, number: number, mark: RowMark): string | null {
    const last = row.lastIndexOf('<c r="');
    if (last < 0 || row.includes('<extLst') || row.indexOf('<c ', last + 1) >= 0 || row.indexOf('<c>', last + 1) >= 0)
      return null;
    if (columnOf(row.slice(last + 6, last + 16)) >= this.#firstTarget || !row.endsWith('</row>')) return null;
    const cells = this.#resultCells(number, mark)
      .map(({ text }) => text)
      .join('');
    const start = row.indexOf('<row');
    const open = tagEnd(row, start);
    return row.slice(0, start) + this.#rowTag(row.slice(start, open)) + row.slice(open, -'</row>'.length) + cells + '</row>';
  }

  #headerRow(row: string, number: number): string {
    const piece = rowPiece(row);
    const last = piece.cells.findLast(({ column }) => this.#plan.columns.includes(column));
    const style = last === undefined ? this.#plan.styles.text() : this.#plan.styles.unmarked(styleOf(last));
    const cells = this.#plan.targets.map((column, index) => ({
      column,
      text: textCell(column, number, this.#plan.headers[index] ?? '', style),
    }));
    return this.#joined(row, piece, cells, new Map());
  }

  #rewritten(row: string, number: number, mark: RowMark | null): string {
    const piece = rowPiece(row);
    const marked = this.#byColumn(mark?.cells ?? []);
    if (mark !== null) this.#noteComments(number, marked, mark.cells);
    return this.#joined(row, piece, mark === null ? this.#blankResults(piece) : this.#resultCells(number, mark), marked, number);
  }

  /** Marks by column; what has no column of its own is said at the outcome. */
  #byColumn(cells: readonly CellMark[]): Map<number, CellMark[]> {
    const marked = new Map<number, CellMark[]>();
    for (const cell of cells) {
      const column = this.#plan.columns[cell.field] ?? -1;
      if (column < 0) continue;
      const before = marked.get(column);
      if (before === undefined) marked.set(column, [cell]);
      else before.push(cell);
    }
    return marked;
  }

  #noteComments(row: number, marked: ReadonlyMap<number, readonly CellMark[]>, cells: readonly CellMark[]): void {
    const ofRow = cells.filter(({ field }) => (this.#plan.columns[field] ?? -1) < 0);
    const all = [...marked].sort(([a], [b]) => a - b);
    if (ofRow.length > 0) all.push([this.#plan.targets[0], ofRow]);
    for (const [column, said] of all) {
      const reference = cellName(column, row);
      if (this.#plan.commented.has(reference)) continue;
      this.commentable += 1;
      if (this.comments.length < MOST_COMMENTS) this.comments.push({ reference, text: commentText(said) });
    }
  }

  #resultCells(row: number, { outcome, recordId, cells }: RowMark): NewCell[] {
    const [first, second, third] = this.#plan.targets;
    const text = this.#plan.styles.text();
    const severity = gravest(cells);
    return [
      { column: first, text: textCell(first, row, outcome, severity === null ? text : this.#plan.styles.marked(text, severity)) },
      { column: second, text: textCell(second, row, remarks(cells, ' '), text) },
      { column: third, text: textCell(third, row, recordId, text) },
    ];
  }

  /** What an earlier result said beside a row that says nothing any more. */
  #blankResults({ cells }: RowPiece): NewCell[] {
    return this.#plan.targets
      .filter((target) => cells.some(({ column }) => column === target))
      .map((column) => ({ column, text: '' }));
  }

  #joined(
    row: string,
    piece: RowPiece,
    results: readonly NewCell[],
    marked: ReadonlyMap<number, readonly CellMark[]>,
    number = 0,
  ): string {
    const added = [...results];
    for (const [column, said] of marked) {
      const severity = gravest(said);
      if (severity === null || piece.cells.some((cell) => cell.column === column)) continue;
      // A cell that must be filled in is often not there at all.
      const style = this.#plan.styles.marked(this.#styleUnder(piece.tag, column), severity);
      added.push({ column, text: textCell(column, number, '', style) });
    }
    added.sort((a, b) => a.column - b.column);
    const taken = new Set(results.map(({ column }) => column));
    let out = '';
    let [place, next] = [piece.open, 0];
    for (const cell of piece.cells) {
      for (let one = added[next]; one !== undefined && one.column < cell.column; one = added[next]) {
        out += one.text;
        next += 1;
      }
      out += row.slice(place, cell.start);
      if (!taken.has(cell.column)) out += this.#cell(row, cell, marked.get(cell.column), next > 0, number);
      place = cell.end;
    }
    for (const one of added.slice(next)) out += one.text;
    const rest = row.slice(place);
    const tag = this.#rowTag(piece.tag);
    if (!tag.endsWith('/>')) return row.slice(0, piece.start) + tag + out + rest;
    return out === '' ? row : `${row.slice(0, piece.start)}${tag.replace(/\s*\/>$/u, '>')}${out}</row>${rest}`;
  }

  /** A cell with another style; one that told its place by its neighbour must say it once there are cells between. */
  #cell(row: string, cell: CellPiece, said: readonly CellMark[] | undefined, isMoved: boolean, number: number): string {
    const severity = said === undefined ? null : gravest(said);
    const before = styleOf(cell);
    const style = severity === null ? this.#plan.styles.unmarked(before) : this.#plan.styles.marked(before, severity);
    let { tag } = cell;
    if (style !== before) tag = withAttribute(tag, 's', style === 0 ? null : String(style));
    if (isMoved && attributeOf(tag, 'r') === null) tag = tag.replace('<c', `<c r="${cellName(cell.column, number)}"`);
    return tag + row.slice(cell.start + cell.tag.length, cell.end);
  }

  #styleUnder(rowTag: string, column: number): number {
    if (/^(?:1|true)$/u.test(attributeOf(rowTag, 'customFormat') ?? '')) return Number(attributeOf(rowTag, 's') ?? 0);
    return this.#columnStyles.find(({ min, max }) => min <= column && column <= max)?.style ?? 0;
  }

  /** `spans` is a hint at the columns of a row; a wrong one is taken amiss by some readers. */
  #rowTag(tag: string): string {
    const spans = /^(\d+):(\d+)$/u.exec(attributeOf(tag, 'spans') ?? '');
    if (spans === null || Number(spans[2]) > this.#lastTarget) return tag;
    return withAttribute(tag, 'spans', `${spans[1] ?? '1'}:${String(this.#lastTarget + 1)}`);
  }
}

interface NewCell {
  readonly column: number;
  /** '' where an earlier cell only goes. */
  readonly text: string;
}

function styleOf({ tag }: CellPiece): number {
  return Number(attributeOf(tag, 's') ?? 0);
}

/** Columns' properties with some replaced: ranges that held them are cut. */
export function withColumns(head: string, own: readonly ColumnWidth[]): string {
  const element = elementAt(head, 'cols');
  const sorted = own.toSorted((a, b) => a.column - b.column);
  const kept = elementsOf(element?.inner ?? '', 'col').flatMap(({ tag }) => cut(tag, sorted));
  const all = [...kept, ...sorted.map((one) => ({ min: one.column, xml: columnXml(one) }))].sort((a, b) => a.min - b.min);
  const xml = `<cols>${all.map((one) => one.xml).join('')}</cols>`;
  if (element !== null) return replaced(head, element, xml);
  const rows = head.lastIndexOf('<sheetData');
  return head.slice(0, rows) + xml + head.slice(rows);
}

/** What is left of a range of columns. */
function cut(tag: string, own: readonly ColumnWidth[]): { readonly min: number; readonly xml: string }[] {
  const pieces: { min: number; xml: string }[] = [];
  let min = Number(attributeOf(tag, 'min')) - 1;
  const max = Number(attributeOf(tag, 'max')) - 1;
  const isWhole = !own.some(({ column }) => column >= min && column <= max);
  if (isWhole) return [{ min, xml: tag.endsWith('/>') ? tag : tag.replace(/>$/u, '/>') }];
  const push = (from: number, to: number): void => {
    if (from > to) return;
    const range = withAttribute(withAttribute(tag, 'min', String(from + 1)), 'max', String(to + 1));
    pieces.push({ min: from, xml: range.endsWith('/>') ? range : range.replace(/>$/u, '/>') });
  };
  for (const { column } of own) {
    if (column < min || column > max) continue;
    push(min, column - 1);
    min = column + 1;
  }
  push(min, max);
  return pieces;
}

function withDimension(head: string, lastColumn: number): string {
  const element = elementAt(head, 'dimension');
  const [from = '', to = from] = (element === null ? '' : (attributeOf(element.tag, 'ref') ?? '')).split(':');
  if (element === null || from === '' || columnOf(to) >= lastColumn) return head;
  const wider = `${from}:${columnName(lastColumn)}${String(rowOf(to))}`;
  return head.slice(0, element.start) + withAttribute(element.tag, 'ref', wider) + head.slice(element.start + element.tag.length);
}

/** Two selected sheets are a group in which whatever is typed goes into both. */
export function withTabSelected(head: string, isSelected: boolean): string {
  const views = elementAt(head, 'sheetViews');
  if (views === null) return head;
  const inner = views.inner.replace(/<sheetView(?=[\s/>])[^>]*>/gu, (tag) =>
    withAttribute(tag, 'tabSelected', isSelected ? '1' : null),
  );
  return replaced(head, views, `${views.tag}${inner}</sheetViews>`);
}
