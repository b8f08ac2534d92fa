/** The credit office tells a unit something. */
import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useUnits } from '../../reference/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import { useNoticeWords } from './words.ts';

interface Letter {
  readonly unit: string;
  readonly title: string;
  readonly text: string;
  readonly due?: Dayjs | null;
}

/** Opened by the address. */
export function SendDrawer({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const say = useNoticeWords();
  const { list } = useUnits();
  const run = ({ unit, title, text, due }: Letter) =>
    answerOf(
      api.POST('/api/v1/notices', {
        body: { unit, title, text, ...(due === null || due === undefined ? {} : { answerDueOn: due.format('YYYY-MM-DD') }) },
      }),
    );
  return (
    <DetailDrawer title={say('send')} isOpen={isOpen} close={close}>
      <ActForm<Letter> submit={say('send')} run={run} leave={close} done={say('sentDone')}>
        <Form.Item name="unit" label={say('unit')} rules={[{ required: true }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={list.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="title" label={say('subject')} rules={[...NEEDED]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="text" label={say('text')} rules={[...NEEDED]}>
          <Input.TextArea rows={4} maxLength={5000} />
        </Form.Item>
        <Form.Item name="due" label={say('due')}>
          <DatePicker />
        </Form.Item>
      </ActForm>
    </DetailDrawer>
  );
}
