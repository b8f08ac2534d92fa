/** Registers: the records of a dataset under its own columns, and a form for one more or for the next version of one. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { DatasetChoice, UnitChoice } from '../choices.tsx';
import { DayRange, given, TextSearch } from '../records/filters.tsx';
import { RecordDrawer } from '../records/record-drawer.tsx';
import { FormDrawer } from './form-drawer.tsx';
import { registerColumns } from './register-columns.ts';
import { useRegisterWords } from './words.ts';

type CreditRecord = components['schemas']['CreditRecord'];
type DatasetForm = components['schemas']['DatasetForm'];

/** The dataset, its filters, the opened record and the open form stand in the address. */
export function RegistersPage() {
  const say = useRegisterWords();
  const { search, put } = useAddress();
  const dataset = search['dataset'];
  const choice = <DatasetChoice value={dataset} onChange={(next) => put({ dataset: next, open: '', form: '', text: '' })} />;
  return (
    <Page title={say('title')} about={say('about')}>
      {dataset === undefined ? (
        <>
          <div className="table-bar">{choice}</div>
          <Shelf />
        </>
      ) : (
        <Register key={dataset} dataset={dataset} choice={choice} />
      )}
    </Page>
  );
}

/** Every register, to be opened. */
function Shelf() {
  const say = useRegisterWords();
  const { list } = useDatasets();
  const language = useLanguage();
  return (
    <>
      <p className="soft">{say('choose')}</p>
      <ul className="shelf">
        {list.map(({ id, name }) => (
          <li key={id}>
            <Link to="/registers" search={{ dataset: id }}>
              {labelIn(language, name)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Register({ dataset, choice }: { readonly dataset: string; readonly choice: ReactNode }) {
  const { search, put } = useAddress();
  const { data, error } = useQuery({
    queryKey: ['dataset', dataset],
    queryFn: () => answerOf(api.GET('/api/v1/datasets/{dataset}', { params: { path: { dataset } } })),
    staleTime: Infinity,
  });
  if (error !== null)
    return (
      <>
        <div className="table-bar">{choice}</div>
        <Trouble error={error} />
      </>
    );
  if (data === undefined) return <Loading />;
  return (
    <>
      <Records form={data} choice={choice} />
      <RecordDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
      <FormDrawer dataset={dataset} what={search['form'] ?? null} close={() => put({ form: '' })} />
    </>
  );
}

function Records({ form, choice }: { readonly form: DatasetForm; readonly choice: ReactNode }) {
  const say = useRegisterWords();
  const { search, put } = useAddress();
  const { text, unit, from, to } = search;
  const filters = { dataset: form.id, text, unit, decidedFrom: from, decidedTo: to };
  const list = useList(['records', 'register', filters], (cursor, limit) =>
    answerOf(api.GET('/api/v1/records', { params: { query: { ...given(filters), ...given({ cursor }), limit } } })),
  );
  const isFiltered = [text, unit, from, to].some((value) => value !== undefined);
  return (
    <DataTable
      name={`register-${form.id}`}
      title={say('title')}
      columns={useColumns(form)}
      list={list}
      idOf={({ recordId }) => recordId}
      opened={search['open'] ?? null}
      open={({ recordId }) => put({ open: recordId })}
      empty={say(isFiltered ? 'nothingFits' : 'empty')}
      filters={<Filters dataset={form.id} choice={choice} />}
    />
  );
}

function Filters({ dataset, choice }: { readonly dataset: string; readonly choice: ReactNode }) {
  const say = useRegisterWords();
  const { search, put } = useAddress();
  const { unit, scope } = useSession();
  const may = useMay();
  return (
    <>
      {choice}
      <TextSearch />
      {scope === 'all' && <UnitChoice value={search['unit']} onChange={(next) => put({ unit: next })} />}
      <DayRange label={say('decidedOn')} />
      {may('intake.submit', unit) && (
        <>
          <Button type="primary" onClick={() => put({ form: 'new' })}>
            {say('add')}
          </Button>
          <Link to="/intake" search={{ dataset }}>
            {say('import')}
          </Link>
        </>
      )}
    </>
  );
}

function useColumns(form: DatasetForm): readonly Column<CreditRecord>[] {
  const say = useRegisterWords();
  const language = useLanguage();
  const units = useUnits();
  return [
    ...registerColumns(form.fields, language),
    { id: 'unit', title: say('unit'), width: 200, text: ({ unit }) => units.nameOf(unit) },
    { id: 'version', title: say('version'), width: 80, isNumber: true, text: ({ version }) => String(version) },
  ];
}
