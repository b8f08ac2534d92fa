/** What an administrator does with an account. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { useAddress } from '../../shell/use-address.ts';
import { Sure } from '../sure.tsx';
import { useDoing } from '../use-doing.tsx';
import { FirstPassword } from './first-password.tsx';
import type { Given } from './first-password.tsx';
import { PlaceFields } from './place-fields.tsx';
import type { Place } from './place-fields.tsx';
import { useAccountWords } from './words.ts';

type Account = components['schemas']['Account'];

interface Link {
  readonly issuer: string;
  readonly subject: string;
}

/** Acts that need nothing but their name. */
type Simple = { readonly act: 'disable' } | { readonly act: 'enable' | 'unlock' | 'reset-password' | 'remove-totp' | 'unlink' };

function act(login: string, body: Parameters<typeof post>[1]): Promise<Given> {
  return answerOf(post(login, body));
}

function post(login: string, body: ({ readonly act: 'change' } & Place) | ({ readonly act: 'link' } & Link) | Simple) {
  return api.POST('/api/v1/accounts/{login}/acts', { params: { path: { login } }, body });
}

/** Buttons; a form or the new password takes their place. */
export function AccountActs({ account }: { readonly account: Account }) {
  const { search, put } = useAddress();
  const [given, setGiven] = useState<Given | null>(null);
  const leave = (): void => put({ form: '' });
  if (given !== null) return <FirstPassword given={given} close={() => setGiven(null)} />;
  if (search['form'] === 'change') return <ChangeForm account={account} leave={leave} />;
  if (search['form'] === 'link') return <LinkForm account={account} leave={leave} />;
  return <Buttons account={account} given={setGiven} />;
}

function Buttons({ account, given }: { readonly account: Account; readonly given: (given: Given) => void }) {
  const say = useAccountWords();
  const { put } = useAddress();
  const { login, disabledAt, lockedUntil } = account;
  const doing = useDoing((body: Simple) => act(login, body), {
    done: say('acted'),
    after: (outcome) => {
      if (outcome.password !== null) given(outcome);
    },
  });
  return (
    <div className="row">
      <Button type="primary" onClick={() => put({ form: 'change' })}>
        {say('change')}
      </Button>
      {lockedUntil !== null && (
        <Button loading={doing.isBusy} onClick={() => doing.start({ act: 'unlock' })}>
          {say('unlock')}
        </Button>
      )}
      <Sure question={say('resetSure')} act={say('reset-password')} go={() => doing.start({ act: 'reset-password' })}>
        <Button>{say('reset-password')}</Button>
      </Sure>
      <Sure question={say('totpSure')} act={say('remove-totp')} go={() => doing.start({ act: 'remove-totp' })}>
        <Button>{say('remove-totp')}</Button>
      </Sure>
      <Button onClick={() => put({ form: 'link' })}>{say('link')}</Button>
      <Sure question={say('unlinkSure')} act={say('unlink')} go={() => doing.start({ act: 'unlink' })}>
        <Button>{say('unlink')}</Button>
      </Sure>
      {disabledAt === null ? (
        <Sure question={say('disableSure')} act={say('disable')} go={() => doing.start({ act: 'disable' })}>
          <Button danger>{say('disable')}</Button>
        </Sure>
      ) : (
        <Button loading={doing.isBusy} onClick={() => doing.start({ act: 'enable' })}>
          {say('enable')}
        </Button>
      )}
    </div>
  );
}

function ChangeForm({ account, leave }: { readonly account: Account; readonly leave: () => void }) {
  const say = useAccountWords();
  const { login, name, unit, scope, roles } = account;
  const saving = useDoing((place: Place) => act(login, { act: 'change', ...place }), { done: say('saved'), after: leave });
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="sheet stack"
      initialValues={{ name, unit, scope, roles }}
      onFinish={(place: Place) => saving.start(place)}
    >
      <div>
        <PlaceFields />
      </div>
      <p className="soft">{say('sessionsEnd')}</p>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={saving.isBusy}>
          {say('save')}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}

function LinkForm({ account, leave }: { readonly account: Account; readonly leave: () => void }) {
  const say = useAccountWords();
  const linking = useDoing((link: Link) => act(account.login, { act: 'link', ...link }), { done: say('acted'), after: leave });
  const needed = { required: true, message: say('needed') };
  return (
    <Form layout="vertical" requiredMark={false} className="sheet" onFinish={(link: Link) => linking.start(link)}>
      <Form.Item name="issuer" label={say('issuer')} rules={[needed, { type: 'url', message: say('issuerForm') }]}>
        <Input maxLength={500} placeholder="https://" />
      </Form.Item>
      <Form.Item name="subject" label={say('subject')} rules={[needed]}>
        <Input maxLength={255} autoComplete="off" />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={linking.isBusy}>
          {say('link')}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}
