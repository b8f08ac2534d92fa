/** Records that the city should have by a day near at hand, the most urgent first. */
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { ClockChip } from '../../parts/index.ts';
import { useDatasets, useUnits } from '../../reference/index.ts';
import { DataTable, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { useForwardingWords } from './words.ts';

type Due = components['schemas']['DueForwarding'];

const DAYS_AHEAD = 10;
const MOST = 500;

/** A row opens its record. */
export function DueTab() {
  const say = useForwardingWords();
  const navigate = useNavigate();
  const list = useWholeList(['forwarding', 'due'], () =>
    answerOf(api.GET('/api/v1/forwarding/due', { params: { query: { days: DAYS_AHEAD, limit: MOST } } })),
  );
  return (
    <DataTable
      name="forwarding-due"
      title={say('due')}
      columns={useColumns()}
      list={list}
      idOf={({ recordId }) => recordId}
      open={({ recordId, dataset }) => void navigate({ to: '/records', search: { dataset, open: recordId } })}
      empty={say('noDueItems')}
    />
  );
}

function useColumns(): readonly Column<Due>[] {
  const say = useForwardingWords();
  const units = useUnits();
  const datasets = useDatasets();
  return [
    {
      id: 'dueOn',
      title: say('dueOn'),
      width: 260,
      text: ({ dueOn }) => dueOn ?? say('noDue'),
      show: ({ dueOn }) => (dueOn === null ? say('noDue') : <ClockChip dueOn={dueOn} />),
    },
    { id: 'dataset', title: say('dataset'), width: 120, text: ({ dataset }) => datasets.nameOf(dataset) },
    { id: 'number', title: say('recordNo'), width: 210, text: ({ number }) => number },
    { id: 'subject', title: say('subject'), width: 240, text: ({ subjectName }) => subjectName },
    { id: 'unit', title: say('unit'), width: 200, text: ({ unit }) => units.nameOf(unit) },
    { id: 'decidedOn', title: say('decidedOn'), width: 110, text: ({ decidedOn }) => decidedOn },
  ];
}
