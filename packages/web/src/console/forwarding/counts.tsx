/** What went to the city, by dataset and unit. */
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { ItemFilters, useItemFilter } from './use-item-filters.tsx';
import { useForwardingWords } from './words.ts';

type Count = components['schemas']['ForwardingCount'];

/** A row opens what was refused of it, or has no answer. */
export function Counts() {
  const say = useForwardingWords();
  const { put } = useAddress();
  const { dataset, unit } = useItemFilter();
  const all = useWholeList(['forwarding', 'counts'], () => answerOf(api.GET('/api/v1/forwarding/counts')));
  const items = all.items.filter(
    (item) => (dataset === undefined || item.dataset === dataset) && (unit === undefined || item.unit === unit),
  );
  return (
    <DataTable
      name="forwarding-counts"
      title={say('counts')}
      columns={useColumns()}
      list={{ ...all, items, readAll: () => Promise.resolve(items) }}
      idOf={(item) => `${item.dataset}-${item.unit}`}
      open={(item) => put({ tab: item.refused > 0 ? 'refused' : 'unanswered', dataset: item.dataset, unit: item.unit, open: '' })}
      empty={say('noCounts')}
      filters={<ItemFilters />}
    />
  );
}

function useColumns(): readonly Column<Count>[] {
  const say = useForwardingWords();
  const units = useUnits();
  const datasets = useDatasets();
  const figures = (['records', 'forwarded', 'unanswered', 'accepted', 'refused'] as const).map((id) => ({
    id,
    title: say(id),
    width: 100,
    isNumber: true,
    text: (count: Count) => String(count[id]),
    show: (count: Count) => (
      <span className={count[id] === 0 ? 'soft' : id === 'refused' ? 'late' : ''}>{count[id].toLocaleString('en-US')}</span>
    ),
  }));
  return [
    { id: 'unit', title: say('unit'), width: 220, text: ({ unit }) => units.nameOf(unit) },
    { id: 'dataset', title: say('dataset'), width: 130, text: ({ dataset }) => datasets.nameOf(dataset) },
    ...figures,
    {
      id: 'timely',
      title: say('timely'),
      width: 130,
      isNumber: true,
      text: ({ cityTimely, cityReceived }) => (cityReceived === 0 ? '—' : `${String(cityTimely)} / ${String(cityReceived)}`),
    },
  ];
}
