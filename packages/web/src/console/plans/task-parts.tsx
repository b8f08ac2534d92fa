/** The units that a task binds: in which role, under which words of the plan, and what each has done of its part. */
import { useUnits } from '../../reference/index.ts';
import type { TaskDetail } from './use-plan.ts';
import { useTaskWords } from './task-words.ts';

const ORDER = { lead: 0, responsible: 1, supporting: 2 } as const;

/** Leads first. */
export function TaskParts({ task: { bound, parts } }: { readonly task: TaskDetail }) {
  const say = useTaskWords();
  const units = useUnits();
  const sorted = [...bound].sort((a, b) => ORDER[a.role] - ORDER[b.role]);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={say('parts')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('unit')}</th>
            <th scope="col">{say('role')}</th>
            <th scope="col">{say('boundSince')}</th>
            <th scope="col" className="number">
              {say('fulfilled')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ unit, role, namedAs, viaGroup, since }) => (
            <tr key={unit + role}>
              <th scope="row">
                {units.nameOf(unit)}
                {viaGroup !== null && <span className="small soft block">{say('via', { name: namedAs })}</span>}
              </th>
              <td className="nowrap">{say(role)}</td>
              <td className="nowrap">{since}</td>
              <td className="number">
                <Fulfilled part={parts.find((one) => one.unit === unit)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Fulfilled({ part }: { readonly part: TaskDetail['parts'][number] | undefined }) {
  const say = useTaskWords();
  if (part === undefined) return <span className="small soft">{say('noPart')}</span>;
  if (part.measured === 0) return <>—</>;
  return (
    <span className={part.fulfilled < part.measured ? 'late' : 'proven'}>
      {say('fulfilledOf', { fulfilled: part.fulfilled, measured: part.measured })}
    </span>
  );
}
