/** A table of a Word document while it is read: cells that are merged say their words in every row they cover. */

interface Cell {
  readonly paragraphs: string[];
  span: number | null;
  /** Whether it goes on with the cell above; null for a cell that was not merged downwards. */
  goesOn: boolean | null;
}

/** More columns than any table has; a span that says so is no span. */
const MOST_COLUMNS = 64;

/** Builds one table. */
export class TableBuilder {
  readonly #rows: string[][] = [];
  #row: string[] = [];
  #before: number | null = null;
  #cell: Cell | null = null;

  openRow(): void {
    this.#row = [];
    this.#before = null;
  }

  /** Columns left out before the first cell of the row. */
  skip(columns: number): void {
    this.#before ??= Math.min(columns, MOST_COLUMNS);
  }

  closeRow(): void {
    this.#rows.push(this.#row);
  }

  openCell(): void {
    if (this.#row.length === 0 && this.#before !== null) this.#row.push(...Array.from({ length: this.#before }, () => ''));
    this.#cell = { paragraphs: [], span: null, goesOn: null };
  }

  /** The first word about a span counts: what follows is how it was before a change. */
  span(columns: number): void {
    if (this.#cell !== null) this.#cell.span ??= Math.max(1, Math.min(columns, MOST_COLUMNS));
  }

  merge(goesOn: boolean): void {
    if (this.#cell !== null) this.#cell.goesOn ??= goesOn;
  }

  paragraph(text: string): void {
    this.#cell?.paragraphs.push(text);
  }

  closeCell(): void {
    const cell = this.#cell;
    if (cell === null) return;
    const above = this.#rows.at(-1)?.[this.#row.length] ?? '';
    const text = cell.goesOn === true ? above : cell.paragraphs.filter((paragraph) => paragraph.trim() !== '').join('\n');
    // Words that stand across several columns are said in the first of them.
    this.#row.push(text, ...Array.from({ length: (cell.span ?? 1) - 1 }, () => ''));
    this.#cell = null;
  }

  get rows(): readonly (readonly string[])[] {
    return this.#rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  }
}
