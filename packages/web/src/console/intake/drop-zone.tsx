/** The place to drop a file, and what becomes of it. */
import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Steps } from 'antd';
import { useRef, useState } from 'react';
import type { components } from '../../api/index.ts';
import { ApiProblem, Unreachable } from '../../api/index.ts';
import { Trouble, TroubleText } from '../../shell/states.tsx';
import { useBatch } from '../batches/batch-drawer.tsx';
import { ReceiptView } from '../batches/receipt-view.tsx';
import { MendGrid, MOST_MENDED_ROWS } from './mend-grid.tsx';
import { sayBytes, upload } from './upload.ts';
import { useIntakeWords } from './words.ts';

type Receipt = components['schemas']['Receipt'];

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

/** What the service calls a file that holds no record. */
const WITHOUT_ROWS: readonly string[] = ['empty-file', 'blank-file', 'no-rows', 'no-records', 'workbook-blank'];

/** The batch that the very same file already stood for; `isAgain` when it was sent again because the line had broken. */
interface Found {
  readonly batch: string;
  readonly isAgain: boolean;
}

/** Drop, progress by stage, receipt. */
export function DropZone({ dataset, unit, batch, setBatch }: Props) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const send = async (file: File, isAgain: boolean): Promise<void> => {
    const begun: Sending = { file, sent: 0, since: performance.now(), error: null };
    setSending(begun);
    try {
      const receipt = await upload({ file, dataset, unit, progress: (sent) => setSending({ ...begun, sent }) });
      setFound(receipt.isRepeat ? { batch: receipt.batch, isAgain } : null);
      setSending(null);
      setBatch(receipt.batch);
    } catch (error) {
      setSending((last) => ({ ...begun, sent: last?.sent ?? 0, error }));
    }
  };
  if (sending !== null)
    return <InProgress sending={sending} again={() => void send(sending.file, true)} leave={() => setSending(null)} />;
  if (batch !== null)
    return (
      <AfterSending
        key={batch}
        batch={batch}
        found={found?.batch === batch ? found : null}
        leave={() => setBatch(null)}
        setBatch={setBatch}
      />
    );
  return <Zone send={(file) => void send(file, false)} />;
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
        <p className="late reading">{say(sent < file.size ? 'brokenMidway' : 'brokenAtEnd', { ...amounts, name: file.name })}</p>
        <div>
          <Button type="primary" onClick={again}>
            {say('again')}
          </Button>
        </div>
      </div>
    );
  if (error instanceof ApiProblem && error.status === 422)
    return (
      <div className="sheet stack" role="alert">
        <h2>{say('notTaken')}</h2>
        {WITHOUT_ROWS.includes(error.code) ? <p className="reading">{say('withoutRows')}</p> : <TroubleText error={error} />}
        <div>
          <Button type="primary" onClick={leave}>
            {say('otherFile')}
          </Button>
        </div>
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
  readonly found: Found | null;
  readonly leave: () => void;
  readonly setBatch: (batch: string) => void;
}

function AfterSending({ batch, found, leave, setBatch }: AfterProps) {
  const say = useIntakeWords();
  const { data, error, refetch } = useBatch(batch);
  // While the service is away the page waits, with what it knew last.
  if (error !== null && data === undefined) return <Trouble error={error} retry={() => void refetch()} />;
  const isBusy = data === undefined || data.state === 'received';
  return (
    <div className="sheet stack">
      {found !== null && <Alert type="info" showIcon title={say(found.isAgain ? 'foundAgain' : 'foundBefore')} />}
      <Stages at={stageOf(data)} />
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

const STAGES = ['sending', 'registered', 'checking', 'merging', 'finished'] as const;

function stageOf(receipt: Receipt | undefined): number {
  if (receipt === undefined) return STAGES.indexOf('registered');
  if (receipt.state !== 'received') return STAGES.length;
  return STAGES.indexOf(
    ({ queued: 'registered', reading: 'checking', merging: 'merging' } as const)[receipt.progress?.stage ?? 'queued'],
  );
}

function Stages({ at }: { readonly at: number }) {
  const say = useIntakeWords();
  return <Steps size="small" responsive current={at} items={STAGES.map((stage) => ({ title: say(stage) }))} />;
}
