/** Where one is signed in; each can be ended, on a machine that was left behind. */
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { sayInstant } from '../../reference/index.ts';
import { leave } from '../../session/index.ts';
import { Loading, Trouble, TroubleText } from '../../shell/states.tsx';
import { Sure } from '../sure.tsx';
import { useDoing } from '../use-doing.tsx';
import { useOwnWords } from './words.ts';

type OwnSession = components['schemas']['OwnSession'];

/** The newest first, and a way out of all at once. */
export function OwnSessions() {
  const say = useOwnWords();
  const { message } = App.useApp();
  const { data, error, refetch } = useQuery({
    queryKey: ['own-sessions'],
    queryFn: () => answerOf(api.GET('/api/v1/me/sessions')),
  });
  const leaveEverywhere = (): void => {
    leave(true).catch((refusal: unknown) => void message.error(<TroubleText error={refusal} />));
  };
  return (
    <section className="sheet stack">
      <h2>{say('sessions')}</h2>
      <p className="reading">{say('sessionsAbout')}</p>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <ul className="lines" aria-label={say('sessions')}>
          {data.items.map((session) => (
            <OneSession key={session.id} session={session} />
          ))}
        </ul>
      )}
      <div className="row">
        <Sure question={say('leaveSure')} act={say('leaveEverywhere')} go={leaveEverywhere}>
          <Button danger>{say('leaveEverywhere')}</Button>
        </Sure>
      </div>
    </section>
  );
}

function OneSession({ session: { id, method, createdAt, seenAt, isThis } }: { readonly session: OwnSession }) {
  const say = useOwnWords();
  const ending = useDoing(() => answerOf(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })), {
    done: say('sessionEnded'),
  });
  return (
    <li>
      <span className="strong">{say('signedInAt', { at: sayInstant(createdAt), by: say(`method-${method}`) })}</span>
      <span className="soft">{say('seenAt', { at: sayInstant(seenAt) })}</span>
      {isThis ? (
        <span>{say('isThis')}</span>
      ) : (
        <Button size="small" loading={ending.isBusy} onClick={() => ending.start(undefined)}>
          {say('endSession')}
        </Button>
      )}
    </li>
  );
}
