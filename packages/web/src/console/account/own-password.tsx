import { Button, Form } from 'antd';
import { useState } from 'react';
import { changePassword, PasswordFields, useSession } from '../../session/index.ts';
import type { GivenPasswords } from '../../session/index.ts';
import { useDoing } from '../use-doing.tsx';
import { useOwnWords } from './words.ts';

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
  const changing = useDoing(({ current, next }: GivenPasswords) => changePassword({ current, next }), {
    done: say('passwordChanged'),
    after: leave,
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(given: GivenPasswords) => changing.start(given)}>
      <PasswordFields login={login} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={changing.isBusy}>
          {say('changePassword')}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}
