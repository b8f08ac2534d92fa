/** One account: what it may do, where it stands, and what can be done with it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { AccountActs } from './account-acts.tsx';
import { AccountState } from './account-state.tsx';
import { RoleRights } from './role-rights.tsx';
import { useAccountWords } from './words.ts';

type Account = components['schemas']['Account'];

/** Opened by the address. */
export function AccountDrawer({ login, close }: { readonly login: string | null; readonly close: () => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['account', login],
    queryFn: () => answerOf(api.GET('/api/v1/accounts/{login}', { params: { path: { login: login ?? '' } } })),
    enabled: login !== null,
  });
  return (
    <DetailDrawer title={data === undefined ? (login ?? '') : `${data.name} ${data.login}`} isOpen={login !== null} close={close}>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Detail account={data} />
      )}
    </DetailDrawer>
  );
}

function Detail({ account }: { readonly account: Account }) {
  const say = useAccountWords();
  const units = useUnits();
  const may = useMay();
  const { unit, scope, roles, createdAt, createdBy, changedAt, disabledAt, disabledBy, lockedUntil } = account;
  return (
    <div className="stack">
      {disabledAt !== null && (
        <Alert type="error" showIcon title={say('disabledBy', { at: sayInstant(disabledAt), by: disabledBy ?? '' })} />
      )}
      {lockedUntil !== null && <Alert type="warning" showIcon title={say('lockedUntil', { at: sayInstant(lockedUntil) })} />}
      <Facts
        facts={[
          [say('state'), <AccountState key="state" account={account} />],
          [say('login'), account.login],
          [say('unit'), units.nameOf(unit)],
          [say('scope'), say(`scope-${scope}`)],
          [say('createdAt'), say('byAt', { at: sayInstant(createdAt), by: createdBy })],
          [say('changedAt'), changedAt === createdAt ? null : sayInstant(changedAt)],
        ]}
      />
      <section className="stack tight">
        <h2>{say('mayDo')}</h2>
        <RoleRights roles={roles} />
      </section>
      <Manage account={account} />
      {may('audit.read') && (
        <Link to="/audit" search={{ objectId: account.id }}>
          {say('history')}
        </Link>
      )}
    </div>
  );
}

/** The acts, or why there are none. */
function Manage({ account }: { readonly account: Account }) {
  const say = useAccountWords();
  const may = useMay();
  const session = useSession();
  if (!may('account.manage')) return null;
  if (account.login === session.login) return <p className="soft reading">{say('ownAccount')}</p>;
  if (session.scope === 'units' && account.scope === 'all') return <p className="soft reading">{say('outOfScope')}</p>;
  return <AccountActs account={account} />;
}
