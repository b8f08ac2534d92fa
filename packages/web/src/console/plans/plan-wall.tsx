/** The board on a wall: the whole screen, read from across the room, anew every minute. */
import { CompressOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { sayInstant } from '../../reference/index.ts';
import { countStates, WORST_FIRST } from './board-cells.ts';
import { PlanBoard } from './plan-board.tsx';
import { StateLight } from './state-light.tsx';
import type { PlanArea, PlanTask } from './use-plan.ts';
import { usePlanWords } from './words.ts';

/** At this many columns the numbers are still read from three metres. */
const MOST_COLUMNS = 22;

interface Props {
  readonly title: string;
  readonly asOf: string;
  readonly tasks: readonly PlanTask[];
  readonly areas: readonly PlanArea[];
  readonly leave: () => void;
}

/** Escape leads back. */
export function PlanWall({ title, asOf, tasks, areas, leave }: Props) {
  const say = usePlanWords();
  const frame = useRef<HTMLDialogElement>(null);
  const counts = countStates(tasks);
  useEffect(() => {
    const dialog = frame.current;
    // A modal dialog takes what lies behind it out of reach.
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      className="plan-wall"
      ref={frame}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <header className="plan-wall-head">
        <h1>{title}</h1>
        {WORST_FIRST.map((state) => (
          <StateLight key={state} state={state} count={counts[state]} />
        ))}
        <span className="soft push">{say('asOf', { at: sayInstant(asOf) })}</span>
        <Button type="text" icon={<CompressOutlined />} aria-label={say('leaveWall')} title={say('leaveWall')} onClick={leave} />
      </header>
      <PlanBoard tasks={tasks} areas={areas} most={MOST_COLUMNS} />
    </dialog>
  );
}
