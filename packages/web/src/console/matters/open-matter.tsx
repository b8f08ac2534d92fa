/** The first act of a matter around a task: what a unit files or asks, what the credit office calls for, urges or orders. */
import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { assertNever } from '@xincheng/core/result';
import { answerOf, api } from '../../api/index.ts';
import { useUnits } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import { FileActionPlan, FileReport } from './file-report.tsx';
import { useOpeningWords } from './opening-words.ts';

const ASKED_BY_UNITS = ['extension', 'hand-over', 'release'] as const;
const SAID_BY_THE_OFFICE = ['urging', 'order', 'report-call'] as const;
type Asking = (typeof ASKED_BY_UNITS)[number] | (typeof SAID_BY_THE_OFFICE)[number];
type Opening = 'report' | 'action-plan' | Asking;

interface Props {
  readonly plan: string;
  readonly number: string;
  /** Units that the task binds. */
  readonly bound: readonly string[];
}

/** By right: a unit for its own part, the office for any. */
export function OpenMatter({ plan, number, bound }: Props) {
  const say = useOpeningWords();
  const may = useMay();
  const { unit, scope } = useSession();
  const [opening, setOpening] = useState<Opening | null>(null);
  const openings: readonly Opening[] = [
    ...(bound.includes(unit) && may('supervision.report') ? (['report', 'action-plan', ...ASKED_BY_UNITS] as const) : []),
    ...(scope === 'all' && may('supervision.order') ? SAID_BY_THE_OFFICE : []),
  ];
  const leave = (): void => setOpening(null);
  if (openings.length === 0) return null;
  if (opening === 'report') return <FileReport part={{ plan, number, unit }} period={null} leave={leave} />;
  if (opening === 'action-plan') return <FileActionPlan plan={plan} leave={leave} />;
  if (opening !== null) return <Ask asking={opening} plan={plan} number={number} bound={bound} leave={leave} />;
  return (
    <div className="row">
      {openings.map((one) => (
        <Button key={one} onClick={() => setOpening(one)}>
          {say(one)}
        </Button>
      ))}
    </div>
  );
}

interface Said {
  readonly unit: string;
  readonly words: string;
  readonly day: Dayjs;
  readonly month: Dayjs;
  readonly to: string;
}

/** Each kind with the fields that it has; the form shows no others. */
function bodyOf(asking: Asking, about: Pick<Props, 'plan' | 'number'>, { unit, words, day, month, to }: Said) {
  const said = { ...about, unit, words };
  switch (asking) {
    case 'extension':
      return { kind: asking, ...said, dueOn: day.format('YYYY-MM-DD') };
    case 'hand-over':
      return { kind: asking, ...said, to };
    case 'order':
      return { kind: asking, ...said, sinceOn: day.format('YYYY-MM-DD') };
    case 'report-call':
      return { kind: asking, ...said, period: month.format('YYYY-MM'), dueOn: day.format('YYYY-MM-DD') };
    case 'urging':
    case 'release':
      return { kind: asking, ...said };
    default:
      return assertNever(asking);
  }
}

const DAY_WORDS = { extension: 'newDay', order: 'sinceOn', 'report-call': 'dueOn' } as const;

function Ask({ asking, plan, number, bound, leave }: Props & { readonly asking: Asking; readonly leave: () => void }) {
  const say = useOpeningWords();
  const { unit } = useSession();
  const isOffice = SAID_BY_THE_OFFICE.some((one) => one === asking);
  const run = (said: Said) =>
    answerOf(
      api.POST('/api/v1/supervision/matters', {
        body: bodyOf(asking, { plan, number }, isOffice ? said : { ...said, unit }),
      }),
    );
  const day = asking in DAY_WORDS ? DAY_WORDS[asking as keyof typeof DAY_WORDS] : null;
  return (
    <ActForm<Said> submit={say(asking)} run={run} leave={leave} done={say('asked')}>
      {isOffice && <UnitField name="unit" label={say('unit')} only={bound} />}
      {asking === 'hand-over' && <UnitField name="to" label={say('to')} only={null} />}
      {asking === 'report-call' && (
        <Form.Item name="month" label={say('period')} rules={[{ required: true }]}>
          <DatePicker picker="month" />
        </Form.Item>
      )}
      {day !== null && (
        <Form.Item name="day" label={say(day)} rules={[{ required: true }]}>
          <DatePicker />
        </Form.Item>
      )}
      <Form.Item name="words" label={say(isOffice ? 'words' : 'reason')} rules={[...NEEDED]}>
        <Input.TextArea rows={2} maxLength={5000} />
      </Form.Item>
    </ActForm>
  );
}

interface UnitFieldProps {
  readonly name: string;
  readonly label: string;
  readonly only: readonly string[] | null;
}

function UnitField({ name, label, only }: UnitFieldProps) {
  const { list } = useUnits();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={list.filter(({ id }) => only?.includes(id) ?? true).map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </Form.Item>
  );
}
