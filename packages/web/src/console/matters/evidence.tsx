/** Files that speak for a part of a task: sent first, then named by the act. */
import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { download, sendFile } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useMay, useSession } from '../../session/index.ts';
import { TroubleText } from '../../shell/states.tsx';
import { useMatterWords } from './words.ts';

type Attachment = components['schemas']['Attachment'];

interface Props {
  readonly plan: string;
  /** Null for the plan as a whole. */
  readonly number: string | null;
  readonly id?: string;
  readonly value?: string[];
  readonly onChange?: (ids: string[]) => void;
}

/** A field of a form; its value are the ids of the files sent so far. */
export function Evidence({ plan, number, id, value = [], onChange }: Props) {
  const say = useMatterWords();
  const { message } = App.useApp();
  const { unit } = useSession();
  const may = useMay();
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const [isBusy, setBusy] = useState(false);
  const add = async (file: File): Promise<void> => {
    setBusy(true);
    const owner = number === null ? { ownerKind: 'plan', ownerId: plan } : { ownerKind: 'task', ownerId: `${plan}/${number}` };
    try {
      const sent = await sendFile<Attachment>(`/api/v1/attachments?${new URLSearchParams({ unit, ...owner }).toString()}`, file);
      setFiles((before) => [...before.filter((one) => one.id !== sent.id), sent]);
      onChange?.([...value.filter((one) => one !== sent.id), sent.id]);
    } catch (error) {
      void message.error(<TroubleText error={error} />);
    }
    setBusy(false);
  };
  if (!may('attachment.add')) return null;
  return (
    <div className="stack tight">
      <ul className="plain-list">
        {files.map((file) => (
          <li key={file.id}>
            <PaperClipOutlined aria-hidden /> {file.fileName}
          </li>
        ))}
      </ul>
      <div>
        <Button id={id ?? ''} icon={<PaperClipOutlined />} loading={isBusy} onClick={() => input.current?.click()}>
          {say('addFile')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={say('addFile')}
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file !== undefined) void add(file);
          }}
        />
      </div>
    </div>
  );
}

/** Files that an act names, for saving; each opening is logged by the service. */
export function FileLinks({ ids }: { readonly ids: readonly string[] }) {
  const say = useMatterWords();
  const { message } = App.useApp();
  const save = (id: string): void => {
    download(`/api/v1/attachments/${id}/content`).catch((error: unknown) => void message.error(<TroubleText error={error} />));
  };
  if (ids.length === 0) return null;
  return (
    <div className="row">
      {ids.map((id, index) => (
        <Button key={id} size="small" icon={<PaperClipOutlined />} onClick={() => save(id)}>
          {say('attached')} {index + 1}
        </Button>
      ))}
    </div>
  );
}
