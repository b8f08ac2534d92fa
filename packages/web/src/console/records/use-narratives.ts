import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';

type Field = components['schemas']['DatasetForm']['fields'][number];

/** Fields of a record that the public may see in other words. */
export function useNarratives({ dataset, values }: components['schemas']['CreditRecord']): readonly Field[] {
  const { data } = useQuery({
    queryKey: ['dataset', dataset],
    queryFn: () => answerOf(api.GET('/api/v1/datasets/{dataset}', { params: { path: { dataset } } })),
    staleTime: Infinity,
  });
  return (data?.fields ?? []).filter(
    ({ code, isPublic, role, types }) =>
      isPublic && values[code] !== undefined && (role === 'remark' || Object.values(types).includes('longText')),
  );
}
