/** Lists that change only with the standards: read once, known everywhere. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api } from '../api/index.ts';
import type { components } from '../api/index.ts';
import { labelIn, useLanguage } from '../words/index.ts';

type Schemas = components['schemas'];
export type DatasetSummary = Schemas['DatasetSummary'];

const FOR_LONG = { staleTime: Infinity, gcTime: Infinity } as const;

/** The units of the district, with a way from id to name. */
export function useUnits() {
  const { data } = useQuery({ queryKey: ['units'], queryFn: () => answerOf(api.GET('/api/v1/units')), ...FOR_LONG });
  return useMemo(() => {
    const list = data?.items ?? [];
    const names = new Map(list.map(({ id, name }) => [id, name]));
    return { list, nameOf: (id: string) => names.get(id) ?? id };
  }, [data]);
}

/** The datasets, with a way from id to name in the language of the page. */
export function useDatasets() {
  const language = useLanguage();
  const { data } = useQuery({ queryKey: ['datasets'], queryFn: () => answerOf(api.GET('/api/v1/datasets')), ...FOR_LONG });
  return useMemo(() => {
    const list = data?.items ?? [];
    const names = new Map(list.map(({ id, name }) => [id, labelIn(language, name)]));
    return { list, nameOf: (id: string) => names.get(id) ?? id };
  }, [data, language]);
}

/** Instruments by id. */
export function useInstruments(): ReadonlyMap<string, Schemas['Instrument']> {
  const { data } = useQuery({ queryKey: ['instruments'], queryFn: () => answerOf(api.GET('/api/v1/instruments')), ...FOR_LONG });
  return useMemo(() => new Map(data?.items.map(({ instrument }) => [instrument.id, instrument])), [data]);
}
