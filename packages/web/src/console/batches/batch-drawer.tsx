import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { ReceiptView } from './receipt-view.tsx';

const ASK_AGAIN_MS = 500;

/** A batch, read again twice a second while it is being worked on. */
export function useBatch(id: string | null) {
  return useQuery({
    queryKey: ['batch', id],
    queryFn: () => answerOf(api.GET('/api/v1/batches/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'received' ? ASK_AGAIN_MS : false),
  });
}

/** Opened by the address. */
export function BatchDrawer({ id, close }: { readonly id: string | null; readonly close: () => void }) {
  const { data, error, refetch } = useBatch(id);
  return (
    <DetailDrawer title={data?.receiptNo ?? ''} isOpen={id !== null} close={close}>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <ReceiptView receipt={data} />
      )}
    </DetailDrawer>
  );
}
