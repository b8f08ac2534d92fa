/** A handful of rejected rows, mended here: the very checks of the service run on every key. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Issue } from '@xincheng/core/intake';
import type { components } from '../../api/index.ts';
import { answerOf, api, readText } from '../../api/index.ts';
import { useRowRules } from '../../rules/index.ts';
import type { RowRules } from '../../rules/index.ts';
import { Loading, Trouble, TroubleText } from '../../shell/states.tsx';
import { defineWords, labelIn, useLanguage } from '../../words/index.ts';
import { rejectedRows } from './mend-rows.ts';
import type { RejectedRow } from './mend-rows.ts';

const useWords = defineWords('mend', {
  title: ['改退回的行', 'Mend the rows sent back'],
  about: [
    '改一格就校验一格，规则与平台相同；改好的行可以先提交',
    'Every key is checked by the rules of the service; rows that are right can be sent at once',
  ],
  row: ['行', 'Row'],
  send: ['提交改好的 {{count}} 行', 'Send {{count}} mended rows', 'Send the mended row'],
  left: ['还有 {{count}} 处', '{{count}} problems left', '1 problem left'],
  clean: ['可以提交', 'ready'],
  sent: ['已提交，回执 {{receipt}}', 'Sent, receipt {{receipt}}'],
});

type Receipt = components['schemas']['Receipt'];
type Form = components['schemas']['DatasetForm'];

/** More than these are mended in the workbook. */
export const MOST_MENDED_ROWS = 50;

/** Reads the rows as they were sent and lets them be changed. */
export function MendGrid({ receipt, done }: { readonly receipt: Receipt; readonly done: (batch: string) => void }) {
  const { dataset, unit, batch } = receipt;
  const form = useQuery({
    queryKey: ['dataset', dataset],
    queryFn: () => answerOf(api.GET('/api/v1/datasets/{dataset}', { params: { path: { dataset } } })),
    staleTime: Infinity,
  });
  const result = useQuery({ queryKey: ['result', batch], queryFn: () => readText(`/api/v1/batches/${batch}/result?format=csv`) });
  const rules = useRowRules(dataset, unit);
  const error = form.error ?? result.error;
  if (error !== null) return <Trouble error={error} />;
  if (form.data === undefined || result.data === undefined || rules === null) return <Loading />;
  return <Grid form={form.data} unit={unit} rows={rejectedRows(result.data, form.data.fields)} rules={rules} done={done} />;
}

interface GridProps {
  readonly form: Form;
  readonly unit: string;
  readonly rows: readonly RejectedRow[];
  readonly rules: RowRules;
  readonly done: (batch: string) => void;
}

function Grid({ form, unit, rows, rules, done }: GridProps) {
  const say = useWords();
  const language = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [edited, setEdited] = useState(rows);
  const checked = edited.map((row) => ({
    row,
    issues: rules.check(row.cells, row.rowNo).filter(({ severity }) => severity === 'error'),
  }));
  const ready = checked.filter(({ issues }) => issues.length === 0).map(({ row }) => row);
  const push = useMutation({
    mutationFn: () => {
      const records = ready.map(({ cells }) => Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== '')));
      return answerOf(
        api.POST('/api/v1/batches', {
          params: { header: { 'idempotency-key': crypto.randomUUID() } },
          body: { dataset: form.id, unit, records },
        }),
      );
    },
    onSuccess: ({ receipt }) => {
      void message.success(say('sent', { receipt: receipt.receiptNo }));
      void queries.invalidateQueries();
      done(receipt.batch);
    },
    onError: (error) => void message.error(<TroubleText error={error} />),
  });
  const put = (rowNo: number, code: string, value: string): void =>
    setEdited(edited.map((row) => (row.rowNo === rowNo ? { rowNo, cells: { ...row.cells, [code]: value } } : row)));
  return (
    <section className="stack">
      <div>
        <h2>{say('title')}</h2>
        <p className="soft">{say('about')}</p>
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={say('title')}>
        <table className="mend">
          <thead>
            <tr>
              <th scope="col">{say('row')}</th>
              {form.fields.map(({ code, name }) => (
                <th key={code} scope="col">
                  {labelIn(language, name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checked.map(({ row, issues }) => (
              <Line key={row.rowNo} row={row} issues={issues} form={form} put={(code, value) => put(row.rowNo, code, value)} />
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Button type="primary" disabled={ready.length === 0} loading={push.isPending} onClick={() => push.mutate()}>
          {say('send', { count: ready.length })}
        </Button>
      </div>
    </section>
  );
}

interface LineProps {
  readonly row: RejectedRow;
  readonly issues: readonly Issue[];
  readonly form: Form;
  readonly put: (code: string, value: string) => void;
}

function Line({ row, issues, form, put }: LineProps) {
  const say = useWords();
  const language = useLanguage();
  return (
    <>
      <tr>
        <th scope="row">
          {row.rowNo}
          <div className={issues.length > 0 ? 'small late nowrap' : 'small proven nowrap'}>
            {issues.length > 0 ? say('left', { count: issues.length }) : say('clean')}
          </div>
        </th>
        {form.fields.map(({ code, name }) => (
          <td key={code} className={issues.some(({ column }) => column === code) ? 'wrong' : ''}>
            <input
              aria-label={`${labelIn(language, name)} ${String(row.rowNo)}`}
              aria-invalid={issues.some(({ column }) => column === code)}
              value={row.cells[code] ?? ''}
              onChange={({ target }) => put(code, target.value)}
            />
          </td>
        ))}
      </tr>
      {issues.map(({ code, label, message, fix }) => (
        <tr key={code + (label ?? '')}>
          <td />
          <td colSpan={form.fields.length} className="mend-problem" lang="zh-CN">
            {message} {fix}
          </td>
        </tr>
      ))}
    </>
  );
}
