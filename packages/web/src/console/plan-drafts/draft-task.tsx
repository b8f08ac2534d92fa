/** A task as it was understood, and the form to put it right. */
import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Facts } from '../../parts/index.ts';
import { MendTask } from './mend-task.tsx';
import { faultsOf } from './pieces.ts';
import type { DraftTask, PlanDraft } from './pieces.ts';
import { useDraftWords } from './words.ts';

interface Props {
  readonly draft: PlanDraft;
  readonly task: DraftTask;
  readonly canMend: boolean;
}

/** With what keeps it from being given out. */
export function DraftTaskView({ draft, task, canMend }: Props) {
  const say = useDraftWords();
  const [isMending, setMending] = useState(false);
  if (isMending) return <MendTask draft={draft} task={task} leave={() => setMending(false)} />;
  const { number, leads, responsible, supporting, due, dueKind, targets, instruments, isOpenEnded } = task;
  return (
    <div className="stack tight">
      <div className="row">
        <strong>{number}</strong>
        {canMend && (
          <Button size="small" className="push" aria-label={`${say('mend')} ${number}`} onClick={() => setMending(true)}>
            {say('mend')}
          </Button>
        )}
      </div>
      <Facts
        facts={[
          [say('leads'), leads.join('、')],
          [say('responsible'), responsible.join('、')],
          [say('supporting'), supporting.join('、')],
          [say('due'), due ?? say(dueKind === 'day' ? 'none' : dueKind)],
          [say('targets'), targets.map(({ words }) => words).join('；')],
          [say('instruments'), instruments.map(({ title, number: paper = '' }) => `《${title}》${paper}`).join('、')],
        ]}
      />
      {isOpenEnded && <p className="small soon">{say('openEnded')}</p>}
      <Faults draft={draft} task={task} />
    </div>
  );
}

function Faults({ draft, task }: Pick<Props, 'draft' | 'task'>) {
  const say = useDraftWords();
  const { unknown, hasNoUnit, isEarly } = faultsOf(task, draft);
  const sentences = [
    ...(unknown.length > 0 ? [say('unknown', { names: unknown.join('、') })] : []),
    ...(hasNoUnit ? [say('noUnits')] : []),
    ...(isEarly ? [say('early', { day: draft.issuedOn ?? '' })] : []),
  ];
  return sentences.map((sentence) => (
    <p key={sentence} className="small late">
      <ExclamationCircleOutlined aria-hidden /> {sentence}
    </p>
  ));
}
