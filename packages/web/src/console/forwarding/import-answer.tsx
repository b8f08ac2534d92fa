import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useDoing } from '../use-doing.tsx';
import { useForwardingWords } from './words.ts';

type Taken = components['schemas']['ForwardAnswer'];

interface Props {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** Importing what the city answered. */
export function ImportDrawer({ isOpen, close }: Props) {
  const say = useForwardingWords();
  return (
    <DetailDrawer title={say('import')} isOpen={isOpen} close={close}>
      <ImportForm />
    </DetailDrawer>
  );
}

function send({ file, batch }: { readonly file: File; readonly batch: string }): Promise<Taken> {
  const form = new FormData();
  form.append('file', file);
  return answerOf(
    api.POST('/api/v1/forwarding/answers', {
      params: { query: batch === '' ? {} : { batch } },
      // The description knows the parts of a form only as unknown.
      body: form as unknown as never,
      bodySerializer: (body: unknown) => body as FormData,
    }),
  );
}

function ImportForm() {
  const say = useForwardingWords();
  const input = useRef<HTMLInputElement>(null);
  const [batch, setBatch] = useState('');
  const [taken, setTaken] = useState<Taken | null>(null);
  const importing = useDoing(send, { done: null, after: setTaken });
  return (
    <Form layout="vertical" className="stack">
      <p className="soft reading">{say('importHelp')}</p>
      <Form.Item label={say('importFor')} htmlFor="answer-batch">
        <Input
          id="answer-batch"
          value={batch}
          maxLength={200}
          placeholder="licheng-licence-20210507-001"
          onChange={({ target }) => setBatch(target.value.trim())}
        />
      </Form.Item>
      <div className="row">
        <Button type="primary" icon={<UploadOutlined />} loading={importing.isBusy} onClick={() => input.current?.click()}>
          {say('importFile')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={say('importFile')}
          accept=".xlsx,.csv,.txt"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file !== undefined) importing.start({ file, batch });
          }}
        />
      </div>
      {taken !== null && <TakenAnswer taken={taken} />}
    </Form>
  );
}

function TakenAnswer({ taken }: { readonly taken: Taken }) {
  const say = useForwardingWords();
  const { batch, isRepeat, accepted, refused, differingRows, unknownLines } = taken;
  return (
    <>
      <Alert
        type={refused > 0 ? 'warning' : 'success'}
        showIcon
        title={isRepeat ? say('importedBefore') : say('imported', { accepted, refused })}
        description={batch.number}
      />
      {differingRows.length > 0 && <Alert type="warning" showIcon title={say('differing', { rows: differingRows.join('、') })} />}
      {unknownLines.length > 0 && <Alert type="warning" showIcon title={say('unknown', { rows: unknownLines.join('、') })} />}
    </>
  );
}
