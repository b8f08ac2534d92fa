/** Who looked at a record, from the audit log. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { actWords } from '@xincheng/core/audit';
import { answerOf, api } from '../../api/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { Empty, Loading, Trouble } from '../../shell/states.tsx';
import { labelIn, useLanguage } from '../../words/index.ts';
import { useRecordWords } from './words.ts';

const MOST_SHOWN = 50;

/** Part of a record's drawer, for who may read the log. */
export function LookersTab({ id }: { readonly id: string }) {
  const say = useRecordWords();
  const language = useLanguage();
  const units = useUnits();
  const { data, error } = useQuery({
    queryKey: ['lookers', id],
    queryFn: () =>
      answerOf(api.GET('/api/v1/audit', { params: { query: { objectKind: 'record', objectId: id, limit: MOST_SHOWN } } })),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Loading />;
  if (data.items.length === 0) return <Empty>{say('noLooks')}</Empty>;
  return (
    <div className="stack">
      <p className="soft">{say('looksAbout')}</p>
      <ul className="plain-list">
        {data.items.map(({ id: event, at, actor, unit, act }) => {
          const words = actWords(act);
          return (
            <li key={event}>
              <span className="nowrap">{sayInstant(at)}</span> <span className="strong">{actor}</span>{' '}
              {words === null ? act : labelIn(language, words)}
              {unit !== null && <span className="soft"> · {units.nameOf(unit)}</span>}
            </li>
          );
        })}
      </ul>
      <Link to="/audit" search={{ objectId: id }}>
        {say('moreLooks', { count: data.items.length })}
      </Link>
    </div>
  );
}
