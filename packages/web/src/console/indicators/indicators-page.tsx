/** Indicators: the district's numbers of a period; one opens its trend, its ranking and the rows behind it. */
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { periodOf, previousPeriod } from '@xincheng/core/indicators';
import { asDay } from '@xincheng/core/calendar';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { Rate } from '../../parts/index.ts';
import { today } from '../../reference/index.ts';
import { Page } from '../../shell/page.tsx';
import { Empty, Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { IndicatorDrawer } from './indicator-drawer.tsx';
import { MonthSteps } from './month-steps.tsx';
import { targetWords } from './target-words.ts';
import { useIndicatorWords } from './words.ts';

type Reading = components['schemas']['IndicatorReading'];

/** The numbers of one month. */
export function IndicatorsPage() {
  const say = useIndicatorWords();
  const { search, put } = useAddress();
  const month = search['month'] ?? today().slice(0, 7);
  const board = useBoard(month);
  const before = useBoard(monthBefore(month));
  const wanted = search['find'] ?? '';
  return (
    <Page title={say('title')} about={say('about')} actions={<MonthSteps month={month} go={(next) => put({ month: next })} />}>
      <div className="table-bar">
        <Input.Search
          className="choice"
          aria-label={say('find')}
          placeholder={say('find')}
          allowClear
          defaultValue={wanted}
          onSearch={(find) => put({ find })}
        />
      </div>
      {board.error !== null ? (
        <Trouble error={board.error} retry={() => void board.refetch()} />
      ) : board.data === undefined ? (
        <Loading />
      ) : (
        <Board
          readings={board.data.readings}
          before={before.data?.readings ?? []}
          wanted={wanted}
          open={(id) => put({ open: id })}
        />
      )}
      <IndicatorDrawer id={search['open'] ?? null} month={month} close={() => put({ open: '', part: '' })} />
    </Page>
  );
}

function useBoard(period: string) {
  return useQuery({
    queryKey: ['board', period],
    queryFn: () => answerOf(api.GET('/api/v1/board', { params: { query: { period } } })),
  });
}

function monthBefore(month: string): string {
  const day = asDay(today());
  const period = periodOf(month, day);
  return (period === null ? null : previousPeriod(period, day)?.id) ?? month;
}

interface BoardProps {
  readonly readings: readonly Reading[];
  readonly before: readonly Reading[];
  readonly wanted: string;
  readonly open: (id: string) => void;
}

/** Missed targets first, then what has a number, then what has none yet. */
function Board({ readings, before, wanted, open }: BoardProps) {
  const say = useIndicatorWords();
  const language = useLanguage();
  const earlier = new Map(before.map((reading) => [reading.id, reading]));
  const fitting = readings.filter(({ name, says }) => [name, says].some((label) => labelIn(language, label).includes(wanted)));
  if (fitting.length === 0) return <Empty>{say('none')}</Empty>;
  const sorted = [...fitting].sort((a, b) => rankOf(a) - rankOf(b));
  return (
    <ul className="board">
      {sorted.map((reading) => {
        const last = earlier.get(reading.id);
        return (
          <li key={reading.id}>
            <button type="button" className="board-name" onClick={() => open(reading.id)}>
              {labelIn(language, reading.name)}
            </button>
            <span className="small soft">{reading.period.id}</span>
            <Rate
              cell={reading.total}
              before={last === undefined || last.period.id === reading.period.id ? null : last.total}
              better={reading.better}
              target={targetWords(reading, say)}
              isMet={reading.isMet}
              drill={() => open(reading.id)}
              isLarge
            />
          </li>
        );
      })}
    </ul>
  );
}

function rankOf({ isMet, total, target }: Reading): number {
  if (isMet === false) return 0;
  if (total.numerator === null) return 3;
  return target === null ? 2 : 1;
}
