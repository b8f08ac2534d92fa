/** How a task stands: a sign and a word, the colour beside them. */
import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  RollbackOutlined,
} from '@ant-design/icons';
import type { TaskState } from '@xincheng/core/plans';
import { usePlanWords } from './words.ts';

const SIGNS = {
  late: ExclamationCircleFilled,
  regressed: RollbackOutlined,
  'in-progress': ClockCircleOutlined,
  'not-started': MinusCircleOutlined,
  proven: CheckCircleOutlined,
} as const satisfies Record<TaskState, unknown>;

/** The sign by itself, where the word stands in the label. */
export function StateSign({ state }: { readonly state: TaskState }) {
  const Sign = SIGNS[state];
  return <Sign aria-hidden />;
}

/** Sign, word, and how many where that is asked. */
export function StateLight({ state, count }: { readonly state: TaskState; readonly count?: number }) {
  const say = usePlanWords();
  return (
    <span className={`light light-${state}`}>
      <StateSign state={state} /> {say(state)}
      {count !== undefined && <strong> {count}</strong>}
    </span>
  );
}
