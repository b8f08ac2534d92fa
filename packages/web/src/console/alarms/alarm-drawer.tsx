/** One alarm: what is missing, what that rests on, what was said, what can be done. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../../api/index.ts';
import type { components } from '../../api/index.ts';
import { ClockChip, DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useDatasets, useUnits } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { AlarmActs } from './alarm-acts.tsx';
import { AlarmFiles } from './alarm-files.tsx';
import { AlarmState, sayConfidence } from './alarm-state.tsx';
import { Evidence } from './evidence.tsx';
import { useAlarmWords } from './words.ts';

type Alarm = components['schemas']['ConcealmentAlarm'];

/** Opened by the address; only here is it held against the records of today. */
export function AlarmDrawer({ id, close }: { readonly id: string | null; readonly close: () => void }) {
  const units = useUnits();
  const { data, error, refetch } = useQuery({
    queryKey: ['alarm', id],
    queryFn: () => answerOf(api.GET('/api/v1/concealment/alarms/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  });
  return (
    <DetailDrawer title={data === undefined ? '' : units.nameOf(data.unit)} isOpen={id !== null} close={close}>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Detail alarm={data} />
      )}
    </DetailDrawer>
  );
}

function Detail({ alarm }: { readonly alarm: Alarm }) {
  const say = useAlarmWords();
  const datasets = useDatasets();
  const may = useMay();
  const { id, unit, kind, dataset, sentence, numbers, state, dueOn, foundOn, confidence } = alarm;
  const isOpen = state === 'open' || state === 'returned';
  return (
    <div className="stack">
      <p className="reading strong" lang="zh-CN">
        {sentence}
      </p>
      <Facts
        facts={[
          [say('state'), <AlarmState key="state" state={state} />],
          [say('dueOn'), dueOn === null ? null : isOpen ? <ClockChip key="due" dueOn={dueOn} /> : dueOn],
          [say('kind'), say(kind)],
          [say('dataset'), datasets.nameOf(dataset)],
          [say('foundOn'), foundOn],
          [say('confidence'), confidence === null ? null : `${sayConfidence(confidence)} · ${say('confidenceHelp')}`],
        ]}
      />
      {numbers.length > 0 && (
        <section className="stack tight">
          <h2>{say('numbers')}</h2>
          <ul className="plain-list" lang="zh-CN">
            {numbers.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        </section>
      )}
      <Evidence evidence={alarm.evidence} />
      <Steps steps={alarm.steps} />
      <AlarmFiles alarm={id} mayAdd={may('concealment.answer', unit) || may('concealment.review')} />
      {isOpen && may('intake.submit', unit) && (
        <Link to="/registers" search={{ dataset, form: 'new' }}>
          {say('fileNow')}
        </Link>
      )}
      <AlarmActs key={id} alarm={alarm} />
    </div>
  );
}

function Steps({ steps }: { readonly steps: Alarm['steps'] }) {
  const say = useAlarmWords();
  return (
    <section className="stack tight">
      <h2>{say('steps')}</h2>
      {steps.length === 0 && <p className="soft">{say('noSteps')}</p>}
      <ol className="lines">
        {steps.map(({ ordinal, step, answer, words, document: paper, name, at }) => (
          <li key={ordinal}>
            <span className="soft nowrap">{sayInstant(at)}</span>
            <span className="strong">
              {name} {say(`step-${step}`)}
            </span>
            {answer !== null && <span>{say(answer)}</span>}
            <span lang="zh-CN">{words}</span>
            {paper !== null && <span className="soft">{paper}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
