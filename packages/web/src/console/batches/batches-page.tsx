/** Batches: every submission with its receipt. */
import { Link } from '@tanstack/react-router';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { sayInstant, useDatasets, useUnits } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Choice, DatasetChoice, UnitChoice } from '../choices.tsx';
import { BatchDrawer } from './batch-drawer.tsx';
import { useBatchWords } from './words.ts';

type Receipt = components['schemas']['Receipt'];

/** The list of batches. */
export function BatchesPage() {
  const say = useBatchWords();
  const { search, put } = useAddress();
  const may = useMay();
  const filter = filterOf(search);
  const list = useList(['batches', filter], (cursor, limit) =>
    answerOf(
      api.GET('/api/v1/batches', { params: { query: { ...filter, ...(cursor === undefined ? {} : { cursor }), limit } } }),
    ),
  );
  return (
    <Page title={say('title')} about={say('about')} actions={may('intake.submit') && <Link to="/intake">{say('send')}</Link>}>
      <DataTable
        name="batches"
        title={say('title')}
        columns={useColumns()}
        list={list}
        idOf={({ batch }) => batch}
        opened={search['open'] ?? null}
        open={({ batch }) => put({ open: batch })}
        empty={say('empty')}
        filters={<Filters />}
      />
      <BatchDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
    </Page>
  );
}

const STATES = ['received', 'done', 'refused'] as const;

function filterOf(search: Readonly<Record<string, string | undefined>>): {
  dataset?: string;
  unit?: string;
  state?: (typeof STATES)[number];
  from?: string;
  until?: string;
} {
  const state = STATES.find((one) => one === search['state']);
  const texts = (['dataset', 'unit', 'from', 'until'] as const).flatMap((name): [string, string][] =>
    search[name] === undefined ? [] : [[name, search[name]]],
  );
  return { ...Object.fromEntries(texts), ...(state === undefined ? {} : { state }) };
}

function Filters() {
  const say = useBatchWords();
  const { scope } = useSession();
  const { search, put } = useAddress();
  const days = [search['from'], search['until']] as const;
  return (
    <>
      <DatasetChoice value={search['dataset']} onChange={(dataset) => put({ dataset: dataset ?? '' })} />
      {scope === 'all' && <UnitChoice value={search['unit']} onChange={(unit) => put({ unit: unit ?? '' })} />}
      <Choice
        label={say('state')}
        value={search['state']}
        options={STATES.map((state) => ({ value: state, label: say(state) }))}
        onChange={(state) => put({ state: state ?? '' })}
      />
      <DatePicker.RangePicker
        aria-label={say('receivedAt')}
        placeholder={[say('from'), say('until')]}
        allowEmpty={[true, true]}
        value={[dayOf(days[0]), dayOf(days[1])]}
        onChange={(chosen) =>
          put({ from: chosen?.[0]?.format('YYYY-MM-DD') ?? '', until: chosen?.[1]?.format('YYYY-MM-DD') ?? '' })
        }
      />
    </>
  );
}

function dayOf(text: string | undefined): Dayjs | null {
  return text === undefined ? null : dayjs(text);
}

function useColumns(): readonly Column<Receipt>[] {
  const say = useBatchWords();
  const units = useUnits();
  const datasets = useDatasets();
  const figures = (['rows', 'accepted', 'changed', 'unchanged', 'rejected', 'waiting'] as const).map((id) => ({
    id,
    title: say(id),
    width: 90,
    isNumber: true,
    text: (receipt: Receipt) => String(receipt[id]),
    show: (receipt: Receipt) => (
      <span className={id === 'rejected' && receipt.rejected > 0 ? 'late' : receipt[id] === 0 ? 'soft' : ''}>{receipt[id]}</span>
    ),
  }));
  return [
    { id: 'receivedAt', title: say('receivedAt'), width: 150, text: ({ receivedAt }) => sayInstant(receivedAt) },
    { id: 'receiptNo', title: say('receiptNo'), width: 170, text: ({ receiptNo }) => receiptNo },
    { id: 'dataset', title: say('dataset'), width: 130, text: ({ dataset }) => datasets.nameOf(dataset) },
    { id: 'unit', title: say('unit'), width: 180, text: ({ unit }) => units.nameOf(unit) },
    { id: 'fileName', title: say('fileName'), width: 240, text: ({ fileName }) => fileName },
    { id: 'state', title: say('state'), width: 90, text: ({ state }) => say(state) },
    ...figures,
  ];
}
