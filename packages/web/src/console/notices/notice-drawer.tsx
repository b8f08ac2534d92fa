/** One notice: its words, who signed for it, the answer, the ways it went out. */
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { Empty, Loading } from '../../shell/states.tsx';
import type { List } from '../../table/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import { useNoticeWords } from './words.ts';
import './notices.css';

export type Notice = components['schemas']['Notice'];

interface Props {
  readonly id: string | null;
  readonly list: List<Notice>;
  readonly close: () => void;
}

/** Opened by the address; an older one is looked for page by page. */
export function NoticeDrawer({ id, list, close }: Props) {
  const say = useNoticeWords();
  const notice = list.items.find((one) => one.id === id);
  const isSought = id !== null && notice === undefined && !list.isComplete;
  const { more } = list;
  useEffect(() => {
    if (isSought) more();
  }, [isSought, more]);
  return (
    <DetailDrawer title={notice?.title ?? ''} isOpen={id !== null} close={close}>
      {notice !== undefined ? (
        <Inside key={notice.id} notice={notice} />
      ) : isSought ? (
        <Loading />
      ) : (
        <Empty>{say('notHere')}</Empty>
      )}
    </DetailDrawer>
  );
}

function Inside({ notice }: { readonly notice: Notice }) {
  const say = useNoticeWords();
  const units = useUnits();
  const by = (name: string | null, at: string | null): string | null =>
    at === null ? null : say('by', { name: name ?? '', at: sayInstant(at) });
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('unit'), units.nameOf(notice.unit)],
          [say('from'), notice.fromUnit === null ? say('office') : units.nameOf(notice.fromUnit)],
          [say('sentBy'), by(notice.sentBy, notice.sentAt)],
          [say('answerDueOn'), notice.answerDueOn],
          [say('readBy'), by(notice.readBy, notice.readAt)],
          [say('answeredBy'), by(notice.answeredBy, notice.answeredAt)],
        ]}
      />
      <p className="reading notice-body" lang="zh-CN">
        {notice.body}
      </p>
      {notice.answer !== null && (
        <section className="stack tight">
          <h3>{say('answer')}</h3>
          <p className="reading notice-body">{notice.answer}</p>
        </section>
      )}
      <Acts notice={notice} />
      <Deliveries notice={notice} />
    </div>
  );
}

/** The recipient signs for it once, and answers once. */
function Acts({ notice: { id, unit, readAt, answeredAt, answerDueOn } }: { readonly notice: Notice }) {
  const say = useNoticeWords();
  const may = useMay();
  const { unit: own, name } = useSession();
  const [isAnswering, setAnswering] = useState(false);
  if (unit !== own) return null;
  if (readAt === null)
    return (
      <ActForm
        submit={say('sign')}
        done={say('read')}
        run={() => answerOf(api.POST('/api/v1/notices/{id}/reading', { params: { path: { id } }, body: { name } }))}
      />
    );
  if (answerDueOn === null || answeredAt !== null || !may('notice.answer')) return null;
  if (!isAnswering)
    return (
      <div>
        <Button type="primary" onClick={() => setAnswering(true)}>
          {say('answer')}
        </Button>
      </div>
    );
  return (
    <ActForm<{ text: string }>
      submit={say('answer')}
      done={say('answered')}
      leave={() => setAnswering(false)}
      run={({ text }) => answerOf(api.POST('/api/v1/notices/{id}/answer', { params: { path: { id } }, body: { name, text } }))}
    >
      <p className="soft">{say('answerOnce')}</p>
      <Form.Item name="text" label={say('answerText')} rules={[...NEEDED]}>
        <Input.TextArea rows={3} maxLength={5000} />
      </Form.Item>
    </ActForm>
  );
}

function Deliveries({ notice: { deliveries } }: { readonly notice: Notice }) {
  const say = useNoticeWords();
  if (deliveries.length === 0) return null;
  return (
    <section>
      <h3>{say('deliveries')}</h3>
      <ul className="lines">
        {deliveries.map(({ channel, state, attempts, sentAt, problem, proof }) => (
          <li key={channel}>
            <span>{say(channel)}</span>
            <span className={state === 'given-up' || state === 'failed' ? 'late' : ''}>{say(state)}</span>
            <span className="soft">{sentAt === null ? say('attempts', { count: attempts }) : sayInstant(sentAt)}</span>
            <span className="small soft">{problem ?? proof}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
