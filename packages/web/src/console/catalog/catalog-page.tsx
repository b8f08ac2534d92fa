/** The catalogue: what is collected on what basis, who provides it, and the rules in force. */
import { Segmented } from 'antd';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { BasisTag, DetailDrawer, Facts } from '../../parts/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { useCatalogWords } from './words.ts';
import { Deadlines } from './deadlines.tsx';

type Entry = components['schemas']['CatalogEntry'];
type Check = components['schemas']['Check'];

/** Datasets, checks and deadlines, one at a time. */
export function CatalogPage() {
  const say = useCatalogWords();
  const { search, put } = useAddress();
  const tab = search['tab'] ?? 'datasets';
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <Segmented
          value={tab}
          options={(['datasets', 'checks', 'deadlines'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(next) => put({ tab: next, open: '' })}
        />
      }
    >
      {tab === 'checks' ? <Checks /> : tab === 'deadlines' ? <Deadlines /> : <Entries />}
    </Page>
  );
}

function Entries() {
  const say = useCatalogWords();
  const language = useLanguage();
  const { search, put } = useAddress();
  const list = useWholeList(['catalog'], () => answerOf(api.GET('/api/v1/catalog')));
  const opened = list.items.find(({ dataset }) => dataset === search['open']);
  const columns: readonly Column<Entry>[] = [
    { id: 'name', title: say('name'), width: 200, text: ({ name }) => labelIn(language, name) },
    { id: 'item', title: say('item'), width: 260, text: ({ item }) => item },
    { id: 'publicity', title: say('publicity'), width: 110, text: ({ publicity }) => say(publicity) },
    { id: 'sharing', title: say('sharing'), width: 110, text: ({ sharing }) => say(sharing) },
    {
      id: 'providers',
      title: say('providers'),
      width: 280,
      text: ({ providers }) => providers.map(({ name }) => name).join('、'),
    },
    { id: 'version', title: say('version'), width: 90, text: ({ version }) => version },
    {
      id: 'retention',
      title: say('retention'),
      width: 240,
      isExtra: true,
      text: ({ retention }) => labelIn(language, retention),
    },
  ];
  return (
    <>
      <DataTable
        name="catalog"
        title={say('title')}
        columns={columns}
        list={list}
        idOf={({ dataset }) => dataset}
        opened={search['open'] ?? null}
        open={({ dataset }) => put({ open: dataset })}
        empty={say('empty')}
      />
      <DetailDrawer
        title={opened === undefined ? '' : labelIn(language, opened.name)}
        isOpen={opened !== undefined}
        close={() => put({ open: '' })}
      >
        {opened !== undefined && <EntryDetail entry={opened} />}
      </DetailDrawer>
    </>
  );
}

function EntryDetail({ entry }: { readonly entry: Entry }) {
  const say = useCatalogWords();
  const language = useLanguage();
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('item'), entry.item],
          [say('basis'), <Bases key="basis" basis={entry.basis} />],
          [say('publicity'), say(entry.publicity)],
          [say('sharing'), say(entry.sharing)],
          [say('retention'), labelIn(language, entry.retention)],
          [say('version'), entry.version],
        ]}
      />
      <h3>{say('providers')}</h3>
      <ul className="lines">
        {entry.providers.map(({ unit, name, since, to, reason, basis, members }) => (
          <li key={unit}>
            <span>
              {name} {members.length > 1 && `(${String(members.length)})`}
            </span>
            <span className="soft">
              {say(reason)} · {since} – {to ?? ''} · <BasisTag {...basis} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bases({
  basis,
}: {
  readonly basis: readonly {
    readonly instrument: string;
    readonly clause?: string | null;
    readonly certainty?: 'seen' | 'known' | 'choice' | 'uncertain';
  }[];
}) {
  return basis.map((citation) => (
    <div key={citation.instrument + (citation.clause ?? '')}>
      <BasisTag {...citation} />
    </div>
  ));
}

function Checks() {
  const say = useCatalogWords();
  const language = useLanguage();
  const { search, put } = useAddress();
  const list = useWholeList(['checks'], () => answerOf(api.GET('/api/v1/checks')));
  const opened = list.items.find(({ id }) => id === search['open']);
  const columns: readonly Column<Check>[] = [
    { id: 'id', title: say('rule'), width: 120, text: ({ id }) => id },
    { id: 'name', title: say('name'), width: 320, text: ({ name }) => labelIn(language, name) },
    { id: 'severity', title: say('severity'), width: 110, text: ({ severity }) => say(severity) },
    { id: 'certainty', title: say('certainty'), width: 140, text: ({ certainty }) => say(certainty) },
    { id: 'datasets', title: say('datasets'), width: 300, text: ({ datasets }) => datasets?.join('、') ?? say('all') },
  ];
  return (
    <>
      <DataTable
        name="checks"
        title={say('checks')}
        columns={columns}
        list={list}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('empty')}
      />
      <DetailDrawer
        title={opened === undefined ? '' : `${opened.id} ${labelIn(language, opened.name)}`}
        isOpen={opened !== undefined}
        close={() => put({ open: '' })}
      >
        {opened !== undefined && (
          <div className="stack">
            <Facts
              facts={[
                [say('severity'), say(opened.severity)],
                [say('certainty'), say(opened.certainty)],
                [say('basis'), <Bases key="basis" basis={opened.basis} />],
              ]}
            />
            {opened.clauses.map(({ code, message, fix }) => (
              <article key={code} className="problem" lang="zh-CN">
                <h3>{code}</h3>
                <p>{message}</p>
                <p className="soft">{fix}</p>
              </article>
            ))}
          </div>
        )}
      </DetailDrawer>
    </>
  );
}
