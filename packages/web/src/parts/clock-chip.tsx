/** The clock chip: how long is left, until when, and on a click the proof, day by day. */
import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/index.ts';
import { sayDay, today, useWorkingDays } from '../reference/index.ts';
import { Loading, Trouble } from '../shell/states.tsx';
import { defineWords, labelIn, useLanguage } from '../words/index.ts';
import { BasisTag } from './basis-tag.tsx';
import { clockState } from './clock-words.ts';
import type { ClockState } from './clock-words.ts';
import { Note } from './note.tsx';

const useWords = defineWords('clock', {
  late: ['逾期 {{count}} 天', '{{count}} days late', '1 day late'],
  today: ['今天到期', 'due today'],
  soon: ['还剩 {{count}} 个工作日', '{{count}} working days left', '1 working day left'],
  open: ['还剩 {{count}} 个工作日', '{{count}} working days left', '1 working day left'],
  far: ['还剩 {{count}} 天', '{{count}} days left', '1 day left'],
  due: ['{{day}}到期', 'due {{day}}'],
  done: ['按期完成', 'in time'],
  provisional: [
    '暂定：超出已公布的放假安排，按双休估算，公布后重算',
    'Provisional: beyond the published holidays, reckoned with plain weekends, and counted anew once they are published',
  ],
  proof: ['怎么算的', 'How it is counted'],
});

interface Props {
  readonly dueOn: string;
  readonly isProvisional?: boolean;
  /** Done in time: shows that instead of what is left. */
  readonly isDone?: boolean;
  /** Where the days come from; without it the chip cannot be opened. */
  readonly source?: { readonly deadline: string; readonly jurisdiction: string; readonly from: string };
}

const ICONS = {
  late: ExclamationCircleOutlined,
  today: ClockCircleOutlined,
  soon: ClockCircleOutlined,
  open: ClockCircleOutlined,
  far: ClockCircleOutlined,
};
const CLASSES: Readonly<Record<ClockState, string>> = {
  late: 'chip-late',
  today: 'chip-soon',
  soon: 'chip-soon',
  open: '',
  far: '',
};

/** How a due day stands. */
export function ClockChip({ dueOn, isProvisional = false, isDone = false, source }: Props) {
  const say = useWords();
  const language = useLanguage();
  const workingDays = useWorkingDays();
  const now = today();
  const { state, days } = clockState(dueOn, now, workingDays(dueOn));
  const Icon = isDone ? CheckCircleOutlined : ICONS[state];
  const classes = ['chip', isDone ? 'chip-proven' : CLASSES[state], isProvisional ? 'chip-provisional' : ''].join(' ');
  const words = `${isDone ? say('done') : say(state, { count: days })} · ${say('due', { day: sayDay(language, dueOn, now) })}`;
  const inside = (
    <>
      <Icon aria-hidden /> {words}
    </>
  );
  if (source === undefined)
    return (
      <span className={classes} title={isProvisional ? say('provisional') : undefined}>
        {inside}
      </span>
    );
  return (
    <Note title={say('proof')} content={<Proof {...source} />}>
      <button type="button" className={classes} onClick={(event) => event.stopPropagation()}>
        {inside}
      </button>
    </Note>
  );
}

function Proof({ deadline, jurisdiction, from }: NonNullable<Props['source']>) {
  const say = useWords();
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['due', deadline, jurisdiction, from],
    queryFn: () => answerOf(api.GET('/api/v1/due', { params: { query: { deadline, jurisdiction, from } } })),
    staleTime: Infinity,
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="proof stack tight">
      {data.rule !== null && (
        <p>
          {labelIn(language, data.rule.name)} · <BasisTag {...data.rule.basis} />
        </p>
      )}
      {data.provisional && <p className="soon small">{say('provisional')}</p>}
      <ol tabIndex={0} aria-label={say('proof')}>
        {data.proof.map(({ day, counted, reason }) => (
          <li key={day} className={counted ? '' : 'skipped'}>
            <span className="nowrap">{day}</span>
            <span lang="zh-CN">
              {counted ? '✓' : '—'} {reason}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
