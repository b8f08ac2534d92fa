/** The rows behind a number: records, submissions, acts or what was expected. */
import { Link } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { sayInstant, useDatasets, useUnits } from '../../reference/index.ts';
import { Empty, Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { useIndicatorWords } from './words.ts';

type Reading = components['schemas']['IndicatorReading'];
type Rows = components['schemas']['IndicatorRows'];

const PAGE_ROWS = 50;

/** Of the whole district or of one unit, of the numerator or of the denominator. */
export function RowsBehind({ reading }: { readonly reading: Reading }) {
  const say = useIndicatorWords();
  const units = useUnits();
  const { search, put } = useAddress();
  const part = search['part'] === 'denominator' ? 'denominator' : 'numerator';
  const unit = search['of'];
  return (
    <div className="stack">
      <div className="row">
        <Segmented
          value={part}
          options={[
            { value: 'numerator', label: say('numerator') },
            { value: 'denominator', label: say('denominator'), disabled: reading.total.denominator === null },
          ]}
          onChange={(next) => put({ part: next })}
        />
        {unit !== undefined && (
          <>
            <span>{units.nameOf(unit)}</span>
            <Button type="link" onClick={() => put({ of: '' })}>
              {say('allUnits')}
            </Button>
          </>
        )}
      </div>
      <List id={reading.id} period={reading.period.id} part={part} unit={unit} />
    </div>
  );
}

interface ListProps {
  readonly id: string;
  readonly period: string;
  readonly part: 'numerator' | 'denominator';
  readonly unit: string | undefined;
}

function List({ id, period, part, unit }: ListProps) {
  const say = useIndicatorWords();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['rows-behind', id, period, part, unit],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/indicators/{id}/rows', {
          params: {
            path: { id },
            query: {
              period,
              part,
              limit: PAGE_ROWS,
              ...(unit === undefined ? {} : { unit }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Loading />;
  const count = data.pages.reduce(
    (sum, page) => sum + page.records.length + page.submissions.length + page.acts.length + page.entries.length,
    0,
  );
  if (count === 0) return <Empty>{say('noRows')}</Empty>;
  return (
    <>
      {data.pages.map((page, index) => (
        <PageOfRows key={index} rows={page} />
      ))}
      {hasNextPage && (
        <div>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function PageOfRows({ rows }: { readonly rows: Rows }) {
  const units = useUnits();
  const datasets = useDatasets();
  const say = useIndicatorWords();
  return (
    <ul className="lines">
      {rows.records.map(({ recordId, subject, number, decidedOn, unit }) => (
        <li key={recordId}>
          <Link to="/records" search={{ open: recordId }}>
            {subject.name}
          </Link>
          <span className="soft">
            {number} · {decidedOn} · {units.nameOf(unit)}
          </span>
        </li>
      ))}
      {rows.submissions.map(({ batch, receiptNo, unit, dataset, at, rows: count }) => (
        <li key={batch}>
          <Link to="/batches" search={{ open: batch }}>
            {receiptNo}
          </Link>
          <span className="soft">
            {datasets.nameOf(dataset)} · {units.nameOf(unit)} · {sayInstant(at)} · {count}
          </span>
        </li>
      ))}
      {rows.acts.map(({ id, act, unit, at, objectKind, objectId }) => (
        <li key={id}>
          <span>{act}</span>
          <span className="soft">
            {unit === null ? '' : `${units.nameOf(unit)} · `}
            {sayInstant(at)} · {objectKind} {objectId}
          </span>
        </li>
      ))}
      {rows.entries.map(({ unit, name, item, expected, actual, state, reason }) => (
        <li key={unit + item}>
          <span>
            {name} · {datasets.nameOf(item)}
          </span>
          <span className={state === 'missing' ? 'late' : 'soft'}>
            {say(state === 'met' ? 'complete' : state)} · {say('actual')} {actual} / {say('expected')} {expected} {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}
