/** The text of a Word document in its order: paragraphs with their numbers, tables, pictures. What was deleted under tracking is left out. */
import type { PlanBlock } from '@xincheng/core/plans';
import { ByteText, WorkbookFailure, scanPart } from '../workbook/index.ts';
import type { ZipArchive, ZipEntry } from '../workbook/index.ts';
import type { ListNumbers } from './numbering.ts';
import { TableBuilder } from './tables.ts';

const NAMES = [
  'p', 'r', 't', 'br', 'cr', 'tab', 'noBreakHyphen', 'tbl', 'tr', 'tc', 'gridSpan', 'vMerge', 'gridBefore', 'pStyle', 'numId', 'ilvl',
  'vanish', 'blip', 'imagedata', 'del', 'moveFrom', 'Fallback', 'pPrChange', 'rPrChange',
] as const; // prettier-ignore
type Name = (typeof NAMES)[number];

/** What is not part of the document as it stands; of two forms of the same text box, the older is a copy. */
const LEFT_OUT: ReadonlySet<Name | undefined> = new Set(['del', 'moveFrom', 'Fallback', 'pPrChange', 'rPrChange'] as const);

interface Paragraph {
  readonly text: ByteText;
  style: string | null;
  list: string | null;
  level: number | null;
}

/** Reads the main part. */
export async function bodyBlocks(archive: ZipArchive, main: ZipEntry, numbers: ListNumbers): Promise<readonly PlanBlock[]> {
  const body = new BodyReader(numbers);
  await scanPart(archive, main, NAMES, (scanner) => ({
    open: (index) => body.open(NAMES[index], (local) => scanner().attribute(local)),
    close: (index) => body.close(NAMES[index]),
    text: (bytes, start, end, isRaw) => {
      if (!body.text(bytes, start, end, isRaw))
        throw new WorkbookFailure('workbook-damaged', { part: main.name, reason: 'an unknown reference' });
    },
  }));
  return body.blocks;
}

type Attribute = (local: string) => string | null;

class BodyReader {
  readonly blocks: PlanBlock[] = [];
  readonly #numbers: ListNumbers;
  /** A text box stands in a paragraph and has paragraphs of its own; a table can stand in a cell. */
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: TableBuilder[] = [];
  #line = 1;
  #leftOut = 0;
  #runs = 0;
  #isHidden = false;
  #isText = false;

  constructor(numbers: ListNumbers) {
    this.#numbers = numbers;
  }

  open(name: Name | undefined, attribute: Attribute): void {
    if (LEFT_OUT.has(name)) this.#leftOut += 1;
    if (this.#leftOut > 0 || name === undefined) return;
    if (name === 'p') this.#paragraphs.push({ text: new ByteText(64), style: null, list: null, level: null });
    else if (name === 'tbl') this.#tables.push(new TableBuilder());
    else if (name === 'blip' || name === 'imagedata') this.blocks.push({ kind: 'picture', line: this.#line });
    else if (name === 't') this.#isText = true;
    else if (name === 'r') {
      this.#runs += 1;
      this.#isHidden = false;
    } else if (this.#runs > 0) this.#inRun(name, attribute);
    else this.#property(name, attribute);
  }

  #inRun(name: Name, attribute: Attribute): void {
    const text = this.#paragraphs.at(-1)?.text;
    if (name === 'vanish') this.#isHidden = !/^(?:0|false|off)$/u.test(attribute('val') ?? '');
    else if (name === 'br' || name === 'cr') text?.appendText('\n');
    else if (name === 'tab') text?.appendText(' ');
    else if (name === 'noBreakHyphen') text?.appendText('-');
    else this.#property(name, attribute);
  }

  #property(name: Name, attribute: Attribute): void {
    const value = attribute('val') ?? '';
    const paragraph = this.#paragraphs.at(-1);
    const table = this.#tables.at(-1);
    if (name === 'tr') table?.openRow();
    else if (name === 'tc') table?.openCell();
    else if (name === 'gridSpan') table?.span(Number(value) || 1);
    else if (name === 'gridBefore') table?.skip(Number(value) || 0);
    else if (name === 'vMerge') table?.merge(value !== 'restart');
    else if (paragraph === undefined) return;
    else if (name === 'pStyle') paragraph.style = value;
    else if (name === 'numId') paragraph.list = value;
    else if (name === 'ilvl') paragraph.level = Number(value) || 0;
  }

  text(bytes: Uint8Array, start: number, end: number, isRaw: boolean): boolean {
    if (!this.#isText || this.#isHidden || this.#leftOut > 0) return true;
    return this.#paragraphs.at(-1)?.text.appendXml(bytes, start, end, isRaw) ?? true;
  }

  close(name: Name | undefined): void {
    if (this.#leftOut > 0) {
      if (LEFT_OUT.has(name)) this.#leftOut -= 1;
      return;
    }
    if (name === 't') this.#isText = false;
    else if (name === 'r') this.#runs -= 1;
    else if (name === 'tc') this.#tables.at(-1)?.closeCell();
    else if (name === 'tr') this.#tables.at(-1)?.closeRow();
    else if (name === 'tbl') this.#closeTable();
    else if (name === 'p') this.#closeParagraph();
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const words = paragraph.text.toString();
    // An empty paragraph of a list is printed with its number and counts.
    const text = `${this.#numberOf(paragraph)}${words}`;
    const table = this.#tables.at(-1);
    if (table !== undefined) table.paragraph(text);
    else {
      if (words.trim() !== '') this.blocks.push({ kind: 'line', line: this.#line, text });
      this.#line += 1;
    }
  }

  #numberOf({ style, list, level }: Paragraph): string {
    const styled = style === null ? null : this.#numbers.ofStyle(style);
    const place = list === null ? styled : { list, level: level ?? styled?.level ?? 0 };
    // List 0 takes a paragraph out of the list of its style.
    return place === null || place.list === '0' ? '' : this.#numbers.next({ list: place.list, level: level ?? place.level });
  }

  #closeTable(): void {
    const rows = this.#tables.pop()?.rows ?? [];
    const around = this.#tables.at(-1);
    if (around !== undefined) for (const row of rows) around.paragraph(row.filter((cell) => cell !== '').join(' '));
    else if (rows.length > 0) {
      this.blocks.push({ kind: 'table', line: this.#line, rows });
      this.#line += rows.length;
    }
  }
}
