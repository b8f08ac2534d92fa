/** Withdrawal, suspension and resumption: named, with a reason, and for a changed decision its day. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CLOCKED_WITHDRAWALS, WITHDRAWAL_REASONS } from '@xincheng/core/publicity';
import { App, Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { TroubleText } from '../../shell/states.tsx';
import { defineWords } from '../../words/index.ts';

const useWords = defineWords('publicity-acts', {
  withdraw: ['撤回公示', 'Withdraw'],
  suspend: ['暂停公示', 'Suspend'],
  resume: ['恢复公示', 'Resume'],
  because: ['撤回的缘由', 'Why it is withdrawn'],
  'decision-changed': ['决定被变更', 'The decision was changed'],
  'decision-revoked': ['决定被撤销', 'The decision was revoked'],
  'decision-unlawful': ['决定被确认违法', 'The decision was found unlawful'],
  'decision-void': ['决定被确认无效', 'The decision was found void'],
  error: ['错误上传', 'Filed by mistake'],
  secret: ['不得公开的内容', 'Not to be made public'],
  'objection-upheld': ['异议成立', 'An objection was upheld'],
  changedOn: ['决定变动之日', 'Day of the change'],
  name: ['经办人', 'Your name'],
  reason: ['理由', 'Reason'],
  document: ['依据文书的文号', 'Number of the document'],
  needed: ['请填写', 'Please fill in'],
  done: ['已办理，公开页面随即变化', 'Done; the public page changes at once'],
  cancel: ['取消', 'Cancel'],
});

type Act = 'withdraw' | 'suspend' | 'resume';

interface Values {
  readonly because?: (typeof WITHDRAWAL_REASONS)[number];
  readonly changedOn?: Dayjs;
  readonly name: string;
  readonly reason: string;
  readonly document?: string;
}

/** What can be done from each state; the service decides whether this person may. */
const POSSIBLE: Readonly<Record<string, readonly Act[]>> = {
  published: ['withdraw', 'suspend'],
  held: ['withdraw'],
  suspended: ['resume', 'withdraw'],
};

/** The acts upon a record's publicity. */
export function PublicityActs({ id, state }: { readonly id: string; readonly state: string }) {
  const say = useWords();
  const [act, setAct] = useState<Act | null>(null);
  if (act !== null) return <ActForm id={id} act={act} leave={() => setAct(null)} />;
  return (
    <div className="row">
      {(POSSIBLE[state] ?? []).map((one) => (
        <Button key={one} onClick={() => setAct(one)}>
          {say(one)}
        </Button>
      ))}
    </div>
  );
}

function bodyOf(act: Act, { because = 'error', changedOn, name, reason, document: paper }: Values) {
  const said = { name, reason, ...(paper === undefined || paper === '' ? {} : { document: paper }) };
  if (act !== 'withdraw') return { act, ...said };
  return { act, because, ...said, ...(changedOn === undefined ? {} : { changedOn: changedOn.format('YYYY-MM-DD') }) };
}

function ActForm({ id, act, leave }: { readonly id: string; readonly act: Act; readonly leave: () => void }) {
  const say = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const because = Form.useWatch('because', form);
  const doing = useMutation({
    mutationFn: (values: Values) =>
      answerOf(api.POST('/api/v1/records/{id}/publicity/acts', { params: { path: { id } }, body: bodyOf(act, values) })),
    onSuccess: () => {
      void message.success(say('done'));
      void queries.invalidateQueries();
      leave();
    },
    onError: (error) => void message.error(<TroubleText error={error} />),
  });
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="sheet" onFinish={(values) => doing.mutate(values)}>
      {act === 'withdraw' && (
        <Form.Item name="because" label={say('because')} rules={needed}>
          <Select options={WITHDRAWAL_REASONS.map((value) => ({ value, label: say(value) }))} />
        </Form.Item>
      )}
      {because !== undefined && CLOCKED_WITHDRAWALS.includes(because) && (
        <Form.Item name="changedOn" label={say('changedOn')} rules={needed}>
          <DatePicker />
        </Form.Item>
      )}
      <Form.Item name="name" label={say('name')} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="reason" label={say('reason')} rules={needed}>
        <Input.TextArea maxLength={500} rows={2} className="grows" />
      </Form.Item>
      <Form.Item name="document" label={say('document')}>
        <Input maxLength={500} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={doing.isPending}>
          {say(act)}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}
