/** Records that the city has and has not answered. */
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { sayInstant, useDatasets, useUnits } from '../../reference/index.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { ItemFilters, useItemFilter } from './use-item-filters.tsx';
import { useForwardingWords } from './words.ts';

type Unanswered = components['schemas']['UnansweredForwarding'];

/** A row opens its record. */
export function UnansweredTab() {
  const say = useForwardingWords();
  const navigate = useNavigate();
  const filter = useItemFilter();
  const list = useList(['forwarding', 'unanswered', filter], (cursor, limit) =>
    answerOf(
      api.GET('/api/v1/forwarding/unanswered', {
        params: { query: { ...filter, ...(cursor === undefined ? {} : { cursor }), limit } },
      }),
    ),
  );
  return (
    <DataTable
      name="forwarding-unanswered"
      title={say('unanswered')}
      columns={useColumns()}
      list={list}
      idOf={({ batch, row }) => `${batch}-${String(row)}`}
      open={({ recordId, dataset }) => void navigate({ to: '/records', search: { dataset, open: recordId } })}
      empty={say('noUnanswered')}
      filters={<ItemFilters />}
    />
  );
}

function useColumns(): readonly Column<Unanswered>[] {
  const say = useForwardingWords();
  const units = useUnits();
  const datasets = useDatasets();
  return [
    {
      id: 'since',
      title: say('since'),
      width: 120,
      isNumber: true,
      text: ({ workingDays }) => say('workingDays', { count: workingDays }),
    },
    {
      id: 'handedAt',
      title: say('handedAt'),
      width: 150,
      text: ({ handedAt }) => (handedAt === null ? '—' : sayInstant(handedAt)),
    },
    { id: 'dataset', title: say('dataset'), width: 120, text: ({ dataset }) => datasets.nameOf(dataset) },
    { id: 'number', title: say('recordNo'), width: 210, text: ({ number }) => number },
    { id: 'subject', title: say('subject'), width: 240, text: ({ subjectName }) => subjectName },
    { id: 'unit', title: say('unit'), width: 200, text: ({ unit }) => units.nameOf(unit) },
    { id: 'batch', title: say('batch'), width: 260, text: ({ batchNumber, row }) => `${batchNumber} · ${String(row)}` },
  ];
}
