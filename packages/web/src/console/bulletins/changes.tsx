/** What an issued bulletin would say otherwise today. */
import { useQuery } from '@tanstack/react-query';
import { ApiProblem, answerOf, api } from '../../api/index.ts';
import { Trouble } from '../../shell/states.tsx';
import { labelIn, useLanguage } from '../../words/index.ts';
import { useBulletinWords } from './words.ts';

/** Only the credit office may ask; for others this part is not there. */
export function Changes({ id }: { readonly id: string }) {
  const say = useBulletinWords();
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['bulletin-difference', id],
    queryFn: () => answerOf(api.GET('/api/v1/bulletins/{id}/difference', { params: { path: { id } } })),
  });
  if (error instanceof ApiProblem && error.status === 403) return null;
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return null;
  return (
    <section className="stack tight">
      <h2>{say('changes')}</h2>
      {data.items.length === 0 ? (
        <p className="soft">{say('unchanged')}</p>
      ) : (
        <ul className="lines">
          {data.items.map(({ unit, name, column, issued, now }) => (
            <li key={unit + column}>
              <span>
                {name} · {column}
              </span>
              <span>
                <del>{labelIn(language, issued.shown)}</del> <ins>{labelIn(language, now.shown)}</ins>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
