/** What became of a row, as one byte: the number is stored in the batch's row file, so entries are only ever added. */
export const OUTCOMES = ['none', 'accepted', 'changed', 'unchanged', 'rejected', 'waiting', 'repeated'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The byte of each outcome. */
export const OUTCOME_CODE: Readonly<Record<Outcome, number>> = {
  none: 0,
  accepted: 1,
  changed: 2,
  unchanged: 3,
  rejected: 4,
  waiting: 5,
  repeated: 6,
};

/** Outcomes that leave the row's record in the register. */
const HELD: ReadonlySet<Outcome> = new Set(['accepted', 'changed', 'unchanged']);

/** True where the register has a record of the row at once: a row that waits or was sent back is not in it. */
export function isHeld(outcome: Outcome): boolean {
  return HELD.has(outcome);
}

/** What became of a row that waited. */
export const WAITING_LABEL: Readonly<Record<'waiting' | 'confirmed' | 'dropped' | 'superseded', string>> = {
  waiting: '待确认',
  confirmed: '已确认入库',
  dropped: '已放弃',
  superseded: '已由再次报送的行取代',
};

/** As the sender reads it. `repeated`: an equal row stands earlier in the file and was taken. */
export const OUTCOME_LABEL: Readonly<Record<Outcome, string>> = {
  none: '',
  accepted: '已入库',
  changed: '已更正',
  unchanged: '未变化',
  rejected: '退回',
  waiting: '待确认',
  repeated: '重复行，已合并',
};
