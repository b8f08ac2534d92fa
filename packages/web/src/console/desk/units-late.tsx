/** For who looks at everything and does nothing: who is late, and why. */
import { CheckCircleOutlined } from '@ant-design/icons';
import { Collapse } from 'antd';
import { today, useUnits } from '../../reference/index.ts';
import { byUnit, sortTasks } from './sort-tasks.ts';
import type { UnitTasks } from './sort-tasks.ts';
import type { Task } from './task.ts';
import { TaskList } from './task-list.tsx';
import { useDeskWords } from './words.ts';

/** The district in three numbers, known once all have answered, then its units, the late ones first. */
export function UnitsLate({ tasks, isReading }: { readonly tasks: readonly Task[]; readonly isReading: boolean }) {
  const say = useDeskWords();
  const now = today();
  const units = byUnit(tasks, now);
  const late = units.filter((unit) => unit.late.length > 0);
  const rest = units.filter((unit) => unit.late.length === 0);
  const all = sortTasks(tasks, now);
  return (
    <div className="stack">
      <dl className="figures">
        {(['late', 'today', 'next'] as const).map((name) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd className={name === 'late' && all.late.length > 0 ? 'late' : ''}>
              {isReading ? '…' : all[name].length.toLocaleString('en-US')}
            </dd>
          </div>
        ))}
      </dl>
      {(late.length > 0 || !isReading) && (
        <section className="stack tight">
          <h2>{say('whoIsLate', { count: late.length })}</h2>
          {late.length > 0 ? (
            <Units units={late} />
          ) : (
            <p>
              <CheckCircleOutlined className="proven" aria-hidden /> {say('nobodyLate')}
            </p>
          )}
        </section>
      )}
      {rest.length > 0 && (
        <section className="stack tight">
          <h2>{say('whoHasWork', { count: rest.length })}</h2>
          <Units units={rest} />
        </section>
      )}
    </div>
  );
}

/** Units, each with what is late or waits, and its tasks inside. */
export function Units({ units }: { readonly units: readonly UnitTasks[] }) {
  const say = useDeskWords();
  const { nameOf } = useUnits();
  return (
    <Collapse
      className="units-late"
      items={units.map(({ unit, late, today: now, next, kinds }) => ({
        key: unit,
        label: (
          <span className="row">
            <span className="strong">{nameOf(unit)}</span>
            {late.length > 0 && <span className="late">{say('lateCount', { count: late.length })}</span>}
            <span className="soft">{kinds.map(({ kind, count }) => `${say(kind)} ${String(count)}`).join(' · ')}</span>
          </span>
        ),
        children: <TaskList tasks={[...late, ...now, ...next]} />,
      }))}
    />
  );
}
