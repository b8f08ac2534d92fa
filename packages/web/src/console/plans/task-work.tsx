/** The work around a task: its matters, and what may be opened. */
import { Link } from '@tanstack/react-router';
import { useUnits } from '../../reference/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { useList } from '../../table/index.ts';
import { MatterDue } from '../matters/matter-due.tsx';
import { OpenMatter } from '../matters/open-matter.tsx';
import { readMatters } from '../matters/use-matters.ts';
import { useMatterNames } from '../matters/words.ts';
import { useTaskWords } from './task-words.ts';
import type { TaskDetail } from './use-plan.ts';

interface Props {
  readonly plan: { readonly id: string; readonly state: 'confirmed' | 'closed' };
  readonly task: TaskDetail;
}

/** As far as the reader may see; the newest first. */
export function TaskWork({ plan, task: { number, bound } }: Props) {
  const say = useTaskWords();
  const names = useMatterNames();
  const units = useUnits();
  const query = { plan: plan.id, number };
  const list = useList(['matters', query], (cursor, limit) => readMatters(query, cursor, limit));
  if (list.error !== null) return <Trouble error={list.error} retry={list.retry} />;
  if (list.isLoading) return <Loading />;
  return (
    <div className="stack">
      {plan.state === 'confirmed' && <OpenMatter plan={plan.id} number={number} bound={bound.map(({ unit }) => unit)} />}
      {list.items.length === 0 ? (
        <p className="soft">{say('noWork')}</p>
      ) : (
        <ul className="lines">
          {list.items.map((matter) => (
            <li key={matter.id}>
              <Link to="/matters" search={{ open: matter.id, only: 'everything' }}>
                {names(`kind.${matter.kind}`)} {matter.period}
              </Link>
              <span>{units.nameOf(matter.unit)}</span>
              <span className="soft">{names(`state.${matter.state}`)}</span>
              {matter.dueOn !== null && <MatterDue matter={matter} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
