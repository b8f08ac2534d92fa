/** My account: who I am and may do, password, authenticator, sessions, who stands in for me. */
import { Alert } from 'antd';
import { Facts } from '../../parts/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { useSession } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { RoleRights } from '../accounts/role-rights.tsx';
import { OwnDelegations } from './own-delegations.tsx';
import { OwnPassword } from './own-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { OwnTotp } from './own-totp.tsx';
import { useOwnWords } from './words.ts';

/** Opened from the name in the head. */
export function AccountPage() {
  const say = useOwnWords();
  const { actingFor, standsInFor } = useSession();
  const away = standsInFor.find(({ login }) => login === actingFor);
  return (
    <Page title={say('title')} about={say('about')}>
      <div className="sheets">
        <Me />
        {away === undefined ? (
          <>
            <OwnPassword />
            <OwnTotp />
            <OwnSessions />
            <OwnDelegations />
          </>
        ) : (
          <Alert type="info" showIcon title={say('actingAs', { name: away.name })} />
        )}
      </div>
    </Page>
  );
}

function Me() {
  const say = useOwnWords();
  const units = useUnits();
  const { name, login, unit, scope, roles, endsAt } = useSession();
  return (
    <section className="sheet stack">
      <h2>{say('who')}</h2>
      <Facts
        facts={[
          [say('name'), name],
          [say('login'), login],
          [say('unit'), units.nameOf(unit)],
          [say('scope'), say(`scope-${scope}`)],
          [say('endsAt'), sayInstant(endsAt)],
        ]}
      />
      <h3>{say('mayDo')}</h3>
      <RoleRights roles={roles} />
      <p className="small soft">{say('wrong')}</p>
    </section>
  );
}
