/** Terms in force on a day, with where they stand. */
import { useQuery } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { answerOf, api } from '../../api/index.ts';
import { BasisTag } from '../../parts/index.ts';
import { today } from '../../reference/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { useCatalogWords } from './words.ts';

/** The day stands in the address. */
export function Deadlines() {
  const say = useCatalogWords();
  const language = useLanguage();
  const { search, put } = useAddress();
  const day = search['day'] ?? today();
  const { data, error } = useQuery({ queryKey: ['deadlines'], queryFn: () => answerOf(api.GET('/api/v1/deadlines')) });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Loading />;
  const inForce = data.items.flatMap(({ id, name, values }) =>
    values
      .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
      .map((value) => ({ ...value, key: `${id} ${value.jurisdiction} ${value.from}`, name })),
  );
  return (
    <>
      <div className="table-bar">
        <span>{say('day')}</span>
        <DatePicker
          aria-label={say('day')}
          allowClear={false}
          value={dayjs(day)}
          onChange={(next) => put({ day: next?.format('YYYY-MM-DD') })}
        />
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={say('deadlines')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('jurisdiction')}</th>
              <th scope="col">{say('days')}</th>
              <th scope="col">{say('from')}</th>
              <th scope="col">{say('basis')}</th>
              <th scope="col">{say('certainty')}</th>
            </tr>
          </thead>
          <tbody>
            {inForce.map(({ key, name, jurisdiction, unit, days, from, to, basis, certainty }) => (
              <tr key={key}>
                <th scope="row">{labelIn(language, name)}</th>
                <td>{jurisdiction}</td>
                <td className="nowrap">{say(unit === 'working-day' ? 'workingDays' : 'naturalDays', { count: days })}</td>
                <td className="nowrap">
                  {from} – {to ?? ''}
                </td>
                <td>
                  <BasisTag {...basis} />
                </td>
                <td className="nowrap">{say(certainty)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
