/** Registers: the records of a dataset, and a form for one more. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { useUnits } from '../../reference/index.ts';
import { Page } from '../../shell/page.tsx';
import { Empty } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { DatasetChoice } from '../choices.tsx';
import { RecordDrawer } from '../records/record-drawer.tsx';
import { FormDrawer } from './form-drawer.tsx';
import { useRegisterWords } from './words.ts';

type CreditRecord = components['schemas']['CreditRecord'];

/** The dataset, the opened record and the open form stand in the address. */
export function RegistersPage() {
  const say = useRegisterWords();
  const { search, put } = useAddress();
  const dataset = search['dataset'];
  const choice = <DatasetChoice value={dataset} onChange={(next) => put({ dataset: next, open: '', form: '' })} />;
  return (
    <Page title={say('title')} about={say('about')}>
      {dataset === undefined ? (
        <>
          <div className="table-bar">{choice}</div>
          <Empty>{say('choose')}</Empty>
        </>
      ) : (
        <>
          <Register key={dataset} dataset={dataset} choice={choice} />
          <FormDrawer dataset={dataset} isOpen={search['form'] === 'new'} close={() => put({ form: '' })} />
        </>
      )}
    </Page>
  );
}

function Register({ dataset, choice }: { readonly dataset: string; readonly choice: ReactNode }) {
  const say = useRegisterWords();
  const units = useUnits();
  const { search, put } = useAddress();
  const list = useList(['records', 'register', dataset], (cursor, limit) =>
    answerOf(api.GET('/api/v1/records', { params: { query: { dataset, limit, ...(cursor === undefined ? {} : { cursor }) } } })),
  );
  const columns: readonly Column<CreditRecord>[] = [
    { id: 'decidedOn', title: say('decidedOn'), width: 110, text: ({ decidedOn }) => decidedOn },
    { id: 'subject', title: say('subject'), width: 280, text: ({ subject }) => subject.name },
    { id: 'number', title: say('number'), width: 240, text: ({ number }) => number },
    { id: 'unit', title: say('unit'), width: 220, text: ({ unit }) => units.nameOf(unit) },
    { id: 'version', title: say('version'), width: 80, isNumber: true, text: ({ version }) => String(version) },
  ];
  const filters = (
    <>
      {choice}
      <Button type="primary" onClick={() => put({ form: 'new' })}>
        {say('add')}
      </Button>
      <Link to="/intake" search={{ dataset }}>
        {say('import')}
      </Link>
    </>
  );
  return (
    <>
      <DataTable
        name={`register-${dataset}`}
        title={say('title')}
        columns={columns}
        list={list}
        idOf={({ recordId }) => recordId}
        opened={search['open'] ?? null}
        open={({ recordId }) => put({ open: recordId })}
        empty={say('empty')}
        filters={filters}
      />
      <RecordDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
    </>
  );
}
