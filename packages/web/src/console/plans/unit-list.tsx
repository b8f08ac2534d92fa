/** The board on a phone: one unit below the other, those in trouble first. */
import { Collapse } from 'antd';
import { useUnits } from '../../reference/index.ts';
import { countStates, unitsOf, WORST_FIRST, worstFirst } from './board-cells.ts';
import { StateLight } from './state-light.tsx';
import { TaskLines } from './task-lines.tsx';
import type { PlanTask } from './use-plan.ts';

/** Each unit with its tasks. */
export function UnitList({ tasks, open }: { readonly tasks: readonly PlanTask[]; readonly open: (number: string) => void }) {
  const units = useUnits();
  const sorted = unitsOf(tasks);
  return (
    <Collapse
      className="plan-units"
      defaultActiveKey={sorted.slice(0, 1)}
      items={sorted.map((unit) => {
        const own = worstFirst(tasks.filter(({ bound }) => bound.some((part) => part.unit === unit)));
        return {
          key: unit,
          label: <UnitHead name={units.nameOf(unit)} tasks={own} />,
          children: <TaskLines tasks={own} open={open} />,
        };
      })}
    />
  );
}

function UnitHead({ name, tasks }: { readonly name: string; readonly tasks: readonly PlanTask[] }) {
  const counts = countStates(tasks);
  return (
    <span className="row">
      <span>{name}</span>
      <span className="row push">
        {WORST_FIRST.filter((state) => counts[state] > 0).map((state) => (
          <StateLight key={state} state={state} count={counts[state]} />
        ))}
      </span>
    </span>
  );
}
