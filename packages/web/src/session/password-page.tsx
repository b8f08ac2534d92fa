/** A password given by somebody else is changed before anything else opens. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { defineWords } from '../words/index.ts';
import { TroubleText } from '../shell/states.tsx';
import { Entrance } from './entrance.tsx';
import { PasswordFields } from './password-fields.tsx';
import type { GivenPasswords } from './password-fields.tsx';
import { changePassword, leave } from './session.ts';

const useWords = defineWords('own-password', {
  title: ['先改口令', 'Change your password first'],
  about: [
    '现在的口令是别人给的，或已到期。改好以前，其他页面都不开放。',
    'The password was given by somebody else, or is too old. Nothing else opens before it is changed.',
  ],
  submit: ['改口令', 'Change the password'],
  leave: ['退出', 'Sign out'],
});

/** Shown in the place of any page while the password is due. */
export function PasswordPage({ login }: { readonly login: string }) {
  const say = useWords();
  const change = useMutation({ mutationFn: ({ current, next }: GivenPasswords) => changePassword({ current, next }) });
  const away = useMutation({ mutationFn: () => leave() });
  const error = change.error ?? away.error;
  return (
    <Entrance title={say('title')} about={say('about')}>
      {error !== null && <Alert type="error" showIcon title={<TroubleText error={error} />} />}
      <Form layout="vertical" requiredMark={false} onFinish={(given: GivenPasswords) => change.mutate(given)}>
        <PasswordFields login={login} />
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
