/** A new account, and its first password shown once. */
import { LOGIN_FORM } from '@xincheng/core/identity';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useSession } from '../../session/index.ts';
import { useDoing } from '../use-doing.tsx';
import { FirstPassword } from './first-password.tsx';
import type { Given } from './first-password.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { Place } from './place-fields.tsx';
import { useAccountWords } from './words.ts';

interface NewAccount extends Place {
  readonly login: string;
}

/** Opened by the address. */
export function NewAccountDrawer({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const say = useAccountWords();
  const [given, setGiven] = useState<Given | null>(null);
  const leave = (): void => {
    setGiven(null);
    close();
  };
  return (
    <DetailDrawer title={say('newAccount')} isOpen={isOpen} close={leave}>
      {given === null ? <NewAccountForm made={setGiven} leave={leave} /> : <FirstPassword given={given} close={leave} />}
    </DetailDrawer>
  );
}

function NewAccountForm({ made, leave }: { readonly made: (given: Given) => void; readonly leave: () => void }) {
  const say = useAccountWords();
  const { unit } = useSession();
  const making = useDoing((body: NewAccount) => answerOf(api.POST('/api/v1/accounts', { body })), {
    done: say('made'),
    after: made,
  });
  const initial = { unit, scope: 'units', roles: [] };
  return (
    <Form layout="vertical" requiredMark={false} initialValues={initial} onFinish={(body: NewAccount) => making.start(body)}>
      <div className="stack">
        <div>
          <Form.Item
            name="login"
            label={say('login')}
            extra={say('loginHelp')}
            rules={[
              { required: true, message: say('needed') },
              { pattern: LOGIN_FORM, message: say('loginForm') },
            ]}
          >
            <Input maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} autoFocus />
          </Form.Item>
          <PlaceFields />
        </div>
        <div className="row form-foot">
          <Button type="primary" htmlType="submit" loading={making.isBusy}>
            {say('create')}
          </Button>
          <Button onClick={leave}>{say('cancel')}</Button>
        </div>
      </div>
    </Form>
  );
}
