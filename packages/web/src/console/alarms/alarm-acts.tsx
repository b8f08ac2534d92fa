/** Answering by the unit, reviewing by the credit office; never both by one person. */
import { answersOf } from '@xincheng/core/concealment';
import type { AlarmAnswer } from '@xincheng/core/concealment';
import { hadAHand } from '@xincheng/core/identity';
import { Button, Form, Input, Radio } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useApprover, useMay, useSession } from '../../session/index.ts';
import { useDoing } from '../use-doing.tsx';
import { useAlarmWords } from './words.ts';

type Alarm = components['schemas']['ConcealmentAlarm'];

interface Said {
  readonly words: string;
  readonly document?: string;
}

/** The form for whoever has the next step. */
export function AlarmActs({ alarm }: { readonly alarm: Alarm }) {
  const say = useAlarmWords();
  const may = useMay();
  const session = useSession();
  const approver = useApprover();
  const isOwn = session.unit === alarm.unit;
  if (['open', 'returned', 'filed'].includes(alarm.state) && isOwn && may('concealment.answer'))
    return <AnswerForm alarm={alarm} />;
  if (alarm.state !== 'answered' || !may('concealment.review')) return null;
  const answered = alarm.steps.slice(-1).map(({ name }) => name);
  if (hadAHand(approver, answered)) return <p className="soon">{say('ownAnswer')}</p>;
  return <ReviewForm alarm={alarm} />;
}

/** A paper left blank is none. */
function bodyOf({ words, document: paper }: Said): { words: string; document?: string } {
  return { words, ...(paper === undefined || paper.trim() === '' ? {} : { document: paper }) };
}

function AnswerForm({ alarm: { id, kind } }: { readonly alarm: Alarm }) {
  const say = useAlarmWords();
  const answering = useDoing(
    ({ answer, ...said }: Said & { readonly answer: AlarmAnswer }) =>
      answerOf(
        api.POST('/api/v1/concealment/alarms/{id}/acts', {
          params: { path: { id } },
          body: { act: 'answer', answer, ...bodyOf(said) },
        }),
      ),
    { done: say('acted') },
  );
  return (
    <Form layout="vertical" requiredMark={false} className="sheet" onFinish={answering.start}>
      <h2>{say('answer')}</h2>
      <p className="soft reading">{say('answerHelp')}</p>
      <Form.Item name="answer" label={say('answerAs')} rules={[{ required: true, message: say('needed') }]}>
        <Radio.Group className="column-choice" options={answersOf(kind).map((value) => ({ value, label: say(value) }))} />
      </Form.Item>
      <SaidFields />
      <Button type="primary" htmlType="submit" loading={answering.isBusy}>
        {say('answer')}
      </Button>
    </Form>
  );
}

function ReviewForm({ alarm: { id } }: { readonly alarm: Alarm }) {
  const say = useAlarmWords();
  const [form] = Form.useForm<Said>();
  const reviewing = useDoing(
    ({ act, said }: { readonly act: 'accept' | 'return'; readonly said: Said }) =>
      answerOf(api.POST('/api/v1/concealment/alarms/{id}/acts', { params: { path: { id } }, body: { act, ...bodyOf(said) } })),
    { done: say('acted') },
  );
  const start = (act: 'accept' | 'return'): void => {
    form.validateFields().then(
      (said) => reviewing.start({ act, said }),
      () => undefined,
    );
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="sheet">
      <h2>{say('review')}</h2>
      <p className="soft reading">{say('reviewHelp')}</p>
      <SaidFields />
      <div className="row">
        <Button type="primary" loading={reviewing.isBusy} onClick={() => start('accept')}>
          {say('accept')}
        </Button>
        <Button loading={reviewing.isBusy} onClick={() => start('return')}>
          {say('return')}
        </Button>
      </div>
    </Form>
  );
}

/** What is said, and the paper behind it. */
export function SaidFields() {
  const say = useAlarmWords();
  return (
    <>
      <Form.Item name="words" label={say('words')} rules={[{ required: true, whitespace: true, message: say('needed') }]}>
        <Input.TextArea maxLength={1000} rows={2} className="grows" />
      </Form.Item>
      <Form.Item name="document" label={say('document')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
