/** Units and accounts: who there is, who may do what, which programs come in, who stands in for whom. */
import { Segmented } from 'antd';
import { useMay } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { AccountsTab } from './accounts-tab.tsx';
import { ClientsTab } from './clients-tab.tsx';
import { DelegationsTab } from './delegations-tab.tsx';
import { UnitsTab } from './units-tab.tsx';
import { useAccountWords } from './words.ts';

/** The lists that one's rights open, one at a time. */
export function AccountsPage() {
  const say = useAccountWords();
  const may = useMay();
  const { search, put } = useAddress();
  const seesAccounts = may('account.read');
  const tabs = [
    ...(seesAccounts ? (['accounts'] as const) : []),
    'units' as const,
    ...(seesAccounts ? (['delegations'] as const) : []),
    ...(may('client.manage') ? (['clients'] as const) : []),
  ];
  const tab = tabs.find((one) => one === search['tab']) ?? tabs[0];
  return (
    <Page title={say('title')} about={say(seesAccounts ? 'about' : 'aboutUnits')}>
      {tabs.length > 1 && (
        <Segmented
          className="tabs"
          value={tab}
          options={tabs.map((value) => ({ value, label: say(value) }))}
          onChange={(next) => put({ tab: next, open: '', form: '', unit: '', role: '', state: '', kind: '' })}
        />
      )}
      {tab === 'accounts' && <AccountsTab />}
      {tab === 'units' && <UnitsTab />}
      {tab === 'delegations' && <DelegationsTab />}
      {tab === 'clients' && <ClientsTab />}
    </Page>
  );
}
