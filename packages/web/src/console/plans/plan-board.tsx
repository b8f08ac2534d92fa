/** The board itself: areas down, units across. */
import { useShortNames } from './use-plan.ts';
import type { PlanArea, PlanTask } from './use-plan.ts';
import { boardOf, REST } from './board-cells.ts';
import type { Cell } from './board-cells.ts';
import { StateSign } from './state-light.tsx';
import { usePlanWords } from './words.ts';

interface Props {
  readonly tasks: readonly PlanTask[];
  readonly areas: readonly PlanArea[];
  /** So many columns at most; the other units go together in the last. */
  readonly most?: number;
  /** Without it cells are only looked at. */
  readonly open?: (area: string, unit: string) => void;
}

/** Late cells first in reading order. */
export function PlanBoard({ tasks, areas, most = Infinity, open }: Props) {
  const say = usePlanWords();
  const nameOf = useShortNames();
  const board = boardOf(tasks, areas, most);
  const all = new Set(tasks.flatMap(({ bound }) => bound.map(({ unit }) => unit))).size;
  const rest = say('otherUnits', { count: all - board.units.length + 1 });
  const unitName = (unit: string): string => (unit === REST ? rest : nameOf(unit));
  return (
    <table className="plan-board">
      <thead>
        <tr>
          <th scope="col">{say('area')}</th>
          {board.units.map((unit) => (
            <th key={unit} scope="col" className="plan-unit">
              <span>{unitName(unit)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.rows.map(({ area, cells }) => (
          <tr key={area.number}>
            <th scope="row" title={area.title}>
              <span className="plan-area">
                {area.number} {area.title}
              </span>
            </th>
            {cells.map((cell, index) => (
              <td key={board.units[index]}>
                {cell !== null && (
                  <Light
                    cell={cell}
                    label={say('cell', {
                      area: area.title,
                      unit: unitName(cell.unit),
                      state: say(cell.worst),
                      count: cell.count,
                      total: cell.tasks.length,
                    })}
                    open={open === undefined || cell.unit === REST ? undefined : () => open(area.number, cell.unit)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LightProps {
  readonly cell: Cell<PlanTask>;
  readonly label: string;
  readonly open: (() => void) | undefined;
}

function Light({ cell: { worst, count, tasks }, label, open }: LightProps) {
  const inside = (
    <>
      <StateSign state={worst} /> {count}
      {tasks.length > count && <span className="plan-of">/{tasks.length}</span>}
    </>
  );
  const classes = `plan-cell light-${worst}`;
  if (open === undefined)
    return (
      <span className={classes} role="img" aria-label={label} title={label}>
        {inside}
      </span>
    );
  return (
    <button type="button" className={classes} aria-label={label} title={label} onClick={open}>
      {inside}
    </button>
  );
}
