/** A unit: what it is, what it provides, how it is reached, who signs in for it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { useMay } from '../../session/index.ts';
import { Trouble } from '../../shell/states.tsx';
import { labelIn, useLanguage } from '../../words/index.ts';
import { AccountState } from './account-state.tsx';
import { useKindName } from './kind-name.ts';
import { useRoleWords } from './role-words.ts';
import { useAccountWords } from './words.ts';

type Unit = components['schemas']['Unit'];
type Entry = components['schemas']['CatalogEntry'];

const MOST_ACCOUNTS = 200;

interface Props {
  readonly unit: Unit | null;
  readonly entries: readonly Entry[];
  readonly close: () => void;
}

/** Opened by the address. */
export function UnitDrawer({ unit, entries, close }: Props) {
  const may = useMay();
  return (
    <DetailDrawer title={unit?.name ?? ''} isOpen={unit !== null} close={close}>
      {unit !== null && (
        <div className="stack">
          <UnitFacts unit={unit} />
          <Provides unit={unit.id} entries={entries} />
          {may('account.read') && <ItsAccounts unit={unit.id} />}
          <Ways unit={unit.id} />
        </div>
      )}
    </DetailDrawer>
  );
}

function UnitFacts({ unit }: { readonly unit: Unit }) {
  const say = useAccountWords();
  const kindName = useKindName();
  const { kind, isCreditOffice, uscc, isSyntheticCode, aliases, from, to, contact } = unit;
  return (
    <Facts
      facts={[
        [say('kind'), isCreditOffice ? `${kindName(kind)} · ${say('creditOffice')}` : kindName(kind)],
        [say('uscc'), isSyntheticCode ? `${uscc}（${say('synthetic')}）` : uscc],
        [say('aliases'), aliases.join('、')],
        [say('since'), from === null && to === null ? null : say('sinceUntil', { from: from ?? '…', to: to ?? '…' })],
        [say('mail'), contact?.mail],
        [say('sms'), contact?.sms],
        [say('contact'), contact === null ? say('noContact') : null],
      ]}
    />
  );
}

function Provides({ unit, entries }: { readonly unit: string; readonly entries: readonly Entry[] }) {
  const say = useAccountWords();
  const language = useLanguage();
  return (
    <section className="stack tight">
      <h2>{say('provides')}</h2>
      {entries.length === 0 ? (
        <p className="soft">{say('providesNone')}</p>
      ) : (
        <ul className="lines">
          {entries.map(({ dataset, name, providers }) => (
            <li key={dataset}>
              <Link to="/catalog" search={{ open: dataset }}>
                {labelIn(language, name)}
              </Link>
              {providers
                .filter(({ members }) => members.includes(unit))
                .map(({ reason, since }) => (
                  <span key={`${reason}-${since}`} className="soft">
                    {say(reason)} · {since}
                  </span>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ItsAccounts({ unit }: { readonly unit: string }) {
  const say = useAccountWords();
  const { roleName } = useRoleWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', 'of-unit', unit],
    queryFn: () => answerOf(api.GET('/api/v1/accounts', { params: { query: { unit, limit: MOST_ACCOUNTS } } })),
  });
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />;
  const accounts = data?.items ?? [];
  return (
    <section className="stack tight">
      <h2>{say('itsAccounts', { count: accounts.length })}</h2>
      {data !== undefined && accounts.length === 0 && <p className="soft">{say('itsAccountsNone')}</p>}
      <ul className="lines">
        {accounts.map((account) => (
          <li key={account.login}>
            <Link to="/accounts" search={{ tab: 'accounts', open: account.login }}>
              {account.name}
            </Link>
            <span className="soft">{account.login}</span>
            <span>{account.roles.map(roleName).join('、')}</span>
            <AccountState account={account} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({ unit }: { readonly unit: string }) {
  const say = useAccountWords();
  const may = useMay();
  return (
    <p className="row">
      {may('indicator.read') && (
        <Link to="/indicators" search={{ unit }}>
          {say('itsIndicators')}
        </Link>
      )}
      {may('record.read') && (
        <Link to="/records" search={{ unit }}>
          {say('itsRecords')}
        </Link>
      )}
      {may('intake.read') && (
        <Link to="/batches" search={{ unit }}>
          {say('itsBatches')}
        </Link>
      )}
    </p>
  );
}
