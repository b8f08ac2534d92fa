/** What can be done about a task by whoever looks at it: a unit declares, the credit office amends by a paper. */
import { Button, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { useUnits } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import type { TaskDetail } from './use-plan.ts';
import { useTaskWords } from './task-words.ts';

interface Props {
  readonly plan: string;
  readonly task: TaskDetail;
}

/** The buttons; one of them opened is its form. */
export function TaskActs({ plan, task }: Props) {
  const say = useTaskWords();
  const may = useMay();
  const { unit } = useSession();
  const [act, setAct] = useState<'declare' | 'amend' | null>(null);
  const isBound = task.bound.some((part) => part.unit === unit && part.role !== 'supporting');
  const acts = [
    ...(isBound && may('plan.declare', unit) ? (['declare'] as const) : []),
    ...(may('plan.confirm') ? (['amend'] as const) : []),
  ];
  const leave = (): void => setAct(null);
  if (act === 'declare') return <Declare plan={plan} number={task.number} leave={leave} />;
  if (act === 'amend') return <Amend plan={plan} task={task} leave={leave} />;
  if (acts.length === 0) return null;
  return (
    <div className="row">
      {acts.map((one) => (
        <Button key={one} onClick={() => setAct(one)}>
          {say(one)}
        </Button>
      ))}
    </div>
  );
}

function Declare({ plan, number, leave }: { readonly plan: string; readonly number: string; readonly leave: () => void }) {
  const say = useTaskWords();
  const { unit } = useSession();
  return (
    <ActForm<{ words: string }>
      submit={say('declare')}
      leave={leave}
      run={({ words }) =>
        answerOf(
          api.POST('/api/v1/plans/{id}/tasks/{number}/declarations', {
            params: { path: { id: plan, number } },
            body: { unit, words },
          }),
        )
      }
    >
      <p className="soft">{say('declareAbout')}</p>
      <Form.Item name="words" label={say('what')} rules={[...NEEDED]}>
        <Input.TextArea rows={2} maxLength={5000} />
      </Form.Item>
    </ActForm>
  );
}

interface Amendment {
  readonly document: string;
  readonly dueOn?: Dayjs | null;
  readonly changesUnits: boolean;
  readonly leads: readonly string[];
  readonly responsible: readonly string[];
  readonly supporting: readonly string[];
  readonly preparedBy: string;
  readonly reason: string;
}

const ROLES = ['leads', 'responsible', 'supporting'] as const;
const ROLE_WORDS = { leads: 'lead', responsible: 'responsible', supporting: 'supporting' } as const;

function Amend({ plan, task, leave }: Props & { readonly leave: () => void }) {
  const say = useTaskWords();
  const { list } = useUnits();
  const boundAs = (role: string): string[] => task.bound.filter((part) => part.role === role).map(({ unit }) => unit);
  const run = ({ document: paper, dueOn, changesUnits, preparedBy, reason, ...units }: Amendment) =>
    answerOf(
      api.POST('/api/v1/plans/{id}/amendments', {
        params: { path: { id: plan } },
        body: {
          ...{ number: task.number, document: paper, preparedBy, reason },
          ...(dueOn === null || dueOn === undefined ? {} : { dueOn: dueOn.format('YYYY-MM-DD') }),
          ...(changesUnits
            ? { units: { leads: [...units.leads], responsible: [...units.responsible], supporting: [...units.supporting] } }
            : {}),
        },
      }),
    );
  const initial = {
    ...{ changesUnits: false, leads: boundAs('lead') },
    ...{ responsible: boundAs('responsible'), supporting: boundAs('supporting') },
  };
  return (
    <ActForm<Amendment> submit={say('approve')} leave={leave} run={run} initial={initial}>
      <p className="soft">{say('amendAbout')}</p>
      <Form.Item name="document" label={say('document')} rules={[...NEEDED]}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="dueOn" label={say('newDue')}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="changesUnits" valuePropName="checked">
        <Checkbox>{say('newUnits')}</Checkbox>
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('changesUnits') === true &&
          ROLES.map((role) => (
            <Form.Item key={role} name={role} label={say(ROLE_WORDS[role])}>
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                options={list.map((unit) => ({ value: unit.id, label: unit.name }))}
              />
            </Form.Item>
          ))
        }
      </Form.Item>
      <Form.Item name="preparedBy" label={say('preparedBy')} rules={[...NEEDED]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="reason" label={say('reason')} rules={[...NEEDED]}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </ActForm>
  );
}
