/** Putting one task of a draft right; what is left as it is stays. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { DUE_KINDS, PLAN_TARGET_KINDS } from '@xincheng/core/plans';
import type { DueKind } from '@xincheng/core/plans';
import { answerOf, api } from '../../api/index.ts';
import { useUnits } from '../../reference/index.ts';
import { ActForm, NEEDED } from '../act-form.tsx';
import type { DraftTask, PlanDraft } from './pieces.ts';
import { useDraftWords } from './words.ts';

type Target = DraftTask['targets'][number];
type Paper = DraftTask['instruments'][number];
const ROLES = ['leads', 'responsible', 'supporting'] as const;
const BOUNDS = ['at-least', 'at-most', 'above', 'below', 'equal'] as const;

interface Mended {
  readonly leads: string[];
  readonly responsible: string[];
  readonly supporting: string[];
  readonly dueKind: DueKind;
  readonly dueOn?: Dayjs | null;
  readonly acceptsEarlyDue: boolean;
  readonly targets: Target[];
  readonly instruments: Paper[];
  readonly reason: string;
}

interface Props {
  readonly draft: PlanDraft;
  readonly task: DraftTask;
  readonly leave: () => void;
}

/** Units are written as the document names them: by name, short name or group. */
export function MendTask({ draft, task, leave }: Props) {
  const say = useDraftWords();
  const { leads, responsible, supporting, due, dueKind, targets, instruments, number } = task;
  const initial: Partial<Mended> = {
    ...{ leads, responsible, supporting, dueKind, targets, instruments, acceptsEarlyDue: false },
    ...(due === null ? {} : { dueOn: dayjs(due) }),
  };
  const run = ({ dueKind: kind, dueOn, acceptsEarlyDue, reason, ...said }: Mended) => {
    const on = kind === 'day' ? (dueOn?.format('YYYY-MM-DD') ?? null) : null;
    return answerOf(
      api.POST('/api/v1/plan-drafts/{id}/amendments', {
        params: { path: { id: draft.id } },
        body: {
          ...{
            number,
            reason,
            ...said,
            targets: said.targets.map(withoutBlank),
            instruments: said.instruments.map(withoutBlank),
          },
          ...(kind === dueKind && on === due ? {} : { due: { kind, on } }),
          ...(acceptsEarlyDue ? { acceptsEarlyDue } : {}),
        },
      }),
    );
  };
  return (
    <ActForm<Mended> submit={say('keep')} run={run} leave={leave} initial={initial}>
      {ROLES.map((role) => (
        <UnitNames key={role} role={role} />
      ))}
      <DueFields issuedOn={draft.issuedOn} />
      <Targets />
      <Papers />
      <Form.Item name="reason" label={say('reason')} rules={[...NEEDED]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </ActForm>
  );
}

/** A field that was emptied is not there. */
function withoutBlank<T extends object>(one: T): T {
  return Object.fromEntries(
    Object.entries(one).filter(([, value]) => value !== '' && value !== undefined && value !== null),
  ) as T;
}

function UnitNames({ role }: { readonly role: (typeof ROLES)[number] }) {
  const say = useDraftWords();
  const { list } = useUnits();
  return (
    <Form.Item name={role} label={say(role)}>
      <Select mode="tags" tokenSeparators={['、', '，']} options={list.map(({ name }) => ({ value: name, label: name }))} />
    </Form.Item>
  );
}

function DueFields({ issuedOn }: { readonly issuedOn: string | null }) {
  const say = useDraftWords();
  return (
    <>
      <Form.Item name="dueKind" label={say('due')}>
        <Select options={DUE_KINDS.map((kind) => ({ value: kind, label: say(kind) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const on = getFieldValue('dueOn') as Dayjs | null | undefined;
          const isDay = getFieldValue('dueKind') === 'day';
          return (
            <>
              {isDay && (
                <Form.Item name="dueOn" rules={[{ required: true }]}>
                  <DatePicker aria-label={say('due')} />
                </Form.Item>
              )}
              {isDay && issuedOn !== null && on?.isBefore(issuedOn, 'day') === true && (
                <Form.Item name="acceptsEarlyDue" valuePropName="checked">
                  <Checkbox>{say('acceptEarly')}</Checkbox>
                </Form.Item>
              )}
            </>
          );
        }}
      </Form.Item>
    </>
  );
}

function Targets() {
  const say = useDraftWords();
  return (
    <Lines name="targets" label={say('targets')} start={{ kind: 'percent', is: 'at-least' }}>
      {(at) => (
        <>
          <Form.Item name={[at, 'words']} rules={[...NEEDED]} noStyle>
            <Input aria-label={say('targetWords')} placeholder={say('targetWords')} maxLength={500} />
          </Form.Item>
          <Form.Item name={[at, 'is']} noStyle>
            <Select aria-label={say('targets')} options={BOUNDS.map((bound) => ({ value: bound, label: say(bound) }))} />
          </Form.Item>
          <Form.Item name={[at, 'value']} noStyle>
            <Input aria-label={say('value')} placeholder={say('value')} maxLength={30} inputMode="decimal" />
          </Form.Item>
          <Form.Item name={[at, 'kind']} noStyle>
            <Select aria-label={say('value')} options={PLAN_TARGET_KINDS.map((kind) => ({ value: kind, label: say(kind) }))} />
          </Form.Item>
        </>
      )}
    </Lines>
  );
}

function Papers() {
  const say = useDraftWords();
  return (
    <Lines name="instruments" label={say('instruments')} start={{}}>
      {(at) => (
        <>
          <Form.Item name={[at, 'title']} rules={[...NEEDED]} noStyle>
            <Input aria-label={say('paperTitle')} placeholder={say('paperTitle')} maxLength={500} />
          </Form.Item>
          <Form.Item name={[at, 'number']} noStyle>
            <Input aria-label={say('paperNumber')} placeholder={say('paperNumber')} maxLength={200} />
          </Form.Item>
        </>
      )}
    </Lines>
  );
}

interface LinesProps {
  readonly name: string;
  readonly label: string;
  /** What a line added begins with. */
  readonly start: object;
  readonly children: (at: number) => ReactNode;
}

function Lines({ name, label, start, children }: LinesProps) {
  const say = useDraftWords();
  return (
    <fieldset className="field-group">
      <legend>{label}</legend>
      <Form.List name={name}>
        {(fields, { add, remove }) => (
          <div className="stack tight">
            {fields.map((field) => (
              <div key={field.key} className="mend-line">
                {children(field.name)}
                <Button type="text" icon={<DeleteOutlined />} aria-label={say('remove')} onClick={() => remove(field.name)} />
              </div>
            ))}
            <div>
              <Button size="small" icon={<PlusOutlined />} onClick={() => add(start)}>
                {say('add')}
              </Button>
            </div>
          </div>
        )}
      </Form.List>
    </fieldset>
  );
}
