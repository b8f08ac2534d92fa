/** Drafting the bulletin of a month. */
import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { answerOf, api } from '../../api/index.ts';
import { today } from '../../reference/index.ts';
import { ActForm } from '../act-form.tsx';
import { useBulletinWords } from './words.ts';

interface Props {
  readonly leave: () => void;
  /** Called with the new draft. */
  readonly opened: (id: string) => void;
}

/** The last month that is over is proposed. */
export function WriteBulletin({ leave, opened }: Props) {
  const say = useBulletinWords();
  const run = ({ month }: { readonly month: Dayjs }) =>
    answerOf(api.POST('/api/v1/bulletins', { body: { month: month.format('YYYY-MM'), isCorrection: false } }));
  return (
    <ActForm<{ month: Dayjs }, { id: string }>
      submit={say('write')}
      run={run}
      leave={leave}
      finish={({ id }) => opened(id)}
      initial={{ month: dayjs(today()).subtract(1, 'month') }}
    >
      <p className="soft">{say('writeAbout')}</p>
      <Form.Item name="month" label={say('month')} rules={[{ required: true }]}>
        <DatePicker picker="month" allowClear={false} />
      </Form.Item>
    </ActForm>
  );
}
