import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api } from '../api/index.ts';
import { today, useUnits } from '../reference/index.ts';
import { compileRules } from './row-rules.ts';
import type { RowRules } from './row-rules.ts';

/** The row checker of a dataset for a sender; null until its rules have been read. */
export function useRowRules(dataset: string, sender: string | null): RowRules | null {
  return useRulesOf([dataset], sender)?.get(dataset) ?? null;
}

/** The row checkers of several datasets; null until all have been read. */
export function useRulesOf(datasets: readonly string[], sender: string | null): ReadonlyMap<string, RowRules> | null {
  const { list } = useUnits();
  const rules = useQueries({
    queries: datasets.map((dataset) => ({
      queryKey: ['rules', dataset],
      queryFn: () => answerOf(api.GET('/api/v1/datasets/{dataset}/rules', { params: { path: { dataset } } })),
      staleTime: Infinity,
    })),
    combine: (answers) => ({ items: answers.flatMap(({ data }) => (data === undefined ? [] : [data])) }),
  });
  const names = datasets.join(' ');
  return useMemo(() => {
    const wanted = names === '' ? [] : names.split(' ');
    if (rules.items.length < wanted.length || sender === null || list.length === 0) return null;
    return new Map(
      wanted.flatMap((dataset, index) => {
        const found = rules.items[index];
        return found === undefined ? [] : [[dataset, compileRules(found, list, sender, today())] as const];
      }),
    );
  }, [rules, list, sender, names]);
}
