/** The place to drop a file, and what becomes of it. */
import { InboxOutlined } from '@ant-design/icons';
import { Button, Progress, Steps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Unreachable } from '../../api/index.ts';
import { Trouble } from '../../shell/states.tsx';
import { useBatch } from '../batches/batch-drawer.tsx';
import { ReceiptView } from '../batches/receipt-view.tsx';
import { MendGrid, MOST_MENDED_ROWS } from './mend-grid.tsx';
import { sayBytes, upload } from './upload.ts';
import { useIntakeWords } from './words.ts';

interface Props {
  readonly dataset: string;
  readonly unit: string;
  readonly batch: string | null;
  readonly setBatch: (batch: string | null) => void;
}

interface Sending {
  readonly file: File;
  readonly sent: number;
  readonly since: number;
  readonly error: unknown;
}

/** Drop, progress by stage, receipt. */
export function DropZone({ dataset, unit, batch, setBatch }: Props) {
  const [sending, setSending] = useState<Sending | null>(null);
  const send = async (file: File): Promise<void> => {
    const begun: Sending = { file, sent: 0, since: performance.now(), error: null };
    setSending(begun);
    try {
      const receipt = await upload({ file, dataset, unit, progress: (sent) => setSending({ ...begun, sent }) });
      setSending(null);
      setBatch(receipt.batch);
    } catch (error) {
      setSending((last) => ({ ...begun, sent: last?.sent ?? 0, error }));
    }
  };
  if (sending !== null)
    return <InProgress sending={sending} again={() => void send(sending.file)} leave={() => setSending(null)} />;
  if (batch !== null) return <AfterSending key={batch} batch={batch} leave={() => setBatch(null)} setBatch={setBatch} />;
  return <Zone send={(file) => void send(file)} />;
}

function Zone({ send }: { readonly send: (file: File) => void }) {
  const say = useIntakeWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <>
      <button
        type="button"
        className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const file = event.dataTransfer.files[0];
          if (file !== undefined) send(file);
        }}
      >
        <InboxOutlined className="state-icon" aria-hidden />
        {say('drop')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('drop')}
        accept=".xlsx,.csv,.txt,.json"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file !== undefined) send(file);
        }}
      />
    </>
  );
}

function InProgress({
  sending,
  again,
  leave,
}: {
  readonly sending: Sending;
  readonly again: () => void;
  readonly leave: () => void;
}) {
  const say = useIntakeWords();
  const { file, sent, since, error } = sending;
  const amounts = { sent: sayBytes(sent), all: sayBytes(file.size) };
  if (error instanceof Unreachable)
    return (
      <div className="sheet stack" role="alert">
        <p className="late reading">{say('broken', amounts)}</p>
        <Button type="primary" onClick={again}>
          {say('again')}
        </Button>
      </div>
    );
  if (error !== null)
    return (
      <div className="sheet">
        <Trouble error={error} retry={leave} isAct />
      </div>
    );
  const speed = sayBytes((sent / Math.max(1, performance.now() - since)) * 1000);
  return (
    <div className="sheet stack" role="status">
      <Stages at={0} />
      <p>
        {file.name} · {say('arrived', amounts)} · {say('perSecond', { speed })}
      </p>
      <Progress percent={Math.floor((sent / Math.max(1, file.size)) * 100)} aria-label={say('sending')} />
    </div>
  );
}

interface AfterProps {
  readonly batch: string;
  readonly leave: () => void;
  readonly setBatch: (batch: string) => void;
}

function AfterSending({ batch, leave, setBatch }: AfterProps) {
  const say = useIntakeWords();
  const { data, error, refetch } = useBatch(batch);
  const seconds = useSeconds(data?.state === 'received');
  if (error !== null) return <Trouble error={error} retry={() => void refetch()} />;
  const isBusy = data === undefined || data.state === 'received';
  return (
    <div className="sheet stack">
      <Stages at={isBusy ? 2 : 4} />
      {isBusy && <p role="status">{say('seconds', { count: seconds })}</p>}
      {data !== undefined && <ReceiptView receipt={data} />}
      {data !== undefined && data.state === 'done' && data.rejected > 0 && data.rejected <= MOST_MENDED_ROWS && (
        <MendGrid receipt={data} done={setBatch} />
      )}
      {!isBusy && (
        <div>
          <Button onClick={leave}>{say('next')}</Button>
        </div>
      )}
    </div>
  );
}

function Stages({ at }: { readonly at: number }) {
  const say = useIntakeWords();
  const stages = (['sending', 'registered', 'checking', 'finished'] as const).map((stage) => ({ title: say(stage) }));
  return <Steps size="small" current={at} items={stages} />;
}

function useSeconds(isRunning: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return seconds;
}
