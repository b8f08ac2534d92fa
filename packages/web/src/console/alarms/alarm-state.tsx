import { CheckOutlined, ClockCircleOutlined, ExclamationCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import type { components } from '../../api/index.ts';
import { useAlarmWords } from './words.ts';

type Alarm = components['schemas']['ConcealmentAlarm'];

const LOOKS = {
  open: { Icon: ExclamationCircleOutlined, className: 'soon' },
  answered: { Icon: ClockCircleOutlined, className: '' },
  returned: { Icon: RollbackOutlined, className: 'late' },
  closed: { Icon: CheckOutlined, className: 'soft' },
  filed: { Icon: CheckOutlined, className: 'proven' },
};

/** The state as a mark and a word. */
export function AlarmState({ state }: { readonly state: Alarm['state'] }) {
  const say = useAlarmWords();
  const { Icon, className } = LOOKS[state];
  return (
    <span className={className}>
      <Icon aria-hidden /> {say(state)}
    </span>
  );
}

/** The likelihood as a percentage, a dash where there is none. */
export function sayConfidence(confidence: number | null): string {
  return confidence === null ? '—' : `${String(Math.round(confidence * 100))} %`;
}
