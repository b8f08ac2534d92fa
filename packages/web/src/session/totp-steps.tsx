/** Setting up the authenticator: a code drawn here is scanned, confirmed by a code of its own, and recovery codes are shown once. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../api/index.ts';
import { OnceShown } from '../parts/once-shown.tsx';
import { TroubleText } from '../shell/states.tsx';
import { defineWords } from '../words/index.ts';
import { useSession } from './use-session.ts';

const useWords = defineWords('totp-steps', {
  ownPassword: ['您的口令', 'Your password'],
  needed: ['请填写', 'Fill this in'],
  goOn: ['下一步', 'Go on'],
  cancel: ['取消', 'Cancel'],
  scan: [
    '用手机上的验证器（如国产密码管家、微软或谷歌验证器）扫这个二维码，再填它显示的 6 位数字。',
    'Scan this with an authenticator on your phone and fill in the six digits it shows.',
  ],
  byHand: ['扫不了，就手工输入这个密钥：', 'If it cannot be scanned, type this key:'],
  qr: ['验证器的二维码', 'QR code for the authenticator'],
  code: ['验证码', 'Code'],
  confirmCode: ['确认', 'Confirm'],
  recovery: ['恢复码', 'Recovery codes'],
  recoveryHelp: [
    '手机不在手边时，用一个恢复码代替验证码登录，每个只能用一次。请打印后锁好，不要和手机放在一起。',
    'Without your phone, one of these opens in the place of a code, each once. Print them, lock them away, and not with the phone.',
  ],
});

interface Secret {
  readonly secret: string;
  readonly uri: string;
}

type Step =
  | { readonly at: 'begin' }
  | { readonly at: 'scan'; readonly secret: Secret }
  | { readonly at: 'recovery'; readonly codes: readonly string[] };

interface Props {
  /** Called when the recovery codes have been noted; the session does not know of the authenticator before it is asked for anew. */
  readonly finish: () => void;
  /** Where one may think better of it. */
  readonly leave?: () => void;
}

/** The three steps, one in the place of the other. */
export function TotpSteps({ finish, leave }: Props) {
  const say = useWords();
  const { name, login } = useSession();
  const [step, setStep] = useState<Step>({ at: 'begin' });
  switch (step.at) {
    case 'begin':
      return <Begin begun={(secret) => setStep({ at: 'scan', secret })} leave={leave} />;
    case 'scan':
      return <Scan secret={step.secret} confirmed={(codes) => setStep({ at: 'recovery', codes })} leave={leave} />;
    case 'recovery':
      return (
        <OnceShown
          title={say('recovery')}
          about={`${name} · ${login}`}
          secrets={step.codes}
          help={say('recoveryHelp')}
          close={finish}
        />
      );
  }
}

interface BeginProps {
  readonly begun: (secret: Secret) => void;
  readonly leave: (() => void) | undefined;
}

function Begin({ begun, leave }: BeginProps) {
  const say = useWords();
  const { login } = useSession();
  const beginning = useMutation({
    mutationFn: (body: { readonly password: string }) => answerOf(api.POST('/api/v1/me/totp', { body })),
    onSuccess: begun,
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(body: { password: string }) => beginning.mutate(body)}>
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <Refusal error={beginning.error} />
      <Form.Item name="password" label={say('ownPassword')} rules={[{ required: true, message: say('needed') }]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Buttons act={say('goOn')} isBusy={beginning.isPending} leave={leave} />
    </Form>
  );
}

interface ScanProps {
  readonly secret: Secret;
  readonly confirmed: (codes: readonly string[]) => void;
  readonly leave: (() => void) | undefined;
}

const GROUP = /.{1,4}/gu;

function Scan({ secret: { secret, uri }, confirmed, leave }: ScanProps) {
  const say = useWords();
  const confirming = useMutation({
    mutationFn: (body: { readonly code: string }) => answerOf(api.POST('/api/v1/me/totp/confirmation', { body })),
    onSuccess: ({ recoveryCodes }) => confirmed(recoveryCodes),
  });
  return (
    <>
      <p className="reading">{say('scan')}</p>
      {/* Black on white in dark mode too: phones read nothing else. */}
      <QRCode type="svg" value={uri} size={200} color="#000000" bgColor="#ffffff" errorLevel="M" aria-label={say('qr')} />
      <p>
        {say('byHand')} <code translate="no">{secret.match(GROUP)?.join(' ')}</code>
      </p>
      <Form layout="vertical" requiredMark={false} onFinish={(body: { code: string }) => confirming.mutate(body)}>
        <Refusal error={confirming.error} />
        <Form.Item name="code" label={say('code')} rules={[{ required: true, message: say('needed') }]}>
          <Input autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={12} />
        </Form.Item>
        <Buttons act={say('confirmCode')} isBusy={confirming.isPending} leave={leave} />
      </Form>
    </>
  );
}

function Refusal({ error }: { readonly error: Error | null }) {
  return error === null ? null : <Alert className="act-refused" type="error" showIcon title={<TroubleText error={error} />} />;
}

interface ButtonsProps {
  readonly act: string;
  readonly isBusy: boolean;
  readonly leave: (() => void) | undefined;
}

function Buttons({ act, isBusy, leave }: ButtonsProps) {
  const say = useWords();
  return (
    <div className="row">
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {act}
      </Button>
      {leave !== undefined && <Button onClick={leave}>{say('cancel')}</Button>}
    </div>
  );
}
