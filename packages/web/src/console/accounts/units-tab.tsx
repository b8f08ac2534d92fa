/** The units of the district. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Choice } from '../choices.tsx';
import { useKindName } from './kind-name.ts';
import { UnitDrawer } from './unit-drawer.tsx';
import { useAccountWords } from './words.ts';

type Unit = components['schemas']['Unit'];
type Entry = components['schemas']['CatalogEntry'];

/** Ids of the datasets that each unit provides today or later, from the catalogue. */
export function useProvided(): ReadonlyMap<string, readonly Entry[]> {
  const { data } = useQuery({ queryKey: ['catalog'], queryFn: () => answerOf(api.GET('/api/v1/catalog')) });
  return useMemo(() => {
    const provided = new Map<string, Entry[]>();
    for (const entry of data?.items ?? [])
      for (const unit of new Set(entry.providers.flatMap(({ members }) => members)))
        provided.set(unit, [...(provided.get(unit) ?? []), entry]);
    return provided;
  }, [data]);
}

/** The list; a unit opens beside it. */
export function UnitsTab() {
  const say = useAccountWords();
  const { search, put } = useAddress();
  const all = useWholeList(['units'], () => answerOf(api.GET('/api/v1/units')));
  const provided = useProvided();
  const kindName = useKindName();
  const kinds = [...new Set(all.items.map(({ kind }) => kind))];
  const items = all.items.filter(({ kind }) => search['kind'] === undefined || kind === search['kind']);
  const opened = all.items.find(({ id }) => id === search['open']) ?? null;
  return (
    <>
      <DataTable
        name="units"
        title={say('units')}
        columns={useColumns(provided)}
        list={{ ...all, items, readAll: () => Promise.resolve(items) }}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('noUnits')}
        filters={
          <Choice
            label={say('kind')}
            value={search['kind']}
            options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
            onChange={(kind) => put({ kind: kind ?? '' })}
          />
        }
      />
      <UnitDrawer unit={opened} entries={provided.get(opened?.id ?? '') ?? []} close={() => put({ open: '' })} />
    </>
  );
}

function useColumns(provided: ReadonlyMap<string, readonly Entry[]>): readonly Column<Unit>[] {
  const say = useAccountWords();
  const kindName = useKindName();
  const contactOf = ({ contact }: Unit): string => [contact?.mail, contact?.sms].filter(Boolean).join(' · ');
  return [
    {
      id: 'name',
      title: say('unit'),
      width: 260,
      text: ({ name, isCreditOffice }) => (isCreditOffice ? `${name} · ${say('creditOffice')}` : name),
    },
    { id: 'kind', title: say('kind'), width: 130, text: ({ kind }) => kindName(kind) },
    {
      id: 'datasets',
      title: say('datasets'),
      width: 90,
      isNumber: true,
      text: ({ id }) => String(provided.get(id)?.length ?? 0),
    },
    { id: 'contact', title: say('contact'), width: 300, text: (unit) => contactOf(unit) || '—' },
    { id: 'uscc', title: say('uscc'), width: 190, text: ({ uscc }) => uscc },
    { id: 'aliases', title: say('aliases'), width: 260, text: ({ aliases }) => aliases.join('、'), isExtra: true },
  ];
}
