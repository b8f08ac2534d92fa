/** The desk: late, today, next; what waits on others is folded away. Who only looks is told who is late, and why. */
import { LoadingOutlined } from '@ant-design/icons';
import { Collapse } from 'antd';
import { sayLongDay, today } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { TroubleText } from '../../shell/states.tsx';
import { useLanguage } from '../../words/index.ts';
import { FindSubject } from './find-subject.tsx';
import { byUnit, sortTasks } from './sort-tasks.ts';
import type { Columns } from './sort-tasks.ts';
import type { Task } from './task.ts';
import { TaskList } from './task-list.tsx';
import { Units, UnitsLate } from './units-late.tsx';
import { useTasks } from './use-tasks.ts';
import { useDeskWords } from './words.ts';

/** Where the day begins. */
export function DeskPage() {
  const say = useDeskWords();
  const language = useLanguage();
  const may = useMay();
  const { rights } = useSession();
  const { tasks, isReading, cut, error } = useTasks();
  const onlyLooks = may('indicator.read') && rights.every((right) => right.endsWith('.read'));
  const atWindow = may('record.read') && !may('intake.read');
  const day = sayLongDay(language, today(), today());
  return (
    <Page title={say('title')} about={say(onlyLooks ? 'aboutLooking' : 'about', { day })}>
      {error !== null && (
        <div role="alert" className="sheet">
          <p className="late">{say('partial')}</p>
          <TroubleText error={error} />
        </div>
      )}
      <div className="stack">
        {atWindow && <FindSubject />}
        {cut.length > 0 && <p className="soon">{say('cut', { kinds: cut.map((kind) => say(kind)).join(' · ') })}</p>}
        {isReading && <Reading />}
        {onlyLooks ? <UnitsLate tasks={tasks} isReading={isReading} /> : <OwnDesk tasks={tasks} isReading={isReading} />}
      </div>
    </Page>
  );
}

/** What has answered stands already; nothing is said to be done before the rest has. */
function Reading() {
  const say = useDeskWords();
  return (
    <p role="status" className="soft">
      <LoadingOutlined aria-hidden /> {say('reading')}
    </p>
  );
}

function OwnDesk({ tasks, isReading }: { readonly tasks: readonly Task[]; readonly isReading: boolean }) {
  const say = useDeskWords();
  const columns = sortTasks(
    tasks.filter(({ isMine }) => isMine),
    today(),
  );
  const others = tasks.filter(({ isMine }) => !isMine);
  const late = sortTasks(others, today()).late.length;
  return (
    <>
      <div className="desk">
        <Column name="late" columns={columns} none={say('noneLate')} isReading={isReading} />
        <Column name="today" columns={columns} none={say('noneToday')} isReading={isReading} />
        <Column name="next" columns={columns} none={say('noneNext')} isReading={isReading} />
      </div>
      {others.length > 0 && (
        <Collapse
          ghost
          items={[{ key: 'others', label: say('others', { count: others.length, late }), children: <Others tasks={others} /> }]}
        />
      )}
    </>
  );
}

/** What waits on other units, by unit; what waits on the city behind it. */
function Others({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <div className="stack">
      <Units units={byUnit(tasks, today())} />
      <TaskList tasks={tasks.filter(({ unit }) => unit === null)} />
    </div>
  );
}

interface ColumnProps {
  readonly name: keyof Columns;
  readonly columns: Columns;
  readonly none: string;
  readonly isReading: boolean;
}

/** Its number and that there is nothing are said once all have answered. */
function Column({ name, columns, none, isReading }: ColumnProps) {
  const say = useDeskWords();
  const tasks = columns[name];
  return (
    <section className="desk-column">
      <h2 className={name === 'late' && tasks.length > 0 ? 'late' : ''}>
        {say(name)} {!isReading && <span className="soft">{tasks.length}</span>}
      </h2>
      {tasks.length > 0 && <TaskList tasks={tasks} />}
      {tasks.length === 0 && !isReading && <p className="soft">{none}</p>}
    </section>
  );
}
