/** Tokens of programs: given out, used, revoked. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Sure } from '../sure.tsx';
import { useDoing } from '../use-doing.tsx';
import { NewClientDrawer } from './new-client.tsx';
import { useRoleWords } from './role-words.ts';
import { useAccountWords } from './words.ts';

type ApiClient = components['schemas']['ApiClient'];

/** The newest first. */
export function ClientsTab() {
  const say = useAccountWords();
  const { search, put } = useAddress();
  const list = useList(['api-clients'], (cursor, limit) =>
    answerOf(api.GET('/api/v1/api-clients', { params: { query: { ...(cursor === undefined ? {} : { cursor }), limit } } })),
  );
  const opened = list.items.find(({ id }) => id === search['open']);
  return (
    <>
      <DataTable
        name="api-clients"
        title={say('clients')}
        columns={useColumns()}
        list={list}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('noClients')}
        filters={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => put({ form: 'new' })}>
            {say('newClient')}
          </Button>
        }
      />
      <DetailDrawer title={opened?.name ?? ''} isOpen={opened !== undefined} close={() => put({ open: '' })}>
        {opened !== undefined && <Detail client={opened} />}
      </DetailDrawer>
      <NewClientDrawer isOpen={search['form'] === 'new'} close={() => put({ form: '' })} />
    </>
  );
}

function stateOf({ revokedAt, expiresAt }: ApiClient): 'active' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) < Date.now() ? 'expired' : 'active';
}

function useColumns(): readonly Column<ApiClient>[] {
  const say = useAccountWords();
  const units = useUnits();
  return [
    { id: 'name', title: say('clientName'), width: 220, text: ({ name }) => name },
    { id: 'unit', title: say('unit'), width: 220, text: ({ unit }) => units.nameOf(unit) },
    { id: 'rights', title: say('rights'), width: 80, isNumber: true, text: ({ rights }) => String(rights.length) },
    { id: 'state', title: say('state'), width: 100, text: (client) => say(stateOf(client)) },
    { id: 'expiresAt', title: say('expiresAt'), width: 150, text: ({ expiresAt }) => sayInstant(expiresAt) },
    {
      id: 'usedAt',
      title: say('usedAt'),
      width: 150,
      text: ({ usedAt }) => (usedAt === null ? say('never') : sayInstant(usedAt)),
    },
    {
      id: 'createdBy',
      title: say('createdAt'),
      width: 240,
      text: ({ createdAt, createdBy }) => `${sayInstant(createdAt)} ${createdBy}`,
    },
  ];
}

function Detail({ client }: { readonly client: ApiClient }) {
  const say = useAccountWords();
  const units = useUnits();
  const { rightName } = useRoleWords();
  const { id, unit, rights, createdAt, createdBy, expiresAt, usedAt, revokedAt, revokedBy } = client;
  const revoking = useDoing(() => answerOf(api.POST('/api/v1/api-clients/{id}/revocation', { params: { path: { id } } })), {
    done: say('acted'),
  });
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('state'), say(stateOf(client))],
          [say('unit'), units.nameOf(unit)],
          [say('createdAt'), say('byAt', { at: sayInstant(createdAt), by: createdBy })],
          [say('expiresAt'), sayInstant(expiresAt)],
          [say('usedAt'), usedAt === null ? say('never') : sayInstant(usedAt)],
          [say('revoked'), revokedAt === null ? null : say('revokedBy', { at: sayInstant(revokedAt), by: revokedBy ?? '' })],
        ]}
      />
      <section className="stack tight">
        <h2>{say('mayDo')}</h2>
        <ul className="plain-list">
          {rights.map((right) => (
            <li key={right}>{rightName(right)}</li>
          ))}
        </ul>
      </section>
      {stateOf(client) === 'active' && (
        <div className="row">
          <Sure question={say('revokeSure')} act={say('revoke')} go={() => revoking.start(undefined)}>
            <Button danger loading={revoking.isBusy}>
              {say('revoke')}
            </Button>
          </Sure>
        </div>
      )}
    </div>
  );
}
