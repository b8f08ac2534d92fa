/** Plans on their way: a file read in, checked side by side, confirmed by another person. */
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { sayInstant } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { DraftView } from './draft-view.tsx';
import { ImportForm } from './import-form.tsx';
import { useDraftWords } from './words.ts';
import './plan-drafts.css';

type Head = components['schemas']['PlanDraftHead'];

/** The draft in hand stands in the address. */
export function ImportPage() {
  const say = useDraftWords();
  const { search } = useAddress();
  const id = search['draft'];
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        id !== undefined && (
          <Link to="/plans/import" search={{}}>
            {say('back')}
          </Link>
        )
      }
    >
      {id === undefined ? <Waiting /> : <OneDraft key={id} id={id} />}
    </Page>
  );
}

function OneDraft({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['plan-draft', id],
    queryFn: () => answerOf(api.GET('/api/v1/plan-drafts/{id}', { params: { path: { id } } })),
  });
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />;
  return data === undefined ? <Loading /> : <DraftView draft={data} />;
}

function Waiting() {
  const say = useDraftWords();
  const may = useMay();
  const { put } = useAddress();
  const list = useWholeList(['plan-drafts'], async () => ({ items: (await answerOf(api.GET('/api/v1/plans'))).drafts }));
  const columns: readonly Column<Head>[] = [
    { id: 'title', title: say('waiting'), width: 420, text: ({ title }) => title },
    { id: 'id', title: say('id'), width: 150, text: (one) => one.id },
    { id: 'fileName', title: say('fileName'), width: 240, text: ({ fileName }) => fileName },
    {
      id: 'importedBy',
      title: say('importedBy'),
      width: 220,
      text: ({ importedBy, importedAt }) => say('by', { name: importedBy, at: sayInstant(importedAt) }),
    },
    { id: 'amendedBy', title: say('amendedBy'), width: 160, text: ({ amendedBy }) => amendedBy.join('、') },
  ];
  return (
    <>
      {may('plan.import') && <ImportForm done={(draft) => put({ draft })} />}
      <DataTable
        name="plan-drafts"
        title={say('waiting')}
        columns={columns}
        list={list}
        idOf={({ id }) => id}
        open={({ id }) => put({ draft: id })}
        empty={say('noDraft')}
      />
    </>
  );
}
