import { CheckCircleOutlined, EyeInvisibleOutlined, PauseCircleOutlined, StopOutlined, WarningOutlined } from '@ant-design/icons';
import type { components } from '../../api/index.ts';
import { defineWords } from '../../words/index.ts';

type CreditRecord = components['schemas']['CreditRecord'];

/** Says a state of publicity. */
export const useStateWords = defineWords('publicity-states', {
  held: ['未公示', 'held'],
  published: ['公示中', 'on show'],
  ended: ['已到期', 'ended'],
  withdrawn: ['已撤回', 'withdrawn'],
  suspended: ['暂停公示', 'suspended'],
  disputed: ['异议中', 'disputed'],
});

const ICONS = {
  held: EyeInvisibleOutlined,
  published: CheckCircleOutlined,
  ended: StopOutlined,
  withdrawn: StopOutlined,
  suspended: PauseCircleOutlined,
};

/** How a record stands with the public, and whether it is disputed: icon and word. */
export function StateMark({ state, marks }: Pick<CreditRecord, 'state' | 'marks'>) {
  const say = useStateWords();
  const Icon = ICONS[state];
  return (
    <>
      <Icon aria-hidden className={state === 'withdrawn' ? 'sealed' : 'soft'} /> {say(state)}
      {marks.some(({ mark }) => mark === 'disputed') && (
        <span className="disputed">
          {' '}
          <WarningOutlined aria-hidden /> {say('disputed')}
        </span>
      )}
    </>
  );
}
