/** Signing in. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import { defineWords } from '../words/index.ts';
import { TroubleText } from '../shell/states.tsx';
import { Entrance } from './entrance.tsx';
import { signIn } from './session.ts';
import type { SignedOut } from './session.ts';

const useWords = defineWords('sign-in', {
  title: ['信城 工作台', 'Xincheng console'],
  about: [
    '区公共信用信息平台，供各单位和区信用办使用',
    'Public-credit platform of the district, for its units and the credit office',
  ],
  login: ['用户名', 'Login'],
  password: ['口令', 'Password'],
  code: ['动态验证码', 'One-time code'],
  codeHelp: ['验证器上的 6 位数字，或一个恢复码', 'The six digits of your authenticator, or a recovery code'],
  neededLogin: ['请填用户名', 'Fill in your login'],
  neededPassword: ['请填口令', 'Fill in your password'],
  neededCode: ['请填动态验证码', 'Fill in the code'],
  submit: ['登录', 'Sign in'],
  provider: ['经统一认证登录', 'Sign in through the identity provider'],
  silent: [
    '没有登录：服务没有应答，可能正在启动。请稍候再试。',
    'Not signed in: the service does not answer and may be starting. Try again in a moment.',
  ],
  ended: [
    '登录已失效，没有提交的内容没有写入。请重新登录，会回到刚才的页面。',
    'You were signed out; what was not sent has not been saved. Sign in again to return to the page.',
  ],
  left: ['已退出。', 'You have signed out.'],
});

interface Given {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
}

/** Shown in the place of any page while nobody is signed in; the address stays, so one returns to it. */
export function SignInPage({ why, hasProvider }: { readonly why: SignedOut; readonly hasProvider: boolean }) {
  const say = useWords();
  const entry = useMutation({ mutationFn: (given: Given) => signIn(given) });
  const wantsCode = entry.error instanceof ApiProblem && ['code-needed', 'code-wrong'].includes(entry.error.code);
  return (
    <Entrance title={say('title')} about={say('about')}>
      {why !== 'never' && entry.error === null && <Alert type="info" showIcon title={say(why)} />}
      {entry.error !== null && (
        <Alert
          type={entry.error instanceof ApiProblem && entry.error.code === 'code-needed' ? 'info' : 'error'}
          showIcon
          title={entry.error instanceof Unreachable ? say('silent') : <TroubleText error={entry.error} />}
        />
      )}
      <Form layout="vertical" requiredMark={false} onFinish={(given: Given) => entry.mutate(given)}>
        <Form.Item name="login" label={say('login')} rules={[{ required: true, message: say('neededLogin') }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={60} />
        </Form.Item>
        <Form.Item name="password" label={say('password')} rules={[{ required: true, message: say('neededPassword') }]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        {wantsCode && (
          <Form.Item
            name="code"
            label={say('code')}
            extra={say('codeHelp')}
            rules={[{ required: true, message: say('neededCode') }]}
          >
            <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={40} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={entry.isPending}>
          {say('submit')}
        </Button>
      </Form>
      {hasProvider && (
        <Button block href="/api/v1/session/provider">
          {say('provider')}
        </Button>
      )}
    </Entrance>
  );
}
