/** An act as a person does it: a few fields, one button that says what happens, and the service's refusal in place. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { TroubleText } from '../shell/states.tsx';
import { defineWords } from '../words/index.ts';

const useWords = defineWords('act-form', {
  done: ['已办理', 'Done'],
  cancel: ['取消', 'Cancel'],
  needed: ['请填写', 'Please fill in'],
});

interface Props<V extends object> {
  /** What the button says: the act itself. */
  readonly submit: string;
  readonly run: (values: V) => Promise<unknown>;
  readonly initial?: Partial<V>;
  /** What is told in passing once it is done. */
  readonly done?: string;
  readonly isDangerous?: boolean;
  /** Called when it is done, and when the person thinks better of it. */
  readonly leave?: () => void;
  readonly children?: ReactNode;
}

/** Everything that is shown is read anew after an act. */
export function ActForm<V extends object>({ submit, run, initial, done, isDangerous = false, leave, children }: Props<V>) {
  const say = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<V>();
  const doing = useMutation({
    mutationFn: run,
    onSuccess: () => {
      void message.success(done ?? say('done'));
      void queries.invalidateQueries();
      form.resetFields();
      leave?.();
    },
  });
  return (
    <Form<V>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="sheet"
      validateMessages={{ required: say('needed') }}
      {...(initial === undefined ? {} : { initialValues: initial })}
      onFinish={(values) => doing.mutate(values)}
    >
      {children}
      {doing.error !== null && (
        <div role="alert" className="late act-refused">
          <TroubleText error={doing.error} />
        </div>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={doing.isPending} danger={isDangerous}>
          {submit}
        </Button>
        {leave !== undefined && <Button onClick={leave}>{say('cancel')}</Button>}
      </div>
    </Form>
  );
}

/** Names of a form must be given; blanks alone are nothing. */
export const NEEDED = [{ required: true, whitespace: true }] as const;
