/** A plan's document, chosen and sent. */
import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useRef } from 'react';
import { sendFile } from '../../api/index.ts';
import { TroubleText } from '../../shell/states.tsx';
import type { PlanDraft } from './pieces.ts';
import { useDraftWords } from './words.ts';

/** Calls `done` with the id of the draft that was read. */
export function ImportForm({ done }: { readonly done: (draft: string) => void }) {
  const say = useDraftWords();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [form] = Form.useForm<{ id: string }>();
  const sending = useMutation({
    mutationFn: ({ id, file }: { readonly id: string; readonly file: File }) =>
      sendFile<PlanDraft>(`/api/v1/plan-drafts?${new URLSearchParams({ id }).toString()}`, file),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries();
      done(id);
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="sheet import-form"
      onFinish={() => input.current?.click()}
    >
      <Form.Item
        name="id"
        label={say('id')}
        extra={say('idHelp')}
        rules={[{ required: true, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/u, message: say('idForm') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" icon={<UploadOutlined />} loading={sending.isPending}>
        {say(sending.isPending ? 'reading' : 'file')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('file')}
        accept=".docx,.txt,text/plain"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file !== undefined) sending.mutate({ id: form.getFieldValue('id') as string, file });
        }}
      />
      {sending.error !== null && (
        <div role="alert" className="late">
          <TroubleText error={sending.error} />
        </div>
      )}
    </Form>
  );
}
