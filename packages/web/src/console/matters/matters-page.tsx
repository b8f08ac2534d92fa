/** Supervision: matters around tasks, and the reports that units owe. */
import { Segmented, Tabs } from 'antd';
import { MATTER_KINDS } from '@xincheng/core/supervision';
import { today, useUnits } from '../../reference/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { allPages, DataTable, useList, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Choice, UnitChoice } from '../choices.tsx';
import { MatterDrawer } from './matter-drawer.tsx';
import { MatterDue } from './matter-due.tsx';
import { OwedReports } from './owed-reports.tsx';
import { readMatters, useNextActs } from './use-matters.ts';
import type { Matter } from './use-matters.ts';
import { useMatterNames, useMatterWords } from './words.ts';
import './matters.css';

const SCOPES = ['open', 'mine', 'late', 'everything'] as const;

/** Filters, tab and the opened matter stand in the address. */
export function MattersPage() {
  const say = useMatterWords();
  const { search, put } = useAddress();
  return (
    <Page title={say('title')} about={say('about')}>
      <Tabs
        className="page-tabs"
        activeKey={search['tab'] ?? 'matters'}
        onChange={(tab) => put({ tab })}
        items={[
          { key: 'matters', label: say('matters') },
          { key: 'owed', label: say('owed') },
        ]}
      />
      {search['tab'] === 'owed' ? <OwedReports /> : <Matters />}
      <MatterDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
    </Page>
  );
}

function Matters() {
  const say = useMatterWords();
  const names = useMatterNames();
  const units = useUnits();
  const { search, put } = useAddress();
  const scope = SCOPES.find((one) => one === search['only']) ?? 'open';
  const kind = MATTER_KINDS.find((one) => one === search['kind']);
  const list = useMatters(scope, kind);
  const columns: readonly Column<Matter>[] = [
    { id: 'kind', title: say('kind'), width: 130, text: (one) => names(`kind.${one.kind}`) },
    { id: 'task', title: say('task'), width: 80, text: ({ number }) => number ?? '—' },
    { id: 'unit', title: say('unit'), width: 240, text: ({ unit }) => units.nameOf(unit) },
    { id: 'state', title: say('state'), width: 170, text: ({ state }) => names(`state.${state}`) },
    {
      id: 'dueOn',
      title: say('dueOn'),
      width: 280,
      text: ({ dueOn }) => dueOn ?? '—',
      show: (one) => <MatterDue matter={one} />,
    },
    { id: 'period', title: say('period'), width: 90, text: ({ period }) => period ?? '—' },
    { id: 'document', title: say('document'), width: 190, text: ({ document: paper }) => paper ?? '—', isExtra: true },
    { id: 'openedOn', title: say('openedOn'), width: 110, text: ({ acts }) => acts[0]?.day ?? '—' },
    { id: 'plan', title: say('plan'), width: 140, text: ({ plan }) => plan, isExtra: true },
  ];
  const filters = (
    <>
      <Segmented
        aria-label={say('only')}
        value={scope}
        options={SCOPES.map((one) => ({ value: one, label: say(one) }))}
        onChange={(only) => put({ only })}
      />
      <Choice
        label={say('kind')}
        value={kind}
        options={MATTER_KINDS.map((one) => ({ value: one, label: names(`kind.${one}`) }))}
        onChange={(next) => put({ kind: next })}
      />
      <UnitChoice value={search['unit']} onChange={(unit) => put({ unit })} />
    </>
  );
  return (
    <DataTable
      name="matters"
      title={say('title')}
      columns={columns}
      list={list}
      idOf={({ id }) => id}
      opened={search['open'] ?? null}
      open={({ id }) => put({ open: id })}
      empty={say(scope === 'mine' ? 'emptyMine' : 'empty')}
      filters={filters}
    />
  );
}

/** Whether something waits on whom, and since when, is told from its course: those lists are read whole. */
function useMatters(scope: (typeof SCOPES)[number], kind: Matter['kind'] | undefined) {
  const { search } = useAddress();
  const nextActs = useNextActs();
  const { plan, number, unit } = search;
  const asked = {
    ...(kind === undefined ? {} : { kind }),
    ...(plan === undefined ? {} : { plan }),
    ...(number === undefined ? {} : { number }),
    ...(unit === undefined ? {} : { unit }),
  };
  const isWhole = scope === 'mine' || scope === 'late';
  const query = { ...asked, open: scope === 'everything' ? ('false' as const) : ('true' as const) };
  const paged = useList(['matters', query], (cursor, limit) => readMatters(query, cursor, limit), !isWhole);
  const isWanted = (matter: Matter): boolean =>
    scope === 'late' ? isLate(matter) : nextActs(matter).some(({ isForAnother }) => !isForAnother);
  const whole = useWholeList(
    ['matters', scope, query],
    async () => ({ items: (await allPages((cursor, limit) => readMatters(query, cursor, limit))).filter(isWanted) }),
    isWhole,
  );
  return isWhole ? whole : paged;
}

function isLate({ dueOn, next }: Matter): boolean {
  return next.length > 0 && dueOn !== null && dueOn < today();
}
