/** Why a workbook cannot be read, as the parts of this folder say it to whoever opened it. */

/** What can be wrong with a workbook as a whole, beyond its archive. */
export const WORKBOOK_FAULTS = [
  'not-a-workbook', // an archive of something else; `kind` says of what
  'workbook-binary', // .xlsb
  'workbook-macros',
  'workbook-opendocument',
  'workbook-damaged', // a part is missing or is not what it must be
  'workbook-too-large',
  'workbook-no-sheet',
  'workbook-formula', // a formula whose result was never computed
] as const;
export type WorkbookFault = (typeof WORKBOOK_FAULTS)[number];

/** Thrown by everything that reads a workbook's parts. `words` are what a sentence about it can name. */
export class WorkbookFailure extends Error {
  readonly fault: WorkbookFault;
  readonly words: Readonly<Record<string, string | number>>;

  constructor(fault: WorkbookFault, words: Readonly<Record<string, string | number>> = {}) {
    super(`${fault} ${JSON.stringify(words)}`);
    this.name = 'WorkbookFailure';
    this.fault = fault;
    this.words = words;
  }
}

/** A part that is not what it must be. `reason` is for us; people are told the part. */
export function damaged(part: string, reason: string): WorkbookFailure {
  return new WorkbookFailure('workbook-damaged', { part, reason });
}
