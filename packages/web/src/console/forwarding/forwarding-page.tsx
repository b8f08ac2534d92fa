/** Forwarding to the city: due, batches, unanswered, refused, figures. */
import { Button, Segmented } from 'antd';
import { useMay } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { BatchesTab } from './batches-tab.tsx';
import { Counts } from './counts.tsx';
import { DueTab } from './due-tab.tsx';
import { ImportDrawer } from './import-answer.tsx';
import { MakeDrawer } from './make-batches.tsx';
import { RefusedTab } from './refused-tab.tsx';
import { UnansweredTab } from './unanswered-tab.tsx';
import { useForwardingWords } from './words.ts';

const TABS = ['due', 'batches', 'unanswered', 'refused', 'counts'] as const;

/** One list at a time. */
export function ForwardingPage() {
  const say = useForwardingWords();
  const may = useMay();
  const { search, put } = useAddress();
  const tab = TABS.find((one) => one === search['tab']) ?? 'due';
  const close = (): void => put({ form: '' });
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        may('forwarding.make') && (
          <>
            <Button type="primary" onClick={() => put({ form: 'make' })}>
              {say('make')}
            </Button>
            <Button onClick={() => put({ form: 'import' })}>{say('import')}</Button>
          </>
        )
      }
    >
      <Segmented
        className="tabs"
        value={tab}
        options={TABS.map((value) => ({ value, label: say(value) }))}
        onChange={(next) => put({ tab: next, open: '', state: '', dataset: '', unit: '' })}
      />
      {tab === 'due' && <DueTab />}
      {tab === 'batches' && <BatchesTab />}
      {tab === 'unanswered' && <UnansweredTab />}
      {tab === 'refused' && <RefusedTab />}
      {tab === 'counts' && <Counts />}
      {may('forwarding.make') && <MakeDrawer isOpen={search['form'] === 'make'} close={close} />}
      {may('forwarding.make') && <ImportDrawer isOpen={search['form'] === 'import'} close={close} />}
    </Page>
  );
}
