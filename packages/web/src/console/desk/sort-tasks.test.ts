import { expect, it } from 'vitest';
import { byUnit, sortTasks } from './sort-tasks.ts';
import { taskOf } from './task.ts';
import type { Task } from './task.ts';

function task(id: string, dueOn: string | null, more: Partial<Task> = {}): Task {
  return taskOf({ id, kind: 'forward', isMine: true, to: '/records', dueOn, ...more });
}

it('puts every task in one column, the most urgent first; without a due day it is for today', () => {
  const tasks = [
    task('d', '2021-05-14'),
    task('b', '2021-05-11'),
    task('c', null),
    task('a2', '2021-05-10'),
    task('a1', '2021-04-30'),
    task('e', '2021-05-20'),
  ];
  const columns = sortTasks(tasks, '2021-05-11');
  expect(columns.late.map(({ id }) => id)).toEqual(['a1', 'a2']);
  expect(columns.today.map(({ id }) => id).sort()).toEqual(['b', 'c']);
  expect(columns.next.map(({ id }) => id)).toEqual(['d', 'e']);
});

it('tells units by what is late with them, and why', () => {
  const tasks = [
    task('1', '2021-05-20', { unit: 'busy' }),
    task('2', '2021-05-20', { unit: 'busy' }),
    task('3', '2021-05-01', { unit: 'late', kind: 'alarm' }),
    task('4', '2021-05-02', { unit: 'late', kind: 'report' }),
    task('5', '2021-05-03', { unit: 'late', kind: 'report' }),
    task('6', '2021-05-20', { unit: 'late', kind: 'notice' }),
    task('7', null),
  ];
  const units = byUnit(tasks, '2021-05-11');
  expect(units.map(({ unit, late, today, next }) => [unit, late.length, today.length, next.length])).toEqual([
    ['late', 3, 0, 1],
    ['busy', 0, 0, 2],
  ]);
  expect(units[0]?.kinds).toEqual([
    { kind: 'report', count: 2 },
    { kind: 'alarm', count: 1 },
  ]);
  expect(units[1]?.kinds).toEqual([{ kind: 'forward', count: 2 }]);
});
