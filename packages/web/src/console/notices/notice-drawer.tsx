/** One notice: its words, who signed for it, the answer, the ways it went out. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { ActForm, NEEDED } from '../act-form.tsx';
import { useNoticeWords } from './words.ts';
import './notices.css';

export type Notice = components['schemas']['Notice'];

/** Opened by the address; looking at it does not sign for it. */
export function NoticeDrawer({ id, close }: { readonly id: string | null; readonly close: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['notice', id],
    queryFn: () => answerOf(api.GET('/api/v1/notices/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  });
  return (
    <DetailDrawer title={data?.title ?? ''} isOpen={id !== null} close={close}>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Inside key={data.id} notice={data} />
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
          <h2>{say('answer')}</h2>
          <p className="reading notice-body">{notice.answer}</p>
        </section>
      )}
      <About about={notice.about} />
      <Acts notice={notice} />
      <Deliveries notice={notice} />
    </div>
  );
}

/** The way to what it is about. */
function About({ about: { kind, id } }: Pick<Notice, 'about'>) {
  const say = useNoticeWords();
  const [owner = '', number] = id.split('/');
  if (kind === 'supervision' || kind === 'supervision-order')
    return (
      <Link to="/matters" search={{ open: owner, only: 'everything' }}>
        {say('toMatter')}
      </Link>
    );
  if (kind === 'plan' || kind === 'supervision-task')
    return (
      <Link to="/plans" search={{ plan: owner, ...(number === undefined ? {} : { task: number }) }}>
        {say('toPlan')}
      </Link>
    );
  return null;
}

/** Problems that we know by name; others are the other side's own words. */
const PROBLEMS = ['no-address', 'too-old', 'unsure'] as const;

/** The recipient signs for it once, and answers once. */
function Acts({ notice: { id, unit, readAt, answeredAt, answerDueOn } }: { readonly notice: Notice }) {
  const say = useNoticeWords();
  const may = useMay();
  const { unit: own } = useSession();
  const [isAnswering, setAnswering] = useState(false);
  if (unit !== own) return null;
  if (readAt === null)
    return (
      <ActForm
        submit={say('sign')}
        done={say('read')}
        run={() => answerOf(api.POST('/api/v1/notices/{id}/reading', { params: { path: { id } }, body: {} }))}
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
      run={({ text }) => answerOf(api.POST('/api/v1/notices/{id}/answer', { params: { path: { id } }, body: { text } }))}
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
  const known = (problem: string | null): string | null => {
    const code = PROBLEMS.find((one) => one === problem);
    return code === undefined ? null : say(code);
  };
  if (deliveries.length === 0) return null;
  return (
    <section>
      <h2>{say('deliveries')}</h2>
      <ul className="lines">
        {deliveries.map(({ channel, state, attempts, sentAt, problem, proof }) => (
          <li key={channel}>
            <span>{say(channel)}</span>
            <span className={state === 'given-up' || state === 'failed' ? 'late' : ''}>{say(state)}</span>
            <span className="soft">{sentAt === null ? say('attempts', { count: attempts }) : sayInstant(sentAt)}</span>
            <span className="small soft">{known(problem) ?? problem ?? (channel === 'inbox' ? null : proof)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
