/** Whom a record is about, and what else there is of it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { Facts } from '../../parts/index.ts';
import { useDatasets } from '../../reference/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { useRecordWords } from './words.ts';

/** Part of a record's drawer. */
export function SubjectTab({ subject }: { readonly subject: components['schemas']['CreditRecord']['subject'] }) {
  const say = useRecordWords();
  if (subject.kind === 'natural') return <p className="soft">{say('person')}</p>;
  return <Organisation id={subject.key} />;
}

function Organisation({ id }: { readonly id: string }) {
  const say = useRecordWords();
  const datasets = useDatasets();
  const { data, error } = useQuery({
    queryKey: ['subject', id],
    queryFn: () => answerOf(api.GET('/api/v1/subjects/{key}', { params: { path: { key: id } } })),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Loading />;
  const others = data.aliases.map(({ value }) => value).filter((value) => value !== data.name && value !== data.key);
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('subjectName'), data.name],
          [say('subjectKey'), data.key],
          [say('state'), say(data.state)],
          [say('standing'), [data.standing, data.standingOn].filter((one) => one !== null).join(' · ')],
          [say('aliases'), [...new Set(others)].join('、')],
        ]}
      />
      <section className="stack tight">
        <h3>{say('otherRecords')}</h3>
        <ul className="plain-list">
          {Object.entries(data.records).map(([dataset, count]) => (
            <li key={dataset}>
              <Link to="/records" search={{ subject: data.key, dataset }}>
                {datasets.nameOf(dataset)} {count}
              </Link>
            </li>
          ))}
        </ul>
        <Link to="/records" search={{ subject: data.key }}>
          {say('allRecords')}
        </Link>
      </section>
    </div>
  );
}
