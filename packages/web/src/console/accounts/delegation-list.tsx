/** Delegations: from when until when, in force or not, ended before their time. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, today, useUnits } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Sure } from '../sure.tsx';
import { useDoing } from '../use-doing.tsx';
import { useAccountWords } from './words.ts';

type Delegation = components['schemas']['Delegation'];

/** One's own, or those in scope; one opens beside the list. */
export function DelegationList({ filters }: { readonly filters: ReactNode }) {
  const say = useAccountWords();
  const { search, put } = useAddress();
  const list = useList(['delegations'], (cursor, limit) =>
    answerOf(api.GET('/api/v1/delegations', { params: { query: { ...(cursor === undefined ? {} : { cursor }), limit } } })),
  );
  const opened = list.items.find(({ id }) => id === search['open']);
  return (
    <>
      <DataTable
        name="delegations"
        title={say('delegations')}
        columns={useColumns()}
        list={list}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('noDelegations')}
        filters={filters}
      />
      <DetailDrawer title={say('delegations')} isOpen={opened !== undefined} close={() => put({ open: '' })}>
        {opened !== undefined && <Detail delegation={opened} />}
      </DetailDrawer>
    </>
  );
}

function stateOf({ fromOn, untilOn, endedAt }: Delegation): 'ended' | 'over' | 'coming' | 'running' {
  const now = today();
  if (endedAt !== null) return 'ended';
  if (untilOn < now) return 'over';
  return fromOn > now ? 'coming' : 'running';
}

function useColumns(): readonly Column<Delegation>[] {
  const say = useAccountWords();
  const units = useUnits();
  return [
    { id: 'away', title: say('away'), width: 110, text: ({ fromName }) => fromName },
    { id: 'standsIn', title: say('standsIn'), width: 110, text: ({ toName }) => toName },
    { id: 'period', title: say('period'), width: 210, text: ({ fromOn, untilOn }) => `${fromOn} — ${untilOn}` },
    {
      id: 'state',
      title: say('state'),
      width: 100,
      text: (delegation) => say(stateOf(delegation)),
      show: (delegation) => (
        <span className={stateOf(delegation) === 'running' ? 'strong' : 'soft'}>{say(stateOf(delegation))}</span>
      ),
    },
    { id: 'reason', title: say('reason'), width: 200, text: ({ reason }) => reason },
    { id: 'unit', title: say('unit'), width: 220, text: ({ unit }) => units.nameOf(unit) },
  ];
}

function Detail({ delegation }: { readonly delegation: Delegation }) {
  const say = useAccountWords();
  const units = useUnits();
  const may = useMay();
  const { name } = useSession();
  const { id, fromName, toName, unit, fromOn, untilOn, reason, madeAt, madeBy, endedAt, endedBy } = delegation;
  const ending = useDoing(() => answerOf(api.POST('/api/v1/delegations/{id}/end', { params: { path: { id } } })), {
    done: say('acted'),
  });
  const isOpen = ['running', 'coming'].includes(stateOf(delegation));
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('away'), fromName],
          [say('standsIn'), toName],
          [say('unit'), units.nameOf(unit)],
          [say('period'), `${fromOn} — ${untilOn}`],
          [say('state'), say(stateOf(delegation))],
          [say('reason'), reason],
          [say('createdAt'), say('madeBy', { at: sayInstant(madeAt), by: madeBy })],
          [say('ended'), endedAt === null ? null : say('endedBy', { at: sayInstant(endedAt), by: endedBy ?? '' })],
        ]}
      />
      {isOpen && (may('account.manage', unit) || [fromName, toName].includes(name)) && (
        <div className="row">
          <Sure question={say('endSure')} act={say('end')} go={() => ending.start(undefined)}>
            <Button danger loading={ending.isBusy}>
              {say('end')}
            </Button>
          </Sure>
        </div>
      )}
    </div>
  );
}
