/** The numbers of a workbook measurement. */
import type { ImportMeasure } from '../intake/import-once.ts';
import type { ReadMeasure, Reader } from './readers.ts';

export interface Measured extends ReadMeasure {
  readonly reader: Reader;
  readonly rowsPerSecond: number;
  /** Every cell as in the CSV; null where cells are not compared. */
  readonly isTrue: boolean | null;
}

export interface Results {
  readonly rows: number;
  readonly workbookBytes: number;
  readonly csv: ReadMeasure;
  readonly readers: readonly Measured[];
  readonly imported: ImportMeasure;
  readonly importedCsv: ImportMeasure;
}
