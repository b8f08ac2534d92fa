/** Batches for the city: made, handed over, answered. */
import { CheckOutlined, ClockCircleOutlined, ExportOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useDatasets } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Choice, DatasetChoice } from '../choices.tsx';
import { Sure } from '../sure.tsx';
import { useDoing } from '../use-doing.tsx';
import { useForwardingWords } from './words.ts';

type ForwardBatch = components['schemas']['ForwardBatch'];

const STATES = ['made', 'handed', 'answered'] as const;
const LOOKS = {
  made: { Icon: ClockCircleOutlined, className: 'soon' },
  handed: { Icon: ExportOutlined, className: '' },
  answered: { Icon: CheckOutlined, className: 'soft' },
};

/** The newest first. */
export function BatchesTab() {
  const say = useForwardingWords();
  const { search, put } = useAddress();
  const state = STATES.find((one) => one === search['state']);
  const dataset = search['dataset'];
  const filter = { ...(state === undefined ? {} : { state }), ...(dataset === undefined ? {} : { dataset }) };
  const list = useList(['forwarding', 'batches', filter], (cursor, limit) =>
    answerOf(
      api.GET('/api/v1/forwarding/batches', {
        params: { query: { ...filter, ...(cursor === undefined ? {} : { cursor }), limit } },
      }),
    ),
  );
  return (
    <>
      <DataTable
        name="forwarding-batches"
        title={say('batches')}
        columns={useColumns()}
        list={list}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('noBatches')}
        filters={
          <>
            <DatasetChoice value={dataset} onChange={(next) => put({ dataset: next ?? '' })} />
            <Choice
              label={say('state')}
              value={state}
              options={STATES.map((one) => ({ value: one, label: say(one) }))}
              onChange={(next) => put({ state: next ?? '' })}
            />
          </>
        }
      />
      <ForwardBatchDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
    </>
  );
}

function BatchState({ state }: { readonly state: ForwardBatch['state'] }) {
  const say = useForwardingWords();
  const { Icon, className } = LOOKS[state];
  return (
    <span className={className}>
      <Icon aria-hidden /> {say(state)}
    </span>
  );
}

function useColumns(): readonly Column<ForwardBatch>[] {
  const say = useForwardingWords();
  const datasets = useDatasets();
  const at = (instant: string | null): string => (instant === null ? '—' : sayInstant(instant));
  return [
    { id: 'number', title: say('number'), width: 240, text: ({ number }) => number },
    { id: 'dataset', title: say('dataset'), width: 110, text: ({ dataset }) => datasets.nameOf(dataset) },
    { id: 'rows', title: say('rows'), width: 70, isNumber: true, text: ({ rows }) => String(rows) },
    {
      id: 'state',
      title: say('state'),
      width: 120,
      text: ({ state }) => say(state),
      show: ({ state }) => <BatchState state={state} />,
    },
    { id: 'madeAt', title: say('madeAt'), width: 150, text: ({ madeAt }) => at(madeAt) },
    { id: 'handedAt', title: say('handedAt'), width: 150, text: ({ handedAt }) => at(handedAt) },
    { id: 'answeredAt', title: say('answeredAt'), width: 150, text: ({ answeredAt }) => at(answeredAt) },
    { id: 'cityNumber', title: say('cityNumber'), width: 180, text: ({ cityNumber }) => cityNumber ?? '—' },
  ];
}

function ForwardBatchDrawer({ id, close }: { readonly id: string | null; readonly close: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['forwarding', 'batch', id],
    queryFn: () => answerOf(api.GET('/api/v1/forwarding/batches/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  });
  return (
    <DetailDrawer title={data?.number ?? ''} isOpen={id !== null} close={close}>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Detail batch={data} />
      )}
    </DetailDrawer>
  );
}

function Detail({ batch }: { readonly batch: ForwardBatch }) {
  const say = useForwardingWords();
  const datasets = useDatasets();
  const may = useMay();
  const { id, dataset, rows, state, madeAt, madeBy, handedAt, handedBy, answeredAt, cityNumber } = batch;
  const handing = useDoing(() => answerOf(api.POST('/api/v1/forwarding/batches/{id}/handing', { params: { path: { id } } })), {
    done: say('handedDone'),
  });
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('state'), <BatchState key="state" state={state} />],
          [say('dataset'), datasets.nameOf(dataset)],
          [say('rows'), rows],
          [say('madeAt'), say('byAt', { at: sayInstant(madeAt), by: madeBy })],
          [say('handedAt'), handedAt === null ? null : say('byAt', { at: sayInstant(handedAt), by: handedBy ?? '' })],
          [say('answeredAt'), answeredAt === null ? null : sayInstant(answeredAt)],
          [say('cityNumber'), cityNumber],
          [say('fileName'), batch.fileName],
          [say('template'), batch.templateVersion],
          [say('sha256'), <code key="sha256">{batch.fileSha256}</code>],
        ]}
      />
      {state === 'made' && may('forwarding.make') && (
        <div className="row">
          <Sure question={say('handSure')} act={say('hand')} go={() => handing.start(undefined)}>
            <Button type="primary" loading={handing.isBusy}>
              {say('hand')}
            </Button>
          </Sure>
        </div>
      )}
    </div>
  );
}
