/** The authenticator: whether there is one, set up, moved to another phone, removed. */
import { CheckOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { askDoor, TotpSteps, useSession } from '../../session/index.ts';
import { useDoing } from '../use-doing.tsx';
import { useOwnWords } from './words.ts';

type Step = 'rest' | 'setUp' | 'remove';

/** Where one stands with it. */
export function OwnTotp() {
  const say = useOwnWords();
  const [step, setStep] = useState<Step>('rest');
  const rest = (): void => setStep('rest');
  return (
    <section className="sheet stack">
      <h2>{say('totp')}</h2>
      {step === 'rest' && <AtRest go={setStep} />}
      {step === 'setUp' && <SetUp rest={rest} />}
      {step === 'remove' && <Remove leave={rest} />}
    </section>
  );
}

function AtRest({ go }: { readonly go: (step: Step) => void }) {
  const say = useOwnWords();
  const { hasTotp } = useSession();
  return (
    <>
      <p className="reading">
        {hasTotp && <CheckOutlined className="proven" aria-hidden />} {say(hasTotp ? 'totpOn' : 'totpOff')}
      </p>
      <div className="row">
        <Button onClick={() => go('setUp')}>{say(hasTotp ? 'totpAnew' : 'totpBegin')}</Button>
        {hasTotp && (
          <Button danger onClick={() => go('remove')}>
            {say('totpRemove')}
          </Button>
        )}
      </div>
    </>
  );
}

function SetUp({ rest }: { readonly rest: () => void }) {
  const say = useOwnWords();
  const asking = useDoing(askDoor, { done: say('totpDone'), after: rest });
  return <TotpSteps finish={() => asking.start(undefined)} leave={rest} />;
}

function Remove({ leave }: { readonly leave: () => void }) {
  const say = useOwnWords();
  const removing = useDoing(
    async (body: { readonly password: string }) => {
      await answerOf(api.POST('/api/v1/me/totp/removal', { body }));
      await askDoor();
    },
    { done: say('totpRemoved'), after: leave },
  );
  return (
    <>
      <p className="reading">{say('totpRemoveAbout')}</p>
      <Form layout="vertical" requiredMark={false} onFinish={removing.start}>
        <Form.Item name="password" label={say('ownPassword')} rules={[{ required: true, message: say('needed') }]}>
          <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={removing.isBusy}>
            {say('totpRemove')}
          </Button>
          <Button onClick={leave}>{say('cancel')}</Button>
        </div>
      </Form>
    </>
  );
}
