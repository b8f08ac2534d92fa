import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { asDay } from '@xincheng/core/calendar';
import { nextPeriod, periodOf, previousPeriod } from '@xincheng/core/indicators';
import { Button } from 'antd';
import { today } from '../../reference/index.ts';
import { useIndicatorWords } from './words.ts';

/** From month to month, not beyond the one that runs. */
export function MonthSteps({ month, go }: { readonly month: string; readonly go: (month: string) => void }) {
  const say = useIndicatorWords();
  const day = asDay(today());
  const period = periodOf(month, day);
  if (period === null) return null;
  const earlier = previousPeriod(period, day)?.id;
  const later = nextPeriod(period, day)?.id;
  const isLast = month >= day.slice(0, 7);
  return (
    <>
      <Button
        type="text"
        aria-label={say('earlier')}
        title={say('earlier')}
        icon={<LeftOutlined />}
        onClick={() => go(earlier ?? month)}
      />
      <span className="strong">{month}</span>
      <Button
        type="text"
        aria-label={say('later')}
        title={say('later')}
        icon={<RightOutlined />}
        disabled={isLast}
        onClick={() => go(later ?? month)}
      />
    </>
  );
}
