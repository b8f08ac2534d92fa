/** A file that belongs to something: chosen and sent in the name of one's own unit. */
import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { sendFile } from '../api/index.ts';
import type { components } from '../api/index.ts';
import { useMay, useSession } from '../session/index.ts';
import { TroubleText } from '../shell/states.tsx';
import { defineWords } from '../words/index.ts';

export type Attachment = components['schemas']['Attachment'];

const useWords = defineWords('add-file', { addFile: ['添加文件', 'Add a file'] });

interface Props {
  readonly owner: { readonly ownerKind: string; readonly ownerId: string };
  readonly sent: (file: Attachment) => void;
  /** Of the button, where a label of a form points at it. */
  readonly id?: string;
}

/** For whoever may add files; its kind and content are judged by the service. */
export function AddFile({ owner, sent, id }: Props) {
  const say = useWords();
  const { message } = App.useApp();
  const { unit } = useSession();
  const may = useMay();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const add = async (file: File): Promise<void> => {
    setBusy(true);
    try {
      sent(await sendFile<Attachment>(`/api/v1/attachments?${new URLSearchParams({ unit, ...owner }).toString()}`, file));
    } catch (error) {
      void message.error(<TroubleText error={error} />);
    }
    setBusy(false);
  };
  if (!may('attachment.add')) return null;
  return (
    <div>
      <Button
        {...(id === undefined ? {} : { id })}
        icon={<PaperClipOutlined />}
        loading={isBusy}
        onClick={() => input.current?.click()}
      >
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
  );
}
