/** The desk: late, today, next; what waits on others is folded away. */
import { Link } from '@tanstack/react-router';
import { Collapse } from 'antd';
import { ClockChip } from '../../parts/index.ts';
import { sayLongDay, today } from '../../reference/index.ts';
import { Page } from '../../shell/page.tsx';
import { Loading, TroubleText } from '../../shell/states.tsx';
import { useLanguage } from '../../words/index.ts';
import { sortTasks } from './sort-tasks.ts';
import type { Columns, Task } from './sort-tasks.ts';
import { useTasks } from './use-tasks.ts';
import { useDeskWords } from './words.ts';

/** So many stand in a column; of more, their number. */
const MOST_SHOWN = 30;

/** Where the day begins. */
export function DeskPage() {
  const say = useDeskWords();
  const language = useLanguage();
  const { mine, others, isLoading, error } = useTasks();
  const now = today();
  const columns = sortTasks(mine, now);
  return (
    <Page title={say('title')} about={say('about', { day: sayLongDay(language, now, now) })}>
      {error !== null && (
        <div role="alert" className="sheet">
          <p className="late">{say('partial')}</p>
          <TroubleText error={error} />
        </div>
      )}
      {isLoading ? (
        <Loading />
      ) : (
        <div className="stack">
          <div className="desk">
            <Column name="late" columns={columns} none={say('noneLate')} />
            <Column name="today" columns={columns} none={say('noneToday')} />
            <Column name="next" columns={columns} none={say('noneNext')} />
          </div>
          {others.length > 0 && (
            <Collapse
              ghost
              items={[{ key: 'others', label: say('others', { count: others.length }), children: <Tasks tasks={others} /> }]}
            />
          )}
        </div>
      )}
    </Page>
  );
}

function Column({ name, columns, none }: { readonly name: keyof Columns; readonly columns: Columns; readonly none: string }) {
  const say = useDeskWords();
  const tasks = columns[name];
  return (
    <section className="desk-column">
      <h2 className={name === 'late' && tasks.length > 0 ? 'late' : ''}>
        {say(name)} <span className="soft">{tasks.length}</span>
      </h2>
      {tasks.length === 0 ? <p className="soft">{none}</p> : <Tasks tasks={tasks} />}
    </section>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly Task[] }) {
  const say = useDeskWords();
  return (
    <ul className="tasks">
      {tasks.slice(0, MOST_SHOWN).map(({ id, title, about, dueOn, to, open }) => (
        <li key={id}>
          <div className="row">
            {to === null ? (
              <span>{title}</span>
            ) : (
              <Link to={to} search={open === null ? {} : { open }}>
                {title}
              </Link>
            )}
            {dueOn !== null && (
              <span className="push">
                <ClockChip dueOn={dueOn} />
              </span>
            )}
          </div>
          <p className="small soft">{about}</p>
        </li>
      ))}
      {tasks.length > MOST_SHOWN && <li className="soft">{say('more', { count: tasks.length - MOST_SHOWN })}</li>}
    </ul>
  );
}
