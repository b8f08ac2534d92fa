/** Acts upon a record's publicity: only those that its state and the session's rights allow, each with a reason. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CLOCKED_WITHDRAWALS, WITHDRAWAL_REASONS } from '@xincheng/core/publicity';
import { App, Button, DatePicker, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { useMay } from '../../session/index.ts';
import { TroubleText } from '../../shell/states.tsx';
import { labelIn, useLanguage } from '../../words/index.ts';
import { actBody, possibleActs } from './publicity-act.ts';
import type { ActValues, PublicityAct } from './publicity-act.ts';
import { useActWords } from './publicity-act-words.ts';
import { useNarratives } from './use-narratives.ts';

interface Props {
  readonly record: components['schemas']['CreditRecord'];
  readonly publicity: components['schemas']['Publicity'];
}

/** Buttons, and the form of the one that was pressed. */
export function PublicityActs({ record, publicity }: Props) {
  const say = useActWords();
  const may = useMay();
  const narratives = useNarratives(record);
  const [act, setAct] = useState<PublicityAct | null>(null);
  if (act !== null) return <ActForm record={record} publicity={publicity} act={act} leave={() => setAct(null)} />;
  const possible = possibleActs(publicity, {
    mayWithdraw: may('publicity.withdraw', record.unit),
    mayClassify: may('publicity.classify', record.unit),
    hasNarratives: narratives.length > 0,
  });
  if (record.subject.kind === 'natural' || possible.length === 0) return null;
  return (
    <div className="row">
      {possible.map((one) => (
        <Button key={one} onClick={() => setAct(one)}>
          {say(one)}
        </Button>
      ))}
    </div>
  );
}

function ActForm({ record, publicity, act, leave }: Props & { readonly act: PublicityAct; readonly leave: () => void }) {
  const say = useActWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = record.recordId;
  const doing = useMutation({
    mutationFn: (values: ActValues) =>
      answerOf(
        api.POST('/api/v1/records/{id}/publicity/acts', {
          params: { path: { id } },
          body: actBody(act, values, publicity.events.length),
        }),
      ),
    onSuccess: () => {
      void message.success(say('done'));
      void queries.invalidateQueries();
      leave();
    },
    onError: (error) => void message.error(<TroubleText error={error} />),
  });
  const needed = [{ required: true, message: say('needed') }];
  const hasReason = act !== 'set-dispute' && act !== 'set-statement';
  const hasDocument = act === 'withdraw' || act === 'suspend' || act === 'resume';
  return (
    <Form layout="vertical" requiredMark={false} className="sheet" onFinish={(values: ActValues) => doing.mutate(values)}>
      <h3>{say(act)}</h3>
      <Particulars act={act} record={record} publicity={publicity} />
      {hasReason && (
        <Form.Item name="reason" label={say('reason')} rules={needed}>
          <Input.TextArea maxLength={500} rows={2} className="grows" />
        </Form.Item>
      )}
      {hasDocument && (
        <Form.Item name="document" label={say('document')}>
          <Input maxLength={500} />
        </Form.Item>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={doing.isPending}>
          {say(act)}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}

/** What one act asks for beside its reason. */
function Particulars({ act, record, publicity }: Props & { readonly act: PublicityAct }) {
  const say = useActWords();
  const language = useLanguage();
  const narratives = useNarratives(record);
  const needed = [{ required: true, message: say('needed') }];
  switch (act) {
    case 'withdraw':
      return <Because />;
    case 'set-class':
      return (
        <Form.Item name="class" label={say('class')} rules={needed} initialValue={publicity.classId ?? undefined}>
          <Select options={publicity.classes.map(({ id, name }) => ({ value: id, label: labelIn(language, name) }))} />
        </Form.Item>
      );
    case 'set-statement':
      return (
        <Form.Item name="words" label={say('statementWords')} rules={needed}>
          <Input.TextArea maxLength={500} rows={3} className="grows" />
        </Form.Item>
      );
    case 'set-text':
      return (
        <>
          <Form.Item name="field" label={say('field')} rules={needed}>
            <Select options={narratives.map(({ code, name }) => ({ value: code, label: labelIn(language, name) }))} />
          </Form.Item>
          <Form.Item name="text" label={say('text')} extra={say('textHelp')} rules={needed}>
            <Input.TextArea maxLength={5000} rows={4} className="grows" />
          </Form.Item>
        </>
      );
    default:
      return null;
  }
}

function Because() {
  const say = useActWords();
  const because = Form.useWatch<ActValues['because']>('because');
  const needed = [{ required: true, message: say('needed') }];
  return (
    <>
      <Form.Item name="because" label={say('because')} rules={needed}>
        <Select options={WITHDRAWAL_REASONS.map((value) => ({ value, label: say(value) }))} />
      </Form.Item>
      {because !== undefined && CLOCKED_WITHDRAWALS.includes(because) && (
        <Form.Item name="changedOn" label={say('changedOn')} rules={needed}>
          <DatePicker />
        </Form.Item>
      )}
    </>
  );
}
