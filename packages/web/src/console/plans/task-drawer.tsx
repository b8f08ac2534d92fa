/** One task: what it asks, of whom, by when, what proves it and what does not, and the work around it. */
import { Tabs } from 'antd';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant } from '../../reference/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { StateLight } from './state-light.tsx';
import { TaskActs } from './task-acts.tsx';
import { TaskChanges } from './task-changes.tsx';
import { TaskDue, TaskName } from './task-lines.tsx';
import { TaskParts } from './task-parts.tsx';
import { TaskProof } from './task-proof.tsx';
import { TaskWork } from './task-work.tsx';
import { useTaskWords } from './task-words.ts';
import { useTask } from './use-plan.ts';
import type { PlanArea, TaskDetail } from './use-plan.ts';

interface PlanHead {
  readonly id: string;
  readonly state: 'confirmed' | 'closed';
  readonly areas: readonly PlanArea[];
}

interface Props {
  readonly plan: PlanHead;
  readonly number: string | null;
  readonly close: () => void;
}

/** Opened by the address. */
export function TaskDrawer({ plan, number, close }: Props) {
  const { data, error, refetch } = useTask(plan.id, number);
  return (
    <DetailDrawer title={data === undefined ? (number ?? '') : <TaskName task={data} />} isOpen={number !== null} close={close}>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Inside key={data.number} plan={plan} task={data} />
      )}
    </DetailDrawer>
  );
}

function Inside({ plan, task }: { readonly plan: PlanHead; readonly task: TaskDetail }) {
  const say = useTaskWords();
  const { search, put } = useAddress();
  const { area, text, targets, instruments, dueOn, plannedDueOn, firstProvenOn, asOf } = task;
  return (
    <div className="stack">
      <div className="row">
        <StateLight state={task.state} />
        <TaskDue task={task} />
        {task.isDeclared && task.state !== 'proven' && <span className="small soon">{say('declaredOnly')}</span>}
      </div>
      <p className="reading" lang="zh-CN">
        {text}
      </p>
      <Facts
        facts={[
          [say('area'), plan.areas.find((one) => one.number === area)?.title ?? area],
          [say('targets'), targets.map(({ words }) => words).join('；')],
          [say('instruments'), instruments.map(({ title, number = '' }) => `《${title}》${number}`).join('、')],
          [say('planned'), dueOn === plannedDueOn ? null : plannedDueOn],
          [say('firstProven'), firstProvenOn],
          [say('asOf'), sayInstant(asOf)],
        ]}
      />
      {plan.state === 'confirmed' && <TaskActs plan={plan.id} task={task} />}
      <Tabs
        activeKey={search['tab'] ?? 'proof'}
        onChange={(tab) => put({ tab })}
        items={[
          { key: 'proof', label: say('proof'), children: <TaskProof task={task} /> },
          { key: 'parts', label: say('parts'), children: <TaskParts task={task} /> },
          { key: 'work', label: say('work'), children: <TaskWork plan={plan} task={task} /> },
          { key: 'changes', label: say('changes'), children: <TaskChanges task={task} /> },
        ]}
      />
    </div>
  );
}
