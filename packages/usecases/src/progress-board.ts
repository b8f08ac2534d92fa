/**
 * How far imports are. An import writes in transactions that nobody else sees before they end, so the process that runs it tells;
 * nothing of it is kept.
 */

/** `queued` waits until one of the imports before it is done. */
export type ImportStage = 'queued' | 'reading' | 'merging';

/** How far one batch is. */
export interface ImportStanding {
  readonly stage: ImportStage;
  /** Rows checked so far. */
  readonly rows: number;
  /** Since the work on it began. */
  readonly elapsedMs: number;
}

export interface ProgressBoard {
  /** Puts a batch on the board until `end`. */
  readonly note: (batch: string, stage: ImportStage, rows: number) => void;
  readonly end: (batch: string) => void;
  /** Null for a batch that nobody works on in this process. */
  readonly of: (batch: string) => ImportStanding | null;
}

/** An empty board. */
export function createProgressBoard(): ProgressBoard {
  const board = new Map<string, { readonly stage: ImportStage; readonly rows: number; readonly since: number }>();
  return {
    note: (batch, stage, rows) => {
      const before = board.get(batch);
      // Waiting in line is no part of the speed.
      const since = before === undefined || before.stage === 'queued' ? performance.now() : before.since;
      board.set(batch, { stage, rows, since });
    },
    end: (batch) => board.delete(batch),
    of: (batch) => {
      const standing = board.get(batch);
      if (standing === undefined) return null;
      const { stage, rows, since } = standing;
      return { stage, rows, elapsedMs: Math.round(performance.now() - since) };
    },
  };
}
