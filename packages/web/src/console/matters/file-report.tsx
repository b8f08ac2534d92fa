/** A unit files: the report of a period, or its action plan. */
import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import { answerOf, api } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import { Evidence } from './evidence.tsx';
import { useMatterNames, useMatterWords } from './words.ts';

/** A unit's part of a task. */
export interface TaskPart {
  readonly plan: string;
  readonly number: string;
  readonly unit: string;
}

interface Report {
  readonly month?: Dayjs;
  readonly words: string;
  readonly attachments?: string[];
}

interface ReportProps {
  readonly part: TaskPart;
  /** Fixed where a report is called for or filed again; else a month is chosen. */
  readonly period: string | null;
  readonly leave: () => void;
}

/** What was done in a period, with files. */
export function FileReport({ part, period, leave }: ReportProps) {
  const say = useMatterWords();
  const names = useMatterNames();
  const run = ({ month, words, attachments = [] }: Report) =>
    answerOf(
      api.POST('/api/v1/supervision/matters', {
        body: { kind: 'report', ...part, words, attachments, period: period ?? month?.format('YYYY-MM') ?? '' },
      }),
    );
  return (
    <ActForm<Report>
      submit={names('act.file')}
      run={run}
      leave={leave}
      done={say('done')}
      initial={{ month: dayjs().subtract(1, 'month') }}
    >
      {period === null ? (
        <Form.Item name="month" label={say('period')} rules={[{ required: true }]}>
          <DatePicker picker="month" />
        </Form.Item>
      ) : (
        <p className="soft">
          {say('period')} {period}
        </p>
      )}
      <Form.Item name="words" label={say('words')} rules={[...NEEDED]}>
        <Input.TextArea rows={2} maxLength={5000} />
      </Form.Item>
      <Form.Item name="attachments" label={say('files')}>
        <Evidence plan={part.plan} number={part.number} />
      </Form.Item>
    </ActForm>
  );
}

/** How the unit means to do its part of the plan; a file is needed. */
export function FileActionPlan({ plan, leave }: { readonly plan: string; readonly leave: () => void }) {
  const say = useMatterWords();
  const names = useMatterNames();
  const { unit } = useSession();
  const run = ({ words, attachments = [] }: Report) =>
    answerOf(api.POST('/api/v1/supervision/matters', { body: { kind: 'action-plan', plan, unit, words, attachments } }));
  return (
    <ActForm<Report> submit={names('act.file')} run={run} leave={leave} done={say('done')}>
      <Form.Item name="words" label={say('words')} rules={[...NEEDED]}>
        <Input.TextArea rows={2} maxLength={5000} />
      </Form.Item>
      <Form.Item name="attachments" label={say('files')} rules={[{ required: true }]}>
        <Evidence plan={plan} number={null} />
      </Form.Item>
    </ActForm>
  );
}
