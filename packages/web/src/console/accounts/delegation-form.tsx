/** Letting a colleague stand in: for oneself, or by an administrator for somebody who is away. */
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { answerOf, api } from '../../api/index.ts';
import { today } from '../../reference/index.ts';
import { Empty, Loading, Trouble } from '../../shell/states.tsx';
import { useDoing } from '../use-doing.tsx';
import { useAccountWords } from './words.ts';

interface Person {
  readonly login: string;
  readonly name: string;
  readonly unit?: string;
}

interface Values {
  readonly from?: string;
  readonly to: string;
  readonly days: readonly [Dayjs, Dayjs];
  readonly reason: string;
}

const DAY = 'YYYY-MM-DD';
const MOST_ACCOUNTS = 500;

/** For the time when I am away. */
export function OwnDelegationForm({ leave }: { readonly leave: () => void }) {
  const say = useAccountWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => answerOf(api.GET('/api/v1/me/colleagues')),
  });
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.items.length === 0) return <Empty>{say('noColleagues')}</Empty>;
  return <DelegationForm people={data.items} isForOther={false} leave={leave} />;
}

/** For anybody whose account one manages. */
export function OtherDelegationForm({ leave }: { readonly leave: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', 'active'],
    queryFn: () => answerOf(api.GET('/api/v1/accounts', { params: { query: { state: 'active', limit: MOST_ACCOUNTS } } })),
  });
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return <DelegationForm people={data.items} isForOther leave={leave} />;
}

interface Props {
  readonly people: readonly Person[];
  readonly isForOther: boolean;
  readonly leave: () => void;
}

function DelegationForm({ people, isForOther, leave }: Props) {
  const say = useAccountWords();
  const [form] = Form.useForm<Values>();
  const from = Form.useWatch('from', form);
  const away = people.find(({ login }) => login === from);
  const making = useDoing((values: Values) => answerOf(api.POST('/api/v1/delegations', { body: bodyOf(values) })), {
    done: say('delegated'),
    after: leave,
  });
  const needed = [{ required: true, message: say('needed') }];
  const fit = isForOther ? people.filter(({ login, unit }) => login !== from && unit === away?.unit) : people;
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ days: [dayjs(today()), dayjs(today()).add(6, 'day')] }}
      onFinish={(values) => making.start(values)}
    >
      <p className="soft reading">{say('delegateHelp')}</p>
      {isForOther && (
        <Form.Item name="from" label={say('away')} rules={needed}>
          <PersonSelect people={people} />
        </Form.Item>
      )}
      <Form.Item name="to" label={say('standsIn')} rules={needed}>
        <PersonSelect people={fit} />
      </Form.Item>
      <Form.Item name="days" label={say('period')} rules={needed}>
        <DatePicker.RangePicker format={DAY} minDate={dayjs(today())} />
      </Form.Item>
      <Form.Item name="reason" label={say('reason')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={making.isBusy}>
          {say('delegate')}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}

function PersonSelect({
  people,
  ...field
}: {
  readonly people: readonly Person[];
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}) {
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={people.map(({ login, name }) => ({ value: login, label: `${name} ${login}` }))}
    />
  );
}

function bodyOf({ from, to, days: [fromOn, untilOn], reason }: Values) {
  return {
    ...(from === undefined ? {} : { from }),
    to,
    fromOn: fromOn.format(DAY),
    untilOn: untilOn.format(DAY),
    reason,
  };
}
