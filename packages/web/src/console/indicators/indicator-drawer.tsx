/** One indicator: what it says and on what basis, its trend, its ranking, the rows behind it. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { asDay } from '@xincheng/core/calendar';
import { periodOf, previousPeriod } from '@xincheng/core/indicators';
import { lazy, Suspense } from 'react';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { BasisTag, DetailDrawer, Facts, fillOf, Rate } from '../../parts/index.ts';
import { sayInstant, today, useUnits } from '../../reference/index.ts';
import { Empty, Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { RowsBehind } from './rows-behind.tsx';
import { periodWords } from './period-words.ts';
import { targetWords } from './target-words.ts';
import { useIndicatorWords } from './words.ts';

type Reading = components['schemas']['IndicatorReading'];

const TREND_PERIODS = 12;
const TrendChart = lazy(() => import('./trend-chart.tsx').then(({ TrendChart: chart }) => ({ default: chart })));

interface Props {
  readonly id: string | null;
  readonly month: string;
  readonly close: () => void;
}

/** Opened by the address. */
export function IndicatorDrawer({ id, month, close }: Props) {
  const say = useIndicatorWords();
  const language = useLanguage();
  const board = useQuery({
    queryKey: ['board', month],
    queryFn: () => answerOf(api.GET('/api/v1/board', { params: { query: { period: month } } })),
    enabled: id !== null,
  });
  const reading = board.data?.readings.find((one) => one.id === id);
  return (
    <DetailDrawer title={reading === undefined ? '' : labelIn(language, reading.name)} isOpen={id !== null} close={close}>
      {board.error !== null ? (
        <Trouble error={board.error} />
      ) : board.data === undefined ? (
        <Loading />
      ) : reading === undefined ? (
        <Empty>{say('unknown')}</Empty>
      ) : (
        <Inside reading={reading} />
      )}
    </DetailDrawer>
  );
}

function Inside({ reading }: { readonly reading: Reading }) {
  const say = useIndicatorWords();
  const language = useLanguage();
  const { search, put } = useAddress();
  const show = (part: string, unit = ''): void => put({ tab: 'rows', part, of: unit });
  return (
    <div className="stack">
      <p className="reading">{labelIn(language, reading.says)}</p>
      <Rate
        cell={reading.total}
        target={targetWords(reading, say)}
        isMet={reading.isMet}
        better={reading.better}
        isLarge
        drill={() => show('numerator')}
      />
      <Tabs
        activeKey={search['tab'] ?? 'trend'}
        onChange={(tab) => put({ tab })}
        items={[
          { key: 'trend', label: say('trend'), children: <Trend reading={reading} /> },
          {
            key: 'ranking',
            label: say('ranking'),
            children: <Ranking reading={reading} show={(unit) => show('numerator', unit)} />,
          },
          { key: 'rows', label: say('rows'), children: <RowsBehind reading={reading} /> },
          { key: 'basis', label: say('basis'), children: <Basis reading={reading} /> },
        ]}
      />
    </div>
  );
}

function Basis({ reading }: { readonly reading: Reading }) {
  const say = useIndicatorWords();
  const units = useUnits();
  const basis = reading.basis.map((citation) => (
    <div key={citation.instrument + (citation.clause ?? '')}>
      <BasisTag {...citation} />
    </div>
  ));
  return (
    <Facts
      facts={[
        [say('period'), reading.period.kind === 'total' ? say('total') : `${reading.period.from} – ${reading.period.to}`],
        [say('basis'), basis],
        [say('owner'), units.nameOf(reading.owner)],
        [say('version'), reading.version],
        [say('frozen'), reading.frozenAt === null ? null : sayInstant(reading.frozenAt)],
        [say('restated'), reading.restated === null ? null : <Rate key="restated" cell={reading.restated.total} />],
        [say('needs'), reading.needs.join('、')],
      ]}
    />
  );
}

/** Ids of the periods that end with this one, the oldest first. */
function periodsUpTo(last: string): readonly string[] {
  const day = asDay(today());
  const ids: string[] = [];
  for (let period = periodOf(last, day); period !== null && ids.length < TREND_PERIODS; period = previousPeriod(period, day))
    ids.unshift(period.id);
  return ids;
}

/** The same indicator in the periods before, the oldest first. */
function usePast({ id, period }: Reading) {
  const ids = periodsUpTo(period.id);
  const read = (asked: string) =>
    answerOf(api.GET('/api/v1/indicators/{id}', { params: { path: { id }, query: { period: asked } } }));
  return useQueries({ queries: ids.map((asked) => ({ queryKey: ['indicator', id, asked], queryFn: () => read(asked) })) });
}

function Trend({ reading }: { readonly reading: Reading }) {
  const say = useIndicatorWords();
  const past = usePast(reading);
  const failed = past.find(({ error }) => error !== null);
  if (failed !== undefined) return <Trouble error={failed.error} />;
  const readings = past.flatMap(({ data }) => (data === undefined ? [] : [data]));
  if (readings.length < past.length) return <Loading />;
  return (
    <div className="stack">
      <Suspense fallback={<Loading />}>
        <TrendChart readings={readings} label={say('trend')} targetLabel={say('bound')} />
      </Suspense>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('period')}</th>
            <th scope="col" className="number">
              {say('value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...readings].reverse().map(({ period, total, isMet, target, format }) => (
            <tr key={period.id}>
              <th scope="row">{periodWords(period, say)}</th>
              <td className="number">
                <Rate cell={total} isMet={isMet} target={targetWords({ target, format }, say)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Worst first where one direction is better, else the largest first. */
function Ranking({ reading, show }: { readonly reading: Reading; readonly show: (unit: string) => void }) {
  const say = useIndicatorWords();
  const sign = reading.better === 'higher' ? 1 : -1;
  const value = (cell: Reading['total']): number => (cell.denominator === null ? Number(cell.numerator) : fillOf(cell));
  const withNumber = reading.units.filter(({ numerator }) => numerator !== null).sort((a, b) => sign * (value(a) - value(b)));
  const without = reading.units.filter(({ numerator }) => numerator === null);
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{say('unit')}</th>
          <td />
          <th scope="col" className="number">
            {say('value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...withNumber, ...without].map((cell) => (
          <tr key={cell.unit}>
            <th scope="row">{cell.name}</th>
            <td className="bar-cell">
              {cell.denominator !== null && (
                <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
                  <rect className="bar-ground" width="100" height="6" />
                  <rect className="bar-fill" width={fillOf(cell)} height="6" />
                </svg>
              )}
            </td>
            <td className="number">
              <Rate cell={cell} drill={() => show(cell.unit)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
