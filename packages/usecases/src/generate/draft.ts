/** A row in the making. One object is used again for every row. */
import type { Random } from './random.ts';
import type { Subject } from './subjects.ts';

/** A unit as a row names it. */
export interface Party {
  readonly name: string;
  readonly uscc: string;
  /** The word its numbers begin with; without one they begin as in the example. */
  readonly documentWord: string | null;
}

export interface Draft {
  readonly random: Random;
  /** Cells in the order of the dataset's fields. */
  readonly cells: string[];
  /** Amounts already written, in fen, by field. */
  readonly fen: number[];
  /** Row number from 0. */
  row: number;
  subject: Subject;
  authority: Party;
  source: Party;
  /** Number of the deciding day. */
  day: number;
  /** Number of the day from which the row is valid. */
  validFrom: number;
  /** Leaves out what may be left out. */
  isSparse: boolean;
  /** Fills what examples leave out and the subject's code implies. */
  isRich: boolean;
  /** Names the certificate of the legal representative, which is advised against and yet done. */
  isIdentified: boolean;
  /** Size of the row's amounts, from 0 to below 1: amounts that belong together grow together. */
  size: number;
  /** Which example's narrative the row tells. */
  story: number;
  /** The row this one hangs on, for a child dataset. */
  parent: readonly string[];
  /** Number of its deciding day. */
  parentDay: number | null;
}

/** Writes the cell of one field. */
export type Writer = (draft: Draft) => string;
