import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { DatasetChoice } from '../choices.tsx';
import { useDoing } from '../use-doing.tsx';
import { useForwardingWords } from './words.ts';

interface Props {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** Making batches of what has to go. */
export function MakeDrawer({ isOpen, close }: Props) {
  const say = useForwardingWords();
  return (
    <DetailDrawer title={say('make')} isOpen={isOpen} close={close}>
      <MakeForm />
    </DetailDrawer>
  );
}

function MakeForm() {
  const say = useForwardingWords();
  const { message } = App.useApp();
  const { put } = useAddress();
  const [dataset, setDataset] = useState<string | undefined>();
  const making = useDoing((chosen: string) => answerOf(api.POST('/api/v1/forwarding/batches', { body: { dataset: chosen } })), {
    done: null,
    after: ({ items }) => {
      void (items.length === 0 ? message.info(say('madeNone')) : message.success(say('madeSome', { count: items.length })));
      if (items.length > 0) put({ form: '', tab: 'batches', state: 'made', dataset: '', open: items[0]?.id ?? '' });
    },
  });
  return (
    <Form layout="vertical" onFinish={() => dataset !== undefined && making.start(dataset)}>
      <p className="soft reading">{say('makeHelp')}</p>
      <Form.Item label={say('makeFor')}>
        <DatasetChoice value={dataset} onChange={setDataset} only={(id) => !id.includes('.')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={dataset === undefined} loading={making.isBusy}>
        {say('make')}
      </Button>
    </Form>
  );
}
