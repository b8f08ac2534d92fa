/** A thing to be done, without words: what it is, whose, by when, and where it is done. */
import type { Label } from '../../words/index.ts';

export type TaskKind =
  | 'forward'
  | 'refused'
  | 'waiting'
  | 'notice'
  | 'matter'
  | 'alarm'
  | 'alarm-review'
  | 'unanswered'
  | 'plan-task'
  | 'report'
  | 'bulletin'
  | 'plan-draft'
  | 'locked'
  | 'token';

export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  /** It waits on whoever looks, not on somebody else. */
  readonly isMine: boolean;
  readonly unit: string | null;
  readonly dataset: string | null;
  /** Numbers, names, sentences that tell it from others of its kind. */
  readonly details: readonly (string | Label)[];
  /** Working days that have gone by since it was sent on. */
  readonly waitingDays: number | null;
  readonly dueOn: string | null;
  /** Where it is done. */
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

/** A task; what is not said of it stays empty. */
export function taskOf(task: Pick<Task, 'id' | 'kind' | 'isMine' | 'to'> & Partial<Task>): Task {
  return { unit: null, dataset: null, details: [], waitingDays: null, dueOn: null, search: {}, ...task };
}
