/**
 * A batch's rows on their way through the stage, in segments: while one is filled by COPY the one before it is merged, so that the
 * database works while the file is still being read. All merging is one transaction, which the session ends.
 */
import type pg from 'pg';
import { endCopy, openCopy, writeCopy } from './copy-in.ts';
import type { CopyIn } from './copy-in.ts';

export interface RowSegments {
  /** Copies tuples of so many rows; waits when merging falls behind. */
  readonly write: (tuples: Uint8Array, rows: number) => Promise<void>;
  /** Ends the last segment and merges it; false when another unit took a key meanwhile. */
  readonly finish: () => Promise<boolean>;
}

export interface SegmentSteps {
  /** Makes the table of a segment. */
  readonly open: (no: number) => Promise<void>;
  /** Adds the new rows of a segment; false when another unit took a key meanwhile. */
  readonly merge: (no: number) => Promise<boolean>;
}

/** Large enough that a merge is mostly in key order, small enough that its sort stays in memory and little is left to merge at the end. */
export const SEGMENT_ROWS = 50_000;

/** Signature, flags and no extension; then tuples; then the trailer: the frame of a binary COPY. */
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\u00ff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);
const COLUMNS =
  'action, record_id, codes, row_no, subject_key, subject_kind, subject_name, authority_uscc, number, decided_on, content_hash, parent_id, replaces, shown_until, blinds, payload';

/** Opens the first segment on a connection that serves nothing else meanwhile. */
export async function openSegments(
  client: pg.PoolClient,
  suffix: string,
  steps: SegmentSteps,
  segmentRows: number,
): Promise<RowSegments> {
  const start = async (no: number): Promise<CopyIn> => {
    await steps.open(no);
    const copy = openCopy(client, `copy stage.row_${suffix}_${String(no)} (${COLUMNS}) from stdin (format binary)`);
    await writeCopy(copy, HEADER);
    return copy;
  };
  let no = 1;
  let rowsSoFar = 0;
  let copy = await start(no);
  let merging = Promise.resolve(true);

  const close = async (): Promise<void> => {
    await endCopy(copy, TRAILER);
    const isMerged = await merging;
    const closed = no;
    // Told by the next one who waits for it.
    merging = isMerged ? steps.merge(closed) : Promise.resolve(false);
    merging.catch(() => undefined);
  };
  return {
    write: async (tuples, rows) => {
      await writeCopy(copy, tuples);
      rowsSoFar += rows;
      if (rowsSoFar < segmentRows) return;
      await close();
      rowsSoFar = 0;
      no += 1;
      copy = await start(no);
    },
    finish: async () => {
      await close();
      return merging;
    },
  };
}
