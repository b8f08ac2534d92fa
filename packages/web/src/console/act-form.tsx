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

interface Props<V extends object, A> {
  /** What the button says: the act itself. */
  readonly submit: string;
  readonly run: (values: V) => Promise<A>;
  readonly initial?: Partial<V>;
  /** What is told in passing once it is done. */
  readonly done?: string;
  readonly isDangerous?: boolean;
  /** Called when it is done, unless `finish` is, and when the person thinks better of it. */
  readonly leave?: () => void;
  /** Called with the answer when it is done. */
  readonly finish?: (answer: A) => void;
  readonly children?: ReactNode;
}

/** Everything that is shown is read anew after an act. */
export function ActForm<V extends object, A = unknown>({
  submit,
  run,
  initial,
  done,
  isDangerous = false,
  leave,
  finish,
  children,
}: Props<V, A>) {
  const say = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<V>();
  const doing = useMutation({
    mutationFn: run,
    onSuccess: (answer: A) => {
      void message.success(done ?? say('done'));
      void queries.invalidateQueries();
      form.resetFields();
      if (finish === undefined) leave?.();
      else finish(answer);
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
