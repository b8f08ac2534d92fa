/** Sending in: a file dropped, its progress, its receipt, and the rows that wait for a word. */
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { answerOf, api, download } from '../../api/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { TroubleText } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DatasetChoice } from '../choices.tsx';
import { DropZone } from './drop-zone.tsx';
import { WaitingRows } from './waiting-rows.tsx';
import { useIntakeWords } from './words.ts';

/** Dataset, unit and the batch just sent stand in the address. */
export function IntakePage() {
  const say = useIntakeWords();
  const { search, put } = useAddress();
  const dataset = search['dataset'];
  const { unit } = useSession();
  const may = useMay();
  const provided = useProvided(unit);
  return (
    <Page title={say('title')} about={say('about')}>
      <div className="stack">
        {may('intake.submit', unit) && provided !== null && provided.size === 0 && (
          <Alert type="info" showIcon title={say('nothingDue')} description={say('nothingDueHelp')} />
        )}
        <div className="row">
          <DatasetChoice value={dataset} onChange={(next) => put({ dataset: next, batch: '' })} />
          {dataset !== undefined && <TemplateButton dataset={dataset} />}
        </div>
        {!may('intake.submit', unit) ? null : dataset === undefined ? (
          <div className="drop-zone drop-zone-idle">{say('choose')}</div>
        ) : (
          <DropZone
            key={dataset + unit}
            dataset={dataset}
            unit={unit}
            batch={search['batch'] ?? null}
            setBatch={(batch) => put({ batch: batch ?? '' })}
          />
        )}
        <WaitingRows />
      </div>
    </Page>
  );
}

/** Datasets that a unit is to provide; null until the catalogue has been read. */
function useProvided(unit: string): ReadonlySet<string> | null {
  const { data } = useQuery({ queryKey: ['catalog'], queryFn: () => answerOf(api.GET('/api/v1/catalog')) });
  if (data === undefined) return null;
  const due = data.items.filter(({ providers }) => providers.some(({ members }) => members.includes(unit)));
  return new Set(due.map(({ dataset }) => dataset));
}

function TemplateButton({ dataset }: { readonly dataset: string }) {
  const say = useIntakeWords();
  const { message } = App.useApp();
  const save = (): void => {
    download(`/api/v1/datasets/${dataset}/template?format=xlsx`).catch(
      (error: unknown) => void message.error(<TroubleText error={error} />),
    );
  };
  return <Button onClick={save}>{say('template')}</Button>;
}
