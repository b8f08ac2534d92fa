/** Records: filters, list, and a drawer with content, clocks, versions and publicity. */
import { PUBLICITY_STATES as STATES } from '@xincheng/core/publicity';
import { Input } from 'antd';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { sayInstant, useDatasets, useUnits } from '../../reference/index.ts';
import { useSession } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Choice, DatasetChoice, UnitChoice } from '../choices.tsx';
import { DayRange, given, TextSearch } from './filters.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { StateMark, useStateWords } from './state-mark.tsx';
import { useRecordWords } from './words.ts';

type CreditRecord = components['schemas']['CreditRecord'];

/** The list of records. */
export function RecordsPage() {
  const say = useRecordWords();
  const { search, put } = useAddress();
  const { text, dataset, unit, subject, from, to } = search;
  const state = STATES.find((one) => one === search['state']);
  const filters = { text, dataset, unit, state, subject, decidedFrom: from, decidedTo: to };
  const list = useList(['records', filters], (cursor, limit) =>
    answerOf(api.GET('/api/v1/records', { params: { query: { ...given(filters), ...given({ cursor }), limit } } })),
  );
  return (
    <Page title={say('title')} about={say('about')}>
      <DataTable
        name="records"
        title={say('title')}
        columns={useColumns()}
        list={list}
        idOf={({ recordId }) => recordId}
        opened={search['open'] ?? null}
        open={({ recordId }) => put({ open: recordId })}
        empty={say('empty')}
        filters={<Filters />}
      />
      <RecordDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
    </Page>
  );
}

function Filters() {
  const say = useRecordWords();
  const sayState = useStateWords();
  const { search, put } = useAddress();
  const { scope } = useSession();
  return (
    <>
      <TextSearch />
      <DatasetChoice value={search['dataset']} onChange={(dataset) => put({ dataset })} />
      {scope === 'all' && <UnitChoice value={search['unit']} onChange={(unit) => put({ unit })} />}
      <Choice
        label={say('state')}
        value={search['state']}
        options={STATES.map((value) => ({ value, label: sayState(value) }))}
        onChange={(state) => put({ state })}
      />
      <Input.Search
        key={search['subject'] ?? ''}
        className="choice"
        aria-label={say('subject')}
        placeholder={say('subject')}
        allowClear
        defaultValue={search['subject'] ?? ''}
        onSearch={(text) => put({ subject: text.trim() })}
      />
      <DayRange label={say('decidedOn')} />
    </>
  );
}

function useColumns(): readonly Column<CreditRecord>[] {
  const say = useRecordWords();
  const sayState = useStateWords();
  const units = useUnits();
  const datasets = useDatasets();
  return [
    { id: 'decidedOn', title: say('decidedOn'), width: 110, text: ({ decidedOn }) => decidedOn },
    { id: 'dataset', title: say('dataset'), width: 130, text: ({ dataset }) => datasets.nameOf(dataset) },
    { id: 'subject', title: say('subjectName'), width: 280, text: ({ subject }) => subject.name },
    { id: 'number', title: say('number'), width: 230, text: ({ number }) => number },
    { id: 'unit', title: say('unit'), width: 180, text: ({ unit }) => units.nameOf(unit) },
    {
      id: 'state',
      title: say('state'),
      width: 140,
      text: ({ state }) => sayState(state),
      show: (item) => <StateMark {...item} />,
    },
    {
      id: 'late',
      title: say('received'),
      width: 150,
      text: (item) => lateText(item, say('inTime'), (count) => say('lateBy', { count })),
      show: (item) => <Received item={item} />,
    },
    { id: 'version', title: say('version'), width: 70, isNumber: true, text: ({ version }) => String(version) },
    { id: 'receivedAt', title: say('receivedAt'), width: 150, isExtra: true, text: ({ receivedAt }) => sayInstant(receivedAt) },
    { id: 'key', title: say('subjectKey'), width: 200, isExtra: true, text: ({ subject }) => subject.key },
    { id: 'shownUntil', title: say('shownUntil'), width: 120, isExtra: true, text: ({ shownUntil }) => shownUntil ?? '—' },
  ];
}

function worstLateDays({ timeliness }: CreditRecord): number | null {
  return timeliness.length === 0 ? null : Math.max(...timeliness.map(({ isLate, lateDays }) => (isLate ? lateDays : 0)));
}

function lateText(item: CreditRecord, inTime: string, lateBy: (count: number) => string): string {
  const days = worstLateDays(item);
  if (days === null) return '—';
  return days === 0 ? inTime : lateBy(days);
}

function Received({ item }: { readonly item: CreditRecord }) {
  const say = useRecordWords();
  const text = lateText(item, say('inTime'), (count) => say('lateBy', { count }));
  return <span className={(worstLateDays(item) ?? 0) > 0 ? 'late' : 'soft'}>{text}</span>;
}
