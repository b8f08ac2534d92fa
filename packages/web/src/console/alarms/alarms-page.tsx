/** Alarms of concealment: the list, numbers never used, and what the credit office does about them. */
import { App, Button, Segmented } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import { useMay } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { Sure } from '../sure.tsx';
import { useDoing } from '../use-doing.tsx';
import { AlarmsTab } from './alarms-tab.tsx';
import { DeclareDrawer } from './declare-voids.tsx';
import { SightingDrawer } from './note-sighting.tsx';
import { VoidsTab } from './voids-tab.tsx';
import { useAlarmWords } from './words.ts';

/** A unit sees its own, the credit office all. */
export function AlarmsPage() {
  const say = useAlarmWords();
  const may = useMay();
  const { search, put } = useAddress();
  const tab = search['tab'] === 'voids' ? 'voids' : 'alarms';
  const close = (): void => put({ form: '' });
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <>
          {may('concealment.review') && <ScanButton />}
          {may('concealment.review') && <Button onClick={() => put({ form: 'sighting' })}>{say('sighting')}</Button>}
          {may('concealment.answer') && <Button onClick={() => put({ form: 'voids' })}>{say('declare')}</Button>}
        </>
      }
    >
      <Segmented
        className="tabs"
        value={tab}
        options={(['alarms', 'voids'] as const).map((value) => ({ value, label: say(value) }))}
        onChange={(next) => put({ tab: next, open: '', state: '' })}
      />
      {tab === 'alarms' ? <AlarmsTab /> : <VoidsTab />}
      {may('concealment.review') && <SightingDrawer isOpen={search['form'] === 'sighting'} close={close} />}
      {may('concealment.answer') && <DeclareDrawer isOpen={search['form'] === 'voids'} close={close} />}
    </Page>
  );
}

function ScanButton() {
  const say = useAlarmWords();
  const { message } = App.useApp();
  const scanning = useDoing(() => answerOf(api.POST('/api/v1/concealment/scans')), {
    done: null,
    after: ({ raised, gaps, drops, seen, judged, unjudged }) =>
      void message.success(say('scanned', { raised, gaps, drops, seen, judged, unjudged }), 8),
  });
  return (
    <Sure question={say('scanSure')} act={say('scan')} go={() => scanning.start(undefined)}>
      <Button loading={scanning.isBusy}>{say('scan')}</Button>
    </Sure>
  );
}
