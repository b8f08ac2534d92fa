/** Files that speak for a part of a task: sent first, then named by the act. */
import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { download } from '../../api/index.ts';
import { useMay } from '../../session/index.ts';
import { TroubleText } from '../../shell/states.tsx';
import { AddFile } from '../add-file.tsx';
import type { Attachment } from '../add-file.tsx';
import { useMatterWords } from './words.ts';

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
  const may = useMay();
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const owner = number === null ? { ownerKind: 'plan', ownerId: plan } : { ownerKind: 'task', ownerId: `${plan}/${number}` };
  const add = (sent: Attachment): void => {
    setFiles((before) => [...before.filter((one) => one.id !== sent.id), sent]);
    onChange?.([...value.filter((one) => one !== sent.id), sent.id]);
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
      <AddFile owner={owner} sent={add} {...(id === undefined ? {} : { id })} />
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
