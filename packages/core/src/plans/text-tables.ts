/** Tables in plain text: lines whose cells are parted by tabs or bars. */
import { columnsOf } from './tables.ts';
import type { PlanBlock } from './types.ts';

/** The blocks of a document; lines of text become blocks, and those of a table one block. */
export function blocksOfLines(document: readonly string[] | readonly PlanBlock[]): readonly PlanBlock[] {
  const blocks: PlanBlock[] = [];
  let rows: string[][] = [];
  let first = 0;
  const close = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', line: first, rows });
    rows = [];
  };
  for (const [at, piece] of document.entries()) {
    const block: PlanBlock = typeof piece === 'string' ? { kind: 'line', line: at + 1, text: piece } : piece;
    const cells = block.kind === 'line' ? cellsOf(block.text) : null;
    // A table begins with a head that is one and goes on from line to line; everything else with tabs in it is text.
    const goesOn = rows.length > 0 && block.line === first + rows.length;
    if (cells !== null && (goesOn || columnsOf(cells) !== null)) {
      if (!goesOn) {
        close();
        first = block.line;
      }
      rows.push(cells);
    } else {
      close();
      blocks.push(block);
    }
  }
  close();
  return blocks;
}

function cellsOf(line: string): string[] | null {
  const isBarred = /^\s*[|｜]/u.test(line);
  const parts = isBarred
    ? line
        .trim()
        .replace(/^[|｜]/u, '')
        .replace(/[|｜]$/u, '')
        .split(/[|｜]/u)
    : line.split('\t');
  return parts.length < 2 ? null : parts.map((part) => part.trim());
}
