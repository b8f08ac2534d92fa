/** Rows that wait until somebody of their unit confirms or drops them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import { Empty, Loading, Trouble, TroubleText } from '../../shell/states.tsx';
import { useIntakeWords } from './words.ts';

const MOST_SHOWN = 100;

interface Decision {
  readonly as: 'row' | 'correction' | 'new-decision' | 'drop';
  readonly reason: string;
}

/** The confirm list: choose rows, say why; the session signs. */
export function WaitingRows() {
  const say = useIntakeWords();
  const { data, error, refetch } = useQuery({ queryKey: ['waiting'], queryFn: readWaiting });
  return (
    <section className="sheet stack">
      <div>
        <h2>{say('waitingTitle')}</h2>
        <p className="soft">{say('waitingAbout')}</p>
      </div>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : data.items.length === 0 ? (
        <Empty>{say('waitingEmpty')}</Empty>
      ) : (
        <Choose rows={data.items} />
      )}
    </section>
  );
}

type Rows = Awaited<ReturnType<typeof readWaiting>>['items'];

function readWaiting() {
  return answerOf(api.GET('/api/v1/waiting', { params: { query: { limit: MOST_SHOWN } } }));
}

function Choose({ rows }: { readonly rows: Rows }) {
  const say = useIntakeWords();
  const datasets = useDatasets();
  const units = useUnits();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string): void =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={say('waitingTitle')}>
        <table className="plain-table waiting-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{say('subject')}</th>
              <th scope="col">{say('number')}</th>
              <th scope="col">{say('decidedOn')}</th>
              <th scope="col">{say('why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, subjectName, number, decidedOn, codes, reasons, dataset, unit, row }) => (
              <tr key={id}>
                <td>
                  <Checkbox aria-label={`${subjectName} ${number}`} checked={chosen.includes(id)} onChange={() => toggle(id)} />
                </td>
                <td>
                  {subjectName}
                  <div className="small soft">
                    {units.nameOf(unit)} · {datasets.nameOf(dataset)} · {say('row')} {row}
                  </div>
                </td>
                <td className="nowrap">{number}</td>
                <td className="nowrap">{decidedOn}</td>
                <td className="reading" lang="zh-CN">
                  {(reasons.length === 0 ? codes : reasons).map((reason) => (
                    <p key={reason}>{reason}</p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > 0 && <Decide ids={chosen} done={() => setChosen([])} />}
    </>
  );
}

function Decide({ ids, done }: { readonly ids: readonly string[]; readonly done: () => void }) {
  const say = useIntakeWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const needed = [{ required: true, min: 2, message: say('needed') }];
  const decide = async (decision: Decision): Promise<void> => {
    setBusy(true);
    let count = 0;
    try {
      for (const id of ids) {
        await answerOf(api.POST('/api/v1/waiting/{id}/decision', { params: { path: { id } }, body: decision }));
        count += 1;
      }
      done();
    } catch (error) {
      void message.error(<TroubleText error={error} />);
    }
    if (count > 0) void message.success(say('decided', { count }));
    setBusy(false);
    await queries.invalidateQueries();
  };
  const options = [
    { value: 'row', label: say('asRow') },
    { value: 'correction', label: say('asCorrection') },
    { value: 'new-decision', label: say('asNew') },
    { value: 'drop', label: say('asDrop') },
  ];
  return (
    <Form
      layout="inline"
      className="decide"
      initialValues={{ as: 'row' }}
      requiredMark={false}
      onFinish={(values: Decision) => void decide(values)}
    >
      <Form.Item name="as" label={say('as')}>
        <Select options={options} popupMatchSelectWidth={false} className="choice" />
      </Form.Item>
      <Form.Item name="reason" label={say('reason')} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {say('confirm', { count: ids.length })}
      </Button>
    </Form>
  );
}
