import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { changePassword, useSession } from '../../session/index.ts';
import { useDoing } from '../use-doing.tsx';
import { useOwnWords } from './words.ts';

interface Given {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** Changing one's password. */
export function OwnPassword() {
  const say = useOwnWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="sheet stack">
      <h2>{say('password')}</h2>
      <p className="reading">{say('passwordAbout')}</p>
      {isOpen ? (
        <PasswordForm leave={() => setOpen(false)} />
      ) : (
        <div className="row">
          <Button onClick={() => setOpen(true)}>{say('changePassword')}</Button>
        </div>
      )}
    </section>
  );
}

function PasswordForm({ leave }: { readonly leave: () => void }) {
  const say = useOwnWords();
  const { login } = useSession();
  const changing = useDoing(({ current, next }: Given) => changePassword({ current, next }), {
    done: say('passwordChanged'),
    after: leave,
  });
  const needed = { required: true, message: say('needed') };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(given: Given) => changing.start(given)}>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Form.Item name="current" label={say('current')} rules={[needed]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="next" label={say('next')} extra={say('nextHelp')} rules={[needed]}>
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
      <div className="row">
        <Button type="primary" htmlType="submit" loading={changing.isBusy}>
          {say('changePassword')}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}
