/** How a record stands with the public, why, until when, and what happened to it. */
import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { Facts } from '../../parts/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { labelIn, useLanguage } from '../../words/index.ts';
import { PublicityActs } from './publicity-acts.tsx';
import { useStateWords } from './state-mark.tsx';
import { useRecordWords } from './words.ts';

type CreditRecord = components['schemas']['CreditRecord'];

/** Shown for as long as nobody ends it. */
const WITHOUT_END = '9999-12-31';

/** Part of a record's drawer. */
export function PublicityTab({ record }: { readonly record: CreditRecord }) {
  const id = record.recordId;
  const say = useRecordWords();
  const sayState = useStateWords();
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['publicity', id],
    queryFn: () => answerOf(api.GET('/api/v1/records/{id}/publicity', { params: { path: { id } } })),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Loading />;
  const className = data.classes.find((one) => one.id === data.classId)?.name;
  const until = data.shownUntil === WITHOUT_END ? say('forever') : data.shownUntil;
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('state'), sayState(data.state)],
          [say('shownUntil'), until],
          [say('comesDown'), data.shownUntil === WITHOUT_END ? null : data.comesDownOn],
          [say('repairFrom'), data.repairFrom],
          [say('regime'), data.regime],
          [say('class'), className === undefined ? data.classId : labelIn(language, className)],
        ]}
      />
      <PublicityActs record={record} publicity={data} />
      <div className="stack tight reading" lang="zh-CN">
        {data.explanation.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {data.marks.length > 0 && (
        <section className="stack tight">
          <h3>{say('marks')}</h3>
          {data.marks.map(({ mark, since, until: ended, words }) => (
            <p key={mark + since} className="disputed">
              {since} – {ended ?? ''} {words ?? (mark === 'disputed' ? sayState('disputed') : '')}
            </p>
          ))}
        </section>
      )}
      <section className="stack tight">
        <h3>{say('events')}</h3>
        <ul className="plain-list">
          {data.events.map(({ ordinal, day, to, words, actor, document: paper }) => (
            <li key={ordinal}>
              <span className="nowrap">{day}</span> {sayState(to)}
              <span className="soft">
                {' '}
                · {actor} {words} {paper}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
