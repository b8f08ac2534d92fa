/** Tasks one below the other: how each stands, what it says, by when. */
import { ClockChip } from '../../parts/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { StateLight } from './state-light.tsx';
import type { PlanTask } from './use-plan.ts';
import { usePlanWords } from './words.ts';

/** As many as are given, in the order given. */
export function TaskLines({ tasks, open }: { readonly tasks: readonly PlanTask[]; readonly open: (number: string) => void }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li key={task.number} className="stack tight">
          <button type="button" className="task-name" onClick={() => open(task.number)}>
            <TaskName task={task} />
          </button>
          <span className="row">
            <StateLight state={task.state} />
            <TaskDue task={task} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Number, and the short name where there is one. */
export function TaskName({ task: { number, short, text } }: { readonly task: Pick<PlanTask, 'number' | 'short' | 'text'> }) {
  const language = useLanguage();
  return (
    <>
      <span className="nowrap">{number}</span> {short === null ? text : labelIn(language, short)}
    </>
  );
}

/** By when; in time or late once it is proven. */
export function TaskDue({ task }: { readonly task: Pick<PlanTask, 'dueOn' | 'dueKind' | 'state' | 'isProvenLate'> }) {
  const say = usePlanWords();
  const { dueOn, dueKind, state, isProvenLate } = task;
  if (dueOn === null) return <span className="soft small">{say(dueKind === 'standing' ? 'standing' : 'noDue')}</span>;
  if (state === 'proven' && isProvenLate) return <span className="soft small">{say('provenLate', { day: dueOn })}</span>;
  return <ClockChip dueOn={dueOn} isDone={state === 'proven'} />;
}
