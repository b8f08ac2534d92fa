/** The tasks of one cell. */
import { DetailDrawer } from '../../parts/index.ts';
import { useUnits } from '../../reference/index.ts';
import { worstFirst } from './board-cells.ts';
import { TaskLines } from './task-lines.tsx';
import type { PlanArea, PlanTask } from './use-plan.ts';

interface Props {
  readonly plan: { readonly areas: readonly PlanArea[]; readonly tasks: readonly PlanTask[] };
  /** Area and unit, as the address has them: 十~lc-fgj. */
  readonly cell: string | null;
  readonly open: (number: string) => void;
  readonly close: () => void;
}

/** Opened by the address. */
export function CellDrawer({ plan, cell, open, close }: Props) {
  const units = useUnits();
  const [number = '', unit = ''] = cell?.split('~') ?? [];
  const area = plan.areas.find((one) => one.number === number);
  const tasks = plan.tasks.filter((task) => task.area === number && task.bound.some((part) => part.unit === unit));
  return (
    <DetailDrawer title={`${units.nameOf(unit)} · ${area?.title ?? number}`} isOpen={cell !== null} close={close}>
      <TaskLines tasks={worstFirst(tasks)} open={open} />
    </DetailDrawer>
  );
}
