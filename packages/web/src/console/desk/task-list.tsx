/** Tasks one below the other, each leading to where it is done. */
import { Link } from '@tanstack/react-router';
import { ClockChip } from '../../parts/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import type { PagePath } from '../../shell/menu.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import type { Task } from './task.ts';
import { useDeskWords } from './words.ts';

/** So many stand in a column; of more, their number. */
const MOST_SHOWN = 30;

/** The first of them, and how many more there are. */
export function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  const say = useDeskWords();
  return (
    <ul className="tasks">
      {tasks.slice(0, MOST_SHOWN).map((task) => (
        <li key={task.id}>
          <OneTask task={task} />
        </li>
      ))}
      {tasks.length > MOST_SHOWN && <li className="soft">{say('more', { count: tasks.length - MOST_SHOWN })}</li>}
    </ul>
  );
}

function OneTask({ task: { kind, unit, dataset, details, waitingDays, dueOn, to, search } }: { readonly task: Task }) {
  const say = useDeskWords();
  const language = useLanguage();
  const units = useUnits();
  const datasets = useDatasets();
  const about = [
    dataset === null ? '' : datasets.nameOf(dataset),
    unit === null ? '' : units.nameOf(unit),
    ...details.map((detail) => (typeof detail === 'string' ? detail : labelIn(language, detail))),
    waitingDays === null ? '' : say('days', { count: waitingDays }),
  ];
  return (
    <>
      <div className="row">
        <Link to={to as PagePath} search={search}>
          {say(kind)}
        </Link>
        {dueOn !== null && <ClockChip dueOn={dueOn} />}
      </div>
      <p className="small soft">{about.filter((part) => part !== '').join(' · ')}</p>
    </>
  );
}
