/** The authenticator: set up by scanning a code drawn here, confirmed by a code of its own, and recovery codes shown once. */
import { CheckOutlined } from '@ant-design/icons';
import { Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../../api/index.ts';
import { useUnits } from '../../reference/index.ts';
import { askDoor, useSession } from '../../session/index.ts';
import { OnceShown } from '../once-shown.tsx';
import { useDoing } from '../use-doing.tsx';
import { useOwnWords } from './words.ts';

interface Secret {
  readonly secret: string;
  readonly uri: string;
}

type Step =
  | { readonly at: 'rest' | 'begin' | 'remove' }
  | { readonly at: 'scan'; readonly secret: Secret }
  | { readonly at: 'recovery'; readonly codes: readonly string[] };

const GROUP = /.{1,4}/gu;

/** Where one stands with it. */
export function OwnTotp() {
  const say = useOwnWords();
  const { name, login, unit } = useSession();
  const units = useUnits();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const rest = (): void => setStep({ at: 'rest' });
  return (
    <section className="sheet stack">
      <h2>{say('totp')}</h2>
      {step.at === 'rest' && <AtRest go={(at) => setStep({ at })} />}
      {step.at === 'begin' && <Begin begun={(secret) => setStep({ at: 'scan', secret })} leave={rest} />}
      {step.at === 'remove' && <Remove leave={rest} />}
      {step.at === 'scan' && <Scan secret={step.secret} confirmed={(codes) => setStep({ at: 'recovery', codes })} leave={rest} />}
      {step.at === 'recovery' && (
        <OnceShown
          title={say('recovery')}
          about={`${name} · ${login} · ${units.nameOf(unit)}`}
          secrets={step.codes}
          help={say('recoveryHelp')}
          close={rest}
        />
      )}
    </section>
  );
}

function AtRest({ go }: { readonly go: (step: 'begin' | 'remove') => void }) {
  const say = useOwnWords();
  const { hasTotp } = useSession();
  return (
    <>
      <p className="reading">
        {hasTotp && <CheckOutlined className="proven" aria-hidden />} {say(hasTotp ? 'totpOn' : 'totpOff')}
      </p>
      <div className="row">
        <Button onClick={() => go('begin')}>{say(hasTotp ? 'totpAnew' : 'totpBegin')}</Button>
        {hasTotp && (
          <Button danger onClick={() => go('remove')}>
            {say('totpRemove')}
          </Button>
        )}
      </div>
    </>
  );
}

function Begin({ begun, leave }: { readonly begun: (secret: Secret) => void; readonly leave: () => void }) {
  const say = useOwnWords();
  const beginning = useDoing((body: { readonly password: string }) => answerOf(api.POST('/api/v1/me/totp', { body })), {
    done: null,
    after: begun,
  });
  return <WithPassword act={say('goOn')} isBusy={beginning.isBusy} start={beginning.start} leave={leave} />;
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
      <WithPassword act={say('totpRemove')} isBusy={removing.isBusy} start={removing.start} leave={leave} />
    </>
  );
}

interface WithPasswordProps {
  readonly act: string;
  readonly isBusy: boolean;
  readonly start: (given: { readonly password: string }) => void;
  readonly leave: () => void;
}

function WithPassword({ act, isBusy, start, leave }: WithPasswordProps) {
  const say = useOwnWords();
  return (
    <Form layout="vertical" requiredMark={false} onFinish={start}>
      <Form.Item name="password" label={say('ownPassword')} rules={[{ required: true, message: say('needed') }]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {act}
        </Button>
        <Button onClick={leave}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}

interface ScanProps {
  readonly secret: Secret;
  readonly confirmed: (codes: readonly string[]) => void;
  readonly leave: () => void;
}

function Scan({ secret: { secret, uri }, confirmed, leave }: ScanProps) {
  const say = useOwnWords();
  const confirming = useDoing(
    async (body: { readonly code: string }) => {
      const { recoveryCodes } = await answerOf(api.POST('/api/v1/me/totp/confirmation', { body }));
      await askDoor();
      return recoveryCodes;
    },
    { done: say('totpDone'), after: confirmed },
  );
  return (
    <>
      <p className="reading">{say('scan')}</p>
      {/* Black on white in dark mode too: phones read nothing else. */}
      <QRCode type="svg" value={uri} size={200} color="#000000" bgColor="#ffffff" errorLevel="M" aria-label={say('qr')} />
      <p>
        {say('byHand')} <code translate="no">{secret.match(GROUP)?.join(' ')}</code>
      </p>
      <Form layout="vertical" requiredMark={false} onFinish={(body: { code: string }) => confirming.start(body)}>
        <Form.Item name="code" label={say('code')} rules={[{ required: true, message: say('needed') }]}>
          <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={12} />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={confirming.isBusy}>
            {say('confirmCode')}
          </Button>
          <Button onClick={leave}>{say('cancel')}</Button>
        </div>
      </Form>
    </>
  );
}
