/** Batches: every submission with its receipt. */
import { Link } from '@tanstack/react-router';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { sayInstant, useDatasets, useUnits } from '../../reference/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { DatasetChoice } from '../choices.tsx';
import { BatchDrawer } from './batch-drawer.tsx';
import { useBatchWords } from './words.ts';

type Receipt = components['schemas']['Receipt'];

/** The list of batches. */
export function BatchesPage() {
  const say = useBatchWords();
  const { search, put } = useAddress();
  const dataset = search['dataset'];
  const list = useList(['batches', dataset], (cursor, limit) =>
    answerOf(
      api.GET('/api/v1/batches', {
        params: { query: { ...(dataset === undefined ? {} : { dataset }), ...(cursor === undefined ? {} : { cursor }), limit } },
      }),
    ),
  );
  return (
    <Page title={say('title')} about={say('about')} actions={<Link to="/intake">{say('send')}</Link>}>
      <DataTable
        name="batches"
        title={say('title')}
        columns={useColumns()}
        list={list}
        idOf={({ batch }) => batch}
        opened={search['open'] ?? null}
        open={({ batch }) => put({ open: batch })}
        empty={say('empty')}
        filters={<DatasetChoice value={dataset} onChange={(next) => put({ dataset: next })} />}
      />
      <BatchDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
    </Page>
  );
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
