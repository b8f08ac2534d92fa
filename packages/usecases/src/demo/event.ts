/** What happens in a demonstration district before its first start: files that come, batches that go to the city, decisions. */
import type { Day } from '@xincheng/core/calendar';
import type { DemoForwarding, DemoRepair } from '@xincheng/contract/standards';
import type { StandardsPack } from '@xincheng/core/standards';

/** A file some unit sends; `text` makes it, so that only one file is in memory at a time. */
export interface FileEvent {
  readonly kind: 'file';
  readonly on: Day;
  readonly unit: string;
  readonly dataset: string;
  readonly text: () => Promise<string>;
  /** Said when it is in; the many files of a year are counted only. */
  readonly isTold: boolean;
}

/** The credit office hands over what is due; the city answers what it has. */
export interface ForwardEvent {
  readonly kind: 'forward' | 'answer';
  readonly on: Day;
  readonly city: DemoForwarding;
}

/** Credit is put right: publicity of a record ends before its time. */
export interface RepairEvent {
  readonly kind: 'repair';
  readonly on: Day;
  readonly subject: string;
  readonly repair: DemoRepair;
}

export type DemoEvent = FileEvent | ForwardEvent | RepairEvent;

/** On one day files come first, then what is done about them. */
const KINDS: readonly DemoEvent['kind'][] = ['file', 'answer', 'repair', 'forward'];

/** Day by day; files of a day in the order of the datasets: parents before what hangs on them, and what is referred to before what refers. */
export function inOrder(events: readonly DemoEvent[], { datasets }: Pick<StandardsPack, 'datasets'>): DemoEvent[] {
  const order = [...datasets.keys()];
  const rank = (event: DemoEvent): number => (event.kind === 'file' ? order.indexOf(event.dataset) : 0);
  return events.toSorted((a, b) => dayOrder(a.on, b.on) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || rank(a) - rank(b));
}

function dayOrder(a: Day, b: Day): number {
  return a < b ? -1 : Number(a > b);
}
