/** A role that the district wants better guarded: the authenticator is set up before anything else opens. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { TroubleText } from '../shell/states.tsx';
import { defineWords } from '../words/index.ts';
import { Entrance } from './entrance.tsx';
import { actFor, askDoor, leave } from './session.ts';
import { TotpSteps } from './totp-steps.tsx';
import { useSession } from './use-session.ts';

const useWords = defineWords('own-totp', {
  title: ['先登记验证器', 'Set up an authenticator first'],
  about: [
    '您的角色登录时须用动态验证码。登记好以前，其他页面都不开放。',
    'Your role signs in with a one-time code. Nothing else opens before an authenticator is set up.',
  ],
  inPlaceOf: [
    '您代办的人的角色须用动态验证码。请先切回自己，在“我的账号”里登记验证器。',
    'The role of the person in whose place you act asks for a one-time code. Go back to yourself and set up an authenticator on your own account.',
  ],
  asMyself: ['切回自己', 'Back to myself'],
  leave: ['退出', 'Sign out'],
});

/** Shown in the place of any page while the authenticator is due. */
export function TotpPage() {
  const say = useWords();
  const { actingFor } = useSession();
  const next = useMutation({ mutationFn: (act: () => Promise<void>) => act() });
  return (
    <Entrance title={say('title')} about={say(actingFor === null ? 'about' : 'inPlaceOf')}>
      {next.error !== null && <Alert type="error" showIcon title={<TroubleText error={next.error} />} />}
      {actingFor === null ? (
        <TotpSteps finish={() => next.mutate(askDoor)} />
      ) : (
        <Button type="primary" block onClick={() => next.mutate(() => actFor(null))}>
          {say('asMyself')}
        </Button>
      )}
      <Button type="text" block onClick={() => next.mutate(() => leave())}>
        {say('leave')}
      </Button>
    </Entrance>
  );
}
