/** A password given by somebody else is changed before anything else opens. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { defineWords } from '../words/index.ts';
import { TroubleText } from '../shell/states.tsx';
import { Entrance } from './entrance.tsx';
import { changePassword, leave } from './session.ts';

const useWords = defineWords('own-password', {
  title: ['先改口令', 'Change your password first'],
  about: [
    '现在的口令是别人给的，或已到期。改好以前，其他页面都不开放。',
    'The password was given by somebody else, or is too old. Nothing else opens before it is changed.',
  ],
  current: ['现在的口令', 'Present password'],
  next: ['新口令', 'New password'],
  help: [
    '越长越好，可以是一句话；不要用姓名、用户名和常见的词',
    'The longer the better, a sentence will do; no names and no common words',
  ],
  again: ['再写一遍新口令', 'New password once more'],
  needed: ['请填写', 'Fill this in'],
  unlike: ['两遍不一样', 'The two are not alike'],
  submit: ['改口令', 'Change the password'],
  leave: ['退出', 'Sign out'],
});

interface Given {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** Shown in the place of any page while the password is due. */
export function PasswordPage({ login }: { readonly login: string }) {
  const say = useWords();
  const change = useMutation({ mutationFn: ({ current, next }: Given) => changePassword({ current, next }) });
  const away = useMutation({ mutationFn: () => leave() });
  const needed = { required: true, message: say('needed') };
  const error = change.error ?? away.error;
  return (
    <Entrance title={say('title')} about={say('about')}>
      {error !== null && <Alert type="error" showIcon title={<TroubleText error={error} />} />}
      <Form layout="vertical" requiredMark={false} onFinish={(given: Given) => change.mutate(given)}>
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <Form.Item name="current" label={say('current')} rules={[needed]}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item name="next" label={say('next')} extra={say('help')} rules={[needed]}>
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="again"
          label={say('again')}
          dependencies={['next']}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_, value: string) =>
                value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(say('unlike'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          {say('submit')}
        </Button>
      </Form>
      <Button type="text" block onClick={() => away.mutate()}>
        {say('leave')}
      </Button>
    </Entrance>
  );
}
