/** Ending a plan. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { useMay } from '../../session/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import { usePlanWords } from './words.ts';

/** For whoever may confirm plans. */
export function ClosePlan({ id, isClosed }: { readonly id: string; readonly isClosed: boolean }) {
  const say = usePlanWords();
  const may = useMay();
  const [isAsked, setAsked] = useState(false);
  if (isClosed || !may('plan.confirm')) return null;
  if (!isAsked)
    return (
      <Button type="text" size="small" onClick={() => setAsked(true)}>
        {say('close')}
      </Button>
    );
  return (
    <ActForm<{ reason: string }>
      submit={say('close')}
      isDangerous
      leave={() => setAsked(false)}
      run={({ reason }) => answerOf(api.POST('/api/v1/plans/{id}/closing', { params: { path: { id } }, body: { reason } }))}
    >
      <p className="soft">{say('closeAbout')}</p>
      <Form.Item name="reason" label={say('reason')} rules={[...NEEDED]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActForm>
  );
}
