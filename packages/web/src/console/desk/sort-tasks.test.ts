import { expect, it } from 'vitest';
import { sortTasks } from './sort-tasks.ts';
import type { Task } from './sort-tasks.ts';

function task(id: string, dueOn: string | null): Task {
  return { id, title: id, about: '', dueOn, to: '/records', open: null };
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
