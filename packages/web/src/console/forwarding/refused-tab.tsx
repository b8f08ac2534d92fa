/** What the city did not take: why, whose it is, and what to do. */
import { Link } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useDatasets, useUnits } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { useDoing } from '../use-doing.tsx';
import { ItemFilters, useItemFilter } from './use-item-filters.tsx';
import { useForwardingWords } from './words.ts';

type Refused = components['schemas']['RefusedForwarding'];

/** Several can be chosen to be sent again; one opens beside the list. */
export function RefusedTab() {
  const say = useForwardingWords();
  const may = useMay();
  const { search, put } = useAddress();
  const filter = useItemFilter();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const list = useList(['forwarding', 'refused', filter], (cursor, limit) =>
    answerOf(
      api.GET('/api/v1/forwarding/refused', {
        params: { query: { ...filter, ...(cursor === undefined ? {} : { cursor }), limit } },
      }),
    ),
  );
  const toggle = (id: string): void =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const columns = useColumns();
  const choice: Column<Refused> = {
    id: 'choose',
    title: say('choose'),
    width: 60,
    text: () => '',
    show: ({ recordId, isToResend, number }) => (
      <Checkbox
        aria-label={`${say('choose')} ${number}`}
        disabled={isToResend}
        checked={chosen.includes(recordId)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => toggle(recordId)}
      />
    ),
  };
  const opened = list.items.find(({ recordId }) => recordId === search['open']);
  return (
    <>
      {chosen.length > 0 && <Resend records={chosen} done={() => setChosen([])} />}
      <DataTable
        name="forwarding-refused"
        title={say('refused')}
        columns={may('forwarding.make') ? [choice, ...columns] : columns}
        list={list}
        idOf={({ recordId }) => recordId}
        opened={search['open'] ?? null}
        open={({ recordId }) => put({ open: recordId })}
        empty={say('noRefused')}
        filters={<ItemFilters />}
      />
      <DetailDrawer title={opened?.number ?? ''} isOpen={opened !== undefined} close={() => put({ open: '' })}>
        {opened !== undefined && <Detail item={opened} />}
      </DetailDrawer>
    </>
  );
}

function useColumns(): readonly Column<Refused>[] {
  const say = useForwardingWords();
  const units = useUnits();
  const datasets = useDatasets();
  return [
    {
      id: 'why',
      title: say('why'),
      width: 320,
      text: ({ code, message }) => [code, message].filter(Boolean).join(' '),
      show: ({ code, message, isToResend }) => (
        <span className={isToResend ? 'soft' : 'late'} lang="zh-CN">
          {[code, message].filter(Boolean).join(' ')}
        </span>
      ),
    },
    { id: 'number', title: say('recordNo'), width: 210, text: ({ number }) => number },
    { id: 'subject', title: say('subject'), width: 230, text: ({ subjectName }) => subjectName },
    { id: 'unit', title: say('unit'), width: 190, text: ({ unit }) => units.nameOf(unit) },
    { id: 'dataset', title: say('dataset'), width: 110, text: ({ dataset }) => datasets.nameOf(dataset) },
    {
      id: 'answeredAt',
      title: say('answeredAt'),
      width: 150,
      text: ({ answeredAt }) => (answeredAt === null ? '—' : sayInstant(answeredAt)),
    },
    { id: 'batch', title: say('batch'), width: 260, text: ({ batchNumber, row }) => `${batchNumber} · ${String(row)}` },
  ];
}

function Detail({ item }: { readonly item: Refused }) {
  const say = useForwardingWords();
  const units = useUnits();
  const datasets = useDatasets();
  const may = useMay();
  const { recordId, dataset, unit, number, subjectName, decidedOn, operation, code, message, answeredAt, isToResend } = item;
  return (
    <div className="stack">
      <Alert
        type={isToResend ? 'info' : 'error'}
        showIcon
        title={<span lang="zh-CN">{[code, message].filter(Boolean).join(' ')}</span>}
        description={say(isToResend ? 'toResend' : 'correct')}
      />
      <Facts
        facts={[
          [say('recordNo'), number],
          [say('subject'), subjectName],
          [say('unit'), units.nameOf(unit)],
          [say('dataset'), datasets.nameOf(dataset)],
          [say('decidedOn'), decidedOn],
          [say('operation'), say(operation === 'change' ? 'op-change' : operation)],
          [say('batch'), `${item.batchNumber} · ${String(item.row)}`],
          [say('answeredAt'), answeredAt === null ? null : sayInstant(answeredAt)],
        ]}
      />
      <Link to="/records" search={{ dataset, open: recordId }}>
        {say('openRecord')}
      </Link>
      {may('forwarding.make') && !isToResend && <Resend records={[recordId]} done={() => undefined} />}
    </div>
  );
}

function Resend({ records, done }: { readonly records: readonly string[]; readonly done: () => void }) {
  const say = useForwardingWords();
  const [form] = Form.useForm<{ reason: string }>();
  const resending = useDoing(
    ({ reason }: { readonly reason: string }) =>
      answerOf(api.POST('/api/v1/forwarding/resends', { body: { records: [...records], reason } })),
    {
      done: say('resent', { count: records.length }),
      after: () => {
        form.resetFields();
        done();
      },
    },
  );
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="sheet act" onFinish={(given) => resending.start(given)}>
      <h3>{say('resend')}</h3>
      <p className="soft reading">{say('resendAbout')}</p>
      <Form.Item name="reason" label={say('reason')} rules={[{ required: true, whitespace: true, message: say('needed') }]}>
        <Input maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={resending.isBusy}>
        {say('resendCount', { count: records.length })}
      </Button>
    </Form>
  );
}
