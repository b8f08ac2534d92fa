/** The tasks as a list, for sorting through and for a file. */
import type { ReactNode } from 'react';
import { useUnits } from '../../reference/index.ts';
import { DataTable } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { worstFirst } from './board-cells.ts';
import { StateLight } from './state-light.tsx';
import { TaskDue } from './task-lines.tsx';
import type { PlanTask } from './use-plan.ts';
import { usePlanWords } from './words.ts';

interface Props {
  readonly title: string;
  readonly tasks: readonly PlanTask[];
  readonly opened: string | null;
  readonly open: (number: string) => void;
  readonly filters: ReactNode;
}

/** Those in trouble first. */
export function TaskTable({ title, tasks, opened, open, filters }: Props) {
  const say = usePlanWords();
  const language = useLanguage();
  const units = useUnits();
  const sorted = worstFirst(tasks);
  const named = ({ bound }: PlanTask, role: string): string =>
    [...new Set(bound.filter((part) => part.role === role).map(({ unit }) => units.nameOf(unit)))].join('、');
  const columns: readonly Column<PlanTask>[] = [
    { id: 'number', title: say('number'), width: 100, text: ({ number }) => number },
    {
      id: 'state',
      title: say('state'),
      width: 110,
      text: ({ state }) => say(state),
      show: ({ state }) => <StateLight state={state} />,
    },
    {
      id: 'task',
      title: say('task'),
      width: 320,
      text: ({ short, text }) => (short === null ? text : labelIn(language, short)),
    },
    {
      id: 'dueOn',
      title: say('dueOn'),
      width: 280,
      text: ({ dueOn }) => dueOn ?? say('noDue'),
      show: (task) => <TaskDue task={task} />,
    },
    {
      id: 'conditions',
      title: say('conditions'),
      width: 90,
      isNumber: true,
      text: ({ holding, conditions }) => (conditions === 0 ? '—' : `${String(holding)} / ${String(conditions)}`),
    },
    { id: 'leads', title: say('leads'), width: 220, text: (task) => named(task, 'lead') },
    { id: 'responsible', title: say('responsible'), width: 220, text: (task) => named(task, 'responsible'), isExtra: true },
    { id: 'supporting', title: say('supporting'), width: 220, text: (task) => named(task, 'supporting'), isExtra: true },
    { id: 'declared', title: say('declared'), width: 90, text: ({ isDeclared }) => (isDeclared ? say('yes') : '—') },
    { id: 'text', title: say('text'), width: 400, text: ({ text }) => text, isExtra: true },
  ];
  const list = {
    ...{ items: sorted, isLoading: false, error: null, isComplete: true },
    ...{ more: () => undefined, retry: () => undefined, readAll: () => Promise.resolve(sorted) },
  };
  return (
    <DataTable
      name="plan-tasks"
      title={title}
      columns={columns}
      list={list}
      idOf={({ number }) => number}
      opened={opened}
      open={({ number }) => open(number)}
      empty={say('none')}
      filters={filters}
    />
  );
}
