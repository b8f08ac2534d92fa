/** Signing in. */
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { defineWords } from '../words/index.ts';
import { Preferences } from '../shell/preferences-bar.tsx';
import { Seal } from '../shell/seal.tsx';
import { signIn, whySignedOut } from './session.ts';

const useWords = defineWords('sign-in', {
  title: ['信城 工作台', 'Xincheng console'],
  about: [
    '区公共信用信息平台，供各单位和区信用办使用',
    'Public-credit platform of the district, for its units and the credit office',
  ],
  token: ['开发令牌', 'Development token'],
  help: [
    '演示区用开发令牌登录。令牌文件的位置在服务启动时显示。',
    'A demo district is opened by its development token. The service says at its start where the file lies.',
  ],
  needed: ['请粘贴令牌', 'Paste the token'],
  submit: ['登录', 'Sign in'],
  wrong: [
    '没有登录：令牌不对。请核对令牌文件里的内容，连同首尾字符一起粘贴。',
    'Not signed in: the token is not right. Paste the whole content of the token file.',
  ],
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

type Trouble = 'wrong' | 'silent';

/** Shown in the place of any page while nobody is signed in; the address stays, so one returns to it. */
export function SignInPage() {
  const say = useWords();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const why = whySignedOut();
  const submit = async ({ token }: { token: string }): Promise<void> => {
    setBusy(true);
    const isKnown = await signIn(token.trim(), null).catch(() => null);
    setBusy(false);
    setTrouble(isKnown === null ? 'silent' : isKnown ? null : 'wrong');
  };
  return (
    <main className="sign-in">
      <div className="sign-in-sheet">
        <Seal size={44} />
        <h1>{say('title')}</h1>
        <p className="soft">{say('about')}</p>
        {why !== 'never' && trouble === null && <Alert type="info" showIcon title={say(why)} />}
        {trouble !== null && <Alert type="error" showIcon title={say(trouble)} />}
        <Form layout="vertical" requiredMark={false} onFinish={(values: { token: string }) => void submit(values)}>
          <Form.Item name="token" label={say('token')} extra={say('help')} rules={[{ required: true, message: say('needed') }]}>
            <Input.Password autoFocus autoComplete="off" visibilityToggle={false} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={isBusy}>
            {say('submit')}
          </Button>
        </Form>
        <Preferences />
      </div>
    </main>
  );
}
