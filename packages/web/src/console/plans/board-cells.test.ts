import type { TaskState } from '@xincheng/core/plans';
import { expect, it } from 'vitest';
import { boardOf, REST, unitsOf, worstFirst } from './board-cells.ts';
import type { BoardTask } from './board-cells.ts';

function task(number: string, state: TaskState, units: readonly string[], dueOn: string | null = null): BoardTask {
  return { number, area: number.slice(0, 1), state, dueOn, bound: units.map((unit) => ({ unit })) };
}

const AREAS = ['一', '二', '三'].map((number) => ({ number }));

it('has what is late first in reading order, and the worst of a cell with its number', () => {
  const board = boardOf(
    [
      task('一1', 'proven', ['a', 'b']),
      task('一2', 'not-started', ['b']),
      task('二1', 'late', ['c', 'c']),
      task('二2', 'late', ['c', 'a']),
      task('二3', 'proven', ['c']),
    ],
    AREAS,
  );
  expect(board.units).toEqual(['c', 'a', 'b']);
  expect(board.rows.map(({ area }) => area.number)).toEqual(['二', '一']);
  const [first] = board.rows[0]?.cells ?? [];
  expect(first).toMatchObject({ unit: 'c', worst: 'late', count: 2 });
  expect(first?.tasks.map(({ number }) => number)).toEqual(['二1', '二2', '二3']);
  expect(board.rows[1]?.cells[0]).toBeNull();
});

it('puts units that do not fit into one last column, each task once', () => {
  const board = boardOf([task('一1', 'late', ['a']), task('一2', 'proven', ['b', 'c'])], AREAS, 2);
  expect(board.units).toEqual(['a', REST]);
  expect(board.rows[0]?.cells[1]).toMatchObject({ unit: REST, worst: 'proven', count: 1 });
});

it('sorts tasks by state, then by day, then as they stand', () => {
  const tasks = [task('一1', 'proven', []), task('一2', 'late', [], '2021-06-30'), task('一3', 'late', [], '2021-05-31')];
  expect(worstFirst(tasks).map(({ number }) => number)).toEqual(['一3', '一2', '一1']);
  expect(unitsOf(tasks)).toEqual([]);
});
