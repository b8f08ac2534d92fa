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
import { SaveList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { IndicatorDrawer } from './indicator-drawer.tsx';
import { MonthSteps } from './month-steps.tsx';
import { periodWords } from './period-words.ts';
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
        <div className="row push">
          <SaveList title={`${say('title')} ${month}`} columns={useColumns()} items={board.data?.readings ?? []} />
        </div>
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

/** What an exported file says of each. */
function useColumns(): readonly Column<Reading>[] {
  const say = useIndicatorWords();
  const language = useLanguage();
  const text = (id: string, title: string, of: (reading: Reading) => string): Column<Reading> => ({
    id,
    title,
    width: 0,
    text: of,
  });
  return [
    text('name', say('name'), ({ name }) => labelIn(language, name)),
    text('period', say('period'), ({ period }) => periodWords(period, say)),
    text('value', say('value'), ({ total }) => total.shown),
    text('numerator', say('numerator'), ({ total }) => total.numerator ?? ''),
    text('denominator', say('denominator'), ({ total }) => total.denominator ?? ''),
    text('target', say('bound'), (reading) => targetWords(reading, say) ?? ''),
    text('met', say('met'), ({ isMet }) => (isMet === null ? '' : say(isMet ? 'met' : 'missed'))),
  ];
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

/** Missed targets first, then those met, then what has a number without a target, then what has none yet. */
const SECTIONS = ['missed', 'met', 'without', 'absent'] as const;

function sectionOf({ isMet, total }: Reading): (typeof SECTIONS)[number] {
  if (isMet !== null) return isMet ? 'met' : 'missed';
  return total.numerator === null ? 'absent' : 'without';
}

function Board({ readings, before, wanted, open }: BoardProps) {
  const say = useIndicatorWords();
  const language = useLanguage();
  const earlier = new Map(before.map((reading) => [reading.id, reading]));
  const fitting = readings.filter(({ name, says }) => [name, says].some((label) => labelIn(language, label).includes(wanted)));
  if (fitting.length === 0) return <Empty>{say('none')}</Empty>;
  return SECTIONS.map((section) => {
    const of = fitting.filter((reading) => sectionOf(reading) === section);
    if (of.length === 0) return null;
    return (
      <section key={section} className="board-section">
        <h2>
          {say(section)} <span className="soft">{of.length}</span>
        </h2>
        <ul className="board">
          {of.map((reading) => (
            <Cell key={reading.id} reading={reading} last={earlier.get(reading.id)} open={() => open(reading.id)} />
          ))}
        </ul>
      </section>
    );
  });
}

interface CellProps {
  readonly reading: Reading;
  readonly last: Reading | undefined;
  readonly open: () => void;
}

function Cell({ reading, last, open }: CellProps) {
  const say = useIndicatorWords();
  const language = useLanguage();
  return (
    <li>
      <button type="button" className="board-name" onClick={open}>
        {labelIn(language, reading.name)}
      </button>
      <span className="small soft">{periodWords(reading.period, say)}</span>
      <Rate
        cell={reading.total}
        before={last === undefined || last.period.id === reading.period.id ? null : last.total}
        better={reading.better}
        target={targetWords(reading, say)}
        isMet={reading.isMet}
        drill={open}
        isLarge
      />
    </li>
  );
}
