/** Accounts: the list with its filters, the form of a new one, the drawer of one. */
import { PlusOutlined } from '@ant-design/icons';
import { ROLES } from '@xincheng/core/identity';
import type { Role } from '@xincheng/core/identity';
import { Button } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { Choice, UnitChoice } from '../choices.tsx';
import { AccountDrawer } from './account-drawer.tsx';
import { AccountState, stateOf } from './account-state.tsx';
import { NewAccountDrawer } from './new-account.tsx';
import { useRoleWords } from './role-words.ts';
import { useAccountWords } from './words.ts';

type Account = components['schemas']['Account'];

const STATES = ['active', 'disabled'] as const;

/** By login. */
export function AccountsTab() {
  const say = useAccountWords();
  const may = useMay();
  const { search, put } = useAddress();
  const filter = filterOf(search);
  const list = useList(['accounts', filter], (cursor, limit) =>
    answerOf(
      api.GET('/api/v1/accounts', { params: { query: { ...filter, ...(cursor === undefined ? {} : { cursor }), limit } } }),
    ),
  );
  return (
    <>
      <DataTable
        name="accounts"
        title={say('accounts')}
        columns={useColumns()}
        list={list}
        idOf={({ login }) => login}
        opened={search['open'] ?? null}
        open={({ login }) => put({ open: login })}
        empty={say('noAccounts')}
        filters={
          <>
            {may('account.manage') && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => put({ form: 'new' })}>
                {say('newAccount')}
              </Button>
            )}
            <Filters />
          </>
        }
      />
      <AccountDrawer login={search['open'] ?? null} close={() => put({ open: '', form: '' })} />
      <NewAccountDrawer isOpen={search['form'] === 'new' && may('account.manage')} close={() => put({ form: '' })} />
    </>
  );
}

function filterOf(search: Readonly<Record<string, string | undefined>>): {
  unit?: string;
  role?: Role;
  state?: (typeof STATES)[number];
} {
  const role = ROLES.find((one) => one === search['role']);
  const state = STATES.find((one) => one === search['state']);
  return {
    ...(search['unit'] === undefined ? {} : { unit: search['unit'] }),
    ...(role === undefined ? {} : { role }),
    ...(state === undefined ? {} : { state }),
  };
}

function Filters() {
  const say = useAccountWords();
  const { roleName } = useRoleWords();
  const { search, put } = useAddress();
  return (
    <>
      <UnitChoice value={search['unit']} onChange={(unit) => put({ unit: unit ?? '' })} />
      <Choice
        label={say('role')}
        value={search['role']}
        options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        onChange={(role) => put({ role: role ?? '' })}
      />
      <Choice
        label={say('state')}
        value={search['state']}
        options={STATES.map((state) => ({ value: state, label: say(state) }))}
        onChange={(state) => put({ state: state ?? '' })}
      />
    </>
  );
}

function useColumns(): readonly Column<Account>[] {
  const say = useAccountWords();
  const units = useUnits();
  const { roleName } = useRoleWords();
  return [
    { id: 'login', title: say('login'), width: 130, text: ({ login }) => login },
    { id: 'name', title: say('name'), width: 100, text: ({ name }) => name },
    { id: 'unit', title: say('unit'), width: 190, text: ({ unit }) => units.nameOf(unit) },
    { id: 'roles', title: say('roles'), width: 180, text: ({ roles }) => roles.map(roleName).join('、') },
    { id: 'scope', title: say('scope'), width: 120, text: ({ scope }) => say(`scope-${scope}`) },
    {
      id: 'state',
      title: say('state'),
      width: 120,
      text: (account) => say(stateOf(account)),
      show: (account) => <AccountState account={account} />,
    },
    { id: 'changedAt', title: say('changedAt'), width: 150, text: ({ changedAt }) => sayInstant(changedAt) },
    { id: 'createdAt', title: say('createdAt'), width: 150, text: ({ createdAt }) => sayInstant(createdAt), isExtra: true },
  ];
}
