/** The list of alarms, the newest first. */
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { ClockChip } from '../../parts/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Choice, UnitChoice } from '../choices.tsx';
import { AlarmDrawer } from './alarm-drawer.tsx';
import { AlarmState, sayConfidence } from './alarm-state.tsx';
import { useAlarmWords } from './words.ts';

type Alarm = components['schemas']['ConcealmentAlarm'];

const STATES = ['open', 'answered', 'returned', 'closed'] as const;

/** Filters stand in the address. */
export function AlarmsTab() {
  const say = useAlarmWords();
  const { search, put } = useAddress();
  const state = STATES.find((one) => one === search['state']);
  const unit = search['unit'];
  const filter = { ...(state === undefined ? {} : { state }), ...(unit === undefined ? {} : { unit }) };
  const list = useList(['alarms', filter], (cursor, limit) =>
    answerOf(
      api.GET('/api/v1/concealment/alarms', {
        params: { query: { ...filter, ...(cursor === undefined ? {} : { cursor }), limit } },
      }),
    ),
  );
  return (
    <>
      <DataTable
        name="alarms"
        title={say('alarms')}
        columns={useColumns()}
        list={list}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('empty')}
        filters={
          <>
            <Choice
              label={say('state')}
              value={state}
              options={STATES.map((one) => ({ value: one, label: say(one) }))}
              onChange={(next) => put({ state: next ?? '' })}
            />
            <UnitChoice value={unit} onChange={(next) => put({ unit: next ?? '' })} />
          </>
        }
      />
      <AlarmDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
    </>
  );
}

function useColumns(): readonly Column<Alarm>[] {
  const say = useAlarmWords();
  const units = useUnits();
  const datasets = useDatasets();
  const isOpen = ({ state }: Alarm): boolean => state === 'open' || state === 'returned';
  return [
    {
      id: 'state',
      title: say('state'),
      width: 150,
      text: ({ state }) => say(state),
      show: ({ state }) => <AlarmState state={state} />,
    },
    { id: 'unit', title: say('unit'), width: 190, text: ({ unit }) => units.nameOf(unit) },
    { id: 'sentence', title: say('sentence'), width: 380, text: ({ sentence }) => sentence },
    {
      id: 'dueOn',
      title: say('dueOn'),
      width: 250,
      text: ({ dueOn }) => dueOn ?? '—',
      show: (alarm) => (alarm.dueOn !== null && isOpen(alarm) ? <ClockChip dueOn={alarm.dueOn} /> : (alarm.dueOn ?? '—')),
    },
    { id: 'kind', title: say('kind'), width: 110, text: ({ kind }) => say(kind) },
    { id: 'dataset', title: say('dataset'), width: 120, text: ({ dataset }) => datasets.nameOf(dataset) },
    {
      id: 'confidence',
      title: say('confidence'),
      width: 90,
      isNumber: true,
      text: ({ confidence }) => sayConfidence(confidence),
    },
    { id: 'foundOn', title: say('foundOn'), width: 110, text: ({ foundOn }) => foundOn },
  ];
}
