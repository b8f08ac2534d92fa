import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api } from '../api/index.ts';
import { today, useUnits } from '../reference/index.ts';
import { compileRules } from './row-rules.ts';
import type { RowRules } from './row-rules.ts';

/** The row checker of a dataset for a sender; null until its rules have been read. */
export function useRowRules(dataset: string, sender: string | null): RowRules | null {
  const { list } = useUnits();
  const { data } = useQuery({
    queryKey: ['rules', dataset],
    queryFn: () => answerOf(api.GET('/api/v1/datasets/{dataset}/rules', { params: { path: { dataset } } })),
    staleTime: Infinity,
  });
  return useMemo(
    () => (data === undefined || sender === null || list.length === 0 ? null : compileRules(data, list, sender, today())),
    [data, list, sender],
  );
}
