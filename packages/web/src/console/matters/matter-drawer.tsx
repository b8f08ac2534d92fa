/** One matter: what it is about, its course act by act, its papers, and what comes next. */
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { download } from '../../api/index.ts';
import { DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { Loading, Trouble, TroubleText } from '../../shell/states.tsx';
import { FileLinks } from './evidence.tsx';
import { MatterActs } from './matter-acts.tsx';
import { MatterDue } from './matter-due.tsx';
import { useMatter } from './use-matters.ts';
import type { Matter } from './use-matters.ts';
import { useMatterNames, useMatterWords } from './words.ts';

/** Opened by the address. */
export function MatterDrawer({ id, close }: { readonly id: string | null; readonly close: () => void }) {
  const names = useMatterNames();
  const units = useUnits();
  const { data, error, refetch } = useMatter(id);
  return (
    <DetailDrawer
      title={data === undefined ? '' : `${names(`kind.${data.kind}`)} · ${units.nameOf(data.unit)}`}
      isOpen={id !== null}
      close={close}
    >
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Inside matter={data} />
      )}
    </DetailDrawer>
  );
}

function Inside({ matter }: { readonly matter: Matter }) {
  const say = useMatterWords();
  const names = useMatterNames();
  const units = useUnits();
  const { plan, number, period, otherUnit, document: paper, state } = matter;
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('state'), names(`state.${state}`)],
          [say('dueOn'), matter.dueOn === null ? null : <MatterDue key="due" matter={matter} />],
          [
            say('task'),
            number !== null && (
              <Link key="task" to="/plans" search={{ plan, task: number, tab: 'work' }}>
                {number} {say('toTask')}
              </Link>
            ),
          ],
          [say('period'), period],
          [say('receiver'), otherUnit === null ? null : units.nameOf(otherUnit)],
          [say('document'), paper],
        ]}
      />
      {matter.kind === 'order' && <Paper id={matter.id} />}
      <MatterActs matter={matter} />
      <Course matter={matter} />
    </div>
  );
}

function Course({ matter: { acts } }: { readonly matter: Matter }) {
  const say = useMatterWords();
  const names = useMatterNames();
  const units = useUnits();
  return (
    <section>
      <h2>{say('course')}</h2>
      <ol className="course">
        {acts.map(({ ordinal, act, byUnit, name, at, words, figures, attachments, sinceOn, dueOn }) => (
          <li key={ordinal}>
            <p>
              <strong>{names(`act.${act}`)}</strong>{' '}
              <span className="soft">
                {sayInstant(at)} · {byUnit === null ? say('office') : units.nameOf(byUnit)} · {name}
              </span>
            </p>
            {words !== null && <p className="reading">{words}</p>}
            {sinceOn !== null && <p className="small soft">{say('since', { day: sinceOn })}</p>}
            {dueOn !== null && <p className="small soft">{say('dueBy', { day: dueOn })}</p>}
            {figures.length > 0 && <p className="small">{figures.map(({ name: of, value }) => `${of} ${value}`).join('；')}</p>}
            <FileLinks ids={attachments} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Paper({ id }: { readonly id: string }) {
  const say = useMatterWords();
  const { message } = App.useApp();
  const save = (): void => {
    download(`/api/v1/supervision/matters/${id}/paper`).catch(
      (error: unknown) => void message.error(<TroubleText error={error} />),
    );
  };
  return (
    <div>
      <Button onClick={save}>{say('paper')}</Button>
    </div>
  );
}
