/** Numbers noted as never used, with what speaks against them. */
import { ExclamationCircleOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useUnits } from '../../reference/index.ts';
import { useSession } from '../../session/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { UnitChoice } from '../choices.tsx';
import { useAlarmWords } from './words.ts';

type Void = components['schemas']['VoidNumber'];

const MONTH = /^\d{4}-\d{2}$/u;

/** By unit, series and number; a unit sees its own. */
export function VoidsTab() {
  const say = useAlarmWords();
  const { scope } = useSession();
  const { search, put } = useAddress();
  const month = MONTH.test(search['month'] ?? '') ? search['month'] : undefined;
  const unit = search['unit'];
  const filter = { ...(month === undefined ? {} : { month }), ...(unit === undefined ? {} : { unit }) };
  const list = useList(['voids', filter], (cursor, limit) =>
    answerOf(
      api.GET('/api/v1/concealment/voids', {
        params: { query: { ...filter, ...(cursor === undefined ? {} : { cursor }), limit } },
      }),
    ),
  );
  return (
    <DataTable
      name="voids"
      title={say('voids')}
      columns={useColumns()}
      list={list}
      idOf={({ unit: one, number }) => `${one}/${number}`}
      open={({ alarm }) => {
        if (alarm !== null) put({ tab: 'alarms', open: alarm });
      }}
      empty={say('voidsEmpty')}
      filters={
        <>
          {scope === 'all' && <UnitChoice value={unit} onChange={(next) => put({ unit: next ?? '' })} />}
          <Input
            type="month"
            className="choice"
            aria-label={say('month')}
            value={month ?? ''}
            onChange={({ target }) => put({ month: target.value })}
          />
        </>
      }
    />
  );
}

function useColumns(): readonly Column<Void>[] {
  const say = useAlarmWords();
  const units = useUnits();
  const against = ({ isFiled, isSeen }: Void): string =>
    [isFiled ? say('isFiled') : '', isSeen ? say('isSeen') : ''].filter(Boolean).join('、');
  return [
    { id: 'number', title: say('number'), width: 220, text: ({ number }) => number },
    { id: 'unit', title: say('unit'), width: 190, text: ({ unit }) => units.nameOf(unit) },
    { id: 'reason', title: say('reason'), width: 240, text: ({ reason }) => reason },
    { id: 'document', title: say('document'), width: 170, text: ({ document: paper }) => paper ?? '—' },
    {
      id: 'review',
      title: say('review'),
      width: 150,
      text: ({ alarm }) => say(alarm === null ? 'unreviewed' : 'reviewed'),
      show: ({ alarm }) => (
        <span className={alarm === null ? '' : 'soft'}>{say(alarm === null ? 'unreviewed' : 'reviewed')}</span>
      ),
    },
    {
      id: 'against',
      title: say('against'),
      width: 240,
      text: against,
      show: (one) =>
        against(one) === '' ? (
          '—'
        ) : (
          <span className="late">
            <ExclamationCircleOutlined aria-hidden /> {against(one)}
          </span>
        ),
    },
    { id: 'name', title: say('name'), width: 100, text: ({ name }) => name },
    { id: 'notedOn', title: say('notedOn'), width: 110, text: ({ notedOn }) => notedOn },
  ];
}
