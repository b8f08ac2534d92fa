/** What was not understood: shown where it stands, settled one or many at a time. */
import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Checkbox, Form, Input, Radio } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import type { Unread } from './pieces.ts';
import { useDraftWords } from './words.ts';

interface UnreadProps {
  readonly unread: Unread;
  readonly isChosen: boolean;
  /** Absent for who may not settle it. */
  readonly choose: (() => void) | undefined;
}

/** Why it was not understood, or how it was settled and by whom. */
export function UnreadView({ unread: { reason, settledAs, settledBy, settledWords }, isChosen, choose }: UnreadProps) {
  const say = useDraftWords();
  if (settledAs !== null)
    return (
      <p className="soft">
        {say('settledBy', {
          how: say(settledAs === 'resolved' ? 'settledResolved' : 'settledIrrelevant'),
          name: settledBy ?? '',
          words: settledWords ?? '',
        })}
      </p>
    );
  return (
    <div className="stack tight">
      <p className="late">
        <ExclamationCircleOutlined aria-hidden /> {say('unread')}：{say(reason)}
      </p>
      {choose !== undefined && (
        <Checkbox checked={isChosen} onChange={choose}>
          {say('choose')}
        </Checkbox>
      )}
    </div>
  );
}

interface Settling {
  readonly as: 'resolved' | 'irrelevant';
  readonly reason: string;
}

/** The chosen ones together. */
export function Settle({
  id,
  chosen,
  done,
}: {
  readonly id: string;
  readonly chosen: readonly number[];
  readonly done: () => void;
}) {
  const say = useDraftWords();
  const run = (said: Settling) =>
    answerOf(
      api.POST('/api/v1/plan-drafts/{id}/settlements', {
        params: { path: { id } },
        body: { ordinals: [...chosen], ...said },
      }),
    );
  return (
    <div className="settle">
      <ActForm<Settling> submit={say('settle', { count: chosen.length })} run={run} leave={done} initial={{ as: 'irrelevant' }}>
        <Form.Item name="as">
          <Radio.Group
            options={[
              { value: 'irrelevant', label: say('settledIrrelevant') },
              { value: 'resolved', label: say('settledResolved') },
            ]}
          />
        </Form.Item>
        <Form.Item name="reason" label={say('reason')} rules={[...NEEDED]}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </ActForm>
    </div>
  );
}
