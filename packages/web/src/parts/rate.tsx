/** The rate: the number with what it is made of below, its target, and an arrow against the period before. */
import { ArrowDownOutlined, ArrowUpOutlined, CheckOutlined, ExclamationOutlined } from '@ant-design/icons';
import { defineWords } from '../words/index.ts';
import { compareCells, grouped } from './rate-words.ts';
import type { CellOfRate } from './rate-words.ts';

const useWords = defineWords('rate', {
  'no-data': ['无数据', 'no data'],
  'zero-report': ['零报告', 'zero report'],
  waived: ['已豁免', 'waived'],
  unmeasured: ['尚不能测算', 'not yet measured'],
  up: ['比上期高', 'higher than before'],
  down: ['比上期低', 'lower than before'],
  met: ['达标', 'target met'],
  missed: ['未达标', 'target missed'],
  drill: ['查看明细', 'Show the rows'],
});

interface Props {
  readonly cell: CellOfRate & { readonly shown: string; readonly absence: string | null };
  readonly before?: CellOfRate | null;
  readonly better?: 'higher' | 'lower' | null;
  readonly target?: string | null;
  readonly isMet?: boolean | null;
  readonly isLarge?: boolean;
  /** Opens the rows behind the number. */
  readonly drill?: () => void;
}

const ABSENCES = ['no-data', 'zero-report', 'waived', 'unmeasured'] as const;

/** A number with its denominator. No data is a dash, never 100 %. */
export function Rate({ cell, before = null, better = null, target = null, isMet = null, isLarge = false, drill }: Props) {
  const say = useWords();
  const absence = ABSENCES.find((word) => word === cell.absence);
  const inside = (
    <>
      <span className="rate-shown">
        {cell.denominator === null ? cell.shown.replace(/^\d+/u, grouped) : cell.shown}{' '}
        <Direction of={compareCells(cell, before)} better={better} />
      </span>
      {cell.numerator !== null && cell.denominator !== null && (
        <span className="rate-of">
          {grouped(cell.numerator)} / {grouped(cell.denominator)}
        </span>
      )}
      {absence !== undefined && <span className="rate-of">{say(absence)}</span>}
      {target !== null && (
        <span className={isMet === false ? 'rate-of late' : 'rate-of'}>
          {target} {isMet === true && <CheckOutlined className="proven" aria-hidden />}
          {isMet === false && <ExclamationOutlined aria-hidden />} {isMet !== null && say(isMet ? 'met' : 'missed')}
        </span>
      )}
    </>
  );
  const classes = isLarge ? 'rate rate-large' : 'rate';
  if (drill === undefined || cell.numerator === null) return <span className={classes}>{inside}</span>;
  return (
    <button
      type="button"
      className={classes}
      title={say('drill')}
      onClick={(event) => {
        event.stopPropagation();
        drill();
      }}
    >
      {inside}
    </button>
  );
}

function Direction({
  of: direction,
  better,
}: {
  readonly of: ReturnType<typeof compareCells>;
  readonly better: Props['better'];
}) {
  const say = useWords();
  if (direction === null || direction === 'same') return null;
  const isWorse = better !== null && (direction === 'up') !== (better === 'higher');
  const Icon = direction === 'up' ? ArrowUpOutlined : ArrowDownOutlined;
  return <Icon className={isWorse ? 'late' : 'soft'} aria-label={say(direction)} title={say(direction)} />;
}
