/** Notices: the inbox of a unit, and what the credit office has sent. */
import { Button, Segmented } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import { ClockChip } from '../../parts/index.ts';
import { sayInstant, today, useUnits } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { allPages, DataTable, useList, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { UnitChoice } from '../choices.tsx';
import { NoticeDrawer } from './notice-drawer.tsx';
import type { Notice } from './notice-drawer.tsx';
import { SendDrawer } from './send-drawer.tsx';
import { useNoticeWords } from './words.ts';

const SCOPES = ['everything', 'unread', 'unanswered', 'overdue'] as const;
type Scope = (typeof SCOPES)[number];

/** Filters and the opened notice stand in the address. */
export function NoticesPage() {
  const say = useNoticeWords();
  const may = useMay();
  const units = useUnits();
  const { search, put } = useAddress();
  const scope = SCOPES.find((one) => one === search['only']) ?? 'everything';
  const list = useNotices(scope, search['unit']);
  const state = (one: Notice): 'answered' | 'overdue' | 'unanswered' | 'read' | 'unread' =>
    one.answeredAt !== null
      ? 'answered'
      : isOverdue(one)
        ? 'overdue'
        : one.readAt === null
          ? 'unread'
          : one.answerDueOn === null
            ? 'read'
            : 'unanswered';
  const columns: readonly Column<Notice>[] = [
    { id: 'sentAt', title: say('sentAt'), width: 150, text: ({ sentAt }) => sayInstant(sentAt) },
    { id: 'title', title: say('name'), width: 280, text: ({ title }) => title },
    { id: 'unit', title: say('unit'), width: 210, text: ({ unit }) => units.nameOf(unit) },
    {
      id: 'state',
      title: say('state'),
      width: 110,
      text: (one) => say(state(one)),
      show: (one) => <span className={state(one) === 'overdue' ? 'late' : ''}>{say(state(one))}</span>,
    },
    {
      id: 'answerDueOn',
      title: say('answerDueOn'),
      width: 250,
      text: ({ answerDueOn }) => answerDueOn ?? '—',
      show: ({ answerDueOn, answeredAt }) =>
        answerDueOn === null ? '—' : answeredAt === null ? <ClockChip dueOn={answerDueOn} /> : answerDueOn,
    },
    {
      id: 'from',
      title: say('from'),
      width: 200,
      text: ({ fromUnit }) => (fromUnit === null ? say('office') : units.nameOf(fromUnit)),
      isExtra: true,
    },
  ];
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={may('notice.send') && <Button onClick={() => put({ send: '1' })}>{say('send')}</Button>}
    >
      <DataTable
        name="notices"
        title={say('title')}
        columns={columns}
        list={list}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('empty')}
        filters={
          <>
            <Segmented
              aria-label={say('only')}
              value={scope}
              options={SCOPES.map((one) => ({ value: one, label: say(one) }))}
              onChange={(only) => put({ only })}
            />
            <UnitChoice value={search['unit']} onChange={(unit) => put({ unit })} />
          </>
        }
      />
      <NoticeDrawer id={search['open'] ?? null} close={() => put({ open: '' })} />
      <SendDrawer isOpen={search['send'] !== undefined && may('notice.send')} close={() => put({ send: '' })} />
    </Page>
  );
}

/** What is overdue is looked for among all that wait for an answer. */
function useNotices(scope: Scope, unit: string | undefined) {
  const only = scope === 'everything' ? undefined : scope === 'unread' ? ('unread' as const) : ('unanswered' as const);
  const query = { ...(unit === undefined ? {} : { unit }), ...(only === undefined ? {} : { only }) };
  const read = (cursor: string | undefined, limit: number) =>
    answerOf(api.GET('/api/v1/notices', { params: { query: { ...query, limit, ...(cursor === undefined ? {} : { cursor }) } } }));
  const isWhole = scope === 'overdue';
  const paged = useList(['notices', query], read, !isWhole);
  const whole = useWholeList(
    ['notices', 'overdue', query],
    async () => ({ items: (await allPages(read)).filter(isOverdue) }),
    isWhole,
  );
  return isWhole ? whole : paged;
}

function isOverdue({ answerDueOn, answeredAt }: Notice): boolean {
  return answerDueOn !== null && answeredAt === null && answerDueOn < today();
}
